//! IDN-003: the organ of the title is the one whose report it is.
//!
//! The title may use any registered name, may leave out or add the superior divisions (某区审计局 for
//! 某市某区审计局), and the consolidated report of a government may be titled with its division alone.
//! Another wording warns. Only a title that names another registered organ blocks.

use super::{quoted, without_title};
use crate::finding::{Message, Observation, StageSeverity};
use crate::form::fold;
use crate::organization::Organization;
use crate::report::ReportKind;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("IDN-003", check);

/// How the name of a division ends.
const DIVISIONS: [char; 9] = ['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡'];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(organ) = case.organization else {
        let reason =
            Message::new("没有登记的机关信息", "the organ of the report is not registered");
        return sink.not_assessable(["organization"], reason);
    };
    let named = case.title().organ.as_deref().unwrap_or_default();
    if named.is_empty() {
        let reason = match case.content.title.trim() {
            "" => without_title(),
            _ => Message::new("标题里没有机关名称", "the title names no organ"),
        };
        return sink.not_assessable(["title"], reason);
    }
    let title = fold(named);
    let names: Vec<_> = organ.names().map(fold).collect();
    if names.contains(&title) {
        return;
    }
    match case.titled_organization {
        Some(other) if other.id == organ.id => {}
        Some(other) => {
            let seen = observation(case, organ, named, &format!("，是另一个机关（{}）", other.id));
            sink.raise_as(StageSeverity::BLOCKING, seen);
        }
        None if names.iter().any(|name| is_same(name, &title, case.kind)) => {}
        None => sink.raise(observation(case, organ, named, "")),
    }
}

fn is_same(name: &str, title: &str, kind: ReportKind) -> bool {
    let division = name.strip_suffix("人民政府").unwrap_or(name);
    differ_by_division(name, title)
        || kind == ReportKind::Consolidated
            && (division == title || differ_by_division(division, title))
}

/// Whether one name is the other behind the names of superior divisions.
fn differ_by_division(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    !short.is_empty() && long.strip_suffix(short).is_some_and(|more| more.ends_with(DIVISIONS))
}

fn observation(case: &Case<'_>, organ: &Organization, named: &str, whose: &str) -> Observation {
    let registered = &organ.display_name;
    Observation::new(
        format!(
            "标题的机关是“{named}”{whose}，登记的机关是“{registered}”；请核对标题，或把它登记为别名"
        ),
        format!("the title names “{named}”, the report is that of “{registered}”"),
    )
    .expected(registered, named)
    .quoting(quoted(case.content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::{Validation, trial};

    fn of(title: &str, own: Option<&Organization>, titled: Option<&Organization>) -> Validation {
        let mut content = trial::content();
        content.title = format!("{title}2024年政府信息公开工作年度报告");
        let mut case = Case::new(&content);
        case.organization = own;
        case.titled_organization = titled;
        trial::of("IDN-003", &case)
    }

    #[test]
    fn every_registered_name_is_the_organ() {
        let mut organ = trial::organization("a", "青石县青石镇人民政府");
        organ.aliases = vec!["青石镇政府".to_owned()];
        for name in ["青石县青石镇人民政府", "青石镇政府", "青石镇人民政府"] {
            assert_eq!(of(name, Some(&organ), None), Validation::default(), "{name}");
        }
    }

    #[test]
    fn an_unknown_name_warns_and_another_registered_organ_blocks() {
        let office = trial::organization("office", "青石县人民政府办公室");
        let government = trial::organization("government", "青石县人民政府");
        let severity = |titled| of("青石县人民政府", Some(&office), titled).findings[0].severity;
        assert_eq!(severity(None), Severity::Warning);
        assert_eq!(severity(Some(&government)), Severity::Blocking);
    }

    #[test]
    fn a_longer_name_that_is_no_division_is_another_organ() {
        let organ = trial::organization("a", "财政局");
        assert_eq!(of("退役军人事务与财政局", Some(&organ), None).findings.len(), 1);
    }

    #[test]
    fn a_consolidated_report_may_be_titled_with_its_division() {
        let government = trial::organization("a", "青石县人民政府");
        let mut content = trial::content();
        content.title = "青石县2024年政府信息公开工作年度报告".to_owned();
        let mut case = Case::new(&content);
        case.organization = Some(&government);
        assert_eq!(trial::of("IDN-003", &case).findings.len(), 1);
        case.kind = ReportKind::Consolidated;
        assert_eq!(trial::of("IDN-003", &case), Validation::default());
    }

    #[test]
    fn an_unregistered_organ_is_not_assessable() {
        assert_eq!(of("某局", None, None).not_assessed[0].missing, ["organization"]);
    }
}
