//! IDN-001: the title is `<organ><year>年政府信息公开工作年度报告`.

use super::{quoted, without_title};
use crate::finding::Observation;
use crate::report::title::{SUBJECT, Title};
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("IDN-001", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let printed = case.content.title.trim();
    if printed.is_empty() && case.is_figures_only() {
        return sink.not_assessable(["title"], naming::without_words());
    }
    let title = case.title();
    let expected = prescribed(case, title);
    if printed.is_empty() {
        let reason = without_title();
        let zh = format!("{}；标题应为“{expected}”", reason.zh);
        sink.raise(Observation::new(zh, reason.en).expected(expected, ""));
    } else if !title.deviations.is_empty() {
        sink.raise(
            Observation::new(
                format!("标题与格式不同：{}；标题应为“{expected}”", title.deviations.join("，")),
                format!("the title does not follow the form; it should be “{expected}”"),
            )
            .expected(&expected, printed)
            .quoting(quoted(case.content)),
        );
    }
}

/// The title that the form prescribes, with what is known of organ and year.
fn prescribed(case: &Case<'_>, title: &Title) -> String {
    let registered = case.organization.map(|organ| organ.display_name.as_str());
    let organ = match title.organ.as_deref() {
        None => registered.unwrap_or("（机关名称）"),
        Some(organ) => organ,
    };
    let named = title.years.first().map(ToString::to_string);
    let year = named.or(case.year.map(|year| year.to_string()));
    format!("{organ}{}年{SUBJECT}", year.as_deref().unwrap_or("（年份）"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn expected(title: &str) -> Vec<String> {
        let mut content = trial::content();
        content.title = title.to_owned();
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        let findings = trial::of("IDN-001", &case).findings;
        assert!(findings.iter().all(|it| it.severity == Severity::Warning));
        findings.into_iter().map(|it| it.observation.expected).collect()
    }

    #[test]
    fn a_title_as_prescribed_raises_nothing() {
        assert_eq!(expected("某镇人民政府2024年政府信息公开工作年度报告"), [""; 0]);
    }

    #[test]
    fn another_title_is_warned_about_with_the_one_that_is_prescribed() {
        let right = "某局2024年政府信息公开工作年度报告";
        assert_eq!(expected("某局2024年度政府信息公开工作年度报告"), [right]);
        assert_eq!(expected("2024年某局政府信息公开工作年度报告"), [right]);
        assert_eq!(expected("某局政府信息公开工作年度报告"), [right]);
        assert_eq!(expected(""), ["（机关名称）2024年政府信息公开工作年度报告"]);
    }
}
