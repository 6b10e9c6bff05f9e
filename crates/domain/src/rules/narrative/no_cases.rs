//! TXT-009: what the text says about there having been no cases agrees with table 4.

use super::agreement::not_assessable;
use super::comparison::{Reach, reach};
use super::readings;
use crate::finding::Observation;
use crate::form::CellId;
use crate::rules::naming::{self, section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::{Case, Rule, Sink};
use crate::statement::{About, Said, Statement};

pub(super) const RULE: Rule = Rule::new("TXT-009", check);

/// The kinds of cases that a sentence names, and no others, are zero.
fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let mut missing = Vec::new();
    for claim in case.claims().filter(|claim| denies(claim.statement)) {
        match reach(case, &claim) {
            Reach::Part => continue,
            Reach::UnknownYear => {
                missing.push("year".to_owned());
                continue;
            }
            Reach::Whole => {}
        }
        let cells = readings::cells(claim.statement, sheet.edition(), case.year).concat();
        let positive = |cell: &&CellId| sheet.number(**cell).is_some_and(|number| number > 0);
        let contradicting: Vec<_> = cells.iter().filter(positive).copied().collect();
        if contradicting.is_empty() {
            let unknown = cells.iter().filter(|cell| sheet.number(**cell).is_none());
            missing.extend(unknown.map(ToString::to_string));
        } else {
            let quote = case.sentences().quote(&claim.sentence);
            sink.raise(observation(case, &claim.sentence, &contradicting).quoting(quote));
        }
    }
    not_assessable(sink, missing);
}

fn denies(statement: &Statement) -> bool {
    let is_none = match statement.said {
        Said::Nothing => true,
        Said::Count(quantity) => quantity.count() == Some(0),
        Said::AllUpheld { .. } | Said::NeverLost => false,
    };
    is_none && matches!(statement.about, About::Proceedings(_))
}

fn observation(case: &Case<'_>, sentence: &Sentence<'_>, cells: &[CellId]) -> Observation {
    let sheet = &case.content.sheet;
    let numbers: Vec<_> = cells.iter().map(|cell| sheet.printed_number(*cell)).collect();
    Observation::new(
        format!(
            "{}第 {} 行说没有这类案件，表四的{}却填了 {}；请核对文字和表格",
            section(sentence.section),
            sentence.line,
            naming::cells(sheet.layout(), cells),
            numbers.join("、")
        ),
        format!(
            "the {} says that there was no such case, yet {} say {}",
            section_en(sentence.section),
            naming::codes(cells),
            numbers.join(", ")
        ),
    )
    .expected(0, numbers.join(", "))
    .about(cells.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::form::{Column, Edition, Line};
    use crate::rules::{Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    const REVIEW: CellId = CellId::new(Line::Reconsideration, Column::Cases);
    const DIRECT: CellId = CellId::new(Line::DirectLitigation, Column::Cases);

    fn of(text: &str, cell: CellId, state: Cell) -> Validation {
        let mut content = trial::saying(text);
        content.sheet = consistent(Edition::E2021, |_| 0);
        content.sheet.set(cell, state).unwrap();
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        trial::of("TXT-009", &case)
    }

    fn contradicts(text: &str, cell: CellId) -> bool {
        of(text, cell, Cell::Number(1)).findings.len() == 1
    }

    #[test]
    fn only_the_kinds_that_are_named_are_judged() {
        for text in [
            "本年度未发生因政府信息公开引起的行政复议和行政诉讼。",
            "2024年，我局没有政府信息公开行政复议、行政诉讼案件。",
        ] {
            assert!(contradicts(text, REVIEW) && contradicts(text, DIRECT), "{text}");
        }
        for text in ["全年无行政复议案件。", "被申请行政复议0件。"] {
            assert!(contradicts(text, REVIEW) && !contradicts(text, DIRECT), "{text}");
        }
        let after = "没有复议后起诉的情况。";
        assert!(!contradicts(after, REVIEW) && !contradicts(after, DIRECT));
    }

    #[test]
    fn a_contradiction_blocks_and_names_the_cell() {
        let finding = of("全年无行政复议案件。", REVIEW, Cell::Number(1)).findings.remove(0);
        assert_eq!(finding.severity, Severity::Blocking);
        assert_eq!(finding.observation.cells, [REVIEW]);
    }

    #[test]
    fn a_denial_of_something_else_is_not_judged() {
        for text in [
            "没有行政复议被纠正的案件。",
            "未发生行政诉讼败诉案件。",
            "2023年未发生行政复议。",
            "县司法局未收到行政复议申请。",
            "上半年未发生行政复议。",
            "新增行政复议0件。",
        ] {
            assert!(!contradicts(text, REVIEW) && !contradicts(text, DIRECT), "{text}");
        }
    }

    #[test]
    fn a_blank_total_is_asked_for() {
        let validation = of("全年无行政复议案件。", REVIEW, Cell::Blank);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["reconsideration.cases"]);
    }
}
