//! A finding in the public JSON form of `check`.

use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::form::{CellId, Column, Line};
use nianbao_domain::sheet::Reading;
use nianbao_domain::user_rule::UserRuleCode;
use nianbao_proto::v1;
use nianbao_wire::Concept;
use serde::Serialize;

use super::Answer;

/// One observation by one rule.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The rule.
    pub code: String,
    /// `blocking`, `warning` or `info`.
    pub severity: &'static str,
    /// The public codes of the cells concerned.
    pub cells: Vec<String>,
    /// An exact decimal, or words; empty where nothing single is expected.
    pub expected: String,
    /// An exact decimal, or words.
    pub found: String,
    /// `as_printed` or `blanks_as_zero`.
    pub reading: &'static str,
    /// The words it is about.
    pub quote: Option<Quote>,
    /// The sentence for people.
    pub message: Words,
    /// The source in law or form.
    pub basis: String,
    /// The same for the same rule, cells and place in every later check.
    pub identity: String,
    /// Changes when the values change.
    pub evidence: String,
    /// The identity of the finding that this one follows from.
    pub caused_by: Option<String>,
    /// Changes that would remove it.
    pub suggestions: Vec<Suggestion>,
    /// What was decided about it.
    pub answer: Option<Answer>,
}

/// Words of the report, and where they stand.
#[derive(Clone, Debug, Serialize)]
pub struct Quote {
    /// 1 to 6; 0 for title, preamble and closing.
    pub section: i32,
    /// The line, from 1; 0 where unknown.
    pub line: i32,
    /// The words.
    pub text: String,
}

/// A sentence in both languages.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Changes that together remove a finding.
#[derive(Clone, Debug, Serialize)]
pub struct Suggestion {
    /// Whether no other set of as few changes does.
    pub unique: bool,
    /// The changes.
    pub changes: Vec<Change>,
    /// Why just this; empty where nothing more is to be said.
    pub message: Words,
}

/// A change of one cell.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// The public code of the cell.
    pub cell: String,
    /// The present value; empty for none.
    pub from: String,
    /// The suggested value.
    pub to: String,
}

/// A rule that could not be decided.
#[derive(Clone, Debug, Serialize)]
pub struct NotAssessed {
    /// The rule.
    pub code: String,
    /// Why, in Chinese.
    pub reason: String,
    /// Why, in English.
    pub reason_en: String,
    /// What was missing.
    pub missing: Vec<String>,
}

/// The code of a value that only a newer server knows.
const UNKNOWN: &str = "unknown";

impl Finding {
    /// Whether it has an answer that holds.
    pub fn is_answered(&self) -> bool {
        self.answer.as_ref().is_some_and(Answer::holds)
    }
}

impl From<v1::Finding> for Finding {
    fn from(finding: v1::Finding) -> Self {
        Self {
            code: finding.code,
            severity: Severity::from_wire(finding.severity).map_or(UNKNOWN, Severity::code),
            cells: finding.cells.into_iter().map(cell_code).collect(),
            expected: finding.expected,
            found: finding.found,
            reading: Reading::from_wire(finding.reading).map_or(UNKNOWN, Reading::code),
            quote: finding.quote.map(Quote::from),
            message: Words { zh: finding.message_zh, en: finding.message_en },
            basis: finding.basis,
            identity: finding.identity,
            evidence: finding.evidence,
            caused_by: Some(finding.caused_by).filter(|cause| !cause.is_empty()),
            suggestions: finding.suggestions.into_iter().map(Suggestion::from).collect(),
            answer: finding.answer.map(Answer::from),
        }
    }
}

impl Finding {
    /// Whether a rule that a user wrote found it.
    pub fn is_of_user_rule(&self) -> bool {
        self.code.parse::<UserRuleCode>().is_ok()
    }

    /// Whether it is a cause, not a consequence of another finding.
    pub fn is_cause(&self) -> bool {
        self.caused_by.is_none()
    }
}

impl From<v1::Quote> for Quote {
    fn from(quote: v1::Quote) -> Self {
        Self { section: quote.section, line: quote.line, text: quote.text }
    }
}

impl From<v1::Suggestion> for Suggestion {
    fn from(suggestion: v1::Suggestion) -> Self {
        let change = |change: v1::SuggestedChange| Change {
            cell: change.cell.map(cell_code).unwrap_or_default(),
            from: change.from,
            to: change.to,
        };
        let changes = suggestion.changes.into_iter().map(change).collect();
        let message = Words { zh: suggestion.message_zh, en: suggestion.message_en };
        Self { unique: suggestion.unique, changes, message }
    }
}

impl From<v1::NotAssessed> for NotAssessed {
    fn from(rule: v1::NotAssessed) -> Self {
        let v1::NotAssessed { code, reason, missing, reason_en } = rule;
        Self { code, reason, reason_en, missing }
    }
}

impl From<Message> for Words {
    fn from(message: Message) -> Self {
        Self { zh: message.zh, en: message.en }
    }
}

/// The public code of a cell; numbers where a newer server names a cell that is not known here.
pub fn cell_code(cell: v1::CellReference) -> String {
    match Line::from_wire(cell.line).zip(Column::from_wire(cell.column)) {
        Some((line, column)) => CellId::new(line, column).to_string(),
        None => format!("{}.{}", cell.line, cell.column),
    }
}
