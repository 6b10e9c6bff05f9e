//! How long the import of a page takes, beside the mere parsing of the same page into a tree, and
//! beside BeautifulSoup taking the same cells out of it, where Python has it.

use std::fmt::Write;
use std::io::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nianbao_document::{Format, read};
use nianbao_domain::form::{Edition, GridContent, Table};

/// As large as the page of a county with its word processor's markup.
const SIZE: usize = 60_000;

fn main() {
    beside_beautifulsoup();
    divan::main();
}

/// Says how often our import is as fast as BeautifulSoup; at least ten times is wanted.
#[expect(clippy::print_stdout, reason = "a bench says what it measured")]
fn beside_beautifulsoup() {
    let page = page();
    let Some(said) = beautifulsoup(&page) else {
        println!("beautifulsoup: skipped, Python has no bs4 (pip install beautifulsoup4 lxml)");
        return;
    };
    let (ours, numbers) = fastest_import(page.as_bytes());
    for line in said.lines() {
        let mut words = line.split(' ');
        let (Some(parser), Some(Ok(theirs)), Some(Ok(found))) = (
            words.next(),
            words.next().map(str::parse::<f64>),
            words.next().map(str::parse::<usize>),
        ) else {
            continue;
        };
        println!(
            "beautifulsoup with {parser}: {:.2} ms, {found} numbers; import: {:.2} ms, {numbers} numbers; \
             {:.1} times as fast (at least 10 wanted)",
            theirs * 1e3,
            ours.as_secs_f64() * 1e3,
            theirs / ours.as_secs_f64()
        );
    }
}

fn beautifulsoup(page: &str) -> Option<String> {
    const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/beautifulsoup.py");
    let mut file = tempfile::NamedTempFile::new().ok()?;
    file.write_all(page.as_bytes()).ok()?;
    let run = Command::new("python3").arg(SCRIPT).arg(file.path()).arg("20").output().ok()?;
    run.status.success().then(|| String::from_utf8_lossy(&run.stdout).into_owned())
}

/// The fastest of many imports, and how many numbers it has.
fn fastest_import(page: &[u8]) -> (Duration, usize) {
    let mut fastest = (Duration::MAX, 0);
    for _ in 0..200 {
        let start = Instant::now();
        let draft = black_box(read(black_box(page), Format::Html));
        let took = start.elapsed();
        let numbers = draft.map_or(0, |draft| {
            draft.content.sheet.cells().filter(|(_, said)| said.number().is_some()).count()
        });
        fastest = fastest.min((took, numbers));
    }
    fastest
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
