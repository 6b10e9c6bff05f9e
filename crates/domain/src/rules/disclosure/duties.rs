//! T2-006 and T2-007: decisions against the duties that an organ's name tells.
//!
//! The record says department or office, not police or statistics. The end of the name does, where it
//! is certain: 公安局 grants and punishes every year, 信访局 has no power to. Where a name leaves a
//! doubt nothing is said, and both rules only inform.

use crate::finding::Observation;
use crate::form::{CellId, Column, Line};
use crate::report::ReportKind;
use crate::rules::{Case, Rule, Sink, absence, naming};
use crate::sheet::Sheet;

pub(super) const WITHOUT_DECISIONS: Rule = Rule::new("T2-006", without_decisions);
pub(super) const WITHOUT_POWER: Rule = Rule::new("T2-007", without_power);

/// The ends of names of organs that decide on licences or penalties every year.
const ENFORCING: [&str; 15] = [
    "公安局",
    "公安分局",
    "市场监督管理局",
    "市场监管局",
    "交通运输局",
    "城市管理局",
    "城市管理行政执法局",
    "城市管理综合行政执法局",
    "城市管理和综合执法局",
    "综合行政执法局",
    "卫生健康局",
    "卫生健康委员会",
    "卫生健康委",
    "税务局",
    "生态环境局",
];
/// Below cities, 生态环境局 is a branch that decides in the name of the city's.
const OF_CITIES: &str = "生态环境局";
const CITIES: [char; 4] = ['省', '市', '州', '盟'];
/// The ends of names of organs that no law gives any power to punish or to coerce.
const POWERLESS: [&str; 10] = [
    "信访局",
    "信访办公室",
    "地方志办公室",
    "地方志编纂委员会办公室",
    "地方志编纂中心",
    "史志办公室",
    "机关事务管理局",
    "机关事务服务中心",
    "机关事务中心",
    "档案馆",
];
const ENFORCEMENT: [Line; 2] = [Line::AdministrativePenalties, Line::AdministrativeCompulsion];

/// T2-006: an organ that enforces the law has made some decision.
fn without_decisions(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(name) = name(case, sink, is_enforcing) else { return };
    let sheet = &case.content.sheet;
    let cells: Vec<CellId> = decisions(sheet).collect();
    let missing: Vec<CellId> =
        cells.iter().copied().filter(|cell| sheet.number(*cell).is_none()).collect();
    if cells.iter().any(|cell| sheet.number(*cell).is_some_and(|number| number != 0)) {
        return;
    }
    if !missing.is_empty() {
        return sink.not_assessable(&missing, absence::numbers(&missing));
    }
    let seen = Observation::new(
        format!(
            "{name}是执法部门，行政许可、行政处罚、行政强制的处理决定全部为 0；已公开的和依法不公开的都要统计，请核对"
        ),
        format!("“{name}” enforces the law, yet reports no decision at all"),
    );
    sink.raise(seen.about(cells).found(0));
}

/// T2-007: an organ without any power to punish or to coerce has not done so.
fn without_power(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(name) = name(case, sink, is_powerless) else { return };
    let sheet = &case.content.sheet;
    let of_power = decisions(sheet).filter(|cell| ENFORCEMENT.contains(&cell.line));
    let cells: Vec<CellId> =
        of_power.filter(|cell| sheet.number(*cell).is_some_and(|number| number > 0)).collect();
    if cells.is_empty() {
        return;
    }
    let numbers: Vec<_> = cells.iter().map(|cell| sheet.printed_number(*cell)).collect();
    let seen = Observation::new(
        format!(
            "{name}一般没有行政处罚、行政强制的职权，{}却填 {}；请核对是否把其他机关的数填了进来",
            naming::cells(sheet.layout(), &cells),
            numbers.join("、")
        ),
        format!(
            "“{name}” has no power to punish, yet {} say {}",
            naming::codes(&cells),
            numbers.join(", ")
        ),
    );
    sink.raise(seen.about(cells).expected(0, numbers.join(", ")));
}

/// The name of the organ whose own report it is, where the name says what is asked.
fn name<'a>(case: &'a Case<'_>, sink: &mut Sink<'_>, says: fn(&str) -> bool) -> Option<&'a str> {
    if case.kind == ReportKind::Consolidated {
        return None;
    }
    let name = case.organ_name();
    if name.is_none() {
        sink.not_assessable(["organization"], absence::organ());
    }
    name.filter(|name| says(name))
}

fn is_enforcing(name: &str) -> bool {
    let of_city = name.strip_suffix(OF_CITIES).is_none_or(|place| place.ends_with(CITIES));
    of_city && ENFORCING.iter().any(|end| name.ends_with(end))
}

fn is_powerless(name: &str) -> bool {
    POWERLESS.iter().any(|end| name.ends_with(end))
}

/// The decisions of every line that has any, whatever the edition.
fn decisions(sheet: &Sheet) -> impl Iterator<Item = CellId> {
    let cells = sheet.layout().cells().iter().copied();
    cells.filter(|cell| cell.column == Column::Decisions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::rules::{Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn with(code: &str, name: &str, penalties: Cell) -> Validation {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        let cell = CellId::new(Line::AdministrativePenalties, Column::Decisions);
        content.sheet.set(cell, penalties).unwrap();
        content.title = format!("{name}2024年政府信息公开工作年度报告");
        trial::of(code, &Case::new(&content))
    }

    #[test]
    fn an_organ_that_enforces_the_law_without_any_decision_is_asked() {
        for name in
            ["青石县市场监督管理局", "青石市公安局", "青石市公安局东城公安分局", "青石市生态环境局"]
        {
            assert_eq!(with("T2-006", name, Cell::Number(0)).findings.len(), 1, "{name}");
            assert_eq!(with("T2-006", name, Cell::Number(3)), Validation::default());
        }
    }

    #[test]
    fn a_name_that_leaves_a_doubt_says_nothing() {
        for name in [
            "青石县财政局",
            "青石市生态环境局东城分局",
            "青石市东城生态环境局",
            "青石县人民政府",
            "青石市公安局交通警察支队",
        ] {
            assert_eq!(with("T2-006", name, Cell::Number(0)), Validation::default(), "{name}");
        }
    }

    #[test]
    fn a_blank_decides_nothing_and_no_name_is_asked_for() {
        let blank = with("T2-006", "青石县公安局", Cell::Blank);
        assert_eq!(blank.not_assessed[0].missing, ["administrative_penalties.decisions"]);
        let content = trial::content();
        let nameless = trial::of("T2-006", &Case::new(&content));
        assert_eq!(nameless.not_assessed[0].missing, ["organization"]);
    }

    #[test]
    fn penalties_of_an_organ_without_any_power_are_asked_about() {
        for name in ["青石市信访局", "青石县地方志办公室"] {
            assert_eq!(with("T2-007", name, Cell::Number(12)).findings.len(), 1, "{name}");
            assert_eq!(with("T2-007", name, Cell::Number(0)), Validation::default());
        }
    }

    #[test]
    fn statistics_and_archives_may_punish() {
        for name in ["青石县统计局", "青石县档案局"] {
            assert_eq!(with("T2-007", name, Cell::Number(12)), Validation::default(), "{name}");
        }
    }
}
