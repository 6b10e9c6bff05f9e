//! A rule as a row of the catalogue with a check, and where the check puts what it sees.

use super::catalogue::{self, Entry};
use super::{Case, Validation, absence};
use crate::finding::{Finding, Message, NotAssessed, Observation, Stage, StageSeverity};
use crate::form::Edition;
use crate::organization::Level;

/// A validation rule that is built.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its row in the catalogue: code, titles, severity, editions, basis.
    pub entry: &'static Entry,
    /// Looks at a case and says what it saw.
    pub check: fn(&Case<'_>, &mut Sink<'_>),
}

/// Where the check of one rule puts its observations.
pub struct Sink<'a> {
    entry: &'static Entry,
    stage: Stage,
    into: &'a mut Validation,
}

impl Rule {
    /// The check of the code's row in the catalogue.
    pub(super) const fn new(code: &str, check: fn(&Case<'_>, &mut Sink<'_>)) -> Self {
        Self { entry: catalogue::row_of(code), check }
    }

    pub(super) fn run(&self, case: &Case<'_>, into: &mut Validation) {
        let has_form = case.year.is_none_or(|it| Edition::prescribed_for(it.get()).is_some());
        let is_on = self.entry.editions.contains(&case.content.sheet.edition());
        if !is_on || !(has_form || self.entry.any_year) {
            return;
        }
        match case.standing.level {
            Some(level) if !self.entry.levels.contains(&level) => {}
            None if self.entry.levels.len() < Level::ALL.len() => {
                self.run_without_level(case, into);
            }
            Some(_) | None => self.run_into(case, into),
        }
    }

    fn run_into(&self, case: &Case<'_>, into: &mut Validation) {
        (self.check)(case, &mut Sink { entry: self.entry, stage: case.stage, into });
    }

    /// An unknown level only matters where the rule would have something to say.
    fn run_without_level(&self, case: &Case<'_>, into: &mut Validation) {
        let mut supposed = Validation::default();
        self.run_into(case, &mut supposed);
        if supposed != Validation::default() {
            let mut sink = Sink { entry: self.entry, stage: case.stage, into };
            sink.not_assessable(["level"], absence::level());
        }
    }
}

impl Sink<'_> {
    /// Records an observation with the rule's own severity.
    pub fn raise(&mut self, observation: Observation) {
        self.raise_as(self.entry.severity, observation);
    }

    /// Records an observation that is graver or lighter than the rule's usual one.
    pub fn raise_as(&mut self, severity: StageSeverity, observation: Observation) {
        let Entry { code, basis, .. } = *self.entry;
        let severity = severity.at(self.stage);
        self.into.findings.push(Finding::new(code, severity, basis, observation));
    }

    /// Records that the rule could not be decided, and what was missing.
    pub fn not_assessable<M: ToString>(
        &mut self,
        missing: impl IntoIterator<Item = M>,
        reason: Message,
    ) {
        let missing = missing.into_iter().map(|it| it.to_string()).collect();
        self.into.not_assessed.push(NotAssessed { code: self.entry.code.into(), reason, missing });
    }
}
