//! What lists ask for: filters, orders, places in a list, parsed once at the edge.

mod attachment_field;
mod field;
mod filter;
mod list;
mod order;
mod organization_field;
mod page_token;
mod report_field;
mod revision_query;
mod rule_query;

pub use attachment_field::{AttachmentField, AttachmentParent};
pub use field::{Field, FieldKind, Value};
pub use filter::{FilterError, Operator, Predicate};
pub use list::{AttachmentQuery, ListError, ListQuery, OrganizationQuery, ReportQuery};
pub use order::{Direction, OrderError};
pub use organization_field::OrganizationField;
pub use page_token::{PageToken, PageTokenError};
pub use report_field::ReportField;
pub use revision_query::RevisionQuery;
pub use rule_query::{RuleOrigin, RuleQuery};
