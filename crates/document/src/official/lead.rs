//! How a paragraph of a section begins: with a heading of the second level, or not.

/// A paragraph with its heading of the second level told apart (`（一）` is set in 楷体; what follows it,
/// and the third and fourth level, in 仿宋 as the body).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead<'a> {
    /// A heading that stands alone: `（一）主动公开情况`.
    Heading(&'a str),
    /// A heading that the text follows in the same paragraph: `（一）主动公开。` 全年……
    RunIn(&'a str, &'a str),
    /// No heading.
    Text(&'a str),
}

/// The longest heading, in characters: what is longer is a sentence.
const LONGEST: usize = 30;

impl<'a> Lead<'a> {
    /// Tells the heading of a paragraph apart.
    pub fn of(paragraph: &'a str) -> Self {
        if !is_numbered(paragraph) {
            return Self::Text(paragraph);
        }
        let end = paragraph.find(['。', '：']).map(|at| at + '。'.len_utf8());
        let (heading, text) = paragraph.split_at(end.unwrap_or(paragraph.len()));
        match (heading.chars().count() <= LONGEST, text.is_empty()) {
            (false, _) => Self::Text(paragraph),
            (true, true) => Self::Heading(heading),
            (true, false) => Self::RunIn(heading, text),
        }
    }
}

/// Whether a paragraph at the end of a report is a signature or a date, which stand at the right.
pub fn is_signature(paragraph: &str) -> bool {
    paragraph.chars().count() <= SIGNATURE && !paragraph.contains(['。', '：', ':', '；'])
}

/// The longest signature, in characters.
const SIGNATURE: usize = 24;

/// Whether it begins with a Chinese number in brackets.
fn is_numbered(paragraph: &str) -> bool {
    let Some(inside) = paragraph.strip_prefix(['（', '(']) else { return false };
    let rest = inside.trim_start_matches(|it| "一二三四五六七八九十".contains(it));
    rest.len() < inside.len() && rest.starts_with(['）', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_alone_and_a_heading_before_its_text_are_told_apart() {
        assert_eq!(Lead::of("（一）主动公开情况"), Lead::Heading("（一）主动公开情况"));
        assert_eq!(
            Lead::of("（十二）主动公开。全年公开3条。"),
            Lead::RunIn("（十二）主动公开。", "全年公开3条。")
        );
    }

    #[test]
    fn a_signature_and_a_date_are_short_and_no_sentence() {
        assert!(is_signature("某某县财政局") && is_signature("2025年1月20日"));
        assert!(!is_signature("联系电话：12345") && !is_signature("特此报告。"));
    }

    #[test]
    fn what_has_no_chinese_number_in_brackets_or_is_a_sentence_is_text() {
        let sentence = format!("（一）{}。", "公".repeat(40));
        for text in ["全年公开3条。", "（1）公开", "（）公开", "一、公开", "", &sentence]
        {
            assert_eq!(Lead::of(text), Lead::Text(text));
        }
    }
}
