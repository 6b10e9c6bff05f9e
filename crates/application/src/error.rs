//! The small vocabulary of failure, mapped to a status once, in the server.

use chrono::NaiveDate;
use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{ReportKey, ReportKind, ReportState, ReportYear};
use nianbao_domain::user_rule::UserRuleCode;
use uuid::Uuid;

use crate::access::Permission;
use crate::reports::DecisionError;
use crate::rules::RuleError;
use crate::store::StoreError;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// An organ.
    Organization(OrganizationId),
    /// A report.
    Report(ReportKey),
    /// A revision of a report.
    Revision(ReportKey, u32),
    /// A file that is kept with a report.
    Attachment(ReportKey, u32),
    /// A rule that a user wrote.
    Rule(UserRuleCode),
}

/// A field of a request that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldViolation {
    /// The path of the field: `report.sheet.rows[3].cells[0].amount`.
    pub field: String,
    /// What kind of violation.
    pub reason: ViolationReason,
    /// What is wrong and what to do, in English.
    pub description: String,
}

/// What kind of violation, with what machines are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViolationReason {
    /// Missing or malformed.
    Invalid,
    /// The field cannot be changed.
    Immutable,
    /// The edition does not print the cell.
    CellNotOnForm {
        /// The cell.
        cell: CellId,
        /// The edition.
        edition: Edition,
    },
    /// The filter cannot be read.
    Filter {
        /// From where on.
        at: String,
    },
    /// The order cannot be read.
    Order {
        /// From where on.
        at: String,
    },
    /// The page token is not one of this list.
    PageToken,
    /// The document tells no year and the request does not either.
    DocumentYearUnknown,
    /// The document is of another year.
    DocumentYearMismatch {
        /// The year that the request says.
        asked: ReportYear,
        /// The year that the document says.
        found: ReportYear,
    },
    /// The document is of another kind.
    DocumentKindMismatch {
        /// The kind that the request says.
        asked: ReportKind,
        /// The kind of the document.
        found: ReportKind,
    },
    /// The document is the report of another organ.
    DocumentOrganizationMismatch {
        /// The organ that the request says.
        asked: OrganizationId,
        /// The organ that the document says.
        found: OrganizationId,
    },
}

/// Why a call could not be answered as asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or not for this caller.
    #[error("{0} does not exist")]
    NotFound(Resource),
    /// The name is taken.
    #[error("{0} exists already")]
    AlreadyExists(Resource),
    /// Fields are missing or malformed.
    #[error("the request cannot be used: {}", .0.first().map(|it| it.description.as_str()).unwrap_or_default())]
    Invalid(Vec<FieldViolation>),
    /// The request id was used with other content.
    #[error("the request id was used before with other content")]
    RequestIdReused(Uuid),
    /// The resource has changed since its etag was read.
    #[error("{resource} has changed since it was read")]
    EtagMismatch {
        /// What changed.
        resource: Resource,
        /// Its present etag.
        current: String,
    },
    /// The state of the report does not admit the call.
    #[error("{report} is {}", .state.code())]
    IllegalState {
        /// The report.
        report: ReportKey,
        /// Its state.
        state: ReportState,
    },
    /// An organ does not exist on a day on which it would have to, or cannot end on it.
    #[error("{} does not exist on {date}, or cannot end on that day", .organization.resource_name())]
    NotInExistence {
        /// The organ.
        organization: OrganizationId,
        /// The day.
        date: NaiveDate,
    },
    /// The organ has been succeeded by others.
    #[error("{} has been succeeded by {}", .organization.resource_name(), .successor.resource_name())]
    Succeeded {
        /// The organ.
        organization: OrganizationId,
        /// One of its successors.
        successor: OrganizationId,
    },
    /// An organ would succeed itself.
    #[error("{} would succeed itself", .0.resource_name())]
    SuccessionCycle(OrganizationId),
    /// The caller lacks a permission.
    #[error("the permission {} is missing", .permission.code())]
    Denied {
        /// Which.
        permission: Permission,
    },
    /// A batch has too many items.
    #[error("{found} items are more than {limit}")]
    TooMany {
        /// Most items.
        limit: usize,
        /// Items sent.
        found: usize,
    },
    /// A decision cannot be made or withdrawn.
    #[error(transparent)]
    Decision(#[from] DecisionError),
    /// A user rule cannot be written or put into force.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// The store could not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Error {
    /// One violation of one field.
    pub fn invalid(field: impl Into<String>, description: impl Into<String>) -> Self {
        Self::violation(field, ViolationReason::Invalid, description)
    }

    /// One violation of one field, of a certain kind.
    pub fn violation(
        field: impl Into<String>,
        reason: ViolationReason,
        description: impl Into<String>,
    ) -> Self {
        Self::Invalid(vec![FieldViolation {
            field: field.into(),
            reason,
            description: description.into(),
        }])
    }
}

impl Resource {
    /// The type, as clients know it: `nianbao.v1/Report`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Organization(_) => "nianbao.v1/Organization",
            Self::Report(_) => "nianbao.v1/Report",
            Self::Revision(..) => "nianbao.v1/Revision",
            Self::Attachment(..) => "nianbao.v1/Attachment",
            Self::Rule(_) => "nianbao.v1/Rule",
        }
    }
}

impl std::fmt::Display for Resource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Organization(id) => f.write_str(&id.resource_name()),
            Self::Report(key) => key.fmt(f),
            Self::Revision(key, number) => write!(f, "{key}/revisions/{number}"),
            Self::Attachment(key, number) => write!(f, "{key}/attachments/{number}"),
            Self::Rule(code) => f.write_str(&code.resource_name()),
        }
    }
}
