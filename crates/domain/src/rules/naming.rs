//! How findings name cells and lists: with the printed labels, capped for people.

use crate::finding::Message;
use crate::form::{CellId, Layout, TableId, fold, unnumbered};

/// How many names a sentence lists before it only counts.
const CAP: usize = 5;
/// How many characters of a page a finding quotes.
const QUOTED: usize = 160;

/// A cell by its printed labels, from the line to the column: `“规章·本年新制作数量”`.
pub(super) fn cell(layout: &Layout, id: CellId) -> String {
    format!("“{}”", layout.label_path(id).join("·"))
}

/// The last label of a cell, that of its column: `本年新制作数量`.
pub(super) fn column(layout: &Layout, id: CellId) -> &'static str {
    layout.label_path(id).last().copied().unwrap_or_default()
}

/// The line of a cell as printed: `行政许可`.
pub(super) fn line_label(layout: &Layout, id: CellId) -> &'static str {
    let path = layout.label_path(id);
    path.len().checked_sub(2).and_then(|at| path.get(at)).copied().unwrap_or_default()
}

/// Cells by their printed labels, the first few of them.
pub(super) fn cells(layout: &Layout, ids: &[CellId]) -> String {
    let named: Vec<_> = ids.iter().take(CAP).map(|id| cell(layout, *id)).collect();
    capped_zh(&named, ids.len(), "格")
}

/// Cells by their codes, the first few of them.
pub(super) fn codes(ids: &[CellId]) -> String {
    let named: Vec<_> = ids.iter().take(CAP).map(ToString::to_string).collect();
    capped_en(&named, ids.len())
}

/// Names in a Chinese sentence, the first few of them.
pub(super) fn list_zh<S: AsRef<str>>(names: &[S], classifier: &str) -> String {
    let quoted: Vec<_> =
        names.iter().take(CAP).map(|name| format!("“{}”", shortened(name.as_ref()))).collect();
    capped_zh(&quoted, names.len(), classifier)
}

/// Names in an English sentence, the first few of them.
pub(super) fn list_en<S: AsRef<str>>(names: &[S]) -> String {
    let quoted: Vec<_> =
        names.iter().take(CAP).map(|name| format!("“{}”", shortened(name.as_ref()))).collect();
    capped_en(&quoted, names.len())
}

fn capped_zh(shown: &[String], all: usize, classifier: &str) -> String {
    let listed = shown.join("、");
    if all > shown.len() { format!("{listed}等 {all} {classifier}") } else { listed }
}

fn capped_en(shown: &[String], all: usize) -> String {
    let listed = shown.join(", ");
    if all > shown.len() { format!("{listed} and {} more", all - shown.len()) } else { listed }
}

/// The table with its section: `表三`.
pub(super) fn table(id: TableId) -> &'static str {
    match id {
        TableId::ProactiveDisclosure => "第二部分的表（主动公开政府信息情况）",
        TableId::Requests => "第三部分的表（收到和处理政府信息公开申请情况）",
        TableId::Proceedings => "第四部分的表（行政复议、行政诉讼情况）",
    }
}

/// The table in English.
pub(super) fn table_en(id: TableId) -> &'static str {
    match id {
        TableId::ProactiveDisclosure => "table 2 (proactive disclosure)",
        TableId::Requests => "table 3 (requests)",
        TableId::Proceedings => "table 4 (reconsideration and litigation)",
    }
}

/// Why words cannot be judged where a document has none.
pub(super) fn without_words() -> Message {
    Message::new("文件只有数据，没有文字", "the document holds figures and no words")
}

/// The section as it is printed, `第一部分`; `标题、前言或落款` where there is none.
pub(super) fn section(number: u8) -> String {
    match number {
        1..=6 => format!("第{}部分", chinese(number)),
        _ => "前言或落款".to_owned(),
    }
}

/// 一 to 六.
pub(super) fn chinese(number: u8) -> char {
    ['〇', '一', '二', '三', '四', '五', '六'].get(usize::from(number)).copied().unwrap_or('？')
}

/// Where words stand, for an English sentence.
pub(super) fn section_en(number: u8) -> String {
    match number {
        1..=6 => format!("section {number}"),
        _ => "preamble or closing".to_owned(),
    }
}

/// The line of a document, where it is known: `第 7 行`.
pub(super) fn line(number: u32) -> String {
    match number {
        0 => "文件中".to_owned(),
        line => format!("第 {line} 行"),
    }
}

/// Whether two labels are the same words, apart from width, spaces, punctuation and numbering.
pub(super) fn same_label(one: &str, other: &str) -> bool {
    fold(one) == fold(other) || fold(unnumbered(one)) == fold(unnumbered(other))
}

/// Words of a page, short enough to be shown.
pub(super) fn shortened(words: &str) -> String {
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
