//! What the words in a cell are: a number, nothing, "not applicable", or unreadable.

mod number;
mod words;

use std::collections::BTreeSet;

use nianbao_domain::form::{Measure, Unit};
use nianbao_domain::report::Normalization;
use nianbao_domain::sheet::Cell;

use number::{CLASSIFIERS, FALLS, Number, RISES, count, money, printed_count, without_unit};
pub(crate) use words::trim;
use words::{changes, is_not_applicable, is_note_mark, normal};

/// What a cell of a page was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    /// The reading.
    pub cell: Cell,
    /// The unit written in the cell, for money.
    pub unit: Option<Unit>,
    /// Whether the words are exactly how the number is printed, or nothing at all.
    pub canonical: bool,
    /// How the words differ from the way the reading is printed.
    pub normalized: BTreeSet<Normalization>,
    /// Why there is no reading, in Chinese.
    pub problem: Option<&'static str>,
}

/// What a cell that was refused begins with where this system prints it, so that it is refused again.
pub(crate) const UNREADABLE: &str = "无法识别：";
/// What stands behind an amount whose unit is not known, below a label that states one.
pub(crate) const NO_UNIT: &str = "（未注明单位）";
/// What the form prints where a cell does not apply.
pub(crate) const NOT_APPLICABLE: &str = "/";
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
        return Value { canonical: true, ..said(Cell::Blank) };
    }
    if let Some(count) = printed_count(trimmed).filter(|_| !matches!(measure, Measure::Money(_))) {
        return Value { canonical: true, ..said(Cell::Number(count)) };
    }
    if trimmed.starts_with(UNREADABLE) {
        return refused("原文标明无法识别");
    }
    if is_unsolved(trimmed) {
        return refused("公式没有计算结果，或者结果是错误值；请用表格软件打开、保存后再上传");
    }
    if trimmed.contains(is_note_mark) {
        return refused("含有上标、带圈数字等标记，无法确定是不是数值的一部分");
    }
    let text = normal(trimmed);
    if is_not_applicable(&text) {
        let other = (trimmed != NOT_APPLICABLE).then_some(Normalization::NotApplicable);
        return Value { normalized: other.into_iter().collect(), ..said(Cell::NotApplicable) };
    }
    let (number, unit) = match measure {
        Measure::Money(_) => money(&text),
        Measure::Count => (count(&text, false), None),
        Measure::SignedCount => (count(&text, true), None),
    };
    match number {
        Ok(Number { value, printed, mut normalized }) => {
            let canonical = printed == trimmed;
            normalized.extend((!canonical).then(|| changes(trimmed)).into_iter().flatten());
            Value { unit, canonical, normalized, ..said(Cell::Number(value)) }
        }
        Err(problem) => refused(problem),
    }
}

fn said(cell: Cell) -> Value {
    Value { cell, unit: None, canonical: false, normalized: BTreeSet::new(), problem: None }
}

fn refused(problem: &'static str) -> Value {
    Value { problem: Some(problem), ..said(Cell::Unreadable) }
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
    fn what_was_normalized_is_named() {
        use Normalization::{
            InvisibleCharacters, NotApplicable, Script, Separators, Sign, UnitWord, Width, Zeros,
        };
        let money = Measure::Money(Unit::NotStated);
        for (words, measure, expected) in [
            ("12", Measure::Count, &[][..]),
            ("-3", Measure::SignedCount, &[]),
            ("/", Measure::Count, &[]),
            ("—", Measure::Count, &[NotApplicable]),
            ("１２", Measure::Count, &[Width]),
            ("1，808", Measure::Count, &[Width, Separators]),
            ("12個", Measure::Count, &[Script, UnitWord]),
            ("007", Measure::Count, &[Zeros]),
            ("1\u{200b}2", Measure::Count, &[InvisibleCharacters]),
            ("减4", Measure::SignedCount, &[Sign]),
            ("−5", Measure::SignedCount, &[Sign]),
            ("- 5", Measure::SignedCount, &[Sign]),
            ("+4", Measure::Count, &[Sign]),
            ("-0", Measure::Count, &[Sign]),
            ("863,732.50元", money, &[Separators, UnitWord, Zeros]),
        ] {
            let value = read(words, measure);
            let expected: BTreeSet<_> = expected.iter().copied().collect();
            assert_eq!(value.normalized, expected, "{words}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_number_is_written_in_another_way_for_a_reason_that_is_named(
            words in "[¥+−-]?(减|增)? ?[0-9０-９]{1,4}([,， ][0-9]{3}){0,2}(\\.[0-9]{1,3})?(件|元|万元|個|\u{ad})?",
        ) {
            for measure in [Measure::Count, Measure::SignedCount, Measure::Money(Unit::NotStated)] {
                let value = read(&words, measure);
                if value.cell.number().is_some() {
                    proptest::prop_assert_eq!(value.canonical, value.normalized.is_empty());
                }
            }
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
            "5①",
            "3²",
            "½",
            "3^1",
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
