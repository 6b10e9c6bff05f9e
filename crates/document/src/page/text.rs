//! Plain text, as copied from a page or extracted from a document.

use nianbao_domain::evidence::PlacedText;

use super::budget::TextBudget;
use super::front_matter;
use super::pipes::{self, Row};
use super::reference::decoded;
use super::unwrap::unwrap;
use super::{Block, Meta, Page};
use crate::recognition::page_number::page_number;
use crate::value::trim;
use crate::{MAX_CELLS, MAX_LINES, ReadError};

/// Reads text; lines keep the numbers that they have in the file.
pub(crate) fn read(text: &str) -> Result<Page, ReadError> {
    let mut reader = TextReader::default();
    // Lines of old word processors end with a carriage return alone.
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let lines = || text.split([end]);
    let (identity, above) = front_matter::read(lines());
    let next = lines().skip(above + 1).chain([""]);
    for ((at, line), next) in lines().enumerate().skip(above).zip(next) {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        match next.starts_with(FORM_FEED) && page_number(line).is_some() {
            true => reader.page_number(line, number)?,
            false => reader.line(line, number)?,
        }
    }
    reader.end_table()?;
    let meta = Meta { identity, ..Meta::default() };
    Ok(Page { meta, blocks: reader.blocks, chrome: reader.chrome, ..Page::default() })
}

/// What the text of a printed page ends with; its number stands before it.
const FORM_FEED: char = '\u{c}';

#[derive(Default)]
struct TextReader<'a> {
    blocks: Vec<Block>,
    chrome: Vec<PlacedText>,
    rows: Vec<Row<'a>>,
    lines: usize,
    words: TextBudget,
    cells: usize,
}

impl<'a> TextReader<'a> {
    fn line(&mut self, text: &'a str, line: u32) -> Result<(), ReadError> {
        let words = trim(text);
        if words.is_empty() || pipes::is_border(words) {
            return Ok(());
        }
        self.count_line()?;
        self.words.take(words)?;
        self.words.take_line()?;
        self.cells += pipes::separators(text);
        if self.cells > MAX_CELLS {
            return Err(ReadError::TooManyCells { limit: MAX_CELLS });
        }
        match Row::of(text, line) {
            Some(row) => self.rows.push(row),
            None => {
                self.end_table()?;
                let text = decoded(without_heading_mark(words)).into_owned();
                self.blocks.push(Block::Line(PlacedText { line, text }));
            }
        }
        Ok(())
    }

    fn page_number(&mut self, text: &str, line: u32) -> Result<(), ReadError> {
        self.count_line()?;
        self.chrome.push(PlacedText { line, text: trim(text).to_owned() });
        Ok(())
    }

    fn count_line(&mut self) -> Result<(), ReadError> {
        self.lines += 1;
        match self.lines > MAX_LINES {
            true => Err(ReadError::TooManyLines { limit: MAX_LINES }),
            false => Ok(()),
        }
    }

    fn end_table(&mut self) -> Result<(), ReadError> {
        match pipes::table(std::mem::take(&mut self.rows))? {
            Ok(grid) => unwrap(grid, &mut self.blocks),
            Err(rows) => rows.into_iter().for_each(|row| self.one_cell_a_line(&row)),
        }
        Ok(())
    }

    fn one_cell_a_line(&mut self, row: &Row<'_>) {
        for words in row.words() {
            let text = decoded(words).into_owned();
            self.blocks.push(Block::Line(PlacedText { line: row.line, text }));
        }
    }
}

/// The words of a heading of Markdown: `## 一、总体情况`.
fn without_heading_mark(words: &str) -> &str {
    let behind = words.trim_start_matches('#');
    let is_heading = (1..=6).contains(&(words.len() - behind.len())) && behind.starts_with(' ');
    if is_heading { trim(behind) } else { words }
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
    fn lines_keep_their_numbers_and_blank_ones_vanish() {
        assert_eq!(shape("\n 一 \n\u{a0}\n\t二\n"), ["2:一", "4:二"]);
    }

    #[test]
    fn blank_lines_and_borders_do_not_end_a_table() {
        assert_eq!(shape("前\n|a|b|\n|---|---|\n\n|1|2|\n后"), ["1:前", "2x2", "6:后"]);
    }

    #[test]
    fn the_number_of_a_printed_page_is_no_line_of_it() {
        assert_eq!(shape("规章\n2\n12\n\u{c}3\n4"), ["1:规章", "2:2", "4:3", "5:4"]);
        let page = read("2\n12\n\u{c}").unwrap();
        assert_eq!(page.chrome, [PlacedText { line: 2, text: "12".to_owned() }]);
    }

    #[test]
    fn the_marks_of_markdown_are_no_words() {
        let text = "---\na: b\n---\n# 甲\n## 一、乙 #\n#丙\n&#35; 丁&#124;戊";
        assert_eq!(shape(text), ["4:甲", "5:一、乙 #", "6:#丙", "7:# 丁|戊"]);
    }

    #[test]
    fn separators_between_cells_on_lines_of_their_own_vanish() {
        assert_eq!(shape("规章\n|\n2\n|\n3 |\n||||\n4"), ["1:规章", "3:2", "5:3", "7:4"]);
    }
}
