//! Placeholders: runs of crosses or underscores, and brackets that ask to be filled in.

use std::ops::Range;

/// Words that stand for something nobody filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placeholder<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether they can mean nothing else.
    pub is_certain: bool,
}

/// What directly follows a number or a name that is still to come.
const FOLLOWS: &str = "年月日号件条个次项份篇宗起人万亿元%％省市县区镇乡村街局委办厅院单部机政";
/// What directly precedes one.
const PRECEDES: &str = "：:为约共达到布开收《第超过";
/// What brackets say that ask to be filled in.
const REQUESTS: [&str; 7] = ["请填", "填写", "填入", "待填", "此处填", "待补充", "待完善"];
const BRACKETS: [(char, char); 3] = [('【', '】'), ('［', '］'), ('[', ']')];
/// How many characters a placeholder in brackets has at most.
const REQUEST_LENGTH: usize = 40;
/// How far an address may reach on either side of a run.
const ADDRESS_REACH: usize = 40;

/// Every placeholder of a sentence, in its order.
pub(super) fn placeholders(sentence: &str) -> Vec<Placeholder<'_>> {
    let mut found = Vec::new();
    let mut rest = sentence.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let mut end = start + c.len_utf8();
        if is_cross(c) || is_line(c) {
            while let Some((at, next)) = rest
                .next_if(|(_, next)| is_cross(*next) == is_cross(c) && is_line(*next) == is_line(c))
            {
                end = at + next.len_utf8();
            }
            found.extend(run(sentence, start..end));
        } else if let Some((_, close)) = BRACKETS.iter().find(|(open, _)| *open == c) {
            found.extend(request(sentence, start, *close));
        }
    }
    found
}

fn is_cross(c: char) -> bool {
    matches!(c, '×' | 'X' | 'x' | 'Ｘ' | 'ｘ' | '╳' | '✕')
}

fn is_line(c: char) -> bool {
    matches!(c, '_' | '＿')
}

/// A run of two or more, unless it is part of a word, an address or a masked number.
fn run(sentence: &str, at: Range<usize>) -> Option<Placeholder<'_>> {
    let text = &sentence[at.clone()];
    let before = sentence[..at.start].chars().next_back();
    let after = sentence[at.end..].chars().next();
    let is_in = |c: Option<char>, class: fn(&char) -> bool| c.as_ref().is_some_and(class);
    let in_word =
        is_in(before, char::is_ascii_alphabetic) || is_in(after, char::is_ascii_alphabetic);
    let masked = is_in(before, char::is_ascii_digit) && is_in(after, char::is_ascii_digit);
    if text.chars().nth(1).is_none() || in_word || masked || is_in_address(sentence, &at) {
        return None;
    }
    let asked = |c: Option<char>, words: &str| c.is_some_and(|c| words.contains(c));
    let is_certain = if text.starts_with(is_line) {
        text.len() < sentence.trim().len()
    } else {
        let behind = sentence[at.end..].trim_start().chars().next();
        asked(behind, FOLLOWS) || asked(before, PRECEDES)
    };
    Some(Placeholder { text, is_certain })
}

/// Whether the unbroken Latin text around a run is an address of the web or of mail.
fn is_in_address(sentence: &str, at: &Range<usize>) -> bool {
    let latin = |c: &char| c.is_ascii_graphic() || is_cross(*c);
    let mark = |c: char| matches!(c, '/' | '@' | '.' | '\\' | '=');
    let mut before = sentence[..at.start].chars().rev().take_while(latin).take(ADDRESS_REACH);
    let mut after = sentence[at.end..].chars().take_while(latin).take(ADDRESS_REACH);
    before.any(mark) || after.any(mark)
}

/// `【请填写机关名称】`
fn request(sentence: &str, start: usize, close: char) -> Option<Placeholder<'_>> {
    let inside = sentence[start..].char_indices().take(REQUEST_LENGTH);
    let end = inside.skip(1).find(|(_, c)| *c == close).map(|(at, c)| start + at + c.len_utf8())?;
    let text = &sentence[start..end];
    let asks = REQUESTS.iter().any(|words| text.contains(words));
    asks.then_some(Placeholder { text, is_certain: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certain(sentence: &str) -> Vec<&str> {
        placeholders(sentence).into_iter().filter(|it| it.is_certain).map(|it| it.text).collect()
    }

    #[test]
    fn a_number_or_name_to_come_is_certain() {
        assert_eq!(certain("20XX年，共公开信息×××条"), ["XX", "×××"]);
        assert_eq!(certain("××县人民政府，联系电话：xxxxxxx"), ["××", "xxxxxxx"]);
        assert_eq!(certain("收到申请____件，其中＿＿件"), ["____", "＿＿"]);
        assert_eq!(certain("【请填写机关名称】[待补充]"), ["【请填写机关名称】", "[待补充]"]);
    }

    #[test]
    fn a_withheld_name_and_a_line_across_the_page_are_not_certain() {
        for sentence in ["李××诉某局一案", "________"] {
            assert_eq!(certain(sentence), [""; 0]);
            assert_eq!(placeholders(sentence).len(), 1, "{sentence}");
        }
    }

    #[test]
    fn words_addresses_and_masked_numbers_are_no_placeholders() {
        for sentence in [
            "网址 http://www.xx.gov.cn/xxgk/",
            "邮箱 xxgk@126.com、xx_xx__a@163.com",
            "www.××.gov.cn",
            "栏目 xxgk 和 Exxon",
            "手机 138xxxx1234",
            "面积3×4",
            "【打印】【关闭】",
            "第[12]号",
        ] {
            assert_eq!(placeholders(sentence), [], "{sentence}");
        }
    }
}
