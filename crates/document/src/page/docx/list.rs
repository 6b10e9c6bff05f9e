//! The numbers of paragraphs, counted as the document goes on.

use std::collections::BTreeMap;

use super::numbering::{LEVELS, Level, Numbering};

/// Counts the paragraphs of lists.
#[derive(Debug)]
pub(super) struct Lists<'n> {
    numbering: &'n Numbering,
    /// The last number of every level, by definition: lists of one definition count on together.
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// The lists that have begun, with the levels at which they did.
    begun: BTreeMap<u32, [bool; LEVELS]>,
}

/// Which number a paragraph has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberOf {
    /// The list; none where 0.
    pub list: u32,
    /// The level, from 0.
    pub level: usize,
}

/// A number is not longer, in characters, whatever the definition says.
const LONGEST: usize = 40;

impl<'n> Lists<'n> {
    /// Nothing counted yet.
    pub(super) fn new(numbering: &'n Numbering) -> Self {
        Self { numbering, counts: BTreeMap::new(), begun: BTreeMap::new() }
    }

    /// The definitions.
    pub(super) fn numbering(&self) -> &'n Numbering {
        self.numbering
    }

    /// Counts a paragraph, and says what stands before its words; nothing for marks like dots.
    pub(super) fn next(&mut self, of: NumberOf) -> Option<String> {
        let list = self.numbering.lists.get(&of.list)?;
        let at = of.level.min(LEVELS - 1);
        let defined = self.numbering.definitions.get(&list.definition)?;
        let level = |at: usize| list.levels.get(&at).or_else(|| defined.get(at));
        let start = |at: usize| level(at).map_or(1, |level| level.start);
        let counts = self.counts.entry(list.definition).or_default();
        let begun = self.begun.entry(of.list).or_default();
        let anew = list.starts.get(&at).filter(|_| !begun[at]);
        begun[at] = true;
        counts[at] = Some(match (anew, counts[at]) {
            (Some(start), _) => *start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => start(at),
        });
        counts[at + 1..].fill(None);
        for (above, count) in counts[..at].iter_mut().enumerate() {
            *count = count.or(Some(start(above)));
        }
        let numbers: Vec<u32> = counts.iter().map(|count| count.unwrap_or_default()).collect();
        written(level(at)?, &numbers, |at| level(at).map_or("decimal", |it| it.format.as_str()))
    }
}

/// The text of a level with its numbers.
fn written<'f>(
    level: &Level,
    numbers: &[u32],
    format: impl Fn(usize) -> &'f str,
) -> Option<String> {
    if level.format == "bullet" {
        return None;
    }
    let mut text = String::new();
    let mut chars = level.text.chars();
    while let Some(c) = chars.next() {
        let place = match c {
            '%' => chars.clone().next().and_then(|digit| digit.to_digit(10)),
            _ => None,
        };
        match place.and_then(|place| (place as usize).checked_sub(1)) {
            Some(at) if at < LEVELS => {
                chars.next();
                let format = if level.legal { "decimal" } else { format(at) };
                text.push_str(&number(numbers[at], format));
            }
            _ => text.push(c),
        }
    }
    // `1` and the words behind it would run into one another; `一、` does not.
    if !level.tight && text.ends_with(char::is_alphanumeric) {
        text.push(' ');
    }
    Some(text.chars().take(LONGEST).collect::<String>()).filter(|text| !text.is_empty())
}

/// A number as a format writes it; formats that are not known write digits.
fn number(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese(number),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            number.to_string().chars().map(digit).collect()
        }
        "ideographTraditional" => of_row(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => of_row(number, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(number),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(number),
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" => letter(number, b'a'),
        "upperLetter" => letter(number, b'A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        _ => number.to_string(),
    }
}

const DIGITS: &str = "〇一二三四五六七八九";

fn digit(c: char) -> char {
    let at = c.to_digit(10).and_then(|at| DIGITS.chars().nth(at as usize));
    at.unwrap_or(c)
}

/// 一, 十, 十一, 二十, 一百零一; digits beyond ten thousand.
fn chinese(number: u32) -> String {
    if !(1..10_000).contains(&number) {
        return number.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let at = number / unit % 10;
        if at == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
        }
        gap = false;
        let is_bare_ten = unit == 10 && at == 1 && number < 20;
        if !is_bare_ten {
            text.extend(DIGITS.chars().nth(at as usize));
        }
        text.push_str(name);
    }
    text
}

