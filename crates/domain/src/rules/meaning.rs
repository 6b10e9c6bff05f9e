//! SEM: what the figures would mean in law.

mod city_department;
mod direct_litigation;
mod state_secret;

use super::{Case, Rule, Sink, fees, naming};
use crate::finding::{Message, Observation};
use crate::form::{CellId, Line};
use crate::organization::RulePower;
use crate::sheet::{Cell, Sheet};

pub(super) static RULES: &[Rule] = &[
    Rule::new("SEM-001", government_rules),
    city_department::RULE,
    fees::NOTICES,
    direct_litigation::RULE,
    state_secret::RULE,
];

/// SEM-001: an organ that may not make 规章 reports none.
///
/// Only the ministries and the governments of provinces, cities with districts and autonomous
/// prefectures may make them (立法法 arts 91, 93). Whether an organ reports for one of these is an
/// attribute of the organ; where it is unknown and the line is not zero, nothing is decided. Where
/// the line is zero, the power does not matter.
fn government_rules(case: &Case<'_>, sink: &mut Sink<'_>) {
    let reported = reported(&case.content.sheet);
    match case.standing.rule_power {
        _ if reported.is_empty() => {}
        RulePower::Has => {}
        RulePower::Lacks => sink.raise(observation(case, reported)),
        RulePower::Unknown => sink.not_assessable(
            ["rule_power"],
            Message::new(
                "本机关有没有规章制定权不明，无法判断规章一行的数字；请在机关信息中登记",
                "whether the organ may make government rules is not known",
            ),
        ),
    }
}

/// The cells of the line 规章 that say more than zero.
fn reported(sheet: &Sheet) -> Vec<CellId> {
    let is_reported = |cell: &CellId, said: Cell| {
        cell.line == Line::GovernmentRules && said.number().is_some_and(|number| number > 0)
    };
    sheet.cells().filter(|(cell, said)| is_reported(cell, *said)).map(|(cell, _)| cell).collect()
}

fn observation(case: &Case<'_>, cells: Vec<CellId>) -> Observation {
    let sheet = &case.content.sheet;
    let numbers: Vec<_> = cells.iter().map(|cell| sheet.printed_number(*cell)).collect();
    let level = case.standing.level.map(|level| level.chinese()).unwrap_or_default();
    Observation::new(
        format!(
            "本机关是没有规章制定权的{level}机关，规章一行应当全部填 0，现在{}分别填 {}；行政规范性文件请填在下一行",
            naming::cells(sheet.layout(), &cells),
            numbers.join("、")
        ),
        format!(
            "the organ has no power to make government rules, yet {} say {}",
            naming::codes(&cells),
            numbers.join(", ")
        ),
    )
    .expected(0, numbers.join(", "))
    .about(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::form::{Column, Edition};
    use crate::organization::Standing;
    use crate::rules::{Validation, trial};

    fn with_rules(edition: Edition, column: Column, number: i64, power: RulePower) -> Validation {
        let mut content = trial::on(edition);
        let cell = CellId::new(Line::GovernmentRules, column);
        content.sheet.set(cell, Cell::Number(number)).unwrap();
        let mut case = Case::new(&content);
        case.standing = Standing { rule_power: power, ..Standing::default() };
        trial::of("SEM-001", &case)
    }

    #[test]
    fn rules_of_an_organ_without_the_power_block_in_either_edition() {
        for (edition, column) in
            [(Edition::E2019, Column::TotalDisclosed), (Edition::E2021, Column::InForce)]
        {
            let findings = with_rules(edition, column, 6, RulePower::Lacks).findings;
            assert_eq!(findings[0].severity, Severity::Blocking);
            assert_eq!(findings[0].observation.expected, "0");
            assert_eq!(findings[0].observation.found, "6");
        }
    }

    #[test]
    fn an_unknown_power_is_asked_for_and_never_blocks() {
        let validation = with_rules(Edition::E2021, Column::InForce, 6, RulePower::Unknown);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["rule_power"]);
    }

    #[test]
    fn a_rule_maker_may_report_rules_and_anybody_none() {
        let nothing = Validation::default();
        assert_eq!(with_rules(Edition::E2021, Column::InForce, 6, RulePower::Has), nothing);
        for power in [RulePower::Unknown, RulePower::Has, RulePower::Lacks] {
            assert_eq!(with_rules(Edition::E2021, Column::InForce, 0, power), nothing);
        }
    }
}
