//! T3-004: no outcome without a request.
//!
//! In a column without requests, 一 + 二 = 0, every outcome and 四 are 0. It follows from T3-001 and
//! T3-003 where all their cells have numbers, and says more than they do where some are blank.

use crate::finding::{Message, Observation};
use crate::form::{Block, CellId, Column, Line, TableId, printed};
use crate::rules::{Case, Rule, Sink, naming};
use crate::sheet::Sheet;

pub(super) const RULE: Rule = Rule::new("T3-004", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let form = sheet.edition().form();
    let mut missing = Vec::new();
    for block in form.table(TableId::Requests).map_or(&[][..], |table| table.blocks) {
        let (inflow, outflow) = lines(block);
        for column in printed(block.columns) {
            let flow = Flow { column, inflow: &inflow, outflow: &outflow };
            match flow.outcomes_without_requests(case) {
                Ok(cells) if cells.is_empty() => {}
                Ok(cells) => sink.raise(observation(sheet, &flow, cells)),
                Err(cells) => missing.extend(cells),
            }
        }
    }
    if !missing.is_empty() {
        let reason = Message::new(
            format!("有 {} 个单元格没有数字，无法判断没有申请的列是否填了办理结果", missing.len()),
            format!("{} cells have no number", missing.len()),
        );
        sink.not_assessable(missing, reason);
    }
}

/// The lines of one column by what they say of its requests.
struct Flow<'a> {
    column: Column,
    /// 一 and 二.
    inflow: &'a [Line],
    /// The outcomes, their total, and 四.
    outflow: &'a [Line],
}

/// The lines on the left side of the balance that the form prints, and all others.
fn lines(block: &'static Block) -> (Vec<Line>, Vec<Line>) {
    let is_inflow = |line: &Line| block.balances.iter().any(|balance| balance.left.contains(line));
    printed(block.rows).into_iter().partition(is_inflow)
}

impl Flow<'_> {
    fn cells(&self, lines: &[Line]) -> Vec<CellId> {
        lines.iter().map(|line| CellId::new(*line, self.column)).collect()
    }

    /// The outcomes of a column that has no requests, or the cells without which that is unknown.
    fn outcomes_without_requests(&self, case: &Case<'_>) -> Result<Vec<CellId>, Vec<CellId>> {
        let sheet = &case.content.sheet;
        let (inflow, outflow) = (self.cells(self.inflow), self.cells(self.outflow));
        let unknown = |cell: &CellId| sheet.number(*cell).is_none();
        let says_something = |cell: &CellId| sheet.number(*cell).is_some_and(|number| number != 0);
        if inflow.iter().any(says_something)
            || case.local_rows().count_in(TableId::Requests, self.column)
        {
            return Ok(Vec::new());
        }
        let outcomes: Vec<_> = outflow.iter().copied().filter(says_something).collect();
        let of_requests: Vec<_> = inflow.into_iter().filter(unknown).collect();
        let of_outcomes: Vec<_> = outflow.into_iter().filter(unknown).collect();
        match (of_requests.is_empty(), outcomes.is_empty(), of_outcomes.is_empty()) {
            (true, false, _) => Ok(outcomes),
            (_, true, true) => Ok(Vec::new()),
            (true, true, false) => Err(of_outcomes),
            (false, ..) => Err(of_requests),
        }
    }
}

fn observation(sheet: &Sheet, flow: &Flow<'_>, outcomes: Vec<CellId>) -> Observation {
    let numbers: Vec<_> = outcomes.iter().map(|cell| sheet.printed_number(*cell)).collect();
    let column = sheet.layout().label_path(outcomes[0]).last().copied().unwrap_or_default();
    Observation::new(
        format!(
            "表三“{column}”列本年新收和上年结转都是 0，不应有办理结果，但{}填了 {}",
            naming::cells(sheet.layout(), &outcomes),
            numbers.join("、")
        ),
        format!(
            "{}: no request was received or carried over, yet {} say {}",
            flow.column,
            naming::codes(&outcomes),
            numbers.join(", ")
        ),
    )
    .expected(0, numbers.join(", "))
    .about(flow.cells(flow.inflow))
    .about(outcomes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::rules::{Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    const GRANTED: CellId = CellId::new(Line::Granted, Column::NaturalPerson);

    fn with(changes: &[(Line, Cell)]) -> Validation {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        for (line, cell) in changes {
            content.sheet.set(CellId::new(*line, Column::NaturalPerson), *cell).unwrap();
        }
        trial::of("T3-004", &Case::new(&content))
    }

    #[test]
    fn an_outcome_without_a_request_blocks_even_where_the_totals_are_blank() {
        for rest in [Cell::Number(0), Cell::Blank] {
            let findings =
                with(&[(Line::Granted, Cell::Number(1)), (Line::Handled, rest)]).findings;
            assert_eq!(findings.len(), 1);
            assert_eq!(findings[0].observation.found, "1");
            assert!(findings[0].observation.cells.contains(&GRANTED));
        }
    }

    #[test]
    fn carried_over_requests_have_outcomes() {
        let changes = [(Line::CarriedOver, Cell::Number(1)), (Line::Granted, Cell::Number(1))];
        assert_eq!(with(&changes), Validation::default());
    }

    #[test]
    fn a_blank_inflow_decides_nothing_unless_all_outcomes_are_zero() {
        let blank = (Line::NewRequests, Cell::Blank);
        assert_eq!(with(&[blank]), Validation::default());
        let validation = with(&[blank, (Line::Granted, Cell::Number(1))]);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["new_requests.natural_person"]);
    }

    #[test]
    fn a_blank_outcome_of_an_empty_column_is_asked_for() {
        let validation = with(&[(Line::Granted, Cell::Blank)]);
        assert_eq!(validation.not_assessed[0].missing, ["granted.natural_person"]);
    }
}
