//! Pages of lists.

use nianbao_application::query::{
    AttachmentParent, AttachmentQuery, Field, ListError, ListQuery, RevisionQuery, RuleOrigin,
    RuleQuery,
};
use nianbao_application::{Error, Limits, ViolationReason};
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::ReportKey;
use nianbao_proto::v1;
use tonic::Status;

use crate::answer::status;

/// What a request says of the page it wants.
pub(super) struct Wanted<'a> {
    pub(super) parent: Option<OrganizationId>,
    pub(super) page_size: i32,
    pub(super) page_token: &'a str,
    pub(super) filter: &'a str,
    pub(super) order_by: &'a str,
}

impl Wanted<'_> {
    /// The query of the page.
    pub(super) fn query<F: Field>(self, limits: &Limits) -> Result<ListQuery<F>, Status> {
        let limit = page_size(self.page_size, limits)?;
        let query =
            ListQuery::parse(self.parent, self.filter, self.order_by, self.page_token, limit);
        query.map_err(|error| status(refused(&error)))
    }
}

/// The query of a page of revisions.
pub(super) fn revisions(
    report: &ReportKey,
    page_size_asked: i32,
    token: &str,
    limits: &Limits,
) -> Result<RevisionQuery, Status> {
    let limit = page_size(page_size_asked, limits)?;
    RevisionQuery::parse(report, token, limit)
        .map_err(|error| status(refused(&ListError::PageToken(error))))
}

/// The query of a page of attachments.
pub(super) fn attachments(
    parent: AttachmentParent,
    request: &v1::ListAttachmentsRequest,
    limits: &Limits,
) -> Result<AttachmentQuery, Status> {
    let v1::ListAttachmentsRequest { parent: _, page_size: asked, page_token, filter, order_by } =
        request;
    let limit = page_size(*asked, limits)?;
    let query = AttachmentQuery::of(parent, filter, order_by, page_token, limit);
    query.map_err(|error| status(refused(&error)))
}

/// The query of a page of rules.
pub(super) fn rules(
    origin: Option<RuleOrigin>,
    page_size_asked: i32,
    token: &str,
    limits: &Limits,
) -> Result<RuleQuery, Status> {
    let limit = page_size(page_size_asked, limits)?;
    RuleQuery::parse(origin, token, limit)
        .map_err(|error| status(refused(&ListError::PageToken(error))))
}

fn page_size(asked: i32, limits: &Limits) -> Result<usize, Status> {
    let asked = usize::try_from(asked);
    let asked = asked
        .map_err(|_| status(Error::invalid("page_size", "a page cannot have a negative size")))?;
    Ok(limits.page_size(asked))
}

fn refused(error: &ListError) -> Error {
    match error {
        ListError::Filter(error) => {
            let reason = ViolationReason::Filter { at: error.at().to_owned() };
            Error::violation("filter", reason, error.to_string())
        }
        ListError::Order(error) => {
            let reason = ViolationReason::Order { at: error.0.clone() };
            Error::violation("order_by", reason, error.to_string())
        }
        ListError::PageToken(error) => {
            Error::violation("page_token", ViolationReason::PageToken, error.to_string())
        }
    }
}
