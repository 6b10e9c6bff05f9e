//! A register that writes down what it is asked.

use std::sync::{Arc, Mutex};

use nianbao_proto::v1::organization_service_server::{
    OrganizationService, OrganizationServiceServer,
};
use nianbao_proto::v1::{
    BatchCreateOrganizationsRequest, BatchCreateOrganizationsResponse, CloseOrganizationRequest,
    CreateOrganizationRequest, GetOrganizationRequest, ListOrganizationsRequest,
    ListOrganizationsResponse, Organization, SeenOrganization, SucceedOrganizationsRequest,
    SucceedOrganizationsResponse, UpdateOrganizationRequest,
};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;
use tonic::{Code, Request, Response, Status};
use tonic_types::{ErrorDetails, StatusExt};

/// What the register was asked, and what it is away for.
#[derive(Default)]
pub struct Log {
    pub away: usize,
    pub request_ids: Vec<String>,
    pub authorizations: Vec<String>,
    pub updates: Vec<UpdateOrganizationRequest>,
    pub successions: Vec<SucceedOrganizationsRequest>,
    pub closures: Vec<CloseOrganizationRequest>,
}

/// A running register.
pub struct Register {
    pub address: String,
    pub log: Arc<Mutex<Log>>,
    _runtime: Runtime,
}

/// The only etag that an update may have.
pub const ETAG: &str = "1";

impl Register {
    /// Starts one that is away for the first so many calls.
    pub fn away_for(away: usize) -> Self {
        let runtime = Runtime::new().unwrap();
        let log = Arc::new(Mutex::new(Log { away, ..Log::default() }));
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let service = OrganizationServiceServer::new(Answers(log.clone()));
        let incoming = TcpIncoming::from(listener).with_nodelay(Some(true));
        runtime.spawn(Server::builder().add_service(service).serve_with_incoming(incoming));
        Self { address, log, _runtime: runtime }
    }
}

struct Answers(Arc<Mutex<Log>>);

fn organ(id: &str) -> Organization {
    let name = format!("organizations/{id}");
    Organization { name, etag: ETAG.to_owned(), ..Organization::default() }
}

#[tonic::async_trait]
impl OrganizationService for Answers {
    async fn create_organization(
        &self,
        request: Request<CreateOrganizationRequest>,
    ) -> Result<Response<Organization>, Status> {
        let mut log = self.0.lock().unwrap();
        let authorization = request.metadata().get("authorization");
        log.authorizations.extend(authorization.map(|it| it.to_str().unwrap().to_owned()));
        let request = request.into_inner();
        log.request_ids.push(request.request_id);
        if log.away > 0 {
            log.away -= 1;
            return Err(Status::unavailable("the database is busy"));
        }
        Ok(Response::new(organ(&request.organization_id)))
    }

    async fn get_organization(
        &self,
        _: Request<GetOrganizationRequest>,
    ) -> Result<Response<Organization>, Status> {
        Ok(Response::new(organ("siqian")))
    }

    async fn list_organizations(
        &self,
        request: Request<ListOrganizationsRequest>,
    ) -> Result<Response<ListOrganizationsResponse>, Status> {
        let (organization, next) = match request.into_inner().page_token.as_str() {
            "" => (organ("a"), "second"),
            _ => (organ("b"), ""),
        };
        let organizations = vec![organization];
        let next_page_token = next.to_owned();
        Ok(Response::new(ListOrganizationsResponse { organizations, next_page_token }))
    }

    async fn update_organization(
        &self,
        request: Request<UpdateOrganizationRequest>,
    ) -> Result<Response<Organization>, Status> {
        let request = request.into_inner();
        let etag = request.organization.as_ref().map(|organ| organ.etag.clone());
        self.0.lock().unwrap().updates.push(request);
        if etag.as_deref() == Some(ETAG) {
            return Ok(Response::new(organ("siqian")));
        }
        let mut details = ErrorDetails::new();
        let metadata = [("etag".to_owned(), ETAG.to_owned())];
        details.set_error_info("ETAG_MISMATCH", "nianbao.v1", metadata);
        details.set_localized_message("zh-CN", "已被修改");
        Err(Status::with_error_details(Code::Aborted, "has changed", details))
    }

    async fn batch_create_organizations(
        &self,
        _: Request<BatchCreateOrganizationsRequest>,
    ) -> Result<Response<BatchCreateOrganizationsResponse>, Status> {
        Err(Status::unimplemented("not in this register"))
    }

    async fn succeed_organizations(
        &self,
        request: Request<SucceedOrganizationsRequest>,
    ) -> Result<Response<SucceedOrganizationsResponse>, Status> {
        let request = request.into_inner();
        let organs = |seen: &[SeenOrganization]| {
            seen.iter().map(|it| Organization { name: it.name.clone(), ..organ("") }).collect()
        };
        let answer = SucceedOrganizationsResponse {
            predecessors: organs(&request.predecessors),
            successors: organs(&request.successors),
        };
        self.0.lock().unwrap().successions.push(request);
        Ok(Response::new(answer))
    }

    async fn close_organization(
        &self,
        request: Request<CloseOrganizationRequest>,
    ) -> Result<Response<Organization>, Status> {
        let request = request.into_inner();
        let answer = Organization { name: request.name.clone(), ..organ("") };
        self.0.lock().unwrap().closures.push(request);
        Ok(Response::new(answer))
    }
}
