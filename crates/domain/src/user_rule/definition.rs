//! What a user rule says and whom it is for.

use super::{DefinitionFault, Expectation, TestVector};
use crate::finding::{Message, Severity, StageSeverity};
use crate::form::Edition;
use crate::organization::Level;
use crate::report::ReportKind;

/// Most bytes of an expression.
pub const MAX_EXPRESSION: usize = 2048;
/// Most test vectors of a rule.
pub const MAX_VECTORS: usize = 50;
/// The basis of a rule that states none.
pub const DEFAULT_BASIS: &str = "用户自定义规则";

const MAX_TITLE: usize = 100;
const MAX_MESSAGE: usize = 500;
const MAX_NAME: usize = 100;

/// What a user rule says and whom it is for. Of levels, editions and kinds, none stands for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// What it asks for, in Chinese.
    pub title: String,
    /// The sentence of its findings; the English one may be empty.
    pub message: Message,
    /// The source of the rule; empty where there is none beside the user's will.
    pub basis: String,
    /// How grave its findings are; on a published page nothing is graver than a warning.
    pub severity: Severity,
    /// The levels of organs whose reports it applies to.
    pub levels: Vec<Level>,
    /// The editions whose sheets it applies to.
    pub editions: Vec<Edition>,
    /// The kinds of reports it applies to.
    pub kinds: Vec<ReportKind>,
    /// True of a report in order.
    pub expression: String,
    /// Its own tests.
    pub vectors: Vec<TestVector>,
}

impl Definition {
    /// The severity at every stage.
    pub const fn stage_severity(&self) -> StageSeverity {
        match self.severity {
            Severity::Blocking => StageSeverity::BLOCKING,
            Severity::Warning => StageSeverity::WARNING,
            Severity::Info => StageSeverity::INFO,
        }
    }

    /// The basis that findings state.
    pub fn stated_basis(&self) -> &str {
        if self.basis.is_empty() { DEFAULT_BASIS } else { &self.basis }
    }

    /// The editions that it applies to, spelt out, oldest first.
    pub fn applicable_editions(&self) -> Vec<Edition> {
        let all = Edition::ALL.into_iter();
        all.filter(|it| self.editions.is_empty() || self.editions.contains(it)).collect()
    }

    /// Whether it applies to such a report; one of an organ of unknown level is not ruled out.
    pub fn is_for(&self, edition: Edition, kind: ReportKind, level: Option<Level>) -> bool {
        let Self { editions, kinds, levels, .. } = self;
        (editions.is_empty() || editions.contains(&edition))
            && (kinds.is_empty() || kinds.contains(&kind))
            && (levels.is_empty() || level.is_none_or(|level| levels.contains(&level)))
    }

    /// Whether both judge every report alike: then only words differ.
    pub fn decides_like(&self, other: &Self) -> bool {
        self.expression == other.expression
            && self.severity == other.severity
            && self.levels == other.levels
            && self.editions == other.editions
            && self.kinds == other.kinds
    }

    /// Everything that is wrong with the words and the tests; the expression itself is not read.
    pub fn faults(&self) -> Vec<DefinitionFault> {
        let mut faults = vec![
            DefinitionFault::words("title", &self.title, 1, MAX_TITLE),
            DefinitionFault::words("message.zh", &self.message.zh, 1, MAX_MESSAGE),
            DefinitionFault::words("message.en", &self.message.en, 0, MAX_MESSAGE),
            DefinitionFault::words("basis", &self.basis, 0, MAX_MESSAGE),
            self.untested(),
        ];
        let names = self.vectors.iter().map(|it| &it.name);
        faults.extend(names.map(|name| DefinitionFault::words("vectors.name", name, 0, MAX_NAME)));
        faults.into_iter().flatten().collect()
    }

    /// A rule shows in its own tests what it passes and what it finds.
    fn untested(&self) -> Option<DefinitionFault> {
        let expects = |what| self.vectors.iter().any(|vector| vector.expected == what);
        if self.vectors.len() > MAX_VECTORS {
            Some(DefinitionFault::TooManyVectors)
        } else if expects(Expectation::Holds) && expects(Expectation::Fails) {
            None
        } else {
            Some(DefinitionFault::Untested)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::user_rule::Given;

    fn vector(expected: Expectation) -> TestVector {
        TestVector { name: String::new(), given: Given::default(), expected }
    }

    fn definition(vectors: Vec<TestVector>) -> Definition {
        Definition {
            title: "标题".to_owned(),
            message: Message::new("消息", ""),
            basis: String::new(),
            severity: Severity::Warning,
            levels: Vec::new(),
            editions: Vec::new(),
            kinds: Vec::new(),
            expression: "true".to_owned(),
            vectors,
        }
    }

    #[test]
    fn a_rule_shows_what_it_passes_and_what_it_finds() {
        let [holds, fails] = [Expectation::Holds, Expectation::Fails].map(vector);
        assert_eq!(definition(vec![holds.clone(), fails]).faults(), []);
        assert_eq!(definition(vec![holds]).faults(), [DefinitionFault::Untested]);
    }

    #[test]
    fn words_that_are_missing_or_too_long_are_named() {
        let [holds, fails] = [Expectation::Holds, Expectation::Fails].map(vector);
        let tested = definition(vec![holds, fails]);
        let without = Definition { title: " ".to_owned(), ..tested.clone() };
        assert_eq!(without.faults().first().map(DefinitionFault::field), Some("title"));
        let long = Definition { basis: "长".repeat(501), ..tested };
        assert_eq!(long.faults().first().map(DefinitionFault::field), Some("basis"));
    }

    #[test]
    fn none_of_the_editions_stands_for_all() {
        assert_eq!(definition(Vec::new()).applicable_editions(), Edition::ALL);
    }
}
