//! XTB-003: a report gives the figures of one organ, or of a whole government, and says which.
//!
//! Within one record the kind is a type and the key (IDN-007); what remains is a title that says the
//! other thing: the report of an office titled as its government's, or the other way round. Townships
//! have one report, which is their own, and are never confused so.

use crate::finding::Observation;
use crate::organization::{OrganType, Organization};
use crate::report::ReportKind;
use crate::rules::{Case, Rule, Sink, absence};

pub(super) const RULE: Rule = Rule::new("XTB-003", check);

/// How the names of single organs end.
const SINGLE: [&str; 6] = ["办公室", "办公厅", "局", "厅", "委员会", "支队"];
/// How the names of a government's offices end.
const OFFICES: [&str; 3] = ["政府办公室", "政府办公厅", "政府办"];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(organ) = case.organization else {
        return sink.not_assessable(["organization"], absence::organ());
    };
    let titled = case.title().organ.as_deref().unwrap_or_default();
    match case.kind {
        ReportKind::Consolidated if SINGLE.iter().any(|end| titled.ends_with(end)) => {
            sink.raise(observation(titled, ("本机关", "own"), ("本级汇总", "consolidated")));
        }
        ReportKind::Own if is_office(organ) && titled.ends_with("人民政府") => {
            sink.raise(observation(titled, ("本级汇总", "consolidated"), ("本机关", "own")));
        }
        ReportKind::Consolidated | ReportKind::Own => {}
    }
}

fn is_office(organ: &Organization) -> bool {
    match organ.organ_type {
        Some(kind) => kind == OrganType::GovernmentOffice,
        None => OFFICES.iter().any(|end| organ.display_name.ends_with(end)),
    }
}

/// What the title says, and what the record says.
fn observation(titled: &str, title: (&str, &str), record: (&str, &str)) -> Observation {
    Observation::new(
        format!(
            "标题的机关是“{titled}”，是{}的口径，报告登记为{}；一份报告只有一种口径，请核对标题和数据各属于哪一种",
            title.0, record.0
        ),
        format!("the title names “{titled}” ({}), the report is {}", title.1, record.1),
    )
    .expected(record.0, title.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::{Level, LevelSource, Standing};
    use crate::rules::{Validation, trial};

    fn with(title: &str, organ: &str, kind: ReportKind, level: Option<Level>) -> Validation {
        let mut content = trial::content();
        content.title = format!("{title}2024年政府信息公开工作年度报告");
        let organ = trial::organization("a", organ);
        let mut case = Case::new(&content);
        case.organization = Some(&organ);
        case.kind = kind;
        case.standing = Standing { level, source: LevelSource::Record, ..Standing::default() };
        trial::of("XTB-003", &case)
    }

    const COUNTY: Option<Level> = Some(Level::County);

    #[test]
    fn an_office_does_not_title_its_own_report_as_its_governments() {
        let (title, organ) = ("青石县人民政府", "青石县人民政府办公室");
        assert_eq!(with(title, organ, ReportKind::Own, COUNTY).findings.len(), 1);
        assert_eq!(with(organ, organ, ReportKind::Own, COUNTY), Validation::default());
    }

    #[test]
    fn the_report_of_a_government_is_not_titled_as_one_organs() {
        let (title, organ) = ("青石县人民政府办公室", "青石县人民政府");
        let kind = ReportKind::Consolidated;
        assert_eq!(with(title, organ, kind, COUNTY).findings.len(), 1);
        for title in ["青石县人民政府", "青石县", ""] {
            assert_eq!(with(title, organ, kind, COUNTY), Validation::default(), "{title}");
        }
    }

    #[test]
    fn a_township_has_one_report_whoever_signs_it() {
        let (title, organ) = ("青石镇人民政府", "青石镇人民政府办公室");
        let level = Some(Level::Township);
        assert_eq!(with(title, organ, ReportKind::Own, level), Validation::default());
    }

    #[test]
    fn without_a_registered_organ_the_kind_follows_from_the_title() {
        let content = trial::content();
        let mut case = Case::new(&content);
        case.standing.level = COUNTY;
        let validation = trial::of("XTB-003", &case);
        assert_eq!(validation.not_assessed[0].missing, ["organization"]);
    }
}
