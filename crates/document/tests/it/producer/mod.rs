//! PDF files as the programs that matter write them.

mod content;
mod file;
mod typesetting;

use nianbao_document::Format;
use nianbao_domain::form::Table;

use crate::article::Layout;
use crate::figures::Figures;
use crate::layout::words;
use typesetting::Page;

/// How the codes of strings are made.
#[derive(Clone, Copy, PartialEq)]
pub enum Codes {
    /// Numbers of glyphs in two bytes, with a map to Unicode: Word, WPS, typst.
    Glyphs,
    /// Fonts of at most 255 glyphs, one byte each, with a map to Unicode: LibreOffice.
    Subsets,
    /// GBK, without a map: fonts that are not embedded.
    Gbk,
    /// UTF-16, without a map.
    Utf16,
    /// Numbers of glyphs, and nobody says what they are.
    Unknown,
}

/// How ruling lines are drawn.
#[derive(Clone, Copy, PartialEq)]
pub enum Lines {
    /// Each edge of each cell a thin filled rectangle: Word.
    Rectangles,
    /// Each edge of each cell a stroke.
    Strokes,
    /// Each cell a stroked rectangle, a little apart from the next.
    Boxes,
    /// None.
    Nothing,
}

/// A program that writes PDF files.
#[derive(Clone, Copy)]
pub struct Producer {
    pub codes: Codes,
    pub lines: Lines,
    /// Whether each character is placed by itself.
    pub each_character: bool,
    /// Whether the coordinates count downwards.
    pub flipped: bool,
    /// Whether the content lies on its side, on a page that is turned.
    pub turned: bool,
    /// Whether everything is compressed and objects stand in streams.
    pub compressed: bool,
    /// Whether the file is encrypted.
    pub encrypted: bool,
    /// The password that it opens with.
    pub password: &'static str,
    /// Whether the text is invisible, as over the picture of a scan.
    pub invisible: bool,
    /// Whether the rows that head a table stand on each of its pages.
    pub repeated_head: bool,
    /// Whether pages are numbered.
    pub page_numbers: bool,
}

pub const WORD: Producer = Producer {
    codes: Codes::Glyphs,
    lines: Lines::Rectangles,
    each_character: true,
    flipped: false,
    turned: false,
    compressed: true,
    encrypted: false,
    password: "",
    invisible: false,
    repeated_head: false,
    page_numbers: true,
};

pub const TYPST: Producer = Producer {
    lines: Lines::Strokes,
    each_character: false,
    flipped: true,
    repeated_head: true,
    ..WORD
};

pub const LIBRE_OFFICE: Producer = Producer {
    codes: Codes::Subsets,
    lines: Lines::Boxes,
    each_character: false,
    compressed: false,
    ..WORD
};

/// Producers with the name of each.
pub fn ruled() -> Vec<(&'static str, Producer)> {
    vec![
        ("word", WORD),
        ("typst", TYPST),
        ("libre office", LIBRE_OFFICE),
        ("gbk", Producer { codes: Codes::Gbk, ..WORD }),
        ("utf-16", Producer { codes: Codes::Utf16, ..TYPST }),
        ("turned", Producer { turned: true, ..WORD }),
        ("encrypted", Producer { encrypted: true, ..TYPST }),
        ("invisible", Producer { invisible: true, ..TYPST }),
    ]
}

/// What stands between the parts of an article while it is put together.
const PARAGRAPH: char = '\u{1}';
const TABLE: char = '\u{2}';
const ROW: char = '\u{3}';
const CELL: char = '\u{4}';

impl Layout for Producer {
    fn paragraph(&self, words: &str) -> String {
        format!("{PARAGRAPH}{words}")
    }

    fn table(&self, table: &'static Table, figures: &Figures) -> String {
        let mut text = String::from(TABLE);
        for row in table.grid().rows {
            text.push(ROW);
            for cell in &row.cells {
                let words = words(cell, figures);
                text.push_str(&format!("{CELL}{} {} {words}", cell.row_span, cell.column_span));
            }
        }
        text
    }

    fn page(&self, body: &str) -> Vec<u8> {
        file::write(&typesetting::pages(body, self), self)
    }

    fn format(&self) -> Format {
        Format::Pdf
    }
}

/// A file with these lines, each at its place from the left and from the top.
pub fn of_lines(producer: &Producer, pages: &[&[(f32, f32, &str)]]) -> Vec<u8> {
    let page = |lines: &&[(f32, f32, &str)]| -> Page {
        lines.iter().map(|(x, y, text)| typesetting::text(*x, *y, 12.0, text)).collect()
    };
    file::write(&pages.iter().map(page).collect::<Vec<_>>(), producer)
}
