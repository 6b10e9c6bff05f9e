//! EDN: which edition of the form a report uses.

mod citation;
mod legacy;

use super::naming::{line, list_en, list_zh};
use super::{Case, Rule, Sink, absence};
use crate::finding::{Message, Observation, Quote};
use crate::form::Edition;

pub(super) static RULES: &[Rule] = &[
    Rule::new("EDN-001", prescribed),
    citation::RULE,
    Rule::new("EDN-003", foreign_labels),
    legacy::RULE,
];

/// EDN-001: the edition of the sheet is the one prescribed for the report year. Years without a
/// national form (2018 and before) are EDN-004's.
fn prescribed(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(year) = case.year else {
        let reason = Message::new(
            "报告年度不明，无法判断应当使用哪一年的格式",
            "the report year is unknown, so is the edition it prescribes",
        );
        return sink.not_assessable(["year"], reason);
    };
    let used = case.content.sheet.edition();
    match Edition::prescribed_for(year.get()) {
        Some(edition) if edition != used => {
            let (right, wrong) = (edition.form().notice, used.form().notice);
            sink.raise(
                Observation::new(
                    format!(
                        "{year} 年度报告应当使用 {edition} 年格式（{right}），本报告使用的是 {used} 年格式（{wrong}）；请更换格式后重新填报"
                    ),
                    format!(
                        "a report on {year} uses the form of {edition} ({right}); this one uses that of {used} ({wrong})"
                    ),
                )
                .expected(edition, used),
            );
        }
        Some(_) | None => {}
    }
}

/// EDN-003: every label belongs to the edition that the document uses. One finding lists them, since
/// they have one cause: a page that was made from an older one.
fn foreign_labels(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(document) = case.document else {
        return sink.not_assessable(["document"], absence::document());
    };
    let Some(first) = document.foreign_labels.first() else { return };
    let labels: Vec<_> = document.foreign_labels.iter().map(|it| it.label.text.trim()).collect();
    let edition = case.content.sheet.edition();
    let quote = Quote { line: first.label.line, text: labels[0].to_owned(), ..Quote::default() };
    sink.raise(
        Observation::new(
            format!(
                "{}的标签{}属于 {} 年格式，表格用的是 {edition} 年格式；请改用同一格式的标签",
                line(first.label.line),
                list_zh(&labels, "处"),
                first.edition
            ),
            format!(
                "labels of the form of {} in a table of that of {edition}: {}",
                first.edition,
                list_en(&labels)
            ),
        )
        .expected(edition, labels.join("、"))
        .quoting(quote),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{DocumentEvidence, ForeignLabel, PlacedText};
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of_year(edition: Edition, year: Option<i64>) -> crate::rules::Validation {
        let content = trial::on(edition);
        let mut case = Case::new(&content);
        case.year = year.map(|year| year.try_into().unwrap());
        trial::of("EDN-001", &case)
    }

    #[test]
    fn a_report_on_another_edition_than_its_years_blocks_and_names_both_notices() {
        let findings = of_year(Edition::E2019, Some(2024)).findings;
        assert_eq!(findings[0].severity, Severity::Blocking);
        for notice in ["〔2019〕60号", "〔2021〕30号"] {
            assert!(findings[0].observation.message.zh.contains(notice));
        }
        assert_eq!(of_year(Edition::E2021, Some(2020)).findings.len(), 1);
    }

    #[test]
    fn the_edition_of_the_year_raises_nothing() {
        for (edition, year) in
            [(Edition::E2019, 2019), (Edition::E2019, 2020), (Edition::E2021, 2021)]
        {
            assert_eq!(of_year(edition, Some(year)), crate::rules::Validation::default());
        }
    }

    #[test]
    fn a_year_without_a_national_form_is_not_held_against_any() {
        assert_eq!(of_year(Edition::E2019, Some(2016)).findings, []);
    }

    #[test]
    fn without_a_year_the_edition_is_not_assessable() {
        let validation = of_year(Edition::E2019, None);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["year"]);
    }

    #[test]
    fn labels_of_another_edition_are_listed_in_one_warning() {
        let label = |line, text: &str| ForeignLabel {
            label: PlacedText { line, text: text.to_owned() },
            edition: Edition::E2019,
        };
        let document = DocumentEvidence {
            foreign_labels: vec![label(7, "规范性文件"), label(9, "处理决定数量")],
            ..DocumentEvidence::default()
        };
        let findings = trial::reading("EDN-003", &trial::content(), &document).findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].severity, Severity::Warning);
        assert_eq!(findings[0].observation.found, "规范性文件、处理决定数量");
        assert_eq!(findings[0].observation.quote.as_ref().map(|quote| quote.line), Some(7));
    }

    #[test]
    fn without_the_document_its_labels_are_not_assessable() {
        let content = trial::content();
        let validation = trial::of("EDN-003", &Case::new(&content));
        assert_eq!(validation.not_assessed[0].missing, ["document"]);
    }
}
