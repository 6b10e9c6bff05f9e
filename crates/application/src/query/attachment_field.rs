//! Fields of lists of attachments.

use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{ReportKind, ReportYear};

use super::{AttachmentQuery, Field, FieldKind, ListError, Operator, Predicate, Value};

/// A field of a list of attachments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentField {
    /// The organ of the report.
    Organization,
    /// The year of the report.
    ReportYear,
    /// The kind of the report.
    Kind,
    /// The number within the report.
    Number,
    /// The digest of the bytes by SHA-256.
    Sha256,
    /// The format.
    MediaType,
    /// When it was committed.
    CreateTime,
}

impl Field for AttachmentField {
    const ALL: &'static [Self] = &[
        Self::Organization,
        Self::ReportYear,
        Self::Kind,
        Self::Number,
        Self::Sha256,
        Self::MediaType,
        Self::CreateTime,
    ];
    const IDENTITY: &'static [Self] =
        &[Self::Organization, Self::ReportYear, Self::Kind, Self::Number];

    fn name(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::ReportYear => "report_year",
            Self::Kind => "kind",
            Self::Number => "number",
            Self::Sha256 => "sha256",
            Self::MediaType => "media_type",
            Self::CreateTime => "create_time",
        }
    }

    fn kind(self) -> FieldKind {
        match self {
            Self::Organization => FieldKind::Organization,
            Self::ReportYear | Self::Number => FieldKind::Number,
            Self::Kind => {
                FieldKind::Enum { prefix: "REPORT_KIND_", number: super::report_field::kind }
            }
            Self::Sha256 => FieldKind::Digest,
            Self::MediaType => FieldKind::Label,
            Self::CreateTime => FieldKind::Time,
        }
    }

    fn is_filterable(self) -> bool {
        self != Self::Number
    }

    fn is_sortable(self) -> bool {
        self == Self::CreateTime
    }
}

/// Which reports a list of attachments is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentParent {
    /// One organ; all in the caller's scope where none.
    pub organization: Option<OrganizationId>,
    /// One year and kind; all where none.
    pub report: Option<(ReportYear, ReportKind)>,
}

impl AttachmentQuery {
    /// Reads filter, order and page token of a request.
    ///
    /// # Errors
    ///
    /// A filter, order or page token that is none of this list.
    pub fn of(
        parent: AttachmentParent,
        filter: &str,
        order_by: &str,
        page_token: &str,
        limit: usize,
    ) -> Result<Self, ListError> {
        let AttachmentParent { organization, report } = parent;
        let organ = organization.as_ref().map_or("-", OrganizationId::as_str);
        let of = report.map_or("-".to_owned(), |(year, kind)| format!("{year} {}", kind.code()));
        let list = format!("attachments {organ} {of}");
        let mut query = Self::parse_in(&list, organization, filter, order_by, page_token, limit)?;
        if let Some((year, kind)) = report {
            query.require(AttachmentField::ReportYear, year.get().into());
            query.require(AttachmentField::Kind, kind.number().into());
        }
        Ok(query)
    }

    fn require(&mut self, field: AttachmentField, number: i64) {
        let (operator, value) = (Operator::Equal, Value::Number(number));
        self.predicates.push(Predicate { field, operator, value });
    }
}
