//! Whatever bytes come, reading ends with a draft or an error.

use nianbao_document::{
    Format, MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_LINES, MAX_MARKS, MAX_TEXT, ReadError, read,
};
use nianbao_domain::form::{Edition, GridContent};
use proptest::prelude::*;

use crate::article::page;
use crate::figures::Figures;
use crate::layout::html::{Html, Markup};
use crate::layout::lines::PLAIN;

/// Words and marks of pages, to be thrown together.
fn scraps() -> Vec<String> {
    let mut scraps: Vec<String> = [
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<td colspan=9 rowspan=9>",
        "<td colspan=99999999>",
        "<p>",
        "</p>",
        "<br>",
        "<nav>",
        "</nav>",
        "<script>",
        "</script>",
        "<!--",
        "&nbsp;",
        "&#x4e00;",
        "<pre>",
        "\n",
        "\n\n",
        "\t",
        "|",
        " | ",
        "||||",
        "0",
        "1",
        "12",
        "/",
        "-",
        "减4",
        "10余",
        "2.5",
        "　",
        "\u{a0}",
        "（三）",
        "1.",
        "。",
        "甲县2024年政府信息公开工作年度报告",
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "附件下载",
    ]
    .map(str::to_owned)
    .to_vec();
    for edition in Edition::ALL {
        for table in edition.form().tables() {
            for cell in table.grid().rows.into_iter().flat_map(|row| row.cells) {
                if let GridContent::RowLabel(words)
                | GridContent::ColumnLabel(words)
                | GridContent::Heading(words) = cell.content
                {
                    scraps.push(words);
                }
            }
        }
    }
    scraps
}

