//! The fields that pages print around the title of a report.

use nianbao_domain::evidence::PlacedText;
use unicode_normalization::UnicodeNormalization;

use super::super::organ::is_organ_name;

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Published,
    Written,
    IndexNumber,
    DocumentNumber,
    Issuer,
}

const LABELS: [(&str, Field); 21] = [
    ("发布时间", Field::Published),
    ("发布日期", Field::Published),
    ("公开时间", Field::Published),
    ("公开日期", Field::Published),
    ("发表时间", Field::Published),
    ("日期", Field::Published),
    ("时间", Field::Published),
    ("成文日期", Field::Written),
    ("发文日期", Field::Written),
    ("生成日期", Field::Written),
    ("索引号", Field::IndexNumber),
    ("信息索引号", Field::IndexNumber),
    ("文号", Field::DocumentNumber),
    ("发文字号", Field::DocumentNumber),
    ("发文文号", Field::DocumentNumber),
    ("发布机构", Field::Issuer),
    ("公开机构", Field::Issuer),
    ("发文机关", Field::Issuer),
    ("发文机构", Field::Issuer),
    ("发布单位", Field::Issuer),
    ("信息来源", Field::Issuer),
];
/// Words for no value.
const NOTHING: [&str; 6] = ["无", "无文号", "暂无", "null", "None", "-"];
/// What may stand around a label.
const OPENING: [char; 3] = ['[', '【', '('];
const CLOSING: [char; 4] = [':', ']', '】', ')'];
/// A line with fields is shorter, in bytes; prose is longer.
const LONGEST: usize = 600;
/// A number of a document is shorter, in characters.
const LONGEST_NUMBER: usize = 30;

/// The fields among lines, with their values. A label alone in a line has its value in the next.
pub(super) fn fields(lines: &[PlacedText]) -> Vec<(Field, PlacedText)> {
    let mut found = Vec::new();
    let mut waiting = None;
    for line in lines {
        if line.text.len() > LONGEST {
            waiting = None;
            continue;
        }
        let text: String = line.text.nfkc().collect();
        let labels = labels(&text);
        if let (Some(field), []) = (waiting.take(), labels.as_slice()) {
            let value = Some(value(&text)).filter(|value| may_be(field, value));
            found.extend(value.and_then(|value| valued(field, value, line.line)));
        }
        for (at, (field, _, end)) in labels.iter().enumerate() {
            let until = labels.get(at + 1).map_or(text.len(), |(_, start, _)| *start);
            let value = value(&text[*end..until]);
            let is_last = at + 1 == labels.len();
            waiting = Some(*field).filter(|_| value.is_empty() && is_last);
            found.extend(valued(*field, value, line.line));
        }
    }
    found
}

fn valued(field: Field, value: &str, line: u32) -> Option<(Field, PlacedText)> {
    let is_value = !value.is_empty() && !NOTHING.contains(&value);
    is_value.then(|| (field, PlacedText { line, text: value.to_owned() }))
}

/// Whether words that stand below a label may be its value, and not the next label.
fn may_be(field: Field, value: &str) -> bool {
    match field {
        Field::Issuer => is_organ_name(value),
        Field::Published | Field::Written | Field::IndexNumber | Field::DocumentNumber => {
            value.contains(|c: char| c.is_ascii_digit())
        }
    }
}

/// The words up to the next space.
fn value(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default().trim_end_matches(OPENING)
}

/// The labels in a text: where each begins, and where the text behind it and its mark does.
fn labels(text: &str) -> Vec<(Field, usize, usize)> {
    let mut found: Vec<(Field, usize, usize)> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let begins = before.is_none_or(|c: char| c.is_whitespace() || OPENING.contains(&c));
        let free = found.last().is_none_or(|(.., end)| *end <= at);
        if begins && free && !c.is_whitespace() {
            found.extend(
                LABELS
                    .iter()
                    .find_map(|(label, field)| Some((*field, at, end(&text[at..], label)? + at))),
            );
        }
        before = Some(c);
    }
    found
}

/// Where the text behind a label begins, if the words begin with it, whatever spaces are in it.
fn end(words: &str, label: &str) -> Option<usize> {
    let mut rest = words;
    for c in label.chars() {
        rest = rest.trim_start().strip_prefix(c)?;
    }
    let behind = rest.trim_start();
    let marked = behind.trim_start_matches(CLOSING);
    let is_marked = marked.len() < behind.len() || behind.is_empty();
    is_marked.then_some(words.len() - marked.len())
}

/// Whether words are the number of a document and nothing else: `漳审综〔2026〕2号`.
pub(super) fn is_document_number(words: &str) -> bool {
    let text = super::super::date::normal(words);
    let Some((name, rest)) = text.split_once(['〔', '[', '【']) else { return false };
    let Some((year, number)) = rest.split_once(['〕', ']', '】']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    text.chars().count() <= LONGEST_NUMBER
        && !name.is_empty()
        && name.chars().all(char::is_alphabetic)
        && year.len() == 4
        && is_number(year)
        && number.strip_suffix('号').is_some_and(is_number)
}
