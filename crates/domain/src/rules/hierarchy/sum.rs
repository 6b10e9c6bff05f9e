//! HIR-002: with a report of every unit, a consolidated number is the sum of theirs.
//!
//! Numbers that organs share are left out (HIR-005). Where the differences are exactly the figures of
//! one unit, it was left out or counted twice, and the finding says so.

use super::comparison::{Difference, Words, additive, number, raise};
use super::reported;
use crate::finding::Message;
use crate::form::{CellId, TableId};
use crate::rules::{Case, Children, Related, Rule, Sink, comparable, naming};
use crate::sheet::Sheet;

pub(super) const RULE: Rule = Rule::new("HIR-002", check);

/// How many units a finding names as the largest contributors.
const CONTRIBUTORS: usize = 3;

/// A cell with its number and what the units say.
struct Compared {
    table: TableId,
    cell: CellId,
    found: i128,
    numbers: Vec<i128>,
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(children) = reported(case, sink) else { return };
    if !children.without_report.is_empty() {
        return incomplete(children, sink);
    }
    let sheet = &case.content.sheet;
    let (compared, missing) = compare(sheet, &children.reports);
    if !missing.is_empty() {
        let reason = Message::new(
            format!("汇总报告或各单位报告有 {} 个单元格没有可比的数字", missing.len()),
            format!("{} cells have no comparable number in one of the reports", missing.len()),
        );
        sink.not_assessable(missing, reason);
    }
    let words = Words {
        many: "不等于各单位之和",
        many_en: "are not the sums of the units",
        advice: advice(&compared, &children.reports),
        sign: "",
    };
    for table in TableId::ALL {
        let wrong = compared.iter().filter(|it| it.table == table && it.excess() != 0);
        let differences: Vec<_> = wrong.map(|it| it.difference(&children.reports)).collect();
        raise(case, sink, table, &differences, &words);
    }
}

fn incomplete(children: &Children<'_>, sink: &mut Sink<'_>) {
    let without = &children.without_report;
    let reason = Message::new(
        format!("{}没有本年度的报告，无法与各单位之和核对", naming::list_zh(without, "个单位")),
        format!("no report of {}", naming::list_en(without)),
    );
    sink.not_assessable(std::iter::once(&"children").chain(without), reason);
}

