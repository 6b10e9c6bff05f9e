//! What a code means, for people: its row of the catalogue, and its page where it is built.

use std::borrow::Cow;

use super::catalogue::{Entry, catalogue};
use super::pages;

/// A rule explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Its row in the catalogue: code, titles, severity, editions, formula, basis, example, status.
    pub entry: &'static Entry,
    /// The explanation in Chinese, as Markdown.
    pub page_zh: Cow<'static, str>,
    /// The explanation in English, as Markdown.
    pub page_en: Cow<'static, str>,
}

/// Explains a code, in either case; none where the catalogue has no such code. A rule that is not
/// built is explained by its row, which says so.
pub fn explanation(code: &str) -> Option<Explanation> {
    let entry = catalogue().find(|entry| entry.code.eq_ignore_ascii_case(code))?;
    let (page_zh, page_en) = match pages::page(entry.code) {
        Some(page) => (Cow::Borrowed(page.zh), Cow::Borrowed(page.en)),
        None => (Cow::Owned(row_zh(entry)), Cow::Owned(row_en(entry))),
    };
    Some(Explanation { entry, page_zh, page_en })
}

fn row_zh(entry: &Entry) -> String {
    let Entry { code, title_zh, formula, basis, example, status, .. } = entry;
    let status = status.sentence_zh();
    format!(
        "# {code} {title_zh}\n\n{status}\n\n## 公式\n\n{formula}\n\n## 依据\n\n{basis}\n\n## 示例\n\n{example}\n"
    )
}

fn row_en(entry: &Entry) -> String {
    format!("# {}: {}\n\n{}\n", entry.code, entry.title_en, entry.status.sentence_en())
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
    fn a_row_explains_itself_and_says_where_it_stands() {
        let entry = catalogue().next().unwrap();
        let (zh, en) = (row_zh(entry), row_en(entry));
        assert!(zh.contains(entry.formula) && zh.contains(&entry.status.sentence_zh()));
        assert!(en.contains(entry.title_en) && en.contains(&entry.status.sentence_en()));
    }

    #[test]
    fn every_code_is_explained_and_no_other() {
        assert!(catalogue().all(|entry| explanation(entry.code).is_some()));
        assert_eq!(explanation("XYZ-001"), None);
    }
}
