//! How long the import of a page takes, beside the mere parsing of the same page into a tree.

use std::fmt::Write;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nianbao_document::{Format, read};
use nianbao_domain::form::{Edition, GridContent, Table};

/// As large as the page of a county with its word processor's markup.
const SIZE: usize = 60_000;

fn main() {
    divan::main();
}

/// A page with the three tables of a form and prose up to its size.
fn page() -> String {
    let form = Edition::E2021.form();
    let mut page =
        String::from("<!DOCTYPE html><html><head><meta charset=utf-8></head><body><div id=zoom>");
    paragraph(&mut page, "环县人民政府2023年政府信息公开工作年度报告");
    for (section, numeral) in form.sections.iter().zip("一二三四五六".chars()) {
        paragraph(&mut page, &format!("{numeral}、{}", section.title));
        if let Some(of) = &section.table {
            table(&mut page, of);
        }
    }
    while page.len() < SIZE {
        paragraph(
            &mut page,
            "2024年，继续完善栏目设置，依法办理政府信息公开申请，全年公开各类信息1,234条。",
        );
    }
    page + "</div></body></html>"
}

fn paragraph(page: &mut String, words: &str) {
    let _ = writeln!(
        page,
        "<p class=\"MsoNormal\" style=\"text-indent:32.0000pt\"><span style=\"font-family:仿宋\">{words}</span></p>"
    );
}

fn table(page: &mut String, table: &'static Table) {
    page.push_str("<table class=\"MsoTableGrid\" border=\"1\"><tbody>");
    for (at, row) in table.grid().rows.iter().enumerate() {
        page.push_str("<tr>");
        for cell in &row.cells {
            let words = match &cell.content {
                GridContent::Value(_) => at.to_string(),
                GridContent::Heading(words)
                | GridContent::Corner(words)
                | GridContent::ColumnLabel(words)
                | GridContent::RowLabel(words) => words.clone(),
            };
            let _ = writeln!(
                page,
                "<td rowspan=\"{}\" colspan=\"{}\" style=\"width:56px\"><p align=\"center\"><span>{words}</span></p></td>",
                cell.row_span, cell.column_span
            );
        }
        page.push_str("</tr>");
    }
    page.push_str("</tbody></table>");
}

/// The whole way from bytes to a draft.
#[divan::bench]
fn import_of_a_page(bencher: Bencher) {
    let page = page();
    bencher
        .counter(BytesCount::of_str(&page))
        .bench(|| read(black_box(page.as_bytes()), Format::Html));
}

/// The limit to compare with: a tree of the page, and nothing read from it.
#[divan::bench]
fn tree_of_the_page(bencher: Bencher) {
    let page = page();
    bencher
        .counter(BytesCount::of_str(&page))
        .bench(|| scraper::Html::parse_document(black_box(&page)));
}
