//! Section headings, wherever they start and however they are numbered.

use std::sync::LazyLock;

use nianbao_domain::form::{Edition, fold};

use crate::lexicon::{Term, simplified, simplified_words};
use crate::value::trim;

/// A line read as a section heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeadingLine<'a> {
    /// The section, 1 to 6.
    pub section: u8,
    /// Its title without numbering.
    pub title: &'a str,
    /// What follows the title in the same line.
    pub rest: &'a str,
    /// Whether the title is the form's.
    pub official: bool,
    /// How it is numbered.
    pub numbering: Numbering,
}

/// How a heading is numbered, the form's way first: of several headings for a section the first in
/// this order is the section's, since 1. and 2. also number what stands within a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Numbering {
    /// 一、 to 六、, the number of the section.
    OfTheForm,
    /// A Chinese numeral, another one.
    Chinese,
    /// Not at all.
    Absent,
    /// Digits, or a numeral in brackets: what stands within a section is numbered so as well.
    Minor,
}

struct Title {
    section: u8,
    folded: String,
    official: bool,
}

/// Every title of every edition, folded, longest first.
static TITLES: LazyLock<Vec<Title>> = LazyLock::new(titles);

/// No heading is longer, in bytes; prose is.
const LONGEST: usize = 150;
const NUMERALS: &str = "一二三四五六七八";
/// Words of which a title of the section has one, for titles that no list foresees.
const TELLING: [&[&str]; 6] = [
    &["总体", "概述", "概况", "基本情况", "工作情况"],
    &["主动公开"],
    &["申请"],
    &["复议", "诉讼"],
    &["问题", "改进", "不足"],
    &["其他", "其它", "需要报告"],
];

fn titles() -> Vec<Title> {
    let mut titles: Vec<Title> = Vec::new();
    for section in Edition::ALL.into_iter().flat_map(|edition| edition.form().sections) {
        let official = std::iter::once((section.title, true));
        let aliases = section.aliases.iter().map(|alias| (*alias, false));
        for (title, official) in official.chain(aliases) {
            let folded = fold(title);
            if !titles.iter().any(|known| known.folded == folded) {
                titles.push(Title { section: section.number, folded, official });
            }
        }
    }
    titles.sort_by_key(|title| std::cmp::Reverse(title.folded.len()));
    titles
}

/// Whether a line is a numbered section heading.
pub(crate) fn is_section_heading(line: &str) -> bool {
    numbered(line).is_some_and(|(_, _, behind)| titled(behind).is_some())
}

/// Whether words are the title of a section of the form, without a number, and nothing else.
pub(crate) fn is_section_title(words: &str) -> bool {
    numbered(words).is_none() && titled(trim(words)).is_some_and(|heading| heading.rest.is_empty())
}

/// The heading that a line certainly is: numbered with a known title, or the form's title alone.
pub(super) fn certain(line: &str) -> Option<HeadingLine<'_>> {
    match numbered(line) {
        Some((number, is_numeral, behind)) => titled(behind).map(|heading| {
            let numbering = match (is_numeral, number == heading.section) {
                (true, true) => Numbering::OfTheForm,
                (true, false) => Numbering::Chinese,
                (false, _) => Numbering::Minor,
            };
            HeadingLine { numbering, ..heading }
        }),
        None => numbered_otherwise(line).or_else(|| {
            titled(trim(line)).filter(|heading| heading.official && heading.rest.is_empty())
        }),
    }
}

/// The heading of a line that is numbered as forms are not, and says nothing else: `第一部分 总体情况`,
/// `壹、总体情况`, `一　总体情况`, `（一）总体情况`.
fn numbered_otherwise(line: &str) -> Option<HeadingLine<'_>> {
    let line = trim(line);
    let apart = |c: char| c.is_whitespace() || "、.．：:".contains(c);
    let is_numeral = |c: char| NUMERALS_ELSEWHERE.contains(c);
    let (behind, numbering) = if let Some(inner) = line.strip_prefix(['（', '(']) {
        (inner.strip_prefix(is_numeral)?.strip_prefix(['）', ')'])?, Numbering::Minor)
    } else if let Some(part) = line.strip_prefix('第') {
        (part.strip_prefix(is_numeral)?.strip_prefix("部分")?, Numbering::Chinese)
    } else {
        (line.strip_prefix(is_numeral)?.strip_prefix(apart)?, Numbering::Chinese)
    };
    let heading = titled(behind.trim_start_matches(apart))?;
    heading.rest.is_empty().then_some(HeadingLine { numbering, ..heading })
}

/// The numerals of such headings; the title tells which section it is.
const NUMERALS_ELSEWHERE: &str = "一二三四五六壹贰叁肆伍陆ⅠⅡⅢⅣⅤⅥ";

