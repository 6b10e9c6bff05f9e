//! The pages of `docs/rules`, one for every code of the catalogue.

/// The page of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its code.
    pub code: &'static str,
    /// The Chinese part.
    pub zh: &'static str,
    /// The English part.
    pub en: &'static str,
}

/// Begins the English part.
const IN_ENGLISH: &str = "\n## In English\n\n";

/// The page of a code, where there is one.
pub(super) fn page(code: &str) -> Option<Page> {
    PAGES.iter().find(|(of, _)| *of == code).map(|(code, text)| {
        let (zh, en) = text.split_once(IN_ENGLISH).unwrap_or((text, ""));
        Page { code, zh, en }
    })
}

macro_rules! pages {
    ($($code:literal)*) => {
        &[$(($code, include_str!(concat!("../../../../docs/rules/", $code, ".md")))),*]
    };
}

static PAGES: &[(&str, &str)] = pages! {
    "STR-001"
    "STR-002"
    "STR-003"
    "STR-004"
    "STR-005"
    "STR-006"
    "STR-007"
    "STR-008"
    "STR-009"
    "STR-010"
    "STR-011"
    "EDN-001"
    "EDN-002"
    "EDN-003"
    "EDN-004"
    "FMT-001"
    "FMT-002"
    "FMT-003"
    "FMT-004"
    "FMT-005"
    "FMT-006"
    "FMT-007"
    "FMT-008"
    "FMT-009"
    "FMT-010"
    "FMT-011"
    "FMT-012"
    "T2-001"
    "T2-002"
    "T2-003"
    "T2-004"
    "T2-005"
    "T2-006"
    "T2-007"
    "T2-008"
    "SEM-001"
    "SEM-002"
    "SEM-003"
    "SEM-004"
    "SEM-005"
    "SEM-006"
    "T3-001"
    "T3-002"
    "T3-003"
    "T3-004"
    "T3-005"
    "T3-006"
    "T3-007"
    "T3-008"
    "T3-009"
    "T4-001"
    "T4-002"
    "T4-003"
    "T4-004"
    "T4-005"
    "T4-006"
    "XTB-001"
    "XTB-002"
    "XTB-003"
    "XYR-001"
    "XYR-002"
    "XYR-003"
    "XYR-004"
    "XYR-005"
    "XYR-006"
    "XYR-007"
    "XYR-008"
    "PLA-001"
    "PLA-002"
    "TXT-001"
    "TXT-002"
    "TXT-003"
    "TXT-004"
    "TXT-005"
    "TXT-006"
    "TXT-007"
    "TXT-008"
    "TXT-009"
    "TXT-010"
    "TXT-011"
    "TXT-012"
    "TXT-013"
    "TXT-014"
    "TXT-015"
    "UNT-001"
    "UNT-002"
    "TIM-001"
    "TIM-002"
    "TIM-003"
    "TIM-004"
    "TIM-005"
    "TIM-006"
    "IDN-001"
    "IDN-002"
    "IDN-003"
    "IDN-004"
    "IDN-005"
    "IDN-006"
    "IDN-007"
    "CNT-001"
    "CNT-002"
    "CNT-003"
    "CNT-004"
    "CNT-005"
    "CNT-006"
    "CNT-007"
    "CNT-008"
    "HIR-001"
    "HIR-002"
    "HIR-003"
    "HIR-004"
    "HIR-005"
    "IMP-001"
    "IMP-002"
    "IMP-003"
    "IMP-004"
    "IMP-005"
    "IMP-006"
    "PUB-001"
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::catalogue::catalogue;
    use crate::rules::rules;

    const HEADINGS: [&str; 5] = ["## 含义", "## 公式", "## 依据", "## 示例", "## 怎么办"];
    const HEADINGS_EN: [&str; 5] =
        ["### Meaning", "### Formula", "### Legal basis", "### Example", "### What to do"];

    #[test]
    fn every_code_has_a_page_in_the_order_of_the_catalogue() {
        let codes: Vec<_> = catalogue().map(|row| row.code).collect();
        let pages: Vec<_> = PAGES.iter().map(|(code, _)| *code).collect();
        assert_eq!(pages, codes);
    }

    #[test]
    fn a_page_has_its_title_every_heading_in_order_and_an_english_part() {
        for row in catalogue() {
            let page = page(row.code).unwrap();
            let title = format!("# {} {}\n", page.code, row.title_zh);
            assert!(page.zh.starts_with(&title), "{title}");
            let headings: Vec<_> = page.zh.lines().filter(|it| it.starts_with("## ")).collect();
            assert_eq!(headings[..5], HEADINGS, "{}", page.code);
            let headings: Vec<_> = page.en.lines().filter(|it| it.starts_with('#')).collect();
            assert_eq!(headings[..5], HEADINGS_EN, "{}", page.code);
            assert!(matches!(headings[5..], [] | ["### Notes"]), "{}", page.code);
        }
    }

    #[test]
    fn no_heading_of_a_page_is_without_words() {
        for (code, text) in PAGES {
            let filled = text.lines().filter(|line| !line.trim().is_empty());
            let lines: Vec<_> = filled.collect();
            let is_heading = |line: &str| line.starts_with("##") && line != "## In English";
            let empty = lines.windows(2).find(|it| is_heading(it[0]) && it[1].starts_with("##"));
            assert_eq!(empty, None, "{code}");
            assert!(!lines.last().copied().is_some_and(is_heading), "{code}");
        }
    }

    #[test]
    fn a_page_states_the_basis_of_its_row() {
        for rule in rules() {
            let page = page(rule.entry.code).unwrap();
            assert!(page.zh.contains(rule.entry.basis), "{}", page.code);
        }
    }
}
