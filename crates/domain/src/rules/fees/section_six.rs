//! STR-011 and SEM-004: section 六 tells of the fees.

use super::facts;
use crate::finding::Observation;
use crate::form::{CellId, Column, Line};
use crate::rules::naming::{self, section, section_en};
use crate::rules::{Case, Rule};

/// STR-011: fees that another section tells of are reported in section 六.
pub(in crate::rules) const REPORTED: Rule = Rule::new("STR-011", |case, sink| {
    let elsewhere = facts(case).find(|claim| claim.sentence.section != SIX);
    let Some(claim) = elsewhere.filter(|_| !tells_of_fees(case)) else { return };
    sink.raise(
        Observation::new(
            format!(
                "{}第 {} 行写到信息处理费，{}却没有写；请在{}写明收费通知件数、金额和实际收取情况",
                section(claim.sentence.section),
                claim.sentence.line,
                section(SIX),
                section(SIX),
            ),
            format!(
                "the {} tells of fees for processing information, section 6 does not",
                section_en(claim.sentence.section)
            ),
        )
        .quoting(case.sentences().quote(&claim.sentence)),
    );
});

/// SEM-004: a request can only be dropped for an unpaid fee if a notice of the fee was sent.
pub(in crate::rules) const NOTICES: Rule = Rule::new("SEM-004", |case, sink| {
    let unpaid = case.content.sheet.number(UNPAID).filter(|number| *number > 0);
    match unpaid {
        Some(_) if case.is_figures_only() => {
            sink.not_assessable(["narrative"], naming::without_words());
        }
        Some(number) if !tells_of_fees(case) => sink.raise(unexplained(case, number)),
        Some(_) | None => {}
    }
});

const SIX: u8 = 6;
const UNPAID: CellId = CellId::new(Line::FeeUnpaid, Column::Applicants);
/// Any mention will do: what has to be said of fees is for people to judge.
const MENTIONS: [&str; 4] = ["处理费", "收费", "缴费", "费用"];

fn tells_of_fees(case: &Case<'_>) -> bool {
    let text = case.content.narrative.section(SIX).map_or("", |section| section.text.as_str());
    MENTIONS.iter().any(|word| text.contains(word))
}

fn unexplained(case: &Case<'_>, number: i64) -> Observation {
    let cell = naming::cell(case.content.sheet.layout(), UNPAID);
    let seen = Observation::new(
        format!(
            "{cell}填 {number}，{}却没有写信息处理费的收费通知；请写明通知件数和金额",
            section(SIX)
        ),
        format!("{UNPAID} says {number}, yet section 6 tells of no notice of a fee"),
    )
    .about([UNPAID])
    .found(number);
    match case.sentences().narrative().find(|sentence| sentence.section == SIX) {
        Some(sentence) => seen.quoting(case.sentences().quote(&sentence)),
        None => seen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::rules::trial;
    use crate::sheet::{Cell, samples::consistent};

    fn count(code: &str, one: &str, six: &str, unpaid: i64) -> usize {
        let mut content = trial::saying(one);
        content.narrative.sections.push(trial::section(SIX, six));
        content.sheet = consistent(Edition::E2021, |_| 0);
        content.sheet.set(UNPAID, Cell::Number(unpaid)).unwrap();
        trial::of(code, &Case::new(&content)).findings.len()
    }

    const FEES: &str = "全年发出收费通知3件，收取信息处理费2230元。";

    #[test]
    fn fees_told_of_elsewhere_belong_into_section_six() {
        assert_eq!(count("STR-011", FEES, "无。", 0), 1);
        assert_eq!(count("STR-011", FEES, "本年度收取信息处理费2230元。", 0), 0);
        assert_eq!(count("STR-011", "本年度未收取信息处理费。", "无。", 0), 0);
        assert_eq!(count("STR-011", "收取信息处理费0元。", "无。", 0), 0);
    }

    #[test]
    fn unpaid_fees_presuppose_that_section_six_tells_of_notices() {
        assert_eq!(count("SEM-004", "", "无。", 10), 1);
        assert_eq!(count("SEM-004", "", FEES, 10), 0);
        assert_eq!(count("SEM-004", "", "无。", 0), 0);
    }

    #[test]
    fn figures_without_words_are_not_judged() {
        let mut content = trial::content();
        content.sheet.set(UNPAID, Cell::Number(1)).unwrap();
        let document = crate::evidence::DocumentEvidence {
            figures_only: true,
            ..crate::evidence::DocumentEvidence::default()
        };
        let validation = trial::reading("SEM-004", &content, &document);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed.len(), 1);
    }
}
