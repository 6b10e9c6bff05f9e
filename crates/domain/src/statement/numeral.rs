//! Numbers as people write them: Arabic, full-width and Chinese digits, with 万 and 亿.

use crate::sheet::Amount;

const ONE: i64 = 1_000_000;
/// The largest number that is read, a thousand 亿: fifty of them still add up.
const LARGEST: i64 = 100_000_000_000;

/// A number at the head of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// The number, exact.
    pub value: Amount,
    /// One unit of the last digit that is written, where 万 or 亿 rounds it; else 0.
    pub rounding: Amount,
    /// How many bytes it takes.
    pub len: usize,
}

/// Reads the number that a text begins with.
pub(crate) fn read(text: &str) -> Option<Numeral> {
    if text.starts_with(|c| digit(c).is_some()) { arabic(text) } else { chinese(text) }
}

/// Whether a number can begin with this character.
pub(crate) fn is_start(c: char) -> bool {
    digit(c).is_some() || chinese_digit(c).is_some() || c == '十'
}

fn digit(c: char) -> Option<i64> {
    match c {
        '0'..='9' => Some(i64::from(u32::from(c) - u32::from('0'))),
        '０'..='９' => Some(i64::from(u32::from(c) - u32::from('０'))),
        _ => None,
    }
}

fn chinese_digit(c: char) -> Option<i64> {
    match c {
        '零' | '〇' => Some(0),
        '一' => Some(1),
        '二' | '两' | '兩' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// `1,234.5万`
fn arabic(text: &str) -> Option<Numeral> {
    let (whole, mut len) = whole_part(text)?;
    let (fraction, scale, fraction_len) = fraction_part(&text[len..])?;
    len += fraction_len;
    let (multiplier, multiplier_len) = multiplier(&text[len..]);
    len += multiplier_len;
    let millionths = whole.checked_mul(ONE)?.checked_add(fraction)?.checked_mul(multiplier)?;
    let rounding = if multiplier > 1 { (ONE / scale).checked_mul(multiplier)? } else { 0 };
    numeral(millionths, rounding, len)
}

fn numeral(millionths: i64, rounding: i64, len: usize) -> Option<Numeral> {
    let value = Amount { millionths };
    (millionths <= LARGEST * ONE).then_some(Numeral {
        value,
        rounding: Amount { millionths: rounding },
        len,
    })
}

/// Digits, with a comma before every three where there is one.
fn whole_part(text: &str) -> Option<(i64, usize)> {
    let (mut value, mut len) = (0_i64, 0);
    while let Some((next, next_len)) =
        next_digit(&text[len..]).or_else(|| after_comma(&text[len..]))
    {
        value = value.checked_mul(10)?.checked_add(next)?;
        len += next_len;
    }
    (value <= LARGEST).then_some((value, len))
}

fn next_digit(text: &str) -> Option<(i64, usize)> {
    let c = text.chars().next()?;
    Some((digit(c)?, c.len_utf8()))
}

/// The digit behind a thousands separator, which exactly three digits follow.
fn after_comma(text: &str) -> Option<(i64, usize)> {
    let behind = text.strip_prefix(',')?;
    let digits = behind.chars().take_while(|c| digit(*c).is_some()).take(4).count();
    let (value, len) = next_digit(behind)?;
    (digits == 3).then_some((value, len + 1))
}

/// The decimals in millionths, the scale of the last of them, and their length with the point.
fn fraction_part(text: &str) -> Option<(i64, i64, usize)> {
    let Some(behind) = text.strip_prefix(['.', '．']).filter(|it| next_digit(it).is_some()) else {
        return Some((0, 1, 0));
    };
    let (mut value, mut scale, mut len) = (0, 1, text.len() - behind.len());
    while let Some((next, next_len)) = next_digit(&text[len..]) {
        (value, scale, len) = (value * 10 + next, scale * 10, len + next_len);
        if scale > ONE {
            return None;
        }
    }
    Some((value * (ONE / scale), scale, len))
}

fn multiplier(text: &str) -> (i64, usize) {
    match text.chars().next() {
        Some('万' | '萬') => (10_000, '万'.len_utf8()),
        Some('亿' | '億') => (100_000_000, '亿'.len_utf8()),
        _ => (1, 0),
    }
}

/// `四十`, `一百零五`, `两万三千`, `十二`, `二〇二四`
fn chinese(text: &str) -> Option<Numeral> {
    let words: Vec<char> = text.chars().take_while(|c| is_chinese(*c)).take(20).collect();
    if words.is_empty() {
        return None;
    }
    let len = words.iter().map(|c| c.len_utf8()).sum();
    let by_place = words.iter().all(|c| chinese_digit(*c).is_some());
    let value = if by_place { digit_by_digit(&words)? } else { with_units(&words)? };
    numeral(value.checked_mul(ONE)?, 0, len)
}

fn is_chinese(c: char) -> bool {
    chinese_digit(c).is_some() || unit(c).is_some()
}

fn unit(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        _ => None,
    }
}

fn digit_by_digit(words: &[char]) -> Option<i64> {
    words.iter().try_fold(0_i64, |value, c| value.checked_mul(10)?.checked_add(chinese_digit(*c)?))
}

/// Below 万 the units add up; 万 counts what stands before it, 亿 all of it.
fn with_units(words: &[char]) -> Option<i64> {
    let (mut hundred_millions, mut ten_thousands, mut section) = (0_i64, 0_i64, 0_i64);
    let mut pending = None;
    for c in words {
        match (chinese_digit(*c), unit(*c)) {
            (Some(digit), _) => pending = Some(digit),
            (None, Some(unit @ ..10_000)) => section += pending.take().unwrap_or(1) * unit,
            (None, Some(10_000)) => {
                ten_thousands = (section + pending.take().unwrap_or(0)).checked_mul(10_000)?;
                section = 0;
            }
            (None, Some(unit)) => {
                let before = ten_thousands + section + pending.take().unwrap_or(0);
                hundred_millions = hundred_millions.checked_add(before)?.checked_mul(unit)?;
                (ten_thousands, section) = (0, 0);
            }
            (None, None) => return None,
        }
    }
    hundred_millions.checked_add(ten_thousands + section + pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        read(text).map(|it| it.value.to_string()).unwrap_or_default()
    }

    #[test]
    fn arabic_digits_of_any_width_are_read() {
        for (text, expected) in [
            ("20条", "20"),
            ("２０条", "20"),
            ("1,808,595条", "1808595"),
            ("863732.45元", "863732.45"),
            ("4.5万篇", "45000"),
            ("59237.2449万元", "592372449"),
            ("1亿", "100000000"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn a_comma_that_separates_a_list_is_no_thousands_separator() {
        assert_eq!(value("2,3条"), "2");
        assert_eq!(value("2,3000条"), "2");
    }

    #[test]
    fn chinese_digits_are_read() {
        for (text, expected) in [
            ("一件", "1"),
            ("两件", "2"),
            ("十二条", "12"),
            ("四十余条", "40"),
            ("一百零五条", "105"),
            ("两万三千条", "23000"),
            ("一亿二千万", "120000000"),
            ("二〇二四年", "2024"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn only_a_multiplied_number_is_rounded() {
        let rounding = |text| read(text).map(|it| it.rounding.to_string());
        assert_eq!(rounding("4.5万篇"), Some("1000".to_owned()));
        assert_eq!(rounding("4.5篇"), Some("0".to_owned()));
    }

    #[test]
    fn what_is_no_number_or_too_large_a_one_is_not_read() {
        for text in ["", "条", "99999999999999999999", "1.00000001", "百亿亿亿亿亿"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
