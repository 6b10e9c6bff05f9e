//! The rules that could not be decided, in short: by what was missing.

use std::collections::BTreeMap;

use super::NotAssessed;
use crate::language::Language;

/// How many codes a line lists before it only counts.
const MOST_CODES: usize = 6;

/// One line for everything that was missing, with the rules that needed it.
pub fn not_assessed_lines(rules: &[NotAssessed], language: Language) -> Vec<String> {
    let mut by_missing: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for rule in rules {
        let codes = by_missing.entry(lacking(rule, language)).or_default();
        if !codes.contains(&rule.code.as_str()) {
            codes.push(&rule.code);
        }
    }
    by_missing.iter().map(|(missing, codes)| line(missing, codes, language)).collect()
}

fn line(missing: &str, codes: &[&str], language: Language) -> String {
    let listed = codes.iter().take(MOST_CODES).copied().collect::<Vec<_>>();
    let listed = listed.join(language.pick("、", ", "));
    let all = codes.len();
    if all > MOST_CODES {
        return language.pick(
            format!("{missing}：{listed} 等 {all} 条"),
            format!("{missing}: {listed} and {} more", all - MOST_CODES),
        );
    }
    language.pick(format!("{missing}：{listed}"), format!("{missing}: {listed}"))
}

/// What a rule lacked, in words; where that has no short name, the whole reason.
fn lacking(rule: &NotAssessed, language: Language) -> String {
    let mut names: Vec<&str> = Vec::new();
    for missing in &rule.missing {
        let (zh, en) = match missing.as_str() {
            "rule_power" => ("规章制定权", "the power to make rules"),
            "level" => ("机关层级", "the level of the organ"),
            "organization" => ("机关登记信息", "the registered organ"),
            "publish_date" => ("公布日期", "the date of publication"),
            "document" => ("原始文档", "the document"),
            "report_year" | "year" => ("报告年度", "the report year"),
            cell if cell.contains('.') => ("单元格中的数字", "numbers in cells"),
            _ => return language.pick(&rule.reason, &rule.reason_en).clone(),
        };
        let name = language.pick(zh, en);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.is_empty() {
        true => language.pick(&rule.reason, &rule.reason_en).clone(),
        false => language
            .pick(format!("缺少{}", names.join("、")), format!("lacking {}", names.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(code: &str, missing: &[&str]) -> NotAssessed {
        NotAssessed {
            code: code.to_owned(),
            reason: "原因".to_owned(),
            reason_en: "reason".to_owned(),
            missing: missing.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    #[test]
    fn rules_that_lack_the_same_share_a_line() {
        let rules = [
            rule("T3-001", &["granted.applicants", "handled.applicants"]),
            rule("SEM-001", &["rule_power"]),
            rule("T3-001", &["withheld.applicants"]),
        ];
        let lines = not_assessed_lines(&rules, Language::Zh);
        assert_eq!(lines, ["缺少单元格中的数字：T3-001", "缺少规章制定权：SEM-001"]);
    }

    #[test]
    fn why_there_is_no_other_report_to_compare_with_is_told_in_full() {
        let lines = not_assessed_lines(&[rule("XYR-001", &["previous_year"])], Language::Zh);
        assert_eq!(lines, ["原因：XYR-001"]);
    }

    #[test]
    fn what_has_no_short_name_is_told_by_its_reason() {
        let lines = not_assessed_lines(&[rule("TXT-002", &["something_new"])], Language::En);
        assert_eq!(lines, ["reason: TXT-002"]);
    }
}
