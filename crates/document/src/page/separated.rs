//! Worksheets written as text: a row a line, with commas, semicolons or tabs between the cells.

use csv::{Position, ReaderBuilder, StringRecord, Terminator};
use nianbao_domain::evidence::PlacedText;

use super::budget::TextBudget;
use super::grid::GridBuilder;
use super::unwrap::unwrap;
use super::{Block, Page};
use crate::lexicon::Term;
use crate::value::{is_meant_as_value, trim};
use crate::{CsvProblem, MAX_CELLS, MAX_LINES, MAX_TEXT, ReadError};

/// What separates cells, the most usual first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// So much of a text is looked at to tell its separator, in bytes.
const SNIFFED: usize = 8192;

/// Reads such text. A row with words in one cell only is a line of the report, unless they are a
/// label or a value.
pub(crate) fn read(text: &str) -> Result<Page, ReadError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > MAX_TEXT {
        return Err(ReadError::TooMuchText { limit: MAX_TEXT });
    }
    // Told apart by one character, lines are counted right where they end with two.
    let end = if text.contains('\n') { b'\n' } else { b'\r' };
    let mut records = ReaderBuilder::new()
        .terminator(Terminator::Any(end))
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let (mut reader, mut record) = (Reader::default(), StringRecord::new());
    loop {
        let line = records.position().line();
        let failed = ReadError::Csv { line, problem: CsvProblem::Malformed };
        if !records.read_record(&mut record).map_err(|_| failed)? {
            break;
        }
        let line = record.position().map_or(line, Position::line);
        reader.record(&record, u32::try_from(line).unwrap_or(u32::MAX))?;
    }
    reader.end_table()?;
    Ok(Page { blocks: reader.blocks, ..Page::default() })
}

fn separator(text: &str) -> u8 {
    let sample = &text.as_bytes()[..text.len().min(SNIFFED)];
    let count = |separator: &u8| sample.iter().filter(|byte| *byte == separator).count();
    let most = SEPARATORS.iter().rev().max_by_key(|separator| count(separator));
    most.copied().unwrap_or(b',')
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    table: GridBuilder,
    in_table: bool,
    rows: usize,
    cells: usize,
    words: TextBudget,
}

impl Reader {
    fn record(&mut self, record: &StringRecord, line: u32) -> Result<(), ReadError> {
        self.rows += 1;
        if self.rows > MAX_LINES {
            return Err(ReadError::TooManyLines { limit: MAX_LINES });
        }
        self.cells += record.len();
        if self.cells > MAX_CELLS {
            return Err(ReadError::TooManyCells { limit: MAX_CELLS });
        }
        let mut with_words = record.iter().map(trim).filter(|words| !words.is_empty());
        match (with_words.next(), with_words.next()) {
            (None, _) => Ok(()),
            (Some(words), None) if Term::of(words).is_none() && !is_meant_as_value(words) => {
                self.end_table()?;
                self.words.take(words)?;
                self.words.take_line()?;
                let line = |text: &str| Block::Line(PlacedText { line, text: text.to_owned() });
                self.blocks.extend(words.lines().map(trim).filter(|it| !it.is_empty()).map(line));
                Ok(())
            }
            _ => self.row(record, line),
        }
    }

    fn row(&mut self, record: &StringRecord, line: u32) -> Result<(), ReadError> {
        self.in_table = true;
        self.table.begin_row()?;
        for cell in record {
            self.words.take(cell)?;
            self.table.add(trim(cell).to_owned(), line, (1, 1))?;
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), ReadError> {
        if std::mem::take(&mut self.in_table) {
            unwrap(std::mem::take(&mut self.table).finish()?, &mut self.blocks);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Vec<String> {
        let shown = |block: &Block| match block {
            Block::Line(line) => format!("{}:{}", line.line, line.text),
            Block::Table(grid) => format!("{}x{}", grid.width(), grid.height()),
        };
        read(text).unwrap().blocks.iter().map(shown).collect()
    }

    #[test]
    fn rows_are_tables_and_words_alone_are_lines() {
        let text = "标题,,\r\n\"一、总体情况\",,\n规章,2,\"1,234\"\n总计,,\n,,\n字。";
        assert_eq!(shape(text), ["1:标题", "2:一、总体情况", "3x2", "6:字。"]);
    }

    #[test]
    fn cells_may_be_separated_otherwise() {
        assert_eq!(shape("规章;2;3\n规范性文件;4;5"), ["3x2"]);
        assert_eq!(shape("规章\t2\t3"), ["3x1"]);
    }
}
