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

use super::pinpoint::{Blanks, Fault, faults};
use super::{Case, arithmetic, validation};
use crate::finding::{Finding, Observation, SuggestedChange, Suggestion};
use crate::form::{CellId, IndexedEquation};
use crate::report::Content;
use crate::sheet::{Cell, Reading};

const BLANK_CELLS: &str = "FMT-003";
const BLANK_TOTAL: &str = "T3-006";

/// Puts consequences under their causes, attaches suggestions, and brings everything into order.
pub(super) fn arrange(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let mut causes = Causes { case, findings, of: Vec::new() };
    causes.of.resize(causes.findings.len(), None);
    if causes.findings.iter().any(|it| arithmetic::is_relation(&it.code)) {
        causes.of_relations();
    }
    if causes.findings.iter().any(|it| it.code == BLANK_CELLS || it.code == BLANK_TOTAL) {
        causes.of_blanks();
    }
    causes.put_in_order();
}

struct Causes<'c, 'a> {
    case: &'c Case<'a>,
    findings: &'c mut Vec<Finding>,
    /// The cause of every finding that is a consequence.
    of: Vec<Option<usize>>,
}

/// A repair that is known, and the finding that it belongs to.
struct Known {
    cause: usize,
    changes: Vec<SuggestedChange>,
    relations: Vec<&'static IndexedEquation>,
}

impl Causes<'_, '_> {
    fn of_relations(&mut self) {
        let mut known = Vec::new();
        for fault in faults(self.case) {
            let members = self.members(&fault);
            let Some(cause) = self.gravest(&members) else { continue };
            members.iter().for_each(|member| self.put_under(*member, cause));
            self.attach(cause, &fault);
            if let Some(changes) = fault.decided {
                known.push(Known { cause, changes, relations: fault.relations });
            }
        }
        self.of_repairs(&known);
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
        if let Some(remark) = fault.remark.as_ref().filter(|_| {
            fault.reading == Reading::AsPrinted || finding.observation.reading == fault.reading
        }) {
            let message = &mut finding.observation.message;
            message.zh = format!("{}；{}", message.zh, remark.zh);
            message.en = format!("{}; {}", message.en, remark.en);
        }
    }

    /// What is not found any more once the known repairs are made follows from the faults.
    fn of_repairs(&mut self, known: &[Known]) {
        let is_free = |at: usize| self.of[at].is_none() && !known.iter().any(|it| it.cause == at);
        let free: Vec<_> = (0..self.findings.len()).filter(|at| is_free(*at)).collect();
        if known.is_empty() || free.is_empty() {
            return;
        }
        let repaired = repaired(self.case.content, known);
        let remaining = validation::run(&self.case.with(&repaired)).findings;
        for at in free {
            let seen = &self.findings[at].observation;
            let same = |it: &Finding| {
                it.code == self.findings[at].code && about_the_same(&it.observation, seen)
            };
            if remaining.iter().any(same) {
                continue;
            }
            if let Some(cause) = cause_of(seen, known) {
                self.put_under(at, cause);
            }
        }
    }

    fn of_blanks(&mut self) {
        let blanks = Blanks::of(&self.case.content.sheet);
        for at in 0..self.findings.len() {
            let Finding { code, observation, suggestions, .. } = &mut self.findings[at];
            if (code == BLANK_CELLS || code == BLANK_TOTAL) && suggestions.is_empty() {
                let follows = blanks.suggestion(&observation.cells);
                suggestions.extend(follows.or_else(|| derived(self.case, observation)));
            }
        }
        let lists = |it: &Finding, cell: &CellId| {
            it.code == BLANK_CELLS && it.observation.cells.contains(cell)
        };
        for at in 0..self.findings.len() {
            let Some(cell) = self.findings[at].observation.cells.first().copied() else { continue };
            if self.findings[at].code != BLANK_TOTAL {
                continue;
            }
            if let Some(cause) = self.findings.iter().position(|it| lists(it, &cell)) {
                self.put_under(at, cause);
            }
        }
    }

    fn put_in_order(self) {
        let mut consequences = vec![0usize; self.of.len()];
        self.of.iter().flatten().for_each(|cause| consequences[*cause] += 1);
        if consequences.iter().any(|count| *count > 0) {
            let identities: Vec<_> = (self.findings.iter().zip(&consequences))
                .map(|(finding, count)| (*count > 0).then(|| finding.identity()))
                .collect();
            for (finding, cause) in self.findings.iter_mut().zip(&self.of) {
                finding.caused_by = cause.and_then(|cause| identities[cause].clone());
            }
        }
        let key = |at: usize| {
            let cause = self.of[at].unwrap_or(at);
            let of_cause =
                (self.findings[cause].severity, std::cmp::Reverse(consequences[cause]), cause);
            (of_cause, self.of[at].is_some(), self.findings[at].severity, at)
        };
        let mut order: Vec<_> = (0..self.of.len()).map(key).collect();
        order.sort_unstable();
        let mut taken: Vec<_> = std::mem::take(self.findings).into_iter().map(Some).collect();
        self.findings.extend(order.iter().filter_map(|(.., at)| taken[*at].take()));
    }
}

/// What a report would say with the known repairs made.
fn repaired(content: &Content, known: &[Known]) -> Content {
    let mut content = content.clone();
    for change in known.iter().flat_map(|it| &it.changes) {
        // A suggested number is possible, so that the cell takes it.
        if content.sheet.set(change.cell, Cell::Number(change.to)).is_ok() {
            content.provenance.cells.remove(&change.cell);
        }
    }
    content
}

/// Whether two findings of a rule are about the same place, whatever the numbers.
fn about_the_same(one: &Observation, other: &Observation) -> bool {
    let place = |seen: &Observation| {
        seen.quote.as_ref().map(|quote| (quote.section, quote.ordinal, quote.text.clone()))
    };
    let cells = one.cells.is_empty() && other.cells.is_empty()
        || one.cells.iter().any(|cell| other.cells.contains(cell));
    cells && place(one) == place(other)
}

/// Of several faults, the one whose cells a finding is about.
fn cause_of(seen: &Observation, known: &[Known]) -> Option<usize> {
    if let [only] = known {
        return Some(only.cause);
    }
    let changes = |it: &&Known| it.changes.iter().any(|change| seen.cells.contains(&change.cell));
    let shares = |it: &&Known| {
        let mut cells = it.relations.iter().flat_map(|relation| relation.equation.cells());
        cells.any(|cell| seen.cells.contains(&cell))
    };
    let found = known.iter().find(changes).or_else(|| known.iter().find(shares));
    found.map(|it| it.cause)
}

/// The number of a blank total with its other blanks as zero.
fn derived(case: &Case<'_>, seen: &Observation) -> Option<Suggestion> {
    let [cell] = seen.cells[..] else { return None };
    if seen.reading == Reading::AsPrinted {
        return None;
    }
    let to = case.second_reading().number(cell).filter(|number| *number >= 0)?;
    let message = crate::finding::Message::new("其余空白按 0 计", "other blanks read as 0");
    Some(Suggestion {
        unique: false,
        changes: vec![SuggestedChange { cell, from: None, to }],
        message,
    })
}
