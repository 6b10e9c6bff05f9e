//! What the words in a cell are: a number, nothing, "not applicable", or unreadable.

use nianbao_domain::form::{Measure, Unit};
use nianbao_domain::sheet::{Amount, AmountError, Cell, MAX_COUNT};
use unicode_normalization::UnicodeNormalization;

use crate::lexicon::simplified;

/// What a cell of a page was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    /// The reading.
    pub cell: Cell,
    /// The unit written in the cell, for money.
    pub unit: Option<Unit>,
    /// Whether the words are exactly how the number is printed, or nothing at all.
    pub canonical: bool,
    /// Why there is no reading, in Chinese.
    pub problem: Option<&'static str>,
}

/// Units that may stand behind a count.
const CLASSIFIERS: [&str; 11] = ["件", "条", "个", "项", "宗", "起", "份", "篇", "次", "例", "部"];
/// Words that stand for "not applicable", beside strokes of any kind.
const NOT_APPLICABLE: [&str; 4] = ["无", "不适用", "n/a", "na"];
/// Words before a number that say that it went up or down.
const RISES: [&str; 6] = ["增加", "增长", "增", "上升", "↑", "+"];
const FALLS: [&str; 7] = ["减少", "减", "下降", "降", "↓", "-", "负"];
/// What a cell that was refused begins with where this system prints it, so that it is refused again.
pub(crate) const UNREADABLE: &str = "无法识别：";
/// What stands behind an amount whose unit is not known, below a label that states one.
pub(crate) const NO_UNIT: &str = "（未注明单位）";
/// Marks of a number that is no exact one.
const APPROXIMATE: &str = "余超近约多逾上左右以";
/// No value of a table is longer.
const LONGEST: usize = 40;
/// Nor is a formula that a reader of workbooks shows.
const LONGEST_FORMULA: usize = 200;

/// Reads the words of a cell.
///
/// Width, thousands separators, units and written signs are normalized; anything that would need a
/// guess is unreadable.
pub(crate) fn read(words: &str, measure: Measure) -> Value {
    let trimmed = trim(words);
    if trimmed.is_empty() {
        return Value { cell: Cell::Blank, unit: None, canonical: true, problem: None };
    }
    if trimmed.starts_with(UNREADABLE) {
        return refused("原文标明无法识别");
    }
    if is_unsolved(trimmed) {
        return refused("公式没有计算结果，或者结果是错误值；请用表格软件打开、保存后再上传");
    }
    let text = normal(trimmed);
    if is_not_applicable(&text) {
        return Value { cell: Cell::NotApplicable, unit: None, canonical: false, problem: None };
    }
    let (number, unit) = match measure {
        Measure::Money(_) => money(&text),
        Measure::Count => (count(&text, false), None),
        Measure::SignedCount => (count(&text, true), None),
    };
    match number {
        Ok((number, printed)) => {
            Value { cell: Cell::Number(number), unit, canonical: printed == trimmed, problem: None }
        }
        Err(problem) => refused(problem),
    }
}

fn refused(problem: &'static str) -> Value {
    Value { cell: Cell::Unreadable, unit: None, canonical: false, problem: Some(problem) }
}

/// What a page said in a cell, without the mark that this system puts before what it refused.
pub(crate) fn without_mark(words: &str) -> &str {
    let words = trim(words);
    words.strip_prefix(UNREADABLE).unwrap_or(words)
}

/// Whether words are a formula without a result, or what workbooks show where there is none:
/// `=SUM(B2:B9)`, `#REF!`, `#N/A`.
fn is_unsolved(words: &str) -> bool {
    let error = || words.ends_with(['!', '?']) || words == "#N/A";
    let formula = || words.starts_with('=') && words.len() > 1;
    words.len() <= LONGEST_FORMULA && (formula() || (words.starts_with('#') && error()))
}

