//! How long the import of a Word file and of a workbook takes, each with a whole report.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nianbao_document::{Draft, Format, read};
use nianbao_domain::form::{Edition, GridCell, GridContent, Table};
use zip::write::{SimpleFileOptions, ZipWriter};

/// As much text as the report of a county has beside its tables, in bytes.
const PROSE: usize = 20_000;
const SENTENCE: &str =
    "2024年，继续完善栏目设置，依法办理政府信息公开申请，全年公开各类信息1,234条。";
const TITLE: &str = "环县人民政府2023年政府信息公开工作年度报告";

fn main() {
    divan::main();
}

/// The title, the headings with the tables, and the prose, through two functions.
fn report(mut line: impl FnMut(&str), mut table: impl FnMut(&'static Table)) {
    let paragraphs = PROSE / SENTENCE.len() / 6;
    line(TITLE);
    for (section, numeral) in Edition::E2021.form().sections.iter().zip("一二三四五六".chars())
    {
        line(&format!("{numeral}、{}", section.title));
        match &section.table {
            Some(of) => table(of),
            None => (0..paragraphs * 2).for_each(|_| line(SENTENCE)),
        }
    }
}

fn words(cell: &GridCell) -> String {
    match &cell.content {
        GridContent::Value(_) => "12".to_owned(),
        GridContent::Heading(words)
        | GridContent::Corner(words)
        | GridContent::ColumnLabel(words)
        | GridContent::RowLabel(words) => words.clone(),
    }
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let _ = zip.start_file(*name, SimpleFileOptions::default());
        let _ = zip.write_all(text.as_bytes());
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn paragraph(words: &str) -> String {
    format!(
        "<w:p w:rsidR=\"00A77427\" w:rsidRDefault=\"00A77427\"><w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/>\
         <w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:rPr><w:rFonts w:ascii=\"仿宋_GB2312\"/></w:rPr></w:pPr>\
         <w:r><w:rPr><w:rFonts w:ascii=\"仿宋_GB2312\" w:eastAsia=\"仿宋_GB2312\" w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/>\
         <w:szCs w:val=\"32\"/></w:rPr><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn word_table(table: &'static Table) -> String {
    let grid = table.grid();
    let mut below: Vec<(usize, usize)> = vec![(0, 1); grid.width];
    let mut markup = String::from("<w:tbl>");
    for row in &grid.rows {
        let (mut cells, mut column) = (row.cells.iter(), 0);
        markup.push_str("<w:tr>");
        while column < grid.width {
            let (left, wide) = below[column];
            let (span, merge, words) = if left > 0 {
                below[column].0 -= 1;
                (wide, "<w:vMerge/>", String::new())
            } else {
                let Some(cell) = cells.next() else { break };
                below[column] = (cell.row_span - 1, cell.column_span);
                (cell.column_span, "<w:vMerge w:val=\"restart\"/>", words(cell))
            };
            let _ = write!(
                markup,
                "<w:tc><w:tcPr><w:tcW w:w=\"936\" w:type=\"dxa\"/><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr>{}</w:tc>",
                paragraph(&words)
            );
            column += span;
        }
        markup.push_str("</w:tr>");
    }
    markup + "</w:tbl>"
}

fn word() -> Vec<u8> {
    let body = std::cell::RefCell::new(String::new());
    report(
        |words| body.borrow_mut().push_str(&paragraph(words)),
        |table| body.borrow_mut().push_str(&word_table(table)),
    );
    let document = format!("<w:document><w:body>{}</w:body></w:document>", body.into_inner());
    package(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)])
}

/// Rows of a worksheet, and the strings that its cells share.
#[derive(Default)]
struct Sheet {
    rows: String,
    strings: String,
    count: usize,
    number: usize,
}

impl Sheet {
    fn row(&mut self, cells: impl Iterator<Item = (usize, String)>) {
        self.number += 1;
        let _ = write!(
            self.rows,
            "<row r=\"{}\" spans=\"1:10\" ht=\"27\" customHeight=\"1\">",
            self.number
        );
        for (column, words) in cells {
            let place = format!("{}{}", char::from(b'A' + column as u8), self.number);
            if words.bytes().all(|byte| byte.is_ascii_digit()) {
                let _ = write!(self.rows, "<c r=\"{place}\" s=\"4\"><v>{words}</v></c>");
            } else {
                let _ = write!(self.strings, "<si><t>{words}</t><phoneticPr fontId=\"1\"/></si>");
                let _ =
                    write!(self.rows, "<c r=\"{place}\" s=\"3\" t=\"s\"><v>{}</v></c>", self.count);
                self.count += 1;
            }
        }
        self.rows.push_str("</row>");
    }

    fn table(&mut self, table: &'static Table) {
        let grid = table.grid();
        let mut below = vec![0; grid.width];
        for row in &grid.rows {
            let (mut cells, mut column, mut said) = (row.cells.iter(), 0, Vec::new());
            while column < grid.width {
                if below[column] > 0 {
                    below[column] -= 1;
                    column += 1;
                    continue;
                }
                let Some(cell) = cells.next() else { break };
                below[column..column + cell.column_span].fill(cell.row_span - 1);
                said.push((column, words(cell)));
                column += cell.column_span;
            }
            self.row(said.into_iter());
        }
    }
}

fn workbook() -> Vec<u8> {
    let sheet = std::cell::RefCell::new(Sheet::default());
    report(
        |words| sheet.borrow_mut().row(std::iter::once((0, words.to_owned()))),
        |table| sheet.borrow_mut().table(table),
    );
    let Sheet { rows, strings, .. } = sheet.into_inner();
    package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheet name=\"a\" r:id=\"a\"/></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<R><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"a.xml\"/>\
             <Relationship Id=\"s\" Type=\"/sharedStrings\" Target=\"s.xml\"/></R>",
        ),
        ("xl/s.xml", &format!("<sst>{strings}</sst>")),
        ("xl/a.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

/// A benchmark measures what it says only if the whole report is read.
fn bench(bencher: Bencher<'_, '_>, bytes: &[u8], format: Format) {
    let is_whole = |draft: &Draft| draft.content.narrative.sections.len() == 6;
    let read_now = || read(black_box(bytes), format);
    assert!(read_now().is_ok_and(|draft| is_whole(&draft)), "a part of the report is not read");
    bencher.counter(BytesCount::of_slice(bytes)).bench(read_now);
}

/// From the bytes of a Word file to a draft; the limit is 3 ms.
#[divan::bench]
fn import_of_a_word_file(bencher: Bencher<'_, '_>) {
    bench(bencher, &word(), Format::Docx);
}

/// From the bytes of a workbook to a draft; the limit is 2 ms.
#[divan::bench]
fn import_of_a_workbook(bencher: Bencher<'_, '_>) {
    bench(bencher, &workbook(), Format::Xlsx);
}
