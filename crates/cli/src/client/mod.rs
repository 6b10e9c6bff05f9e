//! The way to the server: one channel, a token on every call, and calls that are safe to repeat.

mod patience;
mod refusal;
mod request_id;
mod retry;
mod token;

use std::env;
use std::fmt::Display;

use nianbao_proto::v1::organization_service_client::OrganizationServiceClient;
use nianbao_proto::v1::report_service_client::ReportServiceClient;
use nianbao_proto::v1::rule_service_client::RuleServiceClient;
use nianbao_proto::v1::server_service_client::ServerServiceClient;
use tonic::service::interceptor::InterceptedService;
use tonic::transport::{Channel, Endpoint};
use tonic::{Response, Status};

use crate::arguments::Connection;
use crate::failure::Failure;

pub use patience::Patience;
pub use refusal::Refusal;
pub use request_id::RequestId;
use token::Bearer;

/// The largest answer that is taken: a page of reports with all their figures is a few megabytes.
const MAX_ANSWER: usize = 64 << 20;
/// How long a connection may take to come about.
const CONNECT: std::time::Duration = std::time::Duration::from_secs(5);

type Service = InterceptedService<Channel, Bearer>;

/// A server, called as somebody.
pub struct Client {
    service: Service,
    address: String,
}

impl Client {
    /// Prepares the way; the connection comes about with the first call.
    pub fn new(connection: &Connection) -> Result<Self, Failure> {
        let address = connection.server.clone();
        if !address.starts_with("http://") {
            return Err(Failure::usage(
                format!("服务器地址应以 http:// 开头：{address}"),
                format!("the address of a server begins with http://: {address}"),
            ));
        }
        let endpoint = Endpoint::from_shared(address.clone()).map_err(|why| bad(&address, &why))?;
        let channel = endpoint.connect_timeout(CONNECT).tcp_nodelay(true).connect_lazy();
        let variable = |name: &str| env::var(name).ok();
        let bearer = Bearer::find(connection.token_file.as_deref(), variable)?;
        Ok(Self { service: InterceptedService::new(channel, bearer), address })
    }

    /// The service of organs.
    pub fn organizations(&self) -> OrganizationServiceClient<Service> {
        let client = OrganizationServiceClient::new(self.service.clone());
        client.max_decoding_message_size(MAX_ANSWER)
    }

    /// The service of reports.
    pub fn reports(&self) -> ReportServiceClient<Service> {
        let client = ReportServiceClient::new(self.service.clone());
        client.max_decoding_message_size(MAX_ANSWER)
    }

    /// The service of rules.
    pub fn rules(&self) -> RuleServiceClient<Service> {
        let client = RuleServiceClient::new(self.service.clone());
        client.max_decoding_message_size(MAX_ANSWER)
    }

    /// What the server says of itself.
    pub fn server(&self) -> ServerServiceClient<Service> {
        ServerServiceClient::new(self.service.clone())
    }

    /// Calls until there is an answer or no hope of one. A call has to be safe to repeat: it reads,
    /// or it carries a request id. For calls that send and receive little.
    pub async fn call<T>(
        &self,
        attempt: impl AsyncFn() -> Result<Response<T>, Status>,
    ) -> Result<T, Refusal> {
        self.call_patiently(Patience::default(), attempt).await
    }

    /// The same for a call with much to send or to receive.
    pub async fn call_patiently<T>(
        &self,
        patience: Patience,
        attempt: impl AsyncFn() -> Result<Response<T>, Status>,
    ) -> Result<T, Refusal> {
        let answered = retry::until_answered(patience, attempt).await;
        answered.map(Response::into_inner).map_err(|status| self.refusal(&status))
    }

    /// What a status of this server says.
    pub fn refusal(&self, status: &Status) -> Refusal {
        Refusal::of(status, &self.address)
    }
}

fn bad(address: &str, why: &dyn Display) -> Failure {
    Failure::usage(
        format!("服务器地址 {address} 不正确：{why}"),
        format!("{address} is no address of a server: {why}"),
    )
}
