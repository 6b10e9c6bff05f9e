//! Causes and their consequences: a broken total is one finding, not nine.
//!
//! * The relations that fail together stand under one of them: the gravest, of these the one with the
//!   fewest cells, of these the first of the catalogue. It carries the suggestions.
//! * Where the right repair is known, whatever is not found any more once it is made stands there too,
//!   if it is not graver than its cause. Of several repairs it is the one whose cells it is about.
//! * What is said of one blank total stands under the finding that lists the blanks of its table.
//!
//! Gravest causes come first, then those with most consequences, then the order of the catalogue;
//! every consequence directly behind its cause. A report whose relations hold and that has no blank
//! pays nothing for all this.

mod order;
mod repairs;
#[cfg(test)]
mod tests;

use super::pinpoint::{Blanks, Fault, faults};
use super::{Case, arithmetic};
use crate::finding::{Finding, Message, Observation, SuggestedChange, Suggestion};
use crate::form::IndexedEquation;
use crate::sheet::Reading;

pub(super) use order::put_in_order;
use repairs::{Repairs, repeats};

const BLANK_CELLS: &str = "FMT-003";
const BLANK_TOTAL: &str = "T3-006";

/// Puts consequences under their causes, attaches suggestions, and brings everything into order.
pub(super) fn arrange(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let mut causes = Causes { case, findings: &mut *findings, of: Vec::new() };
    causes.of.resize(causes.findings.len(), None);
    if causes.findings.iter().any(|it| arithmetic::is_relation(&it.code)) {
        causes.of_relations();
    }
    if causes.findings.iter().any(|it| it.code == BLANK_CELLS || it.code == BLANK_TOTAL) {
        causes.of_blanks();
    }
    causes.tell();
    put_in_order(findings);
}

struct Causes<'c, 'a> {
    case: &'c Case<'a>,
    findings: &'c mut Vec<Finding>,
    /// The cause of every finding that is a consequence.
    of: Vec<Option<usize>>,
}

impl Causes<'_, '_> {
    fn of_relations(&mut self) {
        let mut repairs = Repairs::default();
        for fault in faults(self.case) {
            let members = self.members(&fault);
            let Some(cause) = self.gravest(&members) else { continue };
            members.iter().for_each(|member| self.put_under(*member, cause));
            self.attach(cause, &fault);
            if let Some(changes) = fault.decided {
                repairs.add(cause, changes, fault.relations);
            }
        }
        self.of_repairs(&repairs);
    }

    /// The findings that say that the relations of a fault fail.
    fn members(&self, fault: &Fault) -> Vec<usize> {
        let says = |finding: &Finding, it: &&&IndexedEquation| {
            it.equation.cells().eq(finding.observation.cells.iter().copied())
        };
        let is_member = |finding: &Finding| {
            arithmetic::is_relation(&finding.code)
                && fault.relations.iter().any(|it| says(finding, &it))
        };
        let places = self.findings.iter().enumerate();
        places.filter(|(_, it)| is_member(it)).map(|(at, _)| at).collect()
    }

    /// The finding that stands for several: where one of them has been chosen already, that one.
    fn gravest(&self, members: &[usize]) -> Option<usize> {
        let chosen = members.iter().find_map(|at| self.of[*at]);
        let leads = |at: &&usize| self.of.contains(&Some(**at));
        chosen.or(members.iter().find(leads).copied()).or_else(|| {
            let rank = |at: &usize| {
                let Finding { severity, observation, .. } = &self.findings[*at];
                (*severity, observation.cells.len(), *at)
            };
            members.iter().copied().min_by_key(rank)
        })
    }

    /// Makes a finding the consequence of another, unless it is graver or a cause itself.
    fn put_under(&mut self, at: usize, cause: usize) {
        let is_graver = self.findings[at].severity < self.findings[cause].severity;
        let leads = self.of.contains(&Some(at));
        if at != cause && !is_graver && !leads && self.of[at].is_none() && self.of[cause].is_none()
        {
            self.of[at] = Some(cause);
        }
    }

    /// A repair that is only certain with blanks as zero goes before several that are not certain.
    fn attach(&mut self, cause: usize, fault: &Fault) {
        let finding = &mut self.findings[cause];
        let is_certain = |of: &[Suggestion]| of.first().is_some_and(|first| first.unique);
        if finding.suggestions.is_empty() {
            finding.suggestions.clone_from(&fault.suggestions);
        } else if !is_certain(&finding.suggestions) && is_certain(&fault.suggestions) {
            finding.suggestions.splice(..0, fault.suggestions.iter().cloned());
        }
        if fault.reading == Reading::AsPrinted || finding.observation.reading == fault.reading {
            fault.remark.iter().for_each(|remark| remarked(&mut finding.observation, remark));
        }
    }

    /// What is not found any more once the known repairs are made follows from the faults.
    fn of_repairs(&mut self, repairs: &Repairs) {
        let is_free = |at: usize| self.of[at].is_none() && !repairs.lead(at);
        let free: Vec<_> = (0..self.findings.len()).filter(|at| is_free(*at)).collect();
        if repairs.is_empty() || free.is_empty() {
            return;
        }
        let remaining = repairs.remaining(self.case);
        for at in free {
            let finding = &self.findings[at];
            let cause = repairs.cause_of(&finding.observation);
            if let Some(cause) = cause.filter(|_| !repeats(&remaining, finding)) {
                self.put_under(at, cause);
            }
        }
    }

    fn of_blanks(&mut self) {
        let blanks = Blanks::of(self.case);
        for Finding { code, observation, suggestions, .. } in self.findings.iter_mut() {
            if (code == BLANK_CELLS || code == BLANK_TOTAL) && suggestions.is_empty() {
                let follows = blanks.suggestion(&observation.cells);
                suggestions.extend(follows.or_else(|| derived(self.case, observation)));
            }
        }
        for at in 0..self.findings.len() {
            if let Some(cause) = self.list_of_blanks(at) {
                self.put_under(at, cause);
            }
        }
    }

    /// The finding that lists the blank cell that another is about.
    fn list_of_blanks(&self, at: usize) -> Option<usize> {
        let total = Some(&self.findings[at]).filter(|it| it.code == BLANK_TOTAL)?;
        let cell = total.observation.cells.first()?;
        let lists = |it: &Finding| it.code == BLANK_CELLS && it.observation.cells.contains(cell);
        self.findings.iter().position(lists)
    }

    /// Says of every consequence what its cause is.
    fn tell(self) {
        for (at, cause) in self.of.iter().enumerate() {
            if let Some(cause) = cause {
                self.findings[at].caused_by = Some(self.findings[*cause].identity());
            }
        }
    }
}

/// Adds a remark to what a finding says.
fn remarked(observation: &mut Observation, remark: &Message) {
    let Message { zh, en } = &mut observation.message;
    *zh = format!("{zh}；{}", remark.zh);
    *en = format!("{en}; {}", remark.en);
}

/// The number of a blank total with its other blanks as zero.
fn derived(case: &Case<'_>, seen: &Observation) -> Option<Suggestion> {
    let [cell] = seen.cells[..] else { return None };
    if seen.reading == Reading::AsPrinted {
        return None;
    }
    let to = case.second_reading().number(cell).filter(|number| *number >= 0)?;
    let message = Message::new("其余空白按 0 计", "other blanks read as 0");
    Some(Suggestion {
        unique: false,
        changes: vec![SuggestedChange { cell, from: None, to }],
        message,
    })
}
