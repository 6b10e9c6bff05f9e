//! Numbers of pages.

/// The number of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PageNumber {
    /// The number.
    pub number: usize,
    /// Whether strokes or words say that it is one.
    pub decorated: bool,
}

/// Reads `— 1 —`, `- 1 -`, `第 1 页`, `第1页 共5页`, `Page 1`, `1/5` and `1`.
pub(crate) fn page_number(text: &str) -> Option<PageNumber> {
    if text.len() > LONGEST {
        return None;
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_stroke = |c: char| "-—–―─－·~～".contains(c);
    let inner = bare.trim_matches(is_stroke);
    let between_strokes = bare.starts_with(is_stroke) && bare.ends_with(is_stroke);
    let worded = inner.strip_prefix('第').and_then(|it| it.split_once('页'));
    let (inner, worded) = match (worded, inner.strip_prefix("Page")) {
        (Some((number, rest)), _) if is_total(rest) => (number, true),
        (Some(_), _) => return None,
        (None, Some(number)) => (number, true),
        (None, None) => (inner, false),
    };
    let digits = match inner.split_once('/') {
        Some((number, total)) if is_count(total) => number,
        Some(_) => return None,
        None => inner,
    };
    let number = is_count(digits).then(|| digits.parse().ok()).flatten()?;
    Some(PageNumber { number, decorated: between_strokes || worded })
}

/// No page number is longer, in bytes.
const LONGEST: usize = 60;

fn is_count(digits: &str) -> bool {
    (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// What may stand behind the number of a page: 共5页, /共5页.
fn is_total(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['/', '，', ',', '（', '(']);
    let Some(total) = rest.strip_prefix('共') else { return rest.is_empty() };
    is_count(total.trim_end_matches([')', '）']).trim_end_matches('页'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_in_every_dress_are_known() {
        for text in ["— 1 —", "-1-", "第 1 页", "第1页 共5页", "第1页/共5页", "Page 3"]
        {
            assert!(page_number(text).is_some_and(|it| it.decorated), "{text}");
        }
        for text in ["1", "1/5", "12", "-3"] {
            assert!(page_number(text).is_some_and(|it| !it.decorated), "{text}");
        }
        for text in ["", "2024年", "第1项", "—", "1.5", "第二页，见附件", "12345", "－１２－"]
        {
            assert_eq!(page_number(text), None, "{text}");
        }
    }
}
