//! An observation by a rule, and the finding it becomes.

use std::borrow::Cow;

use super::{Message, Severity, Suggestion};
use crate::decision::{Answer, AnswerState, Decision};
use crate::form::CellId;
use crate::sheet::Reading;

/// Words of the report, and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// 1 to 6; 0 for title, preamble and closing.
    pub section: u8,
    /// The line, from 1: of the document where it is known, else of the text of the section; 0 where unknown.
    pub line: u32,
    /// The words.
    pub text: String,
    /// Which of several equal sentences, from 0; part of the identity.
    pub ordinal: u32,
}

/// What a rule saw, before it has a code and a severity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observation {
    /// The cells concerned.
    pub cells: Vec<CellId>,
    /// What was expected: an exact decimal, or words.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// The words it is about.
    pub quote: Option<Quote>,
    /// The sentence for people.
    pub message: Message,
    /// The reading of blanks under which it holds.
    pub reading: Reading,
}

/// One observation by one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub code: Cow<'static, str>,
    /// How grave it is at the stage that was checked.
    pub severity: Severity,
    /// The source in law or form.
    pub basis: Cow<'static, str>,
    /// What was seen.
    pub observation: Observation,
    /// The identity of the finding that this one is a consequence of; none for a cause.
    pub caused_by: Option<String>,
    /// Changes that would remove the finding, best first; never applied unasked.
    pub suggestions: Vec<Suggestion>,
    /// What was decided about it, where anything was.
    pub answer: Option<Answer>,
}

/// A rule that could not be decided: never a pass, never a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAssessed {
    /// The rule.
    pub code: Cow<'static, str>,
    /// Why, for people.
    pub reason: Message,
    /// The evidence that is missing: `previous_year`, `rule_power`, `level`, or codes of cells.
    pub missing: Vec<String>,
}

impl Finding {
    /// A finding that stands for itself.
    pub fn new(
        code: impl Into<Cow<'static, str>>,
        severity: Severity,
        basis: impl Into<Cow<'static, str>>,
        observation: Observation,
    ) -> Self {
        Self {
            code: code.into(),
            severity,
            basis: basis.into(),
            observation,
            caused_by: None,
            suggestions: Vec::new(),
            answer: None,
        }
    }

    /// What was decided about it, where that holds today.
    pub fn holding_answer(&self) -> Option<&Decision> {
        let answer = self.answer.as_ref().filter(|answer| answer.state == AnswerState::Holds);
        answer.map(|answer| &answer.decision)
    }

    /// Whether it is a cause, not a consequence of another finding: only causes are counted.
    pub fn is_cause(&self) -> bool {
        self.caused_by.is_none()
    }
}

impl Observation {
    /// An observation with its sentence in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { message: Message::new(zh, en), ..Self::default() }
    }

    /// About these cells.
    pub fn about(mut self, cells: impl IntoIterator<Item = CellId>) -> Self {
        self.cells.extend(cells);
        self
    }

    /// With what was expected and what was found.
    pub fn expected(mut self, expected: impl ToString, found: impl ToString) -> Self {
        self.expected = expected.to_string();
        self.found = found.to_string();
        self
    }

    /// With what was found, where nothing single was expected.
    pub fn found(mut self, found: impl ToString) -> Self {
        self.found = found.to_string();
        self
    }

    /// Quoting words.
    pub fn quoting(mut self, quote: Quote) -> Self {
        self.quote = Some(quote);
        self
    }

    /// Under a reading of blanks.
    pub fn read(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }
}