fn read_as_everything(bytes: &[u8]) {
    for format in [Format::Html, Format::Text, Format::Csv] {
        if let Ok(draft) = read(bytes, format) {
            let said = draft.content.sheet.cells();
            let unreadable = said.filter(|(_, said)| said.state() == "unreadable");
            for (cell, _) in unreadable {
                let source = draft.content.provenance.cells.get(&cell);
                assert!(source.is_some() || format == Format::Csv, "{cell} has no source");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        read_as_everything(&bytes);
        let _ = Format::detect(&bytes, None, None);
    }

    #[test]
    fn any_words_thrown_together_are_read_or_refused(
        picks in proptest::collection::vec(proptest::sample::select(scraps()), 0..300),
    ) {
        read_as_everything(picks.concat().as_bytes());
        read_as_everything(picks.join("\n").as_bytes());
    }

    #[test]
    fn a_page_with_a_stretch_missing_is_read_or_refused(from in 0..12_000_usize, length in 0..6_000_usize) {
        let figures = Figures::distinct(Edition::E2021);
        for layout in [&Html::new(Markup::Spans) as &dyn crate::article::Layout, &PLAIN] {
            let mut bytes = page(&figures, layout);
            let from = from.min(bytes.len());
            bytes.drain(from..(from + length).min(bytes.len()));
            read_as_everything(&bytes);
        }
    }
}

const HEAD: &str = "甲县财政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";

#[test]
fn very_many_of_anything_end_in_time() {
    for scrap in [
        "<table><tr><td>规章<td>2",
        "<tr>",
        "<td rowspan=9999 colspan=9999>",
        "<div>",
        "<b a=1>",
        "&#0;",
        "|",
        "a\tb\n",
        "一、总体情况\n",
        "规章\n2\n",
        "规范性文件（甲）\n",
        "字\n",
        "第二十条第（一）项\n信息内容\n",
        "三、",
        "（\n",
        "/\n",
        "无\n",
        "2024年政府信息公开年报\n",
        "自然人\n",
        "总计 ",
    ] {
        let body = format!("{HEAD}{}", scrap.repeat(5_000));
        for format in [Format::Html, Format::Text] {
            let _ = read(body.as_bytes(), format);
        }
    }
}

#[test]
fn many_labels_before_many_rows_end_in_time() {
    let labels: String = (0..5_000).map(|at| format!("甲{at}\n")).collect();
    let page = format!("{HEAD}信息内容\n{labels}{}", "规章\n2\n".repeat(5_000));
    assert!(read(page.as_bytes(), Format::Text).is_ok());
    let cells: String = (0..MAX_COLUMNS - 1).map(|at| format!("<td>甲{at}")).collect();
    let rows = "<tr><td>规章<td>2".repeat(5_000);
    let page = format!("<pre>{HEAD}</pre><table><tr><td>信息内容{cells}{rows}</table>");
    assert!(read(page.as_bytes(), Format::Html).is_ok());
}

#[test]
fn spans_that_cover_the_moon_are_refused() {
    let rows = "<tr><td rowspan=15 colspan=60>甲".repeat(20_000);
    let read = read(format!("<p>{HEAD}</p><table>{rows}").as_bytes(), Format::Html);
    assert!(matches!(read, Err(ReadError::TooManyCells { .. })), "{read:?}");
}

#[test]
fn what_is_too_large_or_empty_says_so() {
    let large = vec![b' '; MAX_BYTES + 1];
    let refused = ReadError::TooLarge { limit: MAX_BYTES, found: MAX_BYTES + 1 };
    assert_eq!(read(&large, Format::Text), Err(refused));
    for format in [Format::Html, Format::Text, Format::Csv] {
        assert_eq!(read(b" \n\t", format), Err(ReadError::Empty));
    }
    for format in [Format::Json, Format::Protobuf] {
        assert_eq!(read(b"{}", format), Err(ReadError::NotReadHere(format)));
    }
}

#[test]
fn text_without_end_is_refused() {
    let refused = ReadError::TooMuchText { limit: MAX_TEXT };
    let line = format!("{HEAD}{}", "字".repeat(MAX_TEXT / 3));
    let words = format!("{HEAD}{}", "字 ".repeat(MAX_TEXT / 10));
    for text in [line, words] {
        for format in [Format::Html, Format::Text] {
            assert!(read(text.as_bytes(), format) == Err(refused.clone()), "{format:?}");
        }
    }
    let said = "文件的文字超过上限 4194304 字节，年度报告没有这么长；请只导入报告本身";
    assert_eq!(refused.message_zh(), said);
}

#[test]
fn figures_without_end_are_refused() {
    let refused = Err(ReadError::TooMuchText { limit: MAX_TEXT });
    for scrap in ["字", ",", "\"", "\n"] {
        let figures = scrap.repeat(MAX_TEXT + 1);
        assert!(read(format!("a{figures}").as_bytes(), Format::Csv) == refused, "{scrap}");
    }
}

#[test]
fn markup_and_white_space_are_no_text() {
    let picture = format!("<img src=\"data:{}\">", "A".repeat(MAX_TEXT));
    let white = " ".repeat(MAX_TEXT);
    let page = format!("{picture}<!--{white}-->{white}<pre>{HEAD}</pre>");
    assert!(read(page.as_bytes(), Format::Html).is_ok());
    assert!(read(format!("{HEAD}{white}").as_bytes(), Format::Text).is_ok());
}

#[test]
fn lines_without_end_are_refused() {
    let refused = Err(ReadError::TooManyLines { limit: MAX_LINES });
    for (line, format) in [("字\n", Format::Text), ("字<br>", Format::Html)] {
        let text = format!("{HEAD}{}", line.repeat(MAX_LINES + 1));
        assert!(read(text.as_bytes(), format) == refused, "{format:?}");
    }
}

#[test]
fn a_table_without_end_to_the_right_is_refused() {
    let refused = Err(ReadError::TooManyColumns { limit: MAX_COLUMNS });
    let row = |cell: &str, count: usize| format!("{HEAD}1{}", cell.repeat(count));
    assert!(read(row("|1", MAX_COLUMNS).as_bytes(), Format::Text) == refused);
    assert!(read(row("|1", MAX_COLUMNS - 1).as_bytes(), Format::Text).is_ok());
    let html = |count: usize| format!("<p>{HEAD}</p><table><tr>{}", "<td>".repeat(count));
    assert!(read(html(MAX_COLUMNS + 1).as_bytes(), Format::Html) == refused);
    let spans = "<td colspan=64>".repeat(MAX_COLUMNS / 64 + 1);
    assert!(read(format!("{HEAD}<table>{spans}").as_bytes(), Format::Html) == refused);
}

#[test]
fn tables_of_nothing_count_as_cells() {
    let tables = "<table></table>".repeat(MAX_CELLS / 10);
    let refused = Err(ReadError::TooManyCells { limit: MAX_CELLS });
    assert!(read(format!("{HEAD}{tables}").as_bytes(), Format::Html) == refused);
}

#[test]
fn markup_without_end_is_refused() {
    let refused = Err(ReadError::TooMuchMarkup { limit: MAX_MARKS });
    for scrap in ["<br>", "&nbsp;", "<"] {
        let page = format!("<p>{HEAD}</p>{}", scrap.repeat(MAX_MARKS));
        assert!(read(page.as_bytes(), Format::Html) == refused, "{scrap}");
    }
    let attributes = format!("<p>{HEAD}</p><p{}>", " a".repeat(MAX_MARKS + 1));
    assert!(read(attributes.as_bytes(), Format::Html) == refused);
}
