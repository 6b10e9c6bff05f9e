//! Tables in plain text: rows whose cells are separated by strokes or tabs.

use super::grid::{Grid, GridBuilder};
use super::reference::decoded;
use crate::ReadError;
use crate::value::trim;

/// A line of text with its cells, as far as strokes or tabs separate them. Cells are cut out when
/// they are asked for: there may be millions.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    text: &'a str,
    separates: fn(char) -> bool,
    /// Whether the strokes at its beginning and its end are a frame around its cells.
    is_framed: bool,
    /// How many cells it has, without the frame; a line without separators has one.
    count: usize,
    /// The line of the document.
    pub line: u32,
}

/// Strokes that separate cells, of any width.
const STROKES: [char; 4] = ['|', '｜', '│', '┃'];
/// What borders of text tables are drawn with.
const BORDER: &str = "-+=:|｜│┃─━┌┐└┘├┤┬┴┼╋ ";

impl<'a> Row<'a> {
    /// The cells of a line, if anything separates them.
    pub(super) fn of(text: &'a str, line: u32) -> Option<Self> {
        let separates: fn(char) -> bool = if text.contains(STROKES) {
            |c| STROKES.contains(&c)
        } else if text.trim_start().contains('\t') {
            |c| c == '\t'
        } else {
            return None;
        };
        let count = text.split(separates).count();
        Some(Self { text, separates, is_framed: false, count, line })
    }

    /// The cells.
    fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let cells = self.text.split(self.separates).map(trim);
        cells.skip(usize::from(self.is_framed)).take(self.count)
    }

    /// The cells with words.
    pub(super) fn words(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cells().filter(|cell| !cell.is_empty())
    }

    /// Whether this can only be a row of a table: several cells with words, or one beside two
    /// separators, where `value |` and `|` alone separate cells that stand one on a line.
    fn is_tabular(&self) -> bool {
        let words = self.words().take(2).count();
        words >= 2 || (words == 1 && self.count >= 3)
    }
}

/// How many separators a line has at most.
pub(super) fn separators(text: &str) -> usize {
    text.matches(STROKES).count() + text.matches('\t').count()
}

/// Whether a line is a border of a table and no more.
pub(super) fn is_border(text: &str) -> bool {
    let text = trim(text);
    let strokes = text.chars().filter(|c| "-─━=".contains(*c)).count();
    strokes >= 3
        && text.chars().all(|c| BORDER.contains(c))
        && text.split(STROKES).map(trim).all(|cell| cell.is_empty() || cell.len() >= 3)
}

/// The table that consecutive rows make, or none where they are cells one on a line.
pub(super) fn table(mut rows: Vec<Row<'_>>) -> Result<Result<Grid, Vec<Row<'_>>>, ReadError> {
    let with_words = rows.iter().filter(|row| row.words().next().is_some()).count();
    let tabular = rows.iter().filter(|row| row.is_tabular()).count();
    if tabular == 0 || tabular * 2 < with_words {
        return Ok(Err(rows));
    }
    strip_frame(&mut rows);
    let mut builder = GridBuilder::default();
    // A row of blanks is one where it is as wide as the table; a few separators alone are none.
    let widest = rows.iter().map(|row| row.count).max().unwrap_or(0);
    let is_row = |row: &&Row<'_>| row.words().next().is_some() || row.count == widest;
    for row in rows.iter().filter(is_row) {
        builder.begin_row()?;
        for cell in row.cells() {
            builder.add(decoded(cell).into_owned(), row.line, (1, 1))?;
        }
    }
    Ok(Ok(builder.finish()?))
}

/// Takes off what strokes at the beginning and at the end of every row make: no cells. Where rows
/// have strokes on one side only, the empty cells there may be cells of the table, and stay.
fn strip_frame(rows: &mut [Row<'_>]) {
    let is_empty = |cell: Option<&str>| cell.is_some_and(|cell| trim(cell).is_empty());
    let is_framed = |row: &Row<'_>| {
        let mut cells = row.text.split(row.separates);
        row.count > 2 && is_empty(cells.next()) && is_empty(cells.next_back())
    };
    if rows.iter().all(is_framed) {
        for row in rows {
            row.is_framed = true;
            row.count -= 2;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Grid, usize> {
        let rows = text.lines().zip(1..).filter_map(|(text, line)| Row::of(text, line)).collect();
        table(rows).unwrap().map_err(|rows| rows.len())
    }

    #[test]
    fn rows_make_a_table_with_or_without_a_frame() {
        for text in
            ["规章|2||4\n行政许可|5", "|规章|2||4|\n|行政许可|5|", "规章\t2\t\t4\n行政许可\t5"]
        {
            let grid = read(text).unwrap();
            let texts: Vec<_> = grid.row(0).iter().map(|it| &*it.cell.text).collect();
            assert_eq!(texts, ["规章", "2", "", "4"]);
            assert_eq!(grid.row(1).len(), 2);
        }
    }

    #[test]
    fn cells_one_on_a_line_make_no_table() {
        assert_eq!(read("规章 |\n2 |\n2 |\n||||\n2 |").unwrap_err(), 5);
        assert_eq!(read("|\n|\n|").unwrap_err(), 3);
    }

    #[test]
    fn a_border_is_told_from_a_row_of_strokes() {
        assert!(is_border("|---|:---:|---|"));
        assert!(is_border("├────┼────┤"));
        assert!(!is_border("| - | - | - |"));
        assert!(!is_border("| 规章 | --- |"));
    }
}