fn of_row(number: u32, row: &str) -> String {
    let at = number.checked_sub(1).and_then(|at| row.chars().nth(at as usize));
    at.map_or_else(|| number.to_string(), String::from)
}

fn circled(number: u32) -> String {
    let circled = (1..=20).contains(&number).then(|| char::from_u32(0x245f + number)).flatten();
    circled.map_or_else(|| number.to_string(), String::from)
}

fn full_width(number: u32) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
    number.to_string().chars().map(wide).collect()
}

/// a to z, then aa, bb.
fn letter(number: u32, first: u8) -> String {
    let Some(at) = number.checked_sub(1) else { return number.to_string() };
    let letter = char::from(first + u8::try_from(at % 26).unwrap_or_default());
    let times = (at / 26 + 1) as usize;
    std::iter::repeat_n(letter, times.min(LONGEST)).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut rest, mut text) = (number, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::numbering::Numbering;
    use super::*;

    fn numbers(definition: &str, nums: &str, of: &[(u32, usize)]) -> Vec<String> {
        let part = format!(
            "<numbering><abstractNum abstractNumId=\"5\">{definition}</abstractNum>{nums}</numbering>"
        );
        let numbering = Numbering::read(&("numbering.xml".to_owned(), part)).unwrap();
        let mut lists = Lists::new(&numbering);
        let number =
            |(list, level): &(u32, usize)| lists.next(NumberOf { list: *list, level: *level });
        of.iter().map(number).map(Option::unwrap_or_default).collect()
    }

    fn level(at: usize, format: &str, text: &str) -> String {
        format!(
            "<lvl ilvl=\"{at}\"><start val=\"1\"/><numFmt val=\"{format}\"/><lvlText val=\"{text}\"/></lvl>"
        )
    }

    const NUM: &str = "<num numId=\"1\"><abstractNumId val=\"5\"/></num>";

    #[test]
    fn headings_are_numbered_on_their_levels() {
        let levels = level(0, "chineseCountingThousand", "%1、")
            + &level(1, "chineseCounting", "（%2）")
            + &level(2, "decimal", "%3.");
        let of = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)];
        let said = numbers(&levels, NUM, &of);
        assert_eq!(said, ["一、", "（一）", "（二）", "1.", "二、", "（一）", "1."]);
    }

    #[test]
    fn lists_of_a_definition_count_on_unless_they_begin_anew() {
        let nums = format!(
            "{NUM}<num numId=\"2\"><abstractNumId val=\"5\"/></num>\
             <num numId=\"3\"><abstractNumId val=\"5\"/><lvlOverride ilvl=\"0\">\
             <startOverride val=\"1\"/></lvlOverride></num>"
        );
        let of = [(1, 0), (2, 0), (3, 0), (3, 0), (9, 0)];
        assert_eq!(
            numbers(&level(0, "decimal", "%1、"), &nums, &of),
            ["1、", "2、", "1、", "2、", ""]
        );
    }

    #[test]
    fn bullets_are_no_numbers_and_digits_keep_off_the_words() {
        assert_eq!(numbers(&level(0, "bullet", "●"), NUM, &[(1, 0)]), [""]);
        assert_eq!(numbers(&level(0, "decimal", "%1"), NUM, &[(1, 0)]), ["1 "]);
        assert_eq!(numbers(&level(1, "decimal", "%1.%2"), NUM, &[(1, 1)]), ["0.1 "]);
    }

    #[test]
    fn numbers_are_written_in_many_ways() {
        for (value, format, text) in [
            (10, "chineseCounting", "十"),
            (12, "chineseCounting", "十二"),
            (20, "japaneseCounting", "二十"),
            (101, "chineseCountingThousand", "一百零一"),
            (110, "chineseCounting", "一百一十"),
            (2005, "chineseCounting", "二千零五"),
            (12, "ideographDigital", "一二"),
            (3, "ideographTraditional", "丙"),
            (11, "ideographTraditional", "11"),
            (3, "decimalEnclosedCircle", "③"),
            (12, "decimalFullWidth", "１２"),
            (28, "lowerLetter", "bb"),
            (1994, "upperRoman", "MCMXCIV"),
            (7, "of another kind", "7"),
        ] {
            assert_eq!(number(value, format), text);
        }
    }
}
