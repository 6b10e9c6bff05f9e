//! TXT-002: what the text says about having received no request agrees with table 3.

use super::agreement::not_assessable;
use super::comparison::{Reach, reach};
use crate::finding::Observation;
use crate::form::{CellId, Column, Line};
use crate::rules::naming::{self, section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::{Case, Rule, Sink};
use crate::statement::{About, Intake, Said, Statement};

pub(super) const RULE: Rule = Rule::new("TXT-002", check);

const NEW: CellId = CellId::new(Line::NewRequests, Column::Applicants);
const CARRIED_OVER: CellId = CellId::new(Line::CarriedOver, Column::Applicants);

/// Only statements about the whole year and every applicant are held against the table; one that is
/// limited in any way is not judged.
fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut missing = Vec::new();
    for claim in case.claims() {
        let Some(denied) = denied(claim.statement) else { continue };
        match reach(case, &claim) {
            Reach::Part => continue,
            Reach::UnknownYear => {
                missing.push("year".to_owned());
                continue;
            }
            Reach::Whole => {}
        }
        match judged(case, denied) {
            Ok(cells) if cells.is_empty() => {}
            Ok(cells) => {
                let quote = case.sentences().quote(&claim.sentence);
                sink.raise(observation(case, &claim.sentence, &cells).quoting(quote));
            }
            Err(evidence) => missing.extend(evidence),
        }
    }
    not_assessable(sink, missing);
}

/// The cells that a statement says are zero: 未收到和办理 denies that any was carried over, too.
fn denied(statement: &Statement) -> Option<&'static [CellId]> {
    let is_none = match statement.said {
        Said::Nothing => true,
        Said::Count(quantity) => quantity.count() == Some(0),
        Said::AllUpheld { .. } | Said::NeverLost => false,
    };
    if !is_none || statement.applicants != Column::Applicants {
        return None;
    }
    match statement.about {
        About::Received(Intake::Received | Intake::New) => Some(&[NEW]),
        About::Processed if statement.said == Said::Nothing => Some(&[NEW, CARRIED_OVER]),
        _ => None,
    }
}

/// The cells that contradict a denial, or what is missing to tell.
fn judged(case: &Case<'_>, cells: &[CellId]) -> Result<Vec<CellId>, Vec<String>> {
    let sheet = &case.content.sheet;
    let positive = |cell: &&CellId| sheet.number(**cell).is_some_and(|number| number > 0);
    let contradicting: Vec<_> = cells.iter().filter(positive).copied().collect();
    let unknown = cells.iter().filter(|cell| sheet.number(**cell).is_none());
    match unknown.map(ToString::to_string).collect::<Vec<_>>() {
        unknown if contradicting.is_empty() && !unknown.is_empty() => Err(unknown),
        _ => Ok(contradicting),
    }
}

fn observation(case: &Case<'_>, sentence: &Sentence<'_>, cells: &[CellId]) -> Observation {
    let sheet = &case.content.sheet;
    let numbers: Vec<_> = cells.iter().map(|cell| sheet.printed_number(*cell)).collect();
    Observation::new(
        format!(
            "{}第 {} 行说没有收到政府信息公开申请，表三的{}却填了 {}；请核对文字和表格",
            section(sentence.section),
            sentence.line,
            naming::cells(sheet.layout(), cells),
            numbers.join("、")
        ),
        format!(
            "the {} says that no request was received, yet {} say {}",
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
    use crate::rules::{Validation, trial};
    use crate::sheet::Cell;

    fn of(text: &str, new: Cell, carried_over: Cell) -> Validation {
        let mut content = trial::saying(text);
        content.title = "青石县青石镇人民政府2024年政府信息公开工作年度报告".to_owned();
        content.sheet.set(NEW, new).unwrap();
        content.sheet.set(CARRIED_OVER, carried_over).unwrap();
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        trial::of("TXT-002", &case)
    }

    fn contradicts(text: &str) -> bool {
        of(text, Cell::Number(3), Cell::Number(0)).findings.len() == 1
    }

    #[test]
    fn an_unqualified_denial_is_held_against_the_table() {
        for text in [
            "2024年，未收到和办理依申请公开。",
            "本年度我办未收到政府信息公开申请。",
            "2024年度，我镇没有收到政府信息公开的申请，",
            "全年共收到政府信息公开申请0件。",
            "我局2024年收到依申请公开零件",
            "未收到公民、法人或者其他组织提出的政府信息公开申请。",
            "依申请公开方面，全年未收到申请。",
            "截至2024年12月31日，青石镇人民政府无依申请公开事项。",
            "本年度未收到或受理信息公开申请。",
            "2024年度，青石镇未收到和处理政府信息公开申请，零报告。",
            "2024年，我局无依申请公开事项，无行政复议案件。",
        ] {
            assert!(contradicts(text), "{text}");
            let agreed = of(text, Cell::Number(0), Cell::Number(0));
            assert_eq!(agreed, Validation::default(), "{text}");
        }
    }

    #[test]
    fn a_contradiction_blocks_and_names_the_cell() {
        let text = "2024年，未收到依申请公开。";
        let finding = &of(text, Cell::Number(3), Cell::Number(0)).findings[0];
        assert_eq!(finding.severity, Severity::Blocking);
        assert_eq!(finding.observation.cells, [NEW]);
        assert_eq!(finding.observation.found, "3");
        assert_eq!(finding.observation.quote.as_ref().map(|it| it.text.as_str()), Some(text));
    }

    #[test]
    fn only_a_denial_of_handling_is_about_carried_over_requests() {
        let with = |text| of(text, Cell::Number(0), Cell::Number(2)).findings.len();
        assert_eq!(with("2024年，未收到和办理依申请公开。"), 1);
        assert_eq!(with("2024年，未收到依申请公开。"), 0);
    }

    #[test]
    fn a_qualified_denial_is_not_judged() {
        for text in [
            "未收到法人提交的政府信息公开申请。",
            "未收到行政复议申请。",
            "未收到涉及商业秘密的政府信息公开申请。",
            "第一季度未收到政府信息公开申请。",
            "通过网络渠道，未收到政府信息公开申请。",
            "2023年未收到政府信息公开申请。",
            "除上年结转外，未收到政府信息公开申请。",
            "县财政局未收到政府信息公开申请。",
            "未受理政府信息公开申请。",
            "自2024年10月起未收到政府信息公开申请。",
            "对未收到政府信息公开申请的情况",
            "未收到因政府信息公开申请引起的行政诉讼。",
            "未收到政府信息公开申请答复的投诉。",
            "收到政府信息公开申请10件。",
            "收到网上申请0件。",
        ] {
            assert!(!contradicts(text), "{text}");
        }
    }

    #[test]
    fn a_blank_total_is_asked_for() {
        let validation = of("2024年，未收到依申请公开。", Cell::Blank, Cell::Number(0));
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["new_requests.applicants"]);
    }
}