/// The cells where every report has a number, and those where one has none.
fn compare(sheet: &Sheet, reports: &[Related<'_>]) -> (Vec<Compared>, Vec<CellId>) {
    let (mut compared, mut missing) = (Vec::new(), Vec::new());
    for table in TableId::ALL {
        for cell in additive(sheet, table) {
            let theirs = reports.iter().map(|it| number(&it.content.sheet, cell));
            match (number(sheet, cell), theirs.collect::<Option<Vec<_>>>()) {
                (Some(found), Some(numbers)) => {
                    compared.push(Compared { table, cell, found, numbers });
                }
                (None, _) | (_, None) => missing.push(cell),
            }
        }
    }
    (compared, missing)
}

impl Compared {
    fn sum(&self) -> i128 {
        self.numbers.iter().sum()
    }

    /// How much the consolidated number is above the sum.
    fn excess(&self) -> i128 {
        self.found - self.sum()
    }

    fn difference(&self, reports: &[Related<'_>]) -> Difference {
        let (cell, found, expected) = (self.cell, self.found, self.sum());
        let [ours, sum] = [found, expected].map(|number| comparable::shown(cell, number));
        let largest = self.largest(reports);
        let (units, (zh, en)) = (reports.len(), largest);
        let said = (
            format!("汇总填 {ours}，{units} 个单位之和为 {sum}{zh}"),
            format!("says {ours}, {units} units sum to {sum}{en}"),
        );
        Difference { cell, found, expected, said }
    }

    /// `（“甲局”90、“乙局”20、“丙镇”5）`, in both languages.
    fn largest(&self, reports: &[Related<'_>]) -> (String, String) {
        let mut units: Vec<_> =
            self.numbers.iter().zip(reports).filter(|(number, _)| **number != 0).collect();
        units.sort_by_key(|(number, _)| std::cmp::Reverse(**number));
        let named = units.iter().take(CONTRIBUTORS).map(|(number, report)| {
            let name = naming::shortened(report.organization);
            format!("“{name}”{}", comparable::shown(self.cell, **number))
        });
        let named: Vec<_> = named.collect();
        match named.is_empty() {
            true => Default::default(),
            false => (format!("（{}）", named.join("、")), format!(" ({})", named.join(", "))),
        }
    }
}

/// What to look for: the unit whose figures are exactly what is missing or too much, if there is one.
fn advice(compared: &[Compared], reports: &[Related<'_>]) -> String {
    let is_all = |unit: usize, sign: i128| {
        compared.iter().all(|it| it.numbers.get(unit).is_some_and(|n| it.excess() == sign * n))
    };
    let found = (0..reports.len()).find_map(|unit| {
        let name = naming::shortened(reports.get(unit)?.organization);
        match (is_all(unit, -1), is_all(unit, 1)) {
            (true, _) => Some(format!("差额恰为“{name}”的数字，可能漏计了这个单位")),
            (false, true) => Some(format!("差额恰为“{name}”的数字，可能重复计入了这个单位")),
            (false, false) => None,
        }
    });
    found.unwrap_or_else(|| {
        "请核对是否漏计、重复计入，或者转办和共同办理的申请各计了一次".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::report::{Content, ReportKind};
    use crate::rules::{Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    const NEW: CellId = CellId::new(Line::NewRequests, Column::Applicants);
    const PENALTIES: CellId = CellId::new(Line::AdministrativePenalties, Column::Decisions);
    const IN_FORCE: CellId = CellId::new(Line::NormativeDocuments, Column::InForce);

    fn report(edition: Edition, cells: &[(CellId, i64)]) -> Content {
        let mut content = trial::on(edition);
        content.sheet = consistent(edition, |_| 0);
        for (cell, number) in cells {
            content.sheet.set(*cell, Cell::Number(*number)).unwrap();
        }
        content
    }

    const NAMES: [&str; 4] = ["甲局", "乙局", "丙镇", "丁镇"];

    fn above(own: &Content, units: &[Content], without: Vec<&'static str>) -> Validation {
        let mut case = Case::new(own);
        case.kind = ReportKind::Consolidated;
        let named = units.iter().zip(NAMES);
        let reports = named
            .map(|(content, organization)| Related { organization, ..trial::related(content) })
            .collect();
        case.children = Some(Children { reports, without_report: without });
        trial::of("HIR-002", &case)
    }

    fn units(numbers: [i64; 4]) -> Vec<Content> {
        numbers.map(|number| report(Edition::E2021, &[(PENALTIES, number)])).into()
    }

    #[test]
    fn the_sum_of_all_units_is_right_whatever_documents_they_share() {
        let own = report(Edition::E2021, &[(PENALTIES, 15), (IN_FORCE, 7)]);
        assert_eq!(above(&own, &units([1, 2, 3, 9]), Vec::new()), Validation::default());
    }

    #[test]
    fn a_difference_names_both_numbers_and_the_largest_contributors() {
        let own = report(Edition::E2021, &[(PENALTIES, 16)]);
        let findings = above(&own, &units([1, 2, 3, 9]), Vec::new()).findings;
        assert_eq!(findings.len(), 1);
        let seen = &findings[0].observation;
        assert_eq!((seen.expected.as_str(), seen.found.as_str()), ("15", "16"));
        let said = &seen.message.zh;
        assert!(
            said.contains("汇总填 16，4 个单位之和为 15（“丁镇”9、“丙镇”3、“乙局”2）"),
            "{said}"
        );
    }

    #[test]
    fn a_unit_that_was_left_out_or_counted_twice_is_named() {
        let units = [(1, 10), (2, 20), (3, 30), (9, 90)]
            .map(|(penalties, new)| report(Edition::E2021, &[(PENALTIES, penalties), (NEW, new)]));
        for (own, said) in
            [([12, 120], "“丙镇”的数字，可能漏计"), ([24, 240], "“丁镇”的数字，可能重复计入")]
        {
            let own = report(Edition::E2021, &[(PENALTIES, own[0]), (NEW, own[1])]);
            let findings = above(&own, &units, Vec::new()).findings;
            assert!(
                findings.iter().all(|it| it.observation.message.zh.contains(said)),
                "{findings:?}"
            );
        }
    }

    #[test]
    fn with_a_unit_missing_nothing_is_assessed_and_the_unit_is_named() {
        let own = report(Edition::E2021, &[(PENALTIES, 16)]);
        let validation = above(&own, &units([1, 2, 3, 9]), vec!["戊镇"]);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["children", "戊镇"]);
        assert!(validation.not_assessed[0].reason.zh.contains("戊镇"));
    }

    #[test]
    fn a_blank_of_one_unit_leaves_only_its_cell_open() {
        let own = report(Edition::E2021, &[(PENALTIES, 16), (NEW, 1)]);
        let mut units = units([1, 2, 3, 9]);
        units[0].sheet.set(PENALTIES, Cell::Blank).unwrap();
        let validation = above(&own, &units, Vec::new());
        assert_eq!(validation.findings[0].observation.cells, [NEW]);
        assert_eq!(validation.not_assessed[0].missing, [PENALTIES.to_string()]);
    }
}
