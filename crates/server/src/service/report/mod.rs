//! ReportService: annual reports.

mod edit;
mod import;
mod read;
mod validate;
mod write;

use std::sync::Arc;

use nianbao_proto::Encoded;
use nianbao_proto::v1::report_service_server::ReportService;
use nianbao_proto::v1::{
    self, BatchGetReportsRequest, BatchGetReportsResponse, ChangeEditionRequest,
    ChangeEditionResponse, CreateReportRequest, DeleteReportRequest, GetReportRequest,
    GetRevisionRequest, ImportReportRequest, ImportReportResponse, ListReportsRequest,
    ListReportsResponse, ListRevisionsRequest, ListRevisionsResponse, UpdateReportRequest,
    ValidateReportRequest, ValidateReportResponse,
};
use pbjson_types::Empty;
use tonic::{Request, Response, Status};

use super::Shared;
use super::call::caller;
use crate::cache::AnswerCache;

/// Annual reports.
pub struct Reports {
    application: Shared,
    cache: Arc<AnswerCache>,
}

impl Reports {
    /// The service over the use cases, with answers kept encoded.
    pub fn new(application: Shared, cache: Arc<AnswerCache>) -> Self {
        Self { application, cache }
    }
}

#[tonic::async_trait]
impl ReportService for Reports {
    async fn create_report(
        &self,
        request: Request<CreateReportRequest>,
    ) -> Result<Response<v1::Report>, Status> {
        let caller = caller(&request)?;
        self.create(&caller, request.into_inner()).await.map(Response::new)
    }

    async fn get_report(
        &self,
        request: Request<GetReportRequest>,
    ) -> Result<Response<Encoded<v1::Report>>, Status> {
        let caller = caller(&request)?;
        self.get(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn list_reports(
        &self,
        request: Request<ListReportsRequest>,
    ) -> Result<Response<ListReportsResponse>, Status> {
        let caller = caller(&request)?;
        self.list(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn update_report(
        &self,
        request: Request<UpdateReportRequest>,
    ) -> Result<Response<v1::Report>, Status> {
        let caller = caller(&request)?;
        self.update(&caller, request.into_inner()).await.map(Response::new)
    }

    async fn delete_report(
        &self,
        request: Request<DeleteReportRequest>,
    ) -> Result<Response<Empty>, Status> {
        let caller = caller(&request)?;
        self.delete(&caller, &request.into_inner()).await?;
        Ok(Response::new(Empty {}))
    }

    async fn batch_get_reports(
        &self,
        request: Request<BatchGetReportsRequest>,
    ) -> Result<Response<BatchGetReportsResponse>, Status> {
        let caller = caller(&request)?;
        self.batch_get(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn import_report(
        &self,
        request: Request<ImportReportRequest>,
    ) -> Result<Response<ImportReportResponse>, Status> {
        let caller = caller(&request)?;
        self.import(&caller, request.into_inner()).await.map(Response::new)
    }

    async fn validate_report(
        &self,
        request: Request<ValidateReportRequest>,
    ) -> Result<Response<ValidateReportResponse>, Status> {
        let caller = caller(&request)?;
        self.validate(&caller, request.into_inner()).await.map(Response::new)
    }

    async fn change_edition(
        &self,
        request: Request<ChangeEditionRequest>,
    ) -> Result<Response<ChangeEditionResponse>, Status> {
        let caller = caller(&request)?;
        self.put_into_edition(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn list_revisions(
        &self,
        request: Request<ListRevisionsRequest>,
    ) -> Result<Response<ListRevisionsResponse>, Status> {
        let caller = caller(&request)?;
        self.revisions(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn get_revision(
        &self,
        request: Request<GetRevisionRequest>,
    ) -> Result<Response<Encoded<v1::Revision>>, Status> {
        let caller = caller(&request)?;
        self.revision(&caller, &request.into_inner().name).await.map(Response::new)
    }
}
