//! Files that are kept with reports.

use bytes::Bytes;
use nianbao_domain::report::{Attachment, AttachmentNumber, ReportKey};

use crate::access::{Caller, Method, Scope};
use crate::query::{AttachmentField, AttachmentQuery, Value};
use crate::store::{CHUNK_BYTES, ListedAttachment, Store};
use crate::{Application, Error, Resource};

/// A page of attachments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentPage {
    /// The attachments.
    pub attachments: Vec<ListedAttachment>,
    /// For the next page; empty on the last.
    pub next_page_token: String,
}

/// An attachment whose bytes the caller may read.
#[derive(Clone, Debug)]
pub struct OpenAttachment {
    report: ReportKey,
    attachment: Attachment,
}

impl OpenAttachment {
    /// What is known of it.
    pub fn attachment(&self) -> &Attachment {
        &self.attachment
    }
}

impl<S: Store> Application<S> {
    /// One attachment.
    pub async fn attachment(
        &self,
        caller: &Caller,
        key: &ReportKey,
        number: AttachmentNumber,
    ) -> Result<Attachment, Error> {
        let scope = caller.authorize(Method::GetAttachment)?;
        self.attachment_in(scope, key, number).await
    }

    /// The attachments of one report, or of many, page by page.
    pub async fn attachments(
        &self,
        caller: &Caller,
        query: &AttachmentQuery,
    ) -> Result<AttachmentPage, Error> {
        let scope = caller.authorize(Method::ListAttachments)?;
        if let Some(parent) = &query.parent {
            self.require_organ(scope, parent).await?;
        }
        let mut attachments = self.store.attachments(scope, &query.with_one_more()).await?;
        let more = attachments.len() > query.limit;
        attachments.truncate(query.limit);
        let last = attachments.last().filter(|_| more);
        let token = last.map(|it| query.next_page_token(|field| value(it, field)));
        Ok(AttachmentPage { attachments, next_page_token: token.unwrap_or_default() })
    }

    /// Opens an attachment for reading.
    pub async fn open_attachment(
        &self,
        caller: &Caller,
        key: &ReportKey,
        number: AttachmentNumber,
    ) -> Result<OpenAttachment, Error> {
        let scope = caller.authorize(Method::DownloadAttachment)?;
        let attachment = self.attachment_in(scope, key, number).await?;
        Ok(OpenAttachment { report: key.clone(), attachment })
    }

    /// The bytes from an offset to the end of the chunk that holds it; none behind the last byte.
    pub async fn attachment_bytes(
        &self,
        open: &OpenAttachment,
        offset: u64,
    ) -> Result<Option<Bytes>, Error> {
        if offset >= open.attachment.size_bytes {
            return Ok(None);
        }
        let chunk = CHUNK_BYTES as u64;
        let number = u32::try_from(offset / chunk).unwrap_or(u32::MAX);
        let found = self.store.chunk(&open.attachment.sha256, number).await?;
        // The report was deleted meanwhile.
        let missing = || Error::NotFound(open.resource());
        let mut bytes = found.ok_or_else(missing)?;
        let passed = usize::try_from(offset % chunk).unwrap_or(usize::MAX);
        if passed >= bytes.len() {
            return Err(missing());
        }
        Ok(Some(bytes.split_off(passed)))
    }

    async fn attachment_in(
        &self,
        scope: &Scope,
        key: &ReportKey,
        number: AttachmentNumber,
    ) -> Result<Attachment, Error> {
        let missing = || Error::NotFound(Resource::Attachment(key.clone(), number));
        let head = self.store.head(scope, key).await?.ok_or_else(missing)?;
        self.store.attachment(&head, number).await?.ok_or_else(missing)
    }
}

impl OpenAttachment {
    fn resource(&self) -> Resource {
        Resource::Attachment(self.report.clone(), self.attachment.number)
    }
}

/// The value of a field of an attachment, as lists sort and filter it.
pub(crate) fn value(it: &ListedAttachment, field: AttachmentField) -> Value {
    let ListedAttachment { report, attachment } = it;
    match field {
        AttachmentField::Organization => Value::Text(report.organization.as_str().to_owned()),
        AttachmentField::ReportYear => Value::Number(report.year.get().into()),
        AttachmentField::Kind => Value::Number(report.kind.number().into()),
        AttachmentField::Number => Value::Number(attachment.number.into()),
        AttachmentField::Sha256 => Value::Text(attachment.sha256.to_string()),
        AttachmentField::MediaType => Value::Text(attachment.media_type.clone()),
        AttachmentField::CreateTime => Value::Time(attachment.create_time),
    }
}
