//! STR-008: the report of a people's government tells the results of 工作考核, 社会评议 and 责任追究.
//!
//! Article 50 asks this of governments of every level and of nobody else: an office, a department or a
//! subdistrict office is not asked. The words are looked for everywhere, since reports put them into
//! section 一, 五 or 六, and related ones count as well.

use crate::finding::{Message, Observation};
use crate::organization::OrganType;
use crate::report::ReportKind;
use crate::rules::naming::{self, list_en, list_zh};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("STR-008", check);

/// A result that is asked for: in Chinese, in English, and the words of which one is enough.
const RESULTS: [(&str, &str, &[&str]); 3] = [
    ("工作考核", "assessment of the work", &["考核", "考评", "测评", "绩效"]),
    (
        "社会评议",
        "review by the public",
        &["评议", "评估", "评价", "满意度", "社会监督", "征求意见", "意见征集", "问卷"],
    ),
    ("责任追究", "accountability", &["追究", "追责", "问责", "责任倒查"]),
];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.is_figures_only() {
        return sink.not_assessable(["narrative"], naming::without_words());
    }
    match is_government(case) {
        Some(true) => {}
        Some(false) => return,
        None => {
            let reason = Message::new("机关不明", "the organ is not known");
            return sink.not_assessable(["organization"], reason);
        }
    }
    let says = |words: &[&str]| {
        let mut parts = case.content.narrative.parts();
        parts.any(|part| words.iter().any(|word| part.text.contains(word)))
    };
    let missing: Vec<_> = RESULTS.iter().filter(|(_, _, words)| !says(words)).collect();
    if !missing.is_empty() {
        let zh: Vec<_> = missing.iter().map(|(zh, _, _)| zh).collect();
        let en: Vec<_> = missing.iter().map(|(_, en, _)| en).collect();
        sink.raise(
            Observation::new(
                format!(
                    "人民政府的报告没有写到{}的结果；请写入第一或第五部分，没有的也请写明",
                    list_zh(&zh, "项")
                ),
                format!("the report of a government does not tell of {}", list_en(&en)),
            )
            .expected("工作考核、社会评议、责任追究", ""),
        );
    }
}

/// Whether the report is that of a government; none where no organ is known.
fn is_government(case: &Case<'_>) -> Option<bool> {
    if case.kind == ReportKind::Consolidated {
        return Some(true);
    }
    match case.organization.and_then(|organ| organ.organ_type) {
        Some(organ_type) => Some(organ_type == OrganType::Government),
        None => {
            let names: Vec<_> = case.organ_names().collect();
            let named = names.iter().any(|name| name.ends_with("人民政府"));
            (!names.is_empty()).then_some(named)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Validation, trial};

    fn of(organ: &str, text: &str) -> Validation {
        let mut content = trial::saying(text);
        content.title = format!("{organ}2024年政府信息公开工作年度报告");
        trial::of("STR-008", &Case::new(&content))
    }

    #[test]
    fn a_government_that_tells_two_of_three_results_is_asked_for_the_third() {
        let findings = of("青石镇人民政府", "纳入年度考核。未发生责任追究。").findings;
        assert!(findings[0].observation.message.zh.contains("“社会评议”的结果"));
    }

    #[test]
    fn all_three_in_any_words_and_anywhere_are_enough() {
        let text = "开展考评，群众满意度较高，没有追责情形。";
        assert_eq!(of("青石县人民政府", text), Validation::default());
    }

    #[test]
    fn nobody_but_a_government_is_asked() {
        for organ in ["青石镇人民政府办公室", "青石县财政局", "青石街道办事处"]
        {
            assert_eq!(of(organ, ""), Validation::default(), "{organ}");
        }
        assert_eq!(of("", "").not_assessed[0].missing, ["organization"]);
    }
}
