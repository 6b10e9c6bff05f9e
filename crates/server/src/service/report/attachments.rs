//! Files that are kept with reports.

use std::sync::Arc;

use futures_util::StreamExt;
use futures_util::stream::{self, BoxStream};
use nianbao_application::Error;
use nianbao_application::access::Caller;
use nianbao_application::query::AttachmentParent;
use nianbao_application::reports::OpenAttachment;
use nianbao_proto::v1::{self, DownloadAttachmentResponse};
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use crate::answer::{invalid, status};
use crate::service::Shared;
use crate::service::list::attachments;

impl Reports {
    pub(super) async fn attachment(
        &self,
        caller: &Caller,
        name: &str,
    ) -> Result<v1::Attachment, Status> {
        let (key, number) = wire::name::attachment(name, "name").map_err(invalid)?;
        let found = self.application.attachment(caller, &key, number).await.map_err(status)?;
        Ok(wire::attachment(&key, &found))
    }

    pub(super) async fn attachments(
        &self,
        caller: &Caller,
        request: &v1::ListAttachmentsRequest,
    ) -> Result<v1::ListAttachmentsResponse, Status> {
        let (organization, report) =
            wire::name::report_or_any(&request.parent, "parent").map_err(invalid)?;
        let parent = AttachmentParent { organization, report };
        let query = attachments(parent, request, self.application.limits())?;
        let page = self.application.attachments(caller, &query).await.map_err(status)?;
        let attachments = page.attachments.iter();
        Ok(v1::ListAttachmentsResponse {
            attachments: attachments
                .map(|it| wire::attachment(&it.report, &it.attachment))
                .collect(),
            next_page_token: page.next_page_token,
        })
    }

    pub(super) async fn download(
        &self,
        caller: &Caller,
        request: &v1::DownloadAttachmentRequest,
    ) -> Result<BoxStream<'static, Result<DownloadAttachmentResponse, Status>>, Status> {
        let (key, number) = wire::name::attachment(&request.name, "name").map_err(invalid)?;
        let open = self.application.open_attachment(caller, &key, number).await.map_err(status)?;
        let size = open.attachment().size_bytes;
        let offset = bytes(request.offset, "offset")?;
        if offset > size {
            let what = format!("behind the end: the file has {size} bytes");
            return Err(status(Error::invalid("offset", what)));
        }
        let end = match bytes(request.limit, "limit")? {
            0 => size,
            limit => size.min(offset.saturating_add(limit)),
        };
        let about = Some(wire::attachment(&key, open.attachment()));
        let download =
            Download { application: Arc::clone(&self.application), open, offset, end, about };
        Ok(stream::try_unfold(download, Download::next).boxed())
    }
}

/// A download under way: one chunk at a time is in memory.
struct Download {
    application: Shared,
    open: OpenAttachment,
    offset: u64,
    end: u64,
    /// Until the first message is sent.
    about: Option<v1::Attachment>,
}

impl Download {
    async fn next(mut self) -> Result<Option<(DownloadAttachmentResponse, Self)>, Status> {
        if self.offset >= self.end && self.about.is_none() {
            return Ok(None);
        }
        let mut content = prost::bytes::Bytes::new();
        if self.offset < self.end {
            let read = self.application.attachment_bytes(&self.open, self.offset).await;
            content = read.map_err(status)?.unwrap_or_default();
            content.truncate(usize::try_from(self.end - self.offset).unwrap_or(usize::MAX));
        }
        let part = DownloadAttachmentResponse {
            attachment: self.about.take(),
            offset: i64::try_from(self.offset).unwrap_or(i64::MAX),
            content,
        };
        self.offset += part.content.len() as u64;
        Ok(Some((part, self)))
    }
}

fn bytes(number: i64, field: &str) -> Result<u64, Status> {
    u64::try_from(number).map_err(|_| status(Error::invalid(field, "negative")))
}
