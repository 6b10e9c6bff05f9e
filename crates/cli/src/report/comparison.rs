//! What a report was compared with, in words.

use nianbao_proto::v1::{ComparedReport, Comparison};

use crate::language::Language;

/// The line that says what a report was compared with, and why not with the year before.
pub fn line(comparison: &Comparison, language: Language) -> String {
    let siblings = counted(comparison.siblings, "同级机关", "reports of siblings", language);
    let children = counted(comparison.children, "下级单位", "reports of units", language);
    let parts =
        [Some(previous(comparison, language)), siblings, children, lacking(comparison, language)];
    let words: Vec<_> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    let label = language.pick("  比较：", "  compared with: ");
    let none = language.pick("没有可比的报告", "nothing");
    match words.is_empty() {
        true => format!("{label}{none}"),
        false => format!("{label}{}", words.join(language.pick("；", "; "))),
    }
}

fn previous(comparison: &Comparison, language: Language) -> String {
    if comparison.previous.is_empty() {
        return language.pick(&comparison.previous_absent, &comparison.previous_absent_en).clone();
    }
    reports_before(&comparison.previous, language)
}

/// The reports of the year before, by their organs.
pub fn reports_before(reports: &[ComparedReport], language: Language) -> String {
    let one = |it: &ComparedReport| {
        let ComparedReport { organization, report_year, .. } = it;
        language.pick(
            format!("上年 {organization}（{report_year} 年度）"),
            format!("last year's of {organization} ({report_year})"),
        )
    };
    reports.iter().map(one).collect::<Vec<_>>().join(language.pick("、", ", "))
}

fn counted(count: i32, zh: &str, en: &str, language: Language) -> Option<String> {
    (count > 0).then(|| language.pick(format!("{zh} {count} 份"), format!("{count} {en}")))
}

/// The units below without a report, the first few by name.
fn lacking(comparison: &Comparison, language: Language) -> Option<String> {
    const NAMED: usize = 3;
    let units = &comparison.children_without_report;
    let named = units.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>();
    let count = units.len();
    let zh = format!(
        "缺下级单位 {count} 份（{}{}）",
        named.join("、"),
        if count > NAMED { "等" } else { "" }
    );
    let en = format!(
        "{count} units without a report ({}{})",
        named.join(", "),
        if count > NAMED { ", ..." } else { "" }
    );
    (count > 0).then(|| language.pick(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_before_is_named_or_its_absence_explained() {
        let before = ComparedReport {
            organization: "司前镇人民政府".to_owned(),
            report_year: 2023,
            ..ComparedReport::default()
        };
        let comparison =
            Comparison { previous: vec![before], siblings: 2, ..Comparison::default() };
        let said = line(&comparison, Language::Zh);
        assert_eq!(said, "  比较：上年 司前镇人民政府（2023 年度）；同级机关 2 份");
        let absent = Comparison { previous_absent_en: "none".to_owned(), ..Comparison::default() };
        assert_eq!(line(&absent, Language::En), "  compared with: none");
    }

    #[test]
    fn of_many_units_without_a_report_the_first_are_named() {
        let units = ["甲镇", "乙镇", "丙镇", "丁镇"].map(str::to_owned).to_vec();
        let comparison = Comparison { children_without_report: units, ..Comparison::default() };
        let said = line(&comparison, Language::Zh);
        assert_eq!(said, "  比较：缺下级单位 4 份（甲镇、乙镇、丙镇等）");
    }
}
