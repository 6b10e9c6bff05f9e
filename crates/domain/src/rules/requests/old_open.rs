//! T3-005: requests that have been open for more than a year.
//!
//! What is carried forward was received this year or carried over from the last one. Where more is
//! carried forward than was received, the difference at least was carried over, and has been open
//! all year; an answer is due within 20 working days, 40 with an extension (条例 art 33). The column
//! of all applicants says it; where it does not, the column of one kind of applicant may.

use crate::finding::Observation;
use crate::form::{CellId, Column, Line, TableId, printed};
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("T3-005", check);

/// More was carried forward in a column than was received.
struct Excess {
    column: Column,
    received: i64,
    forward: i64,
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let form = case.content.sheet.edition().form();
    let blocks = form.table(TableId::Requests).map_or(&[][..], |table| table.blocks);
    let columns = blocks.iter().flat_map(|block| printed(block.columns));
    let mut found: Vec<Excess> = columns.filter_map(|column| excess(case, column)).collect();
    if found.iter().any(|it| it.column == Column::Applicants) {
        found.retain(|it| it.column == Column::Applicants);
    }
    found.iter().for_each(|it| sink.raise(observation(case, it)));
}

fn excess(case: &Case<'_>, column: Column) -> Option<Excess> {
    let number = |line| case.content.sheet.number(CellId::new(line, column));
    let (received, forward) = (number(Line::NewRequests)?, number(Line::CarriedForward)?);
    let carried_over = number(Line::CarriedOver).unwrap_or(i64::MAX);
    // With fewer carried over, the column cannot balance: T3-001 says so, and nothing follows.
    let follows = received >= 0 && forward > received && carried_over >= forward - received;
    follows.then_some(Excess { column, received, forward })
}

fn observation(case: &Case<'_>, it: &Excess) -> Observation {
    let cells = [Line::NewRequests, Line::CarriedForward].map(|line| CellId::new(line, it.column));
    let (received, forward, old) = (it.received, it.forward, it.forward - it.received);
    let labels = case.content.sheet.layout().label_path(cells[1]);
    let column = labels.last().copied().unwrap_or_default();
    Observation::new(
        format!(
            "“{column}”列结转下年度 {forward} 件，多于本年新收的 {received} 件：至少 {old} 件是上年结转的，已经超过一年没有办结；请核对{}，并说明原因",
            naming::cell(case.content.sheet.layout(), cells[1])
        ),
        format!(
            "{}: {forward} carried forward against {received} received; at least {old} have been open for more than a year",
            it.column
        ),
    )
    .about(cells)
    .expected(format!("≤ {received}"), forward)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::{Validation, trial};
    use crate::sheet::Cell;

    fn with(figures: &[(Line, Column, i64)]) -> Validation {
        let mut content = trial::content();
        for (line, column, number) in figures {
            content.sheet.set(CellId::new(*line, *column), Cell::Number(*number)).unwrap();
        }
        trial::of("T3-005", &Case::new(&content))
    }

    const ALL: Column = Column::Applicants;
    const SOME: Column = Column::Enterprise;

    #[test]
    fn more_carried_forward_than_received_is_said_once_for_all_applicants() {
        let findings = with(&[
            (Line::NewRequests, ALL, 3),
            (Line::CarriedForward, ALL, 6),
            (Line::NewRequests, SOME, 0),
            (Line::CarriedForward, SOME, 6),
        ])
        .findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].severity, Severity::Warning);
        assert!(findings[0].observation.message.zh.contains("至少 3 件"));
    }

    #[test]
    fn old_requests_of_one_kind_of_applicant_do_not_hide_behind_the_total() {
        let findings = with(&[
            (Line::NewRequests, ALL, 10),
            (Line::CarriedForward, ALL, 2),
            (Line::NewRequests, SOME, 0),
            (Line::CarriedForward, SOME, 2),
        ])
        .findings;
        assert_eq!(findings[0].observation.cells[1], CellId::new(Line::CarriedForward, SOME));
    }

    #[test]
    fn nothing_follows_from_a_column_that_cannot_balance() {
        let figures = [
            (Line::NewRequests, ALL, 3),
            (Line::CarriedOver, ALL, 0),
            (Line::CarriedForward, ALL, 6),
        ];
        assert_eq!(with(&figures), Validation::default());
    }

    #[test]
    fn as_many_as_were_received_may_be_open_and_blanks_are_passed_over() {
        let as_many = [(Line::NewRequests, ALL, 3), (Line::CarriedForward, ALL, 3)];
        assert_eq!(with(&as_many), Validation::default());
        assert_eq!(with(&[(Line::CarriedForward, ALL, 3)]), Validation::default());
    }
}
