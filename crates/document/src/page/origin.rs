//! Where a table stands in its document, and where a cell stands in it.

use std::fmt;
use std::sync::Arc;

/// Where a table stands in its document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Rows of text between strokes, of which the line says everything.
    #[default]
    Text,
    /// A table of a web page, by its number from 1 in the order in which the tables begin.
    Html { table: u32 },
    /// A table of a word processor's document, numbered so.
    Word { table: u32 },
    /// Cells of a worksheet, in these rows and columns of it, both from 0.
    Worksheet { name: String, rows: Vec<u32>, columns: Vec<u32> },
    /// A table that begins on a page, both numbered from 1; its rows are counted over the pages
    /// that it goes on, without those that head it again.
    Page { page: u32, table: u32 },
}

impl Origin {
    /// Whether cells are counted by the columns of the table, and not one after another in a row.
    pub(super) fn counts_columns(&self) -> bool {
        matches!(self, Self::Worksheet { .. })
    }
}

/// A row of a table, or a cell in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    origin: Arc<Origin>,
    row: u32,
    column: Option<u32>,
}

impl Spot {
    /// A cell by its row and its place in it, both from 0.
    pub(super) fn new(origin: &Arc<Origin>, row: u32, column: u32) -> Self {
        Self { origin: Arc::clone(origin), row, column: Some(column) }
    }

    /// The row that the cell stands in.
    pub(crate) fn of_row(self) -> Self {
        Self { column: None, ..self }
    }
}

/// A path of elements, counted from 1, or the name of a cell of a worksheet; nothing for text.
impl fmt::Display for Spot {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, cell) = (u64::from(self.row) + 1, self.column.map(|it| u64::from(it) + 1));
        let cell_element = match &*self.origin {
            Origin::Text => return Ok(()),
            Origin::Worksheet { name, rows, columns } => {
                let from_one = |of: &[u32], at: u32| of.get(at as usize).map_or(0, |it| it + 1);
                let row = from_one(rows, self.row);
                let letters = self.column.map(|column| letters(from_one(columns, column).into()));
                return write!(to, "{name}!{}{row}", letters.unwrap_or_default());
            }
            Origin::Html { table } => write!(to, "table[{table}]/tr[{row}]").map(|()| "td"),
            Origin::Word { table } => write!(to, "tbl[{table}]/tr[{row}]").map(|()| "tc"),
            Origin::Page { page, table } => {
                write!(to, "page[{page}]/table[{table}]/tr[{row}]").map(|()| "td")
            }
        }?;
        cell.map_or(Ok(()), |cell| write!(to, "/{cell_element}[{cell}]"))
    }
}

/// The name of a column of a worksheet, counted from 1: `A`, `Z`, `AA`.
fn letters(column: u64) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(origin: Origin) -> [String; 2] {
        let spot = Spot::new(&Arc::new(origin), 4, 1);
        [spot.to_string(), spot.of_row().to_string()]
    }

    #[test]
    fn a_place_is_a_path_or_the_name_of_a_cell() {
        assert_eq!(place(Origin::Html { table: 3 }), ["table[3]/tr[5]/td[2]", "table[3]/tr[5]"]);
        assert_eq!(place(Origin::Word { table: 3 }), ["tbl[3]/tr[5]/tc[2]", "tbl[3]/tr[5]"]);
        let page = Origin::Page { page: 2, table: 1 };
        assert_eq!(place(page), ["page[2]/table[1]/tr[5]/td[2]", "page[2]/table[1]/tr[5]"]);
        let (rows, columns) = (vec![0, 1, 2, 3, 4], vec![1, 2]);
        let sheet = Origin::Worksheet { name: "主动公开".to_owned(), rows, columns };
        assert_eq!(place(sheet), ["主动公开!C5", "主动公开!5"]);
        assert_eq!(place(Origin::Text), ["", ""]);
    }

    #[test]
    fn columns_go_on_behind_z() {
        assert_eq!([1, 26, 27, 702, 703].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
