//! XYR-006: not all figures equal last year's.
//!
//! A small organ may well decide three cases in both years, and documents in force stay when nothing
//! happens. So only flows count, and only where as much being equal by chance is out of the question.

use super::reports;
use crate::finding::Observation;
use crate::form::{CellId, CellSet, Edition, Layout, Nature};
use crate::rules::{Case, Related, Rule, Sink};
use crate::sheet::{Cell, Sheet};

pub(super) const RULE: Rule = Rule::new("XYR-006", check);

/// How many binary digits of flows have to be equal: by chance, once in 256 at the most.
const TELLING_DIGITS: u32 = 8;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(reports) = reports(case, sink) else { return };
    // Merged organs have several sheets; a copy of one of them is no copy of their sum.
    let [before] = reports else { return };
    let sheet = &case.content.sheet;
    if let Some(flows) = equal_flows(sheet, &before.content.sheet)
        && digits(sheet, &flows) >= TELLING_DIGITS
    {
        sink.raise(observation(sheet, before, flows));
    }
}

/// The flows of this year that are filled in and not zero, where everything that both years say is
/// the same; none where anything differs.
fn equal_flows(now: &Sheet, before: &Sheet) -> Option<Vec<CellId>> {
    let mut flows = Vec::new();
    let sums = sums(now.layout());
    for (at, (cell, said)) in (0..).zip(now.cells()) {
        if !are_equal(now, before, cell, said) {
            return None;
        }
        let is_leaf_flow = cell.nature() == Nature::Flow && !sums.contains(at);
        if is_leaf_flow && said.number().is_some_and(|number| number != 0) {
            flows.push(cell);
        }
    }
    Some(flows)
}

/// Whether two years say the same of a concept; one that the other edition cannot express is passed.
fn are_equal(now: &Sheet, before: &Sheet, cell: CellId, said: Cell) -> bool {
    match before.get(cell) {
        Some(said_before) => said == said_before && now.unit(cell) == before.unit(cell),
        None if before.layout().resolve(cell.line, cell.column).is_none() => true,
        None => said.number().map(i128::from) == before.value(cell.line, cell.column),
    }
}

/// The cells that are sums of others, and so say nothing new.
fn sums(layout: &Layout) -> CellSet {
    let mut sums = CellSet::default();
    let totals = layout.equations().iter().filter(|it| it.left.len() == 1);
    totals.flat_map(|it| &it.left).for_each(|at| sums.insert(*at));
    sums
}

fn digits(sheet: &Sheet, flows: &[CellId]) -> u32 {
    let length = |cell: &CellId| {
        let number = sheet.number(*cell).unwrap_or_default().unsigned_abs();
        u64::BITS - number.leading_zeros()
    };
    flows.iter().map(length).fold(0, u32::saturating_add)
}

fn observation(sheet: &Sheet, before: &Related<'_>, flows: Vec<CellId>) -> Observation {
    let count = flows.len();
    let year = before.year.map(|year| format!("（{year} 年度）")).unwrap_or_default();
    let only = match before.content.sheet.edition() {
        edition if edition == sheet.edition() => String::new(),
        edition => shared(edition),
    };
    Observation::new(
        format!(
            "三张表的数字与上年报告{year}{only}逐格相同，其中 {count} 格不为 0；请核对是否沿用了上年的表格"
        ),
        format!("every figure equals last year's, {count} of them not zero; perhaps copied"),
    )
    .found(numbers(sheet, &flows))
    .about(flows)
}

fn shared(edition: Edition) -> String {
    format!("（{edition} 年版格式）两版格式共有的部分")
}

fn numbers(sheet: &Sheet, flows: &[CellId]) -> String {
    flows.iter().map(|cell| sheet.printed_number(*cell)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Line};
    use crate::report::Content;
    use crate::rules::{Previous, trial};
    use crate::sheet::samples::consistent;

    fn requests(edition: Edition, number: i64) -> Content {
        let mut content = trial::on(edition);
        let new = edition.layout().cells().iter().position(|cell| cell.line == Line::Granted);
        content.sheet = consistent(edition, |n| if Some(n) == new { number } else { 0 });
        content
    }

    fn found(before: &Content, now: &Content) -> Vec<Observation> {
        let mut case = Case::new(now);
        case.previous = Previous::Report(trial::related(before));
        let findings = trial::of("XYR-006", &case).findings;
        findings.into_iter().map(|it| it.observation).collect()
    }

    #[test]
    fn copied_tables_are_found_and_only_leaves_are_named() {
        for edition in Edition::ALL {
            let before = requests(edition, 40);
            let seen = found(&before, &requests(Edition::E2021, 40));
            assert_eq!(seen.len(), 1, "{edition}");
            assert_eq!(seen[0].found, "40, 40");
        }
    }

    #[test]
    fn a_single_number_that_differs_is_no_copy() {
        let mut now = requests(Edition::E2021, 40);
        let licences = CellId::new(Line::AdministrativeLicensing, Column::Decisions);
        now.sheet.set(licences, Cell::Number(1)).unwrap();
        assert_eq!(found(&requests(Edition::E2021, 40), &now), []);
    }

    #[test]
    fn zeros_and_a_few_small_numbers_are_equal_by_chance() {
        for number in [0, 1, 7] {
            let year = requests(Edition::E2021, number);
            assert_eq!(found(&year, &year), [], "{number}");
        }
    }

    #[test]
    fn documents_in_force_alone_are_no_copy() {
        let mut year = requests(Edition::E2021, 0);
        let in_force = CellId::new(Line::NormativeDocuments, Column::InForce);
        year.sheet.set(in_force, Cell::Number(5000)).unwrap();
        assert_eq!(found(&year, &year), []);
    }

    #[test]
    fn a_blank_is_not_the_same_as_a_zero() {
        let mut now = requests(Edition::E2021, 40);
        let licences = CellId::new(Line::AdministrativeLicensing, Column::Decisions);
        now.sheet.set(licences, Cell::Blank).unwrap();
        assert_eq!(found(&requests(Edition::E2021, 40), &now), []);
    }
}
