//! SEM-003: a department makes no 规章, its government does.
//!
//! Of cities and provinces only the governments may make them (立法法 art 93). A department drafts
//! them; they are counted in its government's report. A record that gives the organ the power settles
//! it, and one that denies it is SEM-001's.

use super::reported;
use crate::finding::{Message, Observation};
use crate::form::CellId;
use crate::organization::{OrganType, RulePower};
use crate::report::ReportKind;
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("SEM-003", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let cells = reported(&case.content.sheet);
    let decided = case.kind == ReportKind::Consolidated
        || case.standing.rule_power != RulePower::Unknown
        || cells.is_empty();
    if decided {
        return;
    }
    match is_department(case) {
        Some(true) => sink.raise(observation(case, cells)),
        Some(false) => {}
        None => sink.not_assessable(
            ["organ_type"],
            Message::new(
                "不知道本机关是不是政府的部门，无法判断规章一行的数字；请在机关信息中登记机关类型",
                "whether the organ is a department of a government is not known",
            ),
        ),
    }
}

/// By its record, else by a name that only departments have.
fn is_department(case: &Case<'_>) -> Option<bool> {
    match case.organization.and_then(|organ| organ.organ_type) {
        Some(kind) => Some(kind == OrganType::Department),
        None => case.organ_name().filter(|name| name.ends_with('局')).map(|_| true),
    }
}

fn observation(case: &Case<'_>, cells: Vec<CellId>) -> Observation {
    let sheet = &case.content.sheet;
    let numbers: Vec<_> = cells.iter().map(|cell| sheet.printed_number(*cell)).collect();
    Observation::new(
        format!(
            "部门没有规章制定权，{}却填 {}；本部门起草的规章由本级人民政府制定，计入政府的报告，请核对",
            naming::cells(sheet.layout(), &cells),
            numbers.join("、")
        ),
        format!(
            "a department makes no government rules, yet {} say {}; those it drafted are its government's",
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
    use crate::form::{Column, Line};
    use crate::organization::{Level, LevelSource, Standing};
    use crate::rules::{Validation, trial};
    use crate::sheet::Cell;

    fn with(name: &str, kind: Option<OrganType>, power: RulePower, rules: i64) -> Validation {
        let mut content = trial::content();
        let cell = CellId::new(Line::GovernmentRules, Column::InForce);
        content.sheet.set(cell, Cell::Number(rules)).unwrap();
        let mut organ = trial::organization("a", name);
        organ.organ_type = kind;
        let mut case = Case::new(&content);
        case.organization = Some(&organ);
        case.standing = Standing {
            level: Some(Level::Prefecture),
            source: LevelSource::Record,
            rule_power: power,
        };
        trial::of("SEM-003", &case)
    }

    #[test]
    fn rules_of_a_city_department_are_its_governments() {
        let unknown = RulePower::Unknown;
        assert_eq!(with("青石市财政局", None, unknown, 3).findings.len(), 1);
        let department = Some(OrganType::Department);
        assert_eq!(with("青石市科学技术委员会", department, unknown, 3).findings.len(), 1);
    }

    #[test]
    fn an_office_reports_the_rules_of_its_government_and_no_rules_need_no_power() {
        let office = Some(OrganType::GovernmentOffice);
        let unknown = RulePower::Unknown;
        assert_eq!(with("青石市人民政府办公室", office, unknown, 13), Validation::default());
        assert_eq!(with("青石市财政局", None, unknown, 0), Validation::default());
    }

    #[test]
    fn a_known_power_is_another_rules() {
        for power in [RulePower::Has, RulePower::Lacks] {
            assert_eq!(with("青石市财政局", None, power, 3), Validation::default());
        }
    }

    #[test]
    fn an_organ_of_unknown_type_is_not_assessable() {
        let validation = with("青石市人民政府办公室", None, RulePower::Unknown, 13);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["organ_type"]);
    }
}
