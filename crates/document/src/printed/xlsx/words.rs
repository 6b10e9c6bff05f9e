//! The worksheets with the words of a report: a paragraph a row, up to the next table.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::style::{Style, height, prepare};

/// Rows that are not yet written.
pub(super) struct Words<'a> {
    rows: Vec<(Kind, &'a str)>,
    /// How many such worksheets there are.
    written: usize,
}

/// What a row of words is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// The title of the worksheet.
    Title,
    /// The heading of a section.
    Heading,
    /// A paragraph.
    Paragraph,
    /// Signature or date.
    Signature,
}

/// The names of the worksheets before and behind the tables; of more, numbers.
const NAMES: [&str; 2] = ["总体情况", "问题及其他"];
/// How wide the column is, in digits: it fits the page whatever font stands in for the workbook's.
pub(crate) const WIDTH: f64 = 78.0;
/// How many characters of a paragraph stand on a line, and of a larger heading.
const CHARACTERS: usize = 31;
const LARGE_CHARACTERS: usize = 20;

impl<'a> Words<'a> {
    /// Begins with the title and the preamble.
    pub(super) fn new(title: &'a str, preamble: &'a [String]) -> Self {
        let mut words = Self { rows: vec![(Kind::Title, title)], written: 0 };
        words.push(Kind::Paragraph, preamble);
        words
    }

    /// Adds a section.
    pub(super) fn add(&mut self, heading: &'a str, paragraphs: &'a [String]) {
        self.rows.push((Kind::Heading, heading));
        self.push(Kind::Paragraph, paragraphs);
    }

    /// Adds signature and date.
    pub(super) fn close(&mut self, closing: &'a [String]) {
        self.push(Kind::Signature, closing);
    }

    fn push(&mut self, kind: Kind, paragraphs: &'a [String]) {
        self.rows.extend(paragraphs.iter().map(|words| (kind, words.as_str())));
    }

    /// Writes what has come together, if anything has.
    pub(super) fn write(
        &mut self,
        workbook: &mut Workbook,
        style: &Style,
    ) -> Result<(), XlsxError> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let worksheet = workbook.add_worksheet();
        let numbered = || format!("文字{}", self.written + 1);
        prepare(
            worksheet,
            &NAMES.get(self.written).map_or_else(numbered, |name| (*name).to_owned()),
        )?;
        worksheet.set_column_width(0, WIDTH)?;
        for ((kind, words), row) in self.rows.drain(..).zip(0..) {
            kind.write(worksheet, style, row, words)?;
        }
        self.written += 1;
        Ok(())
    }
}

impl Kind {
    /// Writes a row of such words.
    pub(crate) fn write(
        self,
        worksheet: &mut Worksheet,
        style: &Style,
        row: u32,
        words: &str,
    ) -> Result<(), XlsxError> {
        worksheet.write_string_with_format(row, 0, words, self.format(style))?;
        worksheet.set_row_height(row, self.height(words))?;
        Ok(())
    }

    /// Stated, since some programs lay out the screen and the paper with different widths.
    fn height(self, words: &str) -> f64 {
        match self {
            Self::Title => height(words, LARGE_CHARACTERS, 26.0),
            Self::Heading => height(words, LARGE_CHARACTERS, 22.0),
            Self::Paragraph | Self::Signature => height(words, CHARACTERS, 17.0),
        }
    }

    fn format(self, style: &Style) -> &Format {
        match self {
            Self::Title => &style.title,
            Self::Heading => &style.heading,
            Self::Paragraph => &style.paragraph,
            Self::Signature => &style.signature,
        }
    }
}
