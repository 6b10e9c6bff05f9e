//! ReportService: annual reports.

mod attachments;
mod comparison;
mod decide;
mod edit;
mod fill_in;
mod import;
mod read;
mod render;
mod revalidate;
mod validate;
mod write;

use std::sync::Arc;

use futures_util::stream::BoxStream;
use nianbao_proto::Encoded;
use nianbao_proto::v1::report_service_server::ReportService;
use nianbao_proto::v1::{
    self, AcknowledgeFindingRequest, BatchGetReportsRequest, BatchGetReportsResponse,
    ChangeEditionRequest, ChangeEditionResponse, CreateReportRequest, DeleteReportRequest,
    DownloadAttachmentRequest, DownloadAttachmentResponse, GetAttachmentRequest, GetReportRequest,
    GetRevisionRequest, ImportReportRequest, ImportReportResponse, ListAttachmentsRequest,
    ListAttachmentsResponse, ListReportsRequest, ListReportsResponse, ListRevisionsRequest,
    ListRevisionsResponse, RenderFillInRequest, RenderFillInResponse, RenderReportRequest,
    RenderReportResponse, RevalidateReportsRequest, RevalidateReportsResponse, UpdateReportRequest,
    ValidateReportRequest, ValidateReportResponse, WaiveFindingRequest, WithdrawDecisionRequest,
};
use pbjson_types::Empty;
use tonic::{Request, Response, Status};

use super::Shared;
use super::call::caller;
use super::press::Press;
use super::workshop::Workshop;
use crate::cache::AnswerCache;

/// Annual reports.
pub struct Reports {
    application: Shared,
    cache: Arc<AnswerCache>,
    workshop: Workshop,
    press: Arc<Press>,
}

impl Reports {
    /// The service over the use cases, with answers kept encoded.
    pub fn new(application: Shared, cache: Arc<AnswerCache>, press: Arc<Press>) -> Self {
        Self { application, cache, workshop: Workshop::new(), press }
    }
}

#[tonic::async_trait]
impl ReportService for Reports {
    type DownloadAttachmentStream = BoxStream<'static, Result<DownloadAttachmentResponse, Status>>;

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

    async fn acknowledge_finding(
        &self,
        request: Request<AcknowledgeFindingRequest>,
    ) -> Result<Response<v1::Report>, Status> {
        let caller = caller(&request)?;
        self.acknowledge(&caller, request.into_inner()).await.map(Response::new)
    }

    async fn waive_finding(
        &self,
        request: Request<WaiveFindingRequest>,
    ) -> Result<Response<v1::Report>, Status> {
        let caller = caller(&request)?;
        self.waive(&caller, request.into_inner()).await.map(Response::new)
    }

    async fn withdraw_decision(
        &self,
        request: Request<WithdrawDecisionRequest>,
    ) -> Result<Response<v1::Report>, Status> {
        let caller = caller(&request)?;
        self.withdraw(&caller, request.into_inner()).await.map(Response::new)
    }

    async fn revalidate_reports(
        &self,
        request: Request<RevalidateReportsRequest>,
    ) -> Result<Response<RevalidateReportsResponse>, Status> {
        let caller = caller(&request)?;
        self.revalidate(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn render_report(
        &self,
        request: Request<RenderReportRequest>,
    ) -> Result<Response<RenderReportResponse>, Status> {
        let caller = caller(&request)?;
        self.render(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn render_fill_in(
        &self,
        request: Request<RenderFillInRequest>,
    ) -> Result<Response<RenderFillInResponse>, Status> {
        let caller = caller(&request)?;
        self.fill_in(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn get_attachment(
        &self,
        request: Request<GetAttachmentRequest>,
    ) -> Result<Response<v1::Attachment>, Status> {
        let caller = caller(&request)?;
        self.attachment(&caller, &request.into_inner().name).await.map(Response::new)
    }

    async fn list_attachments(
        &self,
        request: Request<ListAttachmentsRequest>,
    ) -> Result<Response<ListAttachmentsResponse>, Status> {
        let caller = caller(&request)?;
        self.attachments(&caller, &request.into_inner()).await.map(Response::new)
    }

    async fn download_attachment(
        &self,
        request: Request<DownloadAttachmentRequest>,
    ) -> Result<Response<Self::DownloadAttachmentStream>, Status> {
        let caller = caller(&request)?;
        self.download(&caller, &request.into_inner()).await.map(Response::new)
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
