//! Layouts of real pages, generated from the form's own grid.

pub mod changed;
pub mod html;
pub mod lines;
pub mod pipes;

use nianbao_domain::form::{GridCell, GridContent, Table};

use crate::figures::Figures;

/// What a cell of the grid shows.
pub fn words(cell: &GridCell, figures: &Figures) -> String {
    match &cell.content {
        GridContent::Value(cell) => figures.text(*cell).to_owned(),
        GridContent::Heading(words)
        | GridContent::Corner(words)
        | GridContent::ColumnLabel(words)
        | GridContent::RowLabel(words) => words.clone(),
    }
}

pub fn is_value(cell: &GridCell) -> bool {
    matches!(cell.content, GridContent::Value(_))
}

/// The grid with every place filled: `fill` makes the words of a covered place from the cell's.
pub fn filled(
    table: &'static Table,
    figures: &Figures,
    fill: impl Fn(&str) -> String,
) -> Vec<Vec<String>> {
    let grid = table.grid();
    let mut places: Vec<Vec<Option<String>>> = vec![vec![None; grid.width]; grid.rows.len()];
    for (row, cells) in grid.rows.iter().enumerate() {
        for cell in &cells.cells {
            let column = places[row].iter().position(Option::is_none).unwrap();
            let words = words(cell, figures);
            for covered in &mut places[row..row + cell.row_span] {
                for place in &mut covered[column..column + cell.column_span] {
                    *place = Some(fill(&words));
                }
            }
            places[row][column] = Some(words);
        }
    }
    places.into_iter().map(|row| row.into_iter().map(Option::unwrap).collect()).collect()
}
