//! TXT-002: what the text says about having received no request agrees with table 3.

use std::cell::LazyCell;

use super::reception::{Denial, denial, may_deny};
use crate::finding::{Message, Observation};
use crate::form::{CellId, Column, Line};
use crate::rules::naming::{self, section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("TXT-002", check);

const NEW: CellId = CellId::new(Line::NewRequests, Column::Applicants);
const CARRIED_OVER: CellId = CellId::new(Line::CarriedOver, Column::Applicants);

/// Only statements about the whole year and every applicant are held against the table; one that is
/// limited in any way is not judged (see [`denial`]).
fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut missing = Vec::new();
    let names = LazyCell::new(|| names(case));
    for sentence in case.sentences().narrative() {
        if !may_deny(sentence.text) {
            continue;
        }
        let Some(denial) = denial(sentence.text, &names) else { continue };
        match judged(case, &denial) {
            Ok(cells) if cells.is_empty() => {}
            Ok(cells) => {
                let quote = case.sentences().quote(&sentence);
                sink.raise(observation(case, &sentence, &cells).quoting(quote));
            }
            Err(evidence) => missing.extend(evidence),
        }
    }
    missing.sort_unstable();
    missing.dedup();
    if !missing.is_empty() {
        let reason = Message::new(
            "文字说没有收到申请，缺少对照的数字或年份，无法判断",
            "the text says that no request was received; a number or the year to compare is missing",
        );
        sink.not_assessable(missing, reason);
    }
}

/// How the report may call its own organ.
fn names(case: &Case<'_>) -> Vec<String> {
    let registered = case.organization.into_iter().flat_map(|organ| organ.names());
    let titled = case.title().organ.as_deref().unwrap_or_default();
    registered.chain(std::iter::once(titled)).flat_map(wordings).collect()
}

/// A name, also without the division it begins with and without the word for the office: 青石镇 and
/// 青石镇人民政府 for 青石县青石镇人民政府. Longer ones come first.
fn wordings(name: &str) -> Vec<String> {
    let divisions = name.match_indices(['省', '市', '县', '区', '州', '旗']);
    let shorter = divisions.map(|(at, mark)| &name[at + mark.len()..]);
    let mut wordings = Vec::new();
    for name in std::iter::once(name).chain(shorter) {
        let offices = ["", "办公室", "人民政府", "人民政府办公室", "办事处"];
        let bare = offices.iter().filter_map(|office| name.strip_suffix(office));
        wordings.extend(bare.filter(|it| it.chars().nth(1).is_some()).map(str::to_owned));
    }
    wordings.sort_by_key(|it| std::cmp::Reverse(it.len()));
    wordings
}

/// The cells that contradict a denial, or what is missing to tell.
fn judged(case: &Case<'_>, denial: &Denial) -> Result<Vec<CellId>, Vec<String>> {
    match (denial.year, case.year) {
        (Some(said), Some(year)) if said != year.get() => return Ok(Vec::new()),
        (Some(_), None) => return Err(vec!["year".to_owned()]),
        (Some(_) | None, _) => {}
    }
    let sheet = &case.content.sheet;
    let cells = if denial.handling { &[NEW, CARRIED_OVER][..] } else { &[NEW][..] };
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
