//! HIR-001: a consolidated number is not less than that of any unit.
//!
//! It needs no complete set of reports. Signed numbers and those that organs share are left out.

use super::comparison::{Difference, Words, additive, number, raise};
use super::reported;
use crate::form::{CellId, TableId};
use crate::rules::{Case, Related, Rule, Sink, comparable, naming};

pub(super) const RULE: Rule = Rule::new("HIR-001", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(children) = reported(case, sink) else { return };
    let sheet = &case.content.sheet;
    let words = Words {
        many: "小于某个单位的数字",
        many_en: "are less than those of a unit",
        advice: "汇总数不应小于任何一个单位，请核对是否漏计".to_owned(),
        sign: ">=",
    };
    for table in TableId::ALL {
        let differences: Vec<_> = additive(sheet, table)
            .filter_map(|cell| {
                let found = number(sheet, cell)?;
                let (largest, expected) = largest(&children.reports, cell)?;
                (found < expected).then(|| difference(cell, found, largest, expected))
            })
            .collect();
        raise(case, sink, table, &differences, &words);
    }
}

/// The unit with the largest number, and the number.
fn largest<'c, 'a>(reports: &'c [Related<'a>], cell: CellId) -> Option<(&'c Related<'a>, i128)> {
    let with_number = |it: &'c Related<'a>| Some((it, number(&it.content.sheet, cell)?));
    reports.iter().filter_map(with_number).max_by_key(|(_, number)| *number)
}

fn difference(cell: CellId, found: i128, largest: &Related<'_>, expected: i128) -> Difference {
    let name = naming::shortened(largest.organization);
    let [ours, theirs] = [found, expected].map(|number| comparable::shown(cell, number));
    let said = (
        format!("汇总填 {ours}，“{name}”填 {theirs}"),
        format!("says {ours}, “{name}” says {theirs}"),
    );
    Difference { cell, found, expected, said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::report::{Content, ReportKind};
    use crate::rules::{Children, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    const NEW: CellId = CellId::new(Line::NewRequests, Column::NaturalPerson);

    fn report(edition: Edition, cells: &[(CellId, Cell)]) -> Content {
        let mut content = trial::on(edition);
        content.sheet = consistent(edition, |_| 0);
        for (cell, said) in cells {
            content.sheet.set(*cell, *said).unwrap();
        }
        content
    }

    fn above(own: &Content, units: &[Content]) -> Validation {
        let mut case = Case::new(own);
        case.kind = ReportKind::Consolidated;
        let reports = units.iter().map(trial::related).collect();
        case.children = Some(Children { reports, without_report: vec!["白河镇"] });
        trial::of("HIR-001", &case)
    }

    #[test]
    fn a_unit_with_more_than_all_together_is_named() {
        let own = report(Edition::E2021, &[(NEW, Cell::Number(5))]);
        let units = [3, 9].map(|it| report(Edition::E2021, &[(NEW, Cell::Number(it))]));
        let findings = above(&own, &units).findings;
        assert_eq!(findings.len(), 1);
        let seen = &findings[0].observation;
        assert_eq!((seen.expected.as_str(), seen.found.as_str()), (">=9", "5"));
        assert!(seen.message.zh.contains("汇总填 5，“青石镇人民政府”填 9"), "{}", seen.message.zh);
    }

    #[test]
    fn a_blank_on_either_side_is_passed_over() {
        let nine = report(Edition::E2021, &[(NEW, Cell::Number(9))]);
        let blank = report(Edition::E2021, &[(NEW, Cell::Blank)]);
        assert_eq!(above(&blank, std::slice::from_ref(&nine)), Validation::default());
        assert_eq!(above(&nine, &[blank]), Validation::default());
    }

    #[test]
    fn signed_numbers_and_shared_documents_are_left_out() {
        let change = CellId::new(Line::AdministrativeLicensing, Column::NetChange);
        let own = report(Edition::E2019, &[(change, Cell::Number(-5))]);
        assert_eq!(above(&own, &[report(Edition::E2019, &[])]), Validation::default());
        let in_force = CellId::new(Line::NormativeDocuments, Column::InForce);
        let unit = report(Edition::E2021, &[(in_force, Cell::Number(9))]);
        assert_eq!(above(&report(Edition::E2021, &[]), &[unit]), Validation::default());
    }

    #[test]
    fn many_cells_of_a_table_are_one_finding() {
        let own = report(Edition::E2021, &[]);
        let cells: Vec<_> = own
            .sheet
            .layout()
            .table_cells(TableId::Requests)
            .map(|it| (it, Cell::Number(2)))
            .collect();
        let findings = above(&own, &[report(Edition::E2021, &cells)]).findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].observation.cells.len(), 175);
        assert!(findings[0].observation.message.zh.contains("有 175 格小于某个单位的数字"));
    }
}
