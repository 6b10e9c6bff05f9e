//! The generated clients, with the token of the test server.

use nianbao_proto::v1::form_service_client::FormServiceClient;
use nianbao_proto::v1::organization_service_client::OrganizationServiceClient;
use nianbao_proto::v1::report_service_client::ReportServiceClient;
use nianbao_proto::v1::rule_service_client::RuleServiceClient;
use nianbao_proto::v1::server_service_client::ServerServiceClient;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::service::Interceptor;
use tonic::service::interceptor::InterceptedService;
use tonic::transport::Channel;
use tonic::{Request, Status};

/// The token that every test server asks for.
pub const TOKEN: &str = "only-for-tests-0123456789";

/// A channel whose calls show the token.
pub type Authorized = InterceptedService<Channel, Bearer>;

/// Adds `authorization: Bearer …` to every call.
#[derive(Clone, Debug)]
pub struct Bearer(MetadataValue<Ascii>);

/// A client of every service, over one connection.
#[derive(Clone, Debug)]
pub struct Clients {
    channel: Channel,
}

impl Bearer {
    /// A bearer of the token of the test server.
    pub fn known() -> Self {
        Self(MetadataValue::from_static("Bearer only-for-tests-0123456789"))
    }
}

impl Interceptor for Bearer {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        request.metadata_mut().insert("authorization", self.0.clone());
        Ok(request)
    }
}

impl Clients {
    /// Clients over a connection.
    pub fn new(channel: Channel) -> Self {
        Self { channel }
    }

    /// The connection, for calls that the generated clients cannot make.
    pub fn channel(&self) -> Channel {
        self.channel.clone()
    }

    fn authorized(&self) -> Authorized {
        InterceptedService::new(self.channel(), Bearer::known())
    }

    /// FormService.
    pub fn forms(&self) -> FormServiceClient<Authorized> {
        FormServiceClient::new(self.authorized())
    }

    /// ServerService.
    pub fn server(&self) -> ServerServiceClient<Authorized> {
        ServerServiceClient::new(self.authorized())
    }

    /// OrganizationService.
    pub fn organizations(&self) -> OrganizationServiceClient<Authorized> {
        OrganizationServiceClient::new(self.authorized())
    }

    /// RuleService.
    pub fn rules(&self) -> RuleServiceClient<Authorized> {
        RuleServiceClient::new(self.authorized())
    }

    /// ReportService, ready for answers of any size.
    pub fn reports(&self) -> ReportServiceClient<Authorized> {
        ReportServiceClient::new(self.authorized()).max_decoding_message_size(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_shows_the_token() {
        let request = Bearer::known().call(Request::new(())).unwrap();
        let shown = request.metadata().get("authorization").unwrap();
        assert_eq!(shown.to_str().unwrap(), format!("Bearer {TOKEN}"));
    }
}