/// The heading that a line may be: numbered, with a title that no list has but that speaks of the
/// section's matter. The rows 一 to 四 of table 3 are none.
pub(super) fn likely(line: &str) -> Option<HeadingLine<'_>> {
    let (number, is_numeral, title) = numbered(line)?;
    let telling = TELLING.get(usize::from(number).checked_sub(1)?)?;
    let words = || simplified_words(title);
    let speaks = title.len() <= LONGEST && telling.iter().any(|word| words().contains(word));
    let is_row = Term::of(line).is_some();
    (speaks && !is_row && !title.contains(['。', '；', '，'])).then_some(HeadingLine {
        section: number,
        title,
        rest: "",
        official: false,
        numbering: if is_numeral { Numbering::OfTheForm } else { Numbering::Minor },
    })
}

/// The number of a line that begins with one, whether it is a numeral, and what follows:
/// `一、总体情况`, `1、 总体情况`.
fn numbered(line: &str) -> Option<(u8, bool, &str)> {
    let line = trim(line);
    let mut chars = line.chars();
    let first = chars.next()?;
    let number = match first {
        '1'..='8' => u8::try_from(first.to_digit(10)?).ok()?,
        '１'..='８' => u8::try_from(u32::from(first) - u32::from('０')).ok()?,
        numeral => u8::try_from(NUMERALS.chars().position(|it| it == numeral)?).ok()? + 1,
    };
    let behind = chars.as_str().trim_start().strip_prefix(['、', '.', '．', '，', ',', ':', '：']);
    let behind = trim(behind?);
    let is_numeral = NUMERALS.contains(first);
    (!behind.is_empty() && behind.len() <= LONGEST * 4).then_some((number, is_numeral, behind))
}

/// The section with this title; text may follow behind a mark.
fn titled(words: &str) -> Option<HeadingLine<'_>> {
    if words.len() > LONGEST * 4 {
        return None;
    }
    TITLES.iter().find_map(|title| {
        let end = end_of(words, &title.folded)?;
        let (printed, rest) = words.split_at(end);
        let begins_apart = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
        begins_apart.then(|| HeadingLine {
            section: title.section,
            title: printed,
            rest: trim(rest.trim_start_matches(|c: char| "。：:；;，,.、".contains(c))),
            official: title.official,
            numbering: Numbering::Absent,
        })
    })
}

/// Where the words stop that fold to `folded`, if `words` begin so.
fn end_of(words: &str, folded: &str) -> Option<usize> {
    let mut wanted = folded.chars();
    let mut next = wanted.next();
    for (at, c) in words.char_indices() {
        let Some(expected) = next else { return Some(at) };
        if !c.is_alphanumeric() {
            continue;
        }
        if simplified(c) != expected {
            return None;
        }
        next = wanted.next();
    }
    next.is_none().then_some(words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(line: &str) -> Option<(u8, bool)> {
        certain(line).map(|heading| (heading.section, heading.official))
    }

    #[test]
    fn headings_are_known_by_their_titles() {
        assert_eq!(section(" 二、主动公开政府信息情况"), Some((2, true)));
        assert_eq!(section("1、 总体情况"), Some((1, true)));
        assert_eq!(section("五、存在问题及改进情况"), Some((5, false)));
        assert_eq!(section("四、政府信息公开行政复议、行政诉讼情况"), Some((4, true)));
        assert_eq!(section("总体情况"), Some((1, true)));
        assert_eq!(section("概述"), None);
        assert_eq!(section("三、总体情况很好"), None);
    }

    #[test]
    fn headings_may_be_numbered_otherwise() {
        for line in [
            "第一部分 总体情况",
            "第一部分：总体情况",
            "壹、总体情况",
            "Ⅰ、总体情况",
            "一　总体情况",
            "（一）总体情况",
            "(一) 总体情况",
        ] {
            assert_eq!(section(line), Some((1, true)), "{line}");
        }
        for line in ["（一）总体情况良好", "（一）予以公开", "第一部分", "一"]
        {
            assert_eq!(section(line), None, "{line}");
        }
    }

    #[test]
    fn text_may_follow_a_title_behind_a_mark() {
        let heading = certain("六、其他需要报告的事项：无。").unwrap();
        assert_eq!((heading.title, heading.rest), ("其他需要报告的事项", "无。"));
    }

    #[test]
    fn the_rows_of_table_3_are_no_headings() {
        for row in [
            "一、本年新收政府信息公开申请数量",
            "二、上年结转政府信息公开申请数量",
            "三、本年度办理结果",
            "四、结转下年度继续办理",
        ] {
            assert_eq!(section(row), None, "{row}");
            assert_eq!(likely(row), None, "{row}");
        }
    }

    #[test]
    fn a_title_of_an_organ_s_own_is_likely_a_heading() {
        assert_eq!(likely("四、因信息公开引起的复议和诉讼").map(|it| it.section), Some(4));
        assert_eq!(likely("四、加强队伍建设"), None);
    }
}
