//! Numbers as pages write them: grouped, signed in words, with a unit behind.

use std::collections::BTreeSet;

use nianbao_domain::form::Unit;
use nianbao_domain::report::Normalization;
use nianbao_domain::sheet::{Amount, AmountError, MAX_COUNT};

use super::NO_UNIT;

/// Units that may stand behind a count.
pub(super) const CLASSIFIERS: [&str; 11] =
    ["件", "条", "个", "项", "宗", "起", "份", "篇", "次", "例", "部"];
/// Words before a number that say that it went up or down.
pub(super) const RISES: [&str; 6] = ["增加", "增长", "增", "上升", "↑", "+"];
pub(super) const FALLS: [&str; 7] = ["减少", "减", "下降", "降", "↓", "-", "负"];

/// A number that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The count, or the amount in millionths.
    pub value: i64,
    /// How this system prints it.
    pub printed: String,
    /// How the words differ from that.
    pub normalized: BTreeSet<Normalization>,
}

/// A number, or why there is none, in Chinese.
pub(super) type Counted = Result<Number, &'static str>;

/// The count that words print as this system does, as most cells do: digits and nothing else.
pub(super) fn printed_count(words: &str) -> Option<i64> {
    let has_zeros = words.len() > 1 && words.starts_with('0');
    let is_printed = !has_zeros && words.bytes().all(|byte| byte.is_ascii_digit());
    let count = is_printed.then(|| words.parse().ok())?;
    count.filter(|count| *count <= MAX_COUNT)
}

/// A count; `signed` where words may say its sign.
pub(super) fn count(text: &str, signed: bool) -> Counted {
    let mut normalized = BTreeSet::new();
    let bare = CLASSIFIERS.iter().find_map(|unit| text.strip_suffix(unit));
    normalized.extend(bare.map(|_| Normalization::UnitWord));
    let (negative, digits) = sign(bare.unwrap_or(text).trim(), signed, &mut normalized);
    let digits = plain(digits, &mut normalized).ok_or("不是数字")?;
    if digits.contains('.') {
        return Err("不是整数");
    }
    let number: i64 = digits.parse().map_err(|_| "数字过大")?;
    if number > MAX_COUNT {
        return Err("数字过大");
    }
    let value = if negative { -number } else { number };
    Ok(Number { value, printed: value.to_string(), normalized })
}

/// An amount of money, with the unit that stands behind it.
pub(super) fn money(text: &str) -> (Counted, Option<Unit>) {
    let bare = text.trim_start_matches(['¥', '￥']).trim();
    let has_mark = bare.len() < text.len();
    let (bare, unit) =
        match (without_unit(bare), bare.strip_suffix("万元"), bare.strip_suffix('元')) {
            (Some(bare), _, _) => (bare, Some(Unit::NotStated)),
            (None, Some(bare), _) => (bare, Some(Unit::TenThousandYuan)),
            (None, None, Some(bare)) => (bare, Some(Unit::Yuan)),
            (None, None, None) => (bare, None),
        };
    let mut normalized = BTreeSet::new();
    normalized.extend((has_mark || unit.is_some()).then_some(Normalization::UnitWord));
    (amount(bare.trim(), normalized), unit)
}

/// The words before the mark that says that no unit is known.
pub(super) fn without_unit(text: &str) -> Option<&str> {
    let text = text.strip_suffix([')', '）'])?;
    text.strip_suffix(NO_UNIT.trim_matches(['（', '）']))?.strip_suffix(['(', '（'])
}

fn amount(text: &str, mut normalized: BTreeSet<Normalization>) -> Counted {
    let (negative, digits) = sign(text, false, &mut normalized);
    let digits = plain(digits, &mut normalized).ok_or("不是数字")?;
    let signed = format!("{}{digits}", if negative { "-" } else { "" });
    let amount: Amount = signed.parse().map_err(|error| match error {
        AmountError::NotANumber => "不是数字",
        AmountError::TooPrecise => "小数超过六位",
        AmountError::TooLarge => "数字过大",
    })?;
    Ok(Number { value: amount.millionths, printed: amount.to_string(), normalized })
}

/// The sign and what stands behind it; words for it only where the form asks for a change.
fn sign<'a>(
    text: &'a str,
    worded: bool,
    normalized: &mut BTreeSet<Normalization>,
) -> (bool, &'a str) {
    let allowed = |mark: &&str| worded || mark.is_ascii();
    let after = |marks: &[&'static str]| {
        marks.iter().copied().filter(|mark| allowed(mark)).find_map(|mark| text.strip_prefix(mark))
    };
    let (negative, digits) = match (after(&FALLS), after(&RISES)) {
        (Some(digits), _) => (true, digits),
        (None, Some(digits)) => (false, digits),
        (None, None) => return (false, text),
    };
    let is_zero = digits.chars().all(|c| !c.is_ascii_digit() || c == '0');
    let is_plain = negative && text.starts_with('-') && !digits.starts_with(' ') && !is_zero;
    normalized.extend((!is_plain).then_some(Normalization::Sign));
    (negative, digits.trim_start())
}

/// The digits without separators of thousands; none where the groups are not of three.
fn plain(text: &str, normalized: &mut BTreeSet<Normalization>) -> Option<String> {
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
    let whole = groups.concat();
    let has_zeros = (whole.len() > 1 && whole.starts_with('0'))
        || decimals.is_some_and(|decimals| decimals.ends_with('0'));
    normalized.extend((groups.len() > 1).then_some(Normalization::Separators));
    normalized.extend(has_zeros.then_some(Normalization::Zeros));
    match decimals {
        Some(decimals) if is_number(decimals) => Some(format!("{whole}.{decimals}")),
        Some(_) => None,
        None => Some(whole),
    }
}
