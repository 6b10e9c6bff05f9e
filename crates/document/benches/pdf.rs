//! How long the import of a PDF file takes: a whole report, and files made to take long.

use std::fmt::Write;

use divan::{Bencher, black_box};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use nianbao_document::{Format, read};
use nianbao_domain::form::{Edition, GridContent, Table};

fn main() {
    divan::main();
}

/// Content that is being written, in points from the upper left corner.
struct Press {
    pages: Vec<String>,
    y: f32,
}

impl Press {
    fn room(&mut self, height: f32) {
        if self.y + height > 760.0 {
            self.pages.push(String::new());
            self.y = 80.0;
        }
    }

    fn page(&mut self) -> &mut String {
        if self.pages.is_empty() {
            self.pages.push(String::new());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Places each character by itself, as word processors do.
    fn text(&mut self, x: f32, y: f32, size: f32, words: &str) {
        let mut x = x;
        for c in words.chars() {
            let code: String =
                c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04x}")).collect();
            let _ = writeln!(
                self.page(),
                "BT /F {size} Tf 1 0 0 1 {x} {} Tm <{code}> Tj ET",
                842.0 - y
            );
            x += if c.is_ascii() { size / 2.0 } else { size };
        }
    }

    fn paragraph(&mut self, words: &str) {
        let characters: Vec<char> = words.chars().collect();
        for line in characters.chunks(28) {
            self.room(28.0);
            self.y += 28.0;
            self.text(72.0, self.y, 16.0, &line.iter().collect::<String>());
        }
    }

    fn cell(&mut self, [x, y, wide, tall]: [f32; 4], words: &str) {
        let y = 842.0 - y - tall;
        let _ = writeln!(self.page(), "{x} {y} {wide} 0.5 re f {x} {y} 0.5 {tall} re f");
        let _ = writeln!(self.page(), "{x} {} {wide} 0.5 re f", y + tall);
        let _ = writeln!(self.page(), "{} {y} 0.5 {tall} re f", x + wide);
        self.text(x + 2.0, 842.0 - y - tall + 10.0, 6.0, words);
    }

    fn table(&mut self, table: &'static Table) {
        const TALL: f32 = 16.0;
        let grid = table.grid();
        let mut reaching = vec![0_usize; grid.width];
        let wide = 451.0 / grid.width as f32;
        self.room(TALL * grid.rows.len() as f32);
        for (at, row) in grid.rows.iter().enumerate() {
            let mut column = 0;
            for cell in &row.cells {
                while reaching[column] > 0 {
                    column += 1;
                }
                let words = match &cell.content {
                    GridContent::Value(_) => at.to_string(),
                    GridContent::Heading(words)
                    | GridContent::Corner(words)
                    | GridContent::ColumnLabel(words)
                    | GridContent::RowLabel(words) => words.clone(),
                };
                let (columns, rows) = (cell.column_span, cell.row_span);
                let size = [wide * columns as f32, TALL * rows as f32];
                self.cell([72.0 + wide * column as f32, self.y, size[0], size[1]], &words);
                reaching[column..column + columns].fill(rows);
                column += columns;
            }
            reaching.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
            self.y += TALL;
        }
    }
}

/// A report with 5 KB of narrative and the three tables.
fn report() -> Vec<u8> {
    let mut press = Press { pages: Vec::new(), y: 80.0 };
    press.paragraph("环县人民政府2023年政府信息公开工作年度报告");
    for (section, numeral) in Edition::E2021.form().sections.iter().zip("一二三四五六".chars())
    {
        press.paragraph(&format!("{numeral}、{}", section.title));
        match &section.table {
            Some(table) => press.table(table),
            None => press.paragraph(&"继续完善栏目设置，依法办理申请，公开信息123条。".repeat(24)),
        }
    }
    file(press.pages, true)
}

fn file(contents: Vec<String>, compressed: bool) -> Vec<u8> {
    let mut document = Document::with_version("1.6");
    let widths: Vec<Object> = vec![1.into(), 95.into(), 500.into()];
    let descendant: Vec<Object> = vec![
        document
            .add_object(
                dictionary! { "Type" => "Font", "Subtype" => "CIDFontType2", "W" => widths },
            )
            .into(),
    ];
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "Encoding" => "UniGB-UTF16-H",
        "DescendantFonts" => descendant,
    });
    let tree = document.new_object_id();
    let own = Object::Reference(document.new_object_id());
    let resources = dictionary! {
        "Font" => dictionary! { "F" => font },
        "XObject" => dictionary! { "X" => own.clone() },
    };
    if let Ok(id) = own.as_reference() {
        let form = dictionary! { "Subtype" => "Form", "Resources" => resources.clone() };
        document.set_object(id, Stream::new(form, b"/X Do /X Do".to_vec()));
    }
    let mut kids: Vec<Object> = Vec::new();
    for content in contents {
        let mut stream = Stream::new(Dictionary::new(), content.into_bytes());
        if compressed {
            let _ = stream.compress();
        }
        let content = document.add_object(stream);
        kids.push(
            document.add_object(dictionary! { "Type" => "Page", "Contents" => content }).into(),
        );
    }
    let media: Vec<Object> = vec![0.into(), 0.into(), 595.into(), 842.into()];
    document.set_object(
        tree,
        dictionary! { "Type" => "Pages", "Kids" => kids, "MediaBox" => media, "Resources" => resources },
    );
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    let _ = document.save_modern(&mut bytes);
    bytes
}

/// The whole way from bytes to a draft; the limit is 20 ms.
#[divan::bench]
fn import_of_a_report(bencher: Bencher) {
    let report = report();
    assert!(read(&report, Format::Pdf).is_ok_and(|draft| draft.year.is_some()));
    bencher.bench(|| read(black_box(&report), Format::Pdf));
}

/// Files made to take as long as they may; the limit is 2 s.
#[divan::bench(args = ["forms", "characters", "lines", "objects", "zeros"], sample_count = 3)]
fn hostile(bencher: Bencher, kind: &str) {
    let show = "BT /F 9 Tf 1 0 0 1 9 9 Tm <4e00> Tj ET ";
    let lines = |at: usize| format!("{0} 0 m {0} 800 l S 0 {0} m 590 {0} l S\n", at * 3 % 700);
    let bytes = match kind {
        "forms" => file(vec![format!("{show}{}", "/X Do ".repeat(100_000))], true),
        "characters" => file(vec![show.repeat(450_000)], true),
        "lines" => {
            file(vec![show.to_owned() + &(0..440).map(lines).collect::<String>(); 1_900], true)
        }
        "objects" => {
            let objects: String =
                (0..240_000).map(|at| format!("{at} 0 obj [{at}] endobj ")).collect();
            format!("%PDF-1.7\n{objects}").into_bytes()
        }
        _ => [b"%PDF-1.7\n1 0 obj [".to_vec(), b"0 ".repeat(30 << 20)].concat(),
    };
    bencher.bench(|| read(black_box(&bytes), Format::Pdf).is_ok());
}
