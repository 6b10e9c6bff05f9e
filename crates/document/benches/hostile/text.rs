//! Plain text.

use encoding_rs::GB18030;
use nianbao_document::{Format, MAX_CELLS, MAX_COLUMNS, MAX_LINES, MAX_TEXT};

use crate::case::{Case, HEAD, full, numbered, times};
use crate::page::{filled, wide};

fn text(name: &str, make: fn() -> Vec<u8>) -> Case {
    Case::new(name, Format::Text, make)
}

pub fn cases() -> Vec<Case> {
    [lines(), cells(), words(), encodings()].concat()
}

fn lines() -> Vec<Case> {
    vec![
        text("one line", || full(HEAD, "字")),
        text("one line of words", || full(HEAD, "字 ")),
        text("lines, as many as may be", || times(HEAD, "字\n", MAX_LINES - 3)),
        text("lines of 60 bytes, as many as may be", || {
            times(HEAD, "依法办理政府信息公开申请，全年公开各类。\n", MAX_LINES - 3)
        }),
        text("words, as many as may be", || {
            times(&format!("{HEAD}规章"), " 1", MAX_TEXT / 9 - 100)
        }),
        text("labels, as many as may be", || times(HEAD, "总计 ", MAX_TEXT / 14 - 100)),
        text("one line, as long as may be", || times(HEAD, "字", MAX_TEXT / 3 - 100)),
        text("line feeds", || full(HEAD, "\n")),
        text("carriage returns", || full("甲\r乙", "\r")),
        text("lines that end with carriage returns", || full("甲县", "字\r")),
        text("a border without end", || full(HEAD, "-")),
        text("borders", || full(HEAD, "---\n")),
        text("front matter without end", || full("---\n", "a: b\n")),
        text("marks of headings", || full(HEAD, "#")),
        text("references", || full(HEAD, "&#124;")),
        text("ampersands", || full(HEAD, "&")),
        text("invisible marks", || full(HEAD, "\u{200b}")),
    ]
}

fn cells() -> Vec<Case> {
    vec![
        text("strokes in a line", || full(HEAD, "|")),
        text("strokes in a line, as many as may be", || times(HEAD, "|", MAX_CELLS - 10)),
        text("cells in a line, as many as may be", || times(HEAD, "1|", MAX_CELLS - 10)),
        text("rows of cells, as many as may be", || times(HEAD, "规章|2|3|4\n", MAX_LINES - 10)),
        text("blank cells, as many as may be", || {
            let row = format!("1{}\n", "|".repeat(MAX_COLUMNS - 1));
            times(HEAD, &row, MAX_CELLS / MAX_COLUMNS - 10)
        }),
        text("cells with words, as many as may be", || {
            let row = format!("{}\n", "1|".repeat(MAX_COLUMNS - 1));
            times(HEAD, &row, MAX_TEXT / 2 / MAX_COLUMNS - 100)
        }),
        text("rows of a cell", || times(HEAD, "规章 |\n", MAX_LINES - 10)),
        text("rows of blanks", || times(HEAD, "|||| \n", MAX_LINES - 10)),
        text("tabs in a line", || times(&format!("{HEAD}a"), "\t", MAX_CELLS - 10)),
        text("strokes of full width", || times(HEAD, "｜", MAX_CELLS - 10)),
        text("small tables", || times(HEAD, "规章|2\n字\n", MAX_LINES / 2 - 10)),
        text("rows that get longer", || {
            let row = |at: usize| format!("1{}\n", "|".repeat(at % 2_800));
            let head: String = (0..2_800).map(row).collect();
            times(&format!("{HEAD}{head}"), "1|1\n", 10)
        }),
    ]
}

fn words() -> Vec<Case> {
    const COUNT: usize = MAX_LINES - 10;
    vec![
        text("headings", || times(HEAD, "一、总体情况\n", COUNT)),
        text("titles", || times("", "2024年政府信息公开年报\n", COUNT)),
        text("labels", || times(HEAD, "规章\n2\n", COUNT / 2)),
        text("labels with a note", || times(HEAD, "规范性文件（甲）\n", COUNT)),
        text("headings of blocks", || times(HEAD, "第二十条第（一）项\n信息内容\n", COUNT / 2)),
        text("labels of columns", || times(HEAD, "自然人\n", COUNT)),
        text("labels and rows", || {
            let labels = (0..COUNT / 2).map(|at| format!("甲{at}\n")).collect::<String>();
            times(&format!("{HEAD}信息内容\n{labels}"), "规章\n2\n", COUNT / 4)
        }),
        text("labels in a line", || full(HEAD, "总计 ")),
        text("values in a line", || full(&format!("{HEAD}规章"), " 1")),
        text("characters of labels", || {
            times(HEAD, "三\n、\n本\n年\n度\n办\n理\n结\n果\n", COUNT / 9)
        }),
        text("strokes that may be of a label", || times(HEAD, "/\n", COUNT)),
        text("words that differ", || numbered(HEAD, |at| format!("甲{} ", at % 999_999))),
        text("fields", || times("", "发布日期：2024-01-01\n", COUNT)),
        text("brackets", || times(HEAD, "（\n", COUNT)),
    ]
}

fn encodings() -> Vec<Case> {
    vec![
        text("one line of GB18030", || filled(&GB18030.encode(HEAD).0, &GB18030.encode("字").0)),
        text("lines of GB18030", || {
            filled(
                &GB18030.encode(HEAD).0,
                &GB18030
                    .encode(
                        "字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字\n",
                    )
                    .0,
            )
        }),
        text("one line of UTF-16", || filled(&wide(HEAD), &wide("字"))),
        text("bytes of no encoding", || filled(HEAD.as_bytes(), b"\xff")),
        text("zeros", || filled(HEAD.as_bytes(), b"\0")),
    ]
}
