//! A subset of AIP-160: comparisons joined by AND.

use super::{Field, Value};

/// A comparison of a field with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate<F> {
    /// The field.
    pub field: F,
    /// How.
    pub operator: Operator,
    /// With what.
    pub value: Value,
}

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// A filter that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// Longer than any sensible filter.
    #[error("the filter is longer than {MAX_LENGTH} characters")]
    TooLong,
    /// Something else stands where a field, an operator, a value or AND must stand.
    #[error("{expected} is expected at {at:?}")]
    Unexpected {
        /// What would be right.
        expected: &'static str,
        /// Where the filter stops being readable.
        at: String,
    },
    /// The list has no such field, or not for filtering.
    #[error("{0:?} is no field to filter on")]
    UnknownField(String),
    /// The field has no such value.
    #[error("{value:?} is no value of {field}")]
    UnknownValue {
        /// The field.
        field: &'static str,
        /// The value.
        value: String,
    },
    /// The field is only equal or not.
    #[error("{0} can only be compared with = and !=")]
    NotOrdered(&'static str),
}

impl FilterError {
    /// Where the filter stops making sense; empty for one that is not read at all.
    pub fn at(&self) -> &str {
        match self {
            Self::TooLong => "",
            Self::Unexpected { at, .. } => at,
            Self::UnknownField(name) => name,
            Self::UnknownValue { value, .. } => value,
            Self::NotOrdered(field) => field,
        }
    }
}

const MAX_LENGTH: usize = 2000;
/// Longer operators first: `<=` is not `<` and something strange.
const OPERATORS: [(&str, Operator); 6] = [
    ("!=", Operator::NotEqual),
    ("<=", Operator::LessOrEqual),
    (">=", Operator::GreaterOrEqual),
    ("=", Operator::Equal),
    ("<", Operator::Less),
    (">", Operator::Greater),
];

impl<F: Field> Predicate<F> {
    /// Reads a filter; an empty one has no predicates.
    pub fn parse_all(filter: &str) -> Result<Vec<Self>, FilterError> {
        if filter.len() > MAX_LENGTH {
            return Err(FilterError::TooLong);
        }
        let mut predicates = Vec::new();
        let mut rest = filter.trim();
        while !rest.is_empty() {
            if !predicates.is_empty() {
                rest = conjunction(rest)?;
            }
            let (predicate, behind) = Self::parse(rest)?;
            predicates.push(predicate);
            rest = behind.trim_start();
        }
        Ok(predicates)
    }

    fn parse(words: &str) -> Result<(Self, &str), FilterError> {
        let end =
            words.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(words.len());
        let (name, behind) = words.split_at(end);
        if name.is_empty() {
            return Err(unexpected("a field", words));
        }
        let field =
            F::ALL.iter().copied().find(|field| field.name() == name && field.is_filterable());
        let field = field.ok_or_else(|| FilterError::UnknownField(name.to_owned()))?;
        let (operator, behind) = operator(behind.trim_start())?;
        let equality = matches!(operator, Operator::Equal | Operator::NotEqual);
        if !equality && !field.kind().is_ordered() {
            return Err(FilterError::NotOrdered(field.name()));
        }
        let (value, behind) = literal(behind.trim_start())?;
        let unknown = || FilterError::UnknownValue { field: field.name(), value: value.clone() };
        let value = field.kind().parse(&value).ok_or_else(unknown)?;
        Ok((Self { field, operator, value }, behind))
    }
}

fn unexpected(expected: &'static str, at: &str) -> FilterError {
    FilterError::Unexpected { expected, at: at.chars().take(40).collect() }
}

fn conjunction(words: &str) -> Result<&str, FilterError> {
    let behind = words.strip_prefix("AND").filter(|behind| behind.starts_with(char::is_whitespace));
    behind.map(str::trim_start).ok_or_else(|| unexpected("AND", words))
}

fn operator(words: &str) -> Result<(Operator, &str), FilterError> {
    let found =
        OPERATORS.iter().find_map(|(sign, operator)| Some((*operator, words.strip_prefix(sign)?)));
    found.ok_or_else(|| unexpected("an operator", words))
}

/// A quoted string, with `\"` and `\\` in it, or a bare word.
fn literal(words: &str) -> Result<(String, &str), FilterError> {
    let Some(quoted) = words.strip_prefix('"') else {
        let end = words.find(char::is_whitespace).unwrap_or(words.len());
        let (word, behind) = words.split_at(end);
        return if word.is_empty() {
            Err(unexpected("a value", words))
        } else {
            Ok((word.to_owned(), behind))
        };
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((value, &quoted[at + 1..])),
            '\\' => value.extend(chars.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    Err(unexpected("a closing quotation mark", words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::ReportField;

    fn parse(filter: &str) -> Result<Vec<Predicate<ReportField>>, FilterError> {
        Predicate::parse_all(filter)
    }

    #[test]
    fn comparisons_are_joined_by_and() {
        let filter =
            r#"report_year >= 2021 AND state=REPORT_STATE_DRAFT AND source_key = "a \"b\" AND c""#;
        let predicates = parse(filter).unwrap();
        assert_eq!(predicates.len(), 3);
        assert_eq!(predicates[0].operator, Operator::GreaterOrEqual);
        assert_eq!(predicates[1].value, Value::Number(1));
        assert_eq!(predicates[2].value, Value::Text(r#"a "b" AND c"#.to_owned()));
    }

    #[test]
    fn an_empty_filter_takes_everything() {
        assert_eq!(parse("  "), Ok(vec![]));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(parse("titel = 1"), Err(FilterError::UnknownField("titel".to_owned())));
        assert_eq!(parse("state > REPORT_STATE_DRAFT"), Err(FilterError::NotOrdered("state")));
        assert!(matches!(parse("kind = OWN"), Err(FilterError::UnknownValue { .. })));
        assert!(matches!(
            parse("report_year 2021"),
            Err(FilterError::Unexpected { expected: "an operator", .. })
        ));
        assert!(matches!(
            parse("report_year = 2021 kind = x"),
            Err(FilterError::Unexpected { expected: "AND", .. })
        ));
        assert!(matches!(parse("source_key = \"x"), Err(FilterError::Unexpected { .. })));
        assert_eq!(parse(&"a".repeat(3000)), Err(FilterError::TooLong));
    }
}
