//! ServerService: what a client may want to know before it starts.

use nianbao_application::access::Method;
use nianbao_application::store::CHUNK_BYTES;
use nianbao_document::Format;
use nianbao_domain::form::Edition;
use nianbao_domain::user_rule::MAX_ENABLED;
use nianbao_proto::v1::server_service_server::ServerService;
use nianbao_proto::v1::{self, GetServerInfoRequest, ServerInfo};
use nianbao_wire as wire;
use pbjson_types::Duration;
use tonic::{Request, Response, Status};

use super::Shared;
use super::call::caller;
use super::rendering::{available, number};
use crate::answer::status;

/// How long a request id is remembered.
const REQUEST_ID_RETENTION: Duration = Duration { seconds: 30 * 24 * 60 * 60, nanos: 0 };

/// What this server is and can do.
pub struct Info {
    application: Shared,
    limits: v1::Limits,
}

impl Info {
    /// Limits follow from the settings.
    pub fn new(application: Shared, max_request_bytes: usize) -> Self {
        let limits = application.limits();
        let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let many = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
        let limits = v1::Limits {
            max_request_bytes: many(max_request_bytes),
            max_response_bytes: i64::from(u32::MAX),
            max_document_bytes: many(nianbao_document::MAX_BYTES.min(max_request_bytes)),
            max_chunk_bytes: many(CHUNK_BYTES),
            max_document_cells: many(nianbao_document::MAX_CELLS),
            max_document_lines: many(nianbao_document::MAX_LINES),
            max_document_text_bytes: many(nianbao_document::MAX_TEXT),
            default_page_size: count(limits.default_page_size),
            max_page_size: count(limits.max_page_size),
            max_batch_size: count(limits.max_batch_size),
            max_findings: count(limits.max_findings),
            request_id_retention: Some(REQUEST_ID_RETENTION),
            max_enabled_rules: count(MAX_ENABLED),
        };
        Self { application, limits }
    }
}

#[tonic::async_trait]
impl ServerService for Info {
    async fn get_server_info(
        &self,
        request: Request<GetServerInfoRequest>,
    ) -> Result<Response<ServerInfo>, Status> {
        caller(&request)?.authorize(Method::GetServerInfo).map_err(status)?;
        Ok(Response::new(ServerInfo {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            rule_set: self.application.rule_set().await.map_err(status)?,
            forms: Edition::ALL.into_iter().map(wire::name::form_name).collect(),
            limits: Some(self.limits),
            renditions: available().map(|it| number(it).into()).collect(),
            import_media_types: Format::DOCUMENTS.map(|it| it.media_type().to_owned()).into(),
        }))
    }
}
