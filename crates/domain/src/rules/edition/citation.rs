//! EDN-002: the notice that the preamble cites is the one whose form the tables use.
//!
//! Silent where the notice of the tables is cited as well, and where the notice cited is the one that
//! is prescribed for the year: then the tables are wrong, which EDN-001 says.

use crate::finding::Observation;
use crate::form::Edition;
use crate::rules::digits::{Run, by_sentence};
use crate::rules::naming::{section, section_en};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("EDN-002", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let used = case.content.sheet.edition();
    let cited: Vec<_> = by_sentence(case.digits()).flat_map(cited_in).collect();
    if cited.iter().any(|(edition, _)| *edition == used) {
        return;
    }
    let prescribed = case.year.and_then(|year| Edition::prescribed_for(year.get()));
    let Some((edition, run)) = cited.iter().find(|(it, _)| Some(*it) != prescribed) else {
        return;
    };
    let (right, wrong) = (used.form().notice, edition.form().notice);
    let (place, place_en) = (section(run.sentence.section), section_en(run.sentence.section));
    sink.raise(
        Observation::new(
            format!("{place}引用{wrong}，表格用的却是{right}的格式；请改正引用的文号"),
            format!("the {place_en} cites {wrong}, the tables use the form of {right}"),
        )
        .expected(right, wrong)
        .quoting(case.sentences().quote(&run.sentence)),
    );
}

/// The notices of the forms that a sentence cites.
fn cited_in<'r, 'a>(runs: &'r [Run<'a>]) -> impl Iterator<Item = (Edition, &'r Run<'a>)> {
    runs.windows(2).filter_map(|pair| {
        let [year, number] = pair else { return None };
        let is_notice = year.before().trim_end().ends_with(OPEN)
            && number.behind().starts_with('号')
            && year.until(number).chars().all(|c| CLOSE.contains(&c));
        if !is_notice || year.until(number).is_empty() {
            return None;
        }
        let words = format!("〔{}〕{}号", year.narrow(), number.narrow());
        let of = |edition: &Edition| edition.form().notice.ends_with(&words);
        Some((Edition::ALL.into_iter().find(of)?, year))
    })
}

/// The brackets of 〔2021〕, right and wrong ones.
const OPEN: [char; 6] = ['〔', '[', '［', '【', '（', '('];
const CLOSE: [char; 6] = ['〕', ']', '］', '】', '）', ')'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(edition: Edition, year: i64, preamble: &str) -> Vec<(Severity, String)> {
        let mut content = trial::on(edition);
        content.narrative.preamble = preamble.to_owned();
        let mut case = Case::new(&content);
        case.year = Some(year.try_into().unwrap());
        let findings = trial::of("EDN-002", &case).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    const OLD: &str =
        "按照《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）要求编制。";
    const NEW: &str = "按照国办公开办函[2021]30号要求编制。";

    #[test]
    fn the_notice_of_another_form_than_the_tables_use_warns() {
        let wrong = "国办公开办函〔2019〕60号".to_owned();
        assert_eq!(of(Edition::E2021, 2022, OLD), [(Severity::Warning, wrong)]);
    }

    #[test]
    fn the_notice_of_the_tables_is_right_in_any_brackets_and_beside_an_older_one() {
        assert_eq!(of(Edition::E2021, 2022, NEW), []);
        assert_eq!(of(Edition::E2021, 2022, &format!("{NEW}{OLD}")), []);
        assert_eq!(of(Edition::E2019, 2019, OLD), []);
    }

    #[test]
    fn a_right_notice_over_wrong_tables_is_left_to_the_rule_about_tables() {
        assert_eq!(of(Edition::E2019, 2024, NEW), []);
    }

    #[test]
    fn another_notice_is_none_of_the_forms() {
        assert_eq!(
            of(Edition::E2021, 2024, "按照国办函〔2020〕109号执行，新政办〔2019〕6号。"),
            []
        );
    }
}