/// White space of any kind, and marks without width.
pub(crate) fn trim(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// One width, one minus, no invisible marks.
fn normal(words: &str) -> String {
    let plain = |c: char| if c == '\u{2212}' { '-' } else { c };
    let known = words.nfkc().filter(|c| !is_invisible(*c)).map(plain).map(simplified);
    known.collect::<String>().to_lowercase()
}

fn is_not_applicable(text: &str) -> bool {
    let stroke = |c: char| "/\\-_‐‑‒–—―─".contains(c) || c.is_whitespace();
    NOT_APPLICABLE.contains(&text) || text.chars().all(stroke)
}

type Number = Result<(i64, String), &'static str>;

fn count(text: &str, signed: bool) -> Number {
    let bare = CLASSIFIERS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    let (negative, digits) = sign(bare.trim(), signed);
    let digits = ungrouped(digits).ok_or("不是数字")?;
    if digits.contains('.') {
        return Err("不是整数");
    }
    let number: i64 = digits.parse().map_err(|_| "数字过大")?;
    if number > MAX_COUNT {
        return Err("数字过大");
    }
    let number = if negative { -number } else { number };
    Ok((number, number.to_string()))
}

fn money(text: &str) -> (Number, Option<Unit>) {
    let bare = text.trim_start_matches(['¥', '￥']).trim();
    if let Some(bare) = without_unit(bare) {
        return (signed_amount(bare), Some(Unit::NotStated));
    }
    let (bare, unit) = match (bare.strip_suffix("万元"), bare.strip_suffix('元')) {
        (Some(bare), _) => (bare, Some(Unit::TenThousandYuan)),
        (None, Some(bare)) => (bare, Some(Unit::Yuan)),
        (None, None) => (bare, None),
    };
    (signed_amount(bare), unit)
}

/// The words before the mark that says that no unit is known.
fn without_unit(text: &str) -> Option<&str> {
    let text = text.strip_suffix([')', '）'])?;
    text.strip_suffix(NO_UNIT.trim_matches(['（', '）']))?.strip_suffix(['(', '（'])
}

fn signed_amount(text: &str) -> Number {
    let (negative, digits) = sign(text.trim(), false);
    let digits = ungrouped(digits).ok_or("不是数字")?;
    let signed = format!("{}{digits}", if negative { "-" } else { "" });
    let amount: Amount = signed.parse().map_err(|error| match error {
        AmountError::NotANumber => "不是数字",
        AmountError::TooPrecise => "小数超过六位",
        AmountError::TooLarge => "数字过大",
    })?;
    Ok((amount.millionths, amount.to_string()))
}

/// The sign and what stands behind it; words for it only where the form asks for a change.
fn sign(text: &str, worded: bool) -> (bool, &str) {
    let allowed = |mark: &&str| worded || mark.is_ascii();
    let after = |marks: &[&'static str]| {
        marks.iter().copied().filter(|mark| allowed(mark)).find_map(|mark| text.strip_prefix(mark))
    };
    match (after(&FALLS), after(&RISES)) {
        (Some(digits), _) => (true, digits.trim_start()),
        (None, Some(digits)) => (false, digits.trim_start()),
        (None, None) => (false, text),
    }
}

/// The digits without thousands separators; none where the groups are not of three.
fn ungrouped(text: &str) -> Option<String> {
    let (whole, decimals) = match text.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = whole.split([',', ' ']).collect();
    let grouped = groups.len() == 1
        || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    if !grouped || !groups.iter().all(|group| is_number(group)) {
        return None;
    }
    match decimals {
        Some(decimals) if is_number(decimals) => Some(format!("{}.{decimals}", groups.concat())),
        Some(_) => None,
        None => Some(groups.concat()),
    }
}

/// Whether words that stand alone are meant as a value, readable or not: `10余` is, `3.` is not,
/// since labels are numbered so.
pub(crate) fn is_meant_as_value(words: &str) -> bool {
    let trimmed = trim(words);
    if trimmed.starts_with(UNREADABLE) || is_unsolved(trimmed) {
        return true;
    }
    if trimmed.is_empty() || trimmed.len() > LONGEST {
        return false;
    }
    let trimmed = without_unit(trimmed).unwrap_or(trimmed);
    if trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let text = normal(trimmed);
    if is_not_applicable(&text) {
        return true;
    }
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    has_digit && !text.ends_with(['.', '、', ')']) && numeric_parts(&text)
}

/// Whether nothing but digits, separators, signs, units and marks of approximation stands there.
fn numeric_parts(text: &str) -> bool {
    let mut rest = text.to_owned();
    for word in RISES.iter().chain(&FALLS).chain(&CLASSIFIERS).chain(&["万", "亿", "元", "¥"]) {
        if rest.contains(word) {
            rest = rest.replace(word, "");
        }
    }
    rest.chars().all(|c| c.is_ascii_digit() || " ,./%".contains(c) || APPROXIMATE.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(words: &str) -> Cell {
        read(words, Measure::Count).cell
    }

    fn amount_of(words: &str) -> (Cell, Option<Unit>) {
        let value = read(words, Measure::Money(Unit::NotStated));
        (value.cell, value.unit)
    }

    #[test]
    fn a_blank_is_never_read_as_zero() {
        for words in ["", " ", "\u{a0}", "　", "\u{200b}"] {
            assert_eq!(counted(words), Cell::Blank);
        }
    }

    #[test]
    fn strokes_and_words_for_nothing_are_not_applicable() {
        for words in ["/", "／", "-", "—", "–", "--", "——", "－", "无", "不适用", "N/A"]
        {
            let value = read(words, Measure::SignedCount);
            assert_eq!((value.cell, value.canonical), (Cell::NotApplicable, false), "{words}");
        }
    }

    #[test]
    fn only_the_canonical_number_needs_no_source() {
        for (words, number, canonical) in [
            ("12", 12, true),
            (" \u{a0}12 ", 12, true),
            ("-3", -3, true),
            ("１２", 12, false),
            ("1,808,595", 1_808_595, false),
            ("1，808，595", 1_808_595, false),
            ("12件", 12, false),
            ("+4", 4, false),
            ("007", 7, false),
        ] {
            let value = read(words, Measure::Count);
            assert_eq!((value.cell, value.canonical), (Cell::Number(number), canonical), "{words}");
        }
    }

    #[test]
    fn words_for_a_change_are_signs_where_the_form_asks_for_one() {
        for (words, change) in
            [("减4", -4), ("增3", 3), ("↓4", -4), ("减少 2 项", -2), ("−5", -5), ("增0", 0)]
        {
            assert_eq!(read(words, Measure::SignedCount).cell, Cell::Number(change), "{words}");
        }
        assert_eq!(counted("减4"), Cell::Unreadable);
    }

    #[test]
    fn money_keeps_the_unit_that_is_written_in_the_cell() {
        assert_eq!(amount_of("251000元"), (Cell::Number(251_000_000_000), Some(Unit::Yuan)));
        let wan = (Cell::Number(160_596_400), Some(Unit::TenThousandYuan));
        assert_eq!(amount_of("160.5964万元"), wan);
        assert_eq!(amount_of("863,732.45"), (Cell::Number(863_732_450_000), None));
        assert_eq!(amount_of("3亿元").0, Cell::Unreadable);
    }

    #[test]
    fn what_this_system_marked_is_read_as_it_was() {
        let amount = (Cell::Number(8_040_000_000), Some(Unit::NotStated));
        assert_eq!(amount_of(&format!("8040{NO_UNIT}")), amount);
        assert!(is_meant_as_value(&format!("8040{NO_UNIT}")));
        let marked = format!("{UNREADABLE}12");
        assert_eq!((counted(&marked), without_mark(&marked)), (Cell::Unreadable, "12"));
        assert!(is_meant_as_value(&marked) && is_meant_as_value(UNREADABLE));
    }

    #[test]
    fn what_would_need_a_guess_is_unreadable_with_the_reason() {
        for words in [
            "10余",
            "2.5",
            "1,80",
            "1 2",
            "约3",
            "一",
            "1.2万",
            "9999999999999999",
            "12345678901234567890",
        ] {
            let value = read(words, Measure::Count);
            assert_eq!(value.cell, Cell::Unreadable, "{words}");
            assert!(value.problem.is_some());
        }
    }

    #[test]
    fn a_value_is_told_from_the_number_of_a_label() {
        for words in ["0", "１２", "10余", "2.5", "减4", "251000元", "/", "—", "1,808,595", "约3件"]
        {
            assert!(is_meant_as_value(words), "{words}");
        }
        for words in ["", "3.", "1、", "（三）", "规章", "3.其他", "2024年", "第二十条"]
        {
            assert!(!is_meant_as_value(words), "{words}");
        }
    }
}
