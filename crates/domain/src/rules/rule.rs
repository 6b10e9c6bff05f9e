//! A rule as a row, and where its check puts what it sees.

use super::{Case, Validation};
use crate::finding::{Finding, Message, NotAssessed, Observation, Stage, StageSeverity};
use crate::form::Edition;

/// A validation rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The stable code: family and number.
    pub code: &'static str,
    /// How grave its findings are, unless its check says otherwise.
    pub severity: StageSeverity,
    /// The editions whose sheets it applies to.
    pub editions: &'static [Edition],
    /// The source in law or form, in Chinese.
    pub basis: &'static str,
    /// Looks at a case and says what it saw.
    pub check: fn(&Case<'_>, &mut Sink<'_>),
}

/// Where the check of one rule puts its observations.
pub struct Sink<'a> {
    rule: &'static Rule,
    stage: Stage,
    into: &'a mut Validation,
}

impl Rule {
    /// A rule for every edition.
    pub const fn new(
        code: &'static str,
        severity: StageSeverity,
        basis: &'static str,
        check: fn(&Case<'_>, &mut Sink<'_>),
    ) -> Self {
        Self { code, severity, editions: &Edition::ALL, basis, check }
    }

    /// The rule, for sheets of these editions only.
    pub const fn only(self, editions: &'static [Edition]) -> Self {
        Self { editions, ..self }
    }

    pub(super) fn run(&'static self, case: &Case<'_>, into: &mut Validation) {
        if self.editions.contains(&case.content.sheet.edition()) {
            (self.check)(case, &mut Sink { rule: self, stage: case.stage, into });
        }
    }
}

impl Sink<'_> {
    /// Records an observation with the rule's own severity.
    pub fn raise(&mut self, observation: Observation) {
        self.raise_as(self.rule.severity, observation);
    }

    /// Records an observation that is graver or lighter than the rule's usual one.
    pub fn raise_as(&mut self, severity: StageSeverity, observation: Observation) {
        let (code, basis) = (self.rule.code, self.rule.basis);
        self.into.findings.push(Finding {
            code,
            severity: severity.at(self.stage),
            basis,
            observation,
        });
    }

    /// Records that the rule could not be decided, and what was missing.
    pub fn not_assessable<M: ToString>(
        &mut self,
        missing: impl IntoIterator<Item = M>,
        reason: Message,
    ) {
        let missing = missing.into_iter().map(|it| it.to_string()).collect();
        self.into.not_assessed.push(NotAssessed { code: self.rule.code, reason, missing });
    }
}
