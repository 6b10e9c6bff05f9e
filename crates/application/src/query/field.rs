//! Fields that lists filter on and sort by.

use chrono::{DateTime, Utc};
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::Digest;

/// A field of a list.
pub trait Field: Copy + Eq + std::fmt::Debug + Send + Sync + 'static {
    /// Every field.
    const ALL: &'static [Self];
    /// The fields that together identify an item: every order ends with them, so that it is total.
    const IDENTITY: &'static [Self];

    /// The name in filters and orders.
    fn name(self) -> &'static str;

    /// What its values are.
    fn kind(self) -> FieldKind;

    /// Whether filters may name it.
    fn is_filterable(self) -> bool;

    /// Whether orders may name it.
    fn is_sortable(self) -> bool;
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// Words.
    Text,
    /// Words whose order means nothing.
    Label,
    /// A number.
    Number,
    /// A time in RFC 3339.
    Time,
    /// The name of an organ, `organizations/{organization}`.
    Organization,
    /// A digest in lower-case hexadecimal; `sha256:` before it is passed over.
    Digest,
    /// A value of an enum: its names begin with `prefix`, the rest in lower case is the public code.
    Enum {
        /// What the names of the values begin with.
        prefix: &'static str,
        /// The number of a public code.
        number: fn(&str) -> Option<i64>,
    },
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number, or the number of an enum value.
    Number(i64),
    /// A time.
    Time(DateTime<Utc>),
}

impl FieldKind {
    /// Reads a value of this kind.
    pub(super) fn parse(self, words: &str) -> Option<Value> {
        match self {
            Self::Text | Self::Label => Some(Value::Text(words.to_owned())),
            Self::Number => words.parse().ok().map(Value::Number),
            Self::Time => {
                let time = DateTime::parse_from_rfc3339(words).ok()?;
                Some(Value::Time(time.with_timezone(&Utc)))
            }
            Self::Organization => {
                let id = OrganizationId::from_resource_name(words).ok()?;
                Some(Value::Text(id.as_str().to_owned()))
            }
            Self::Digest => {
                let digits = words.strip_prefix("sha256:").unwrap_or(words);
                digits.parse::<Digest>().ok().map(|digest| Value::Text(digest.to_string()))
            }
            Self::Enum { prefix, number } => {
                let code = words.strip_prefix(prefix)?.to_ascii_lowercase();
                number(&code).map(Value::Number)
            }
        }
    }

    /// Whether values of this kind have a meaningful order.
    pub(super) const fn is_ordered(self) -> bool {
        matches!(self, Self::Text | Self::Number | Self::Time)
    }
}
