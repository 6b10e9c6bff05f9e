//! What a code means, for people: its row of the catalogue and its page.

use super::catalogue::{Entry, catalogue};
use super::pages;

/// A rule explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Its row in the catalogue: code, titles, severity, editions, formula, basis, example, status.
    pub entry: &'static Entry,
    /// The explanation in Chinese, as Markdown.
    pub page_zh: &'static str,
    /// The explanation in English, as Markdown.
    pub page_en: &'static str,
}

/// Explains a code, in either case; none where the catalogue has no such code.
pub fn explanation(code: &str) -> Option<Explanation> {
    let entry = catalogue().find(|entry| entry.code.eq_ignore_ascii_case(code))?;
    let page = pages::page(entry.code)?;
    Some(Explanation { entry, page_zh: page.zh, page_en: page.en })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_rule_is_explained_by_its_page() {
        let explanation = explanation("sem-001").unwrap();
        assert!(explanation.page_zh.starts_with("# SEM-001 "));
        assert!(explanation.page_zh.contains("## 怎么办"));
        assert!(!explanation.page_zh.contains("In English"));
        assert!(explanation.page_en.is_ascii() && !explanation.page_en.is_empty());
    }

    #[test]
    fn every_code_is_explained_and_no_other() {
        assert!(catalogue().all(|entry| explanation(entry.code).is_some()));
        assert_eq!(explanation("XYZ-001"), None);
    }
}
