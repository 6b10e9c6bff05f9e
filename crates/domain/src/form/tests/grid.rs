use std::fmt::Write;

use crate::form::{Edition, Grid, GridContent, TableId};

fn words(content: &GridContent) -> String {
    match content {
        GridContent::Value(cell) => cell.to_string(),
        GridContent::Heading(words)
        | GridContent::Corner(words)
        | GridContent::ColumnLabel(words)
        | GridContent::RowLabel(words) => words.clone(),
    }
}

fn drawn(grid: &Grid) -> String {
    let mut picture = String::new();
    for row in &grid.rows {
        for cell in &row.cells {
            let _ = write!(
                picture,
                "[{} {}x{}] ",
                words(&cell.content),
                cell.row_span,
                cell.column_span
            );
        }
        picture.push('\n');
    }
    picture
}

fn span(edition: Edition, label: &str) -> usize {
    let grid = edition.form().table(TableId::Requests).unwrap().grid();
    let mut cells = grid.rows.iter().flat_map(|row| &row.cells);
    cells.find(|cell| words(&cell.content).starts_with(label)).unwrap().row_span
}

#[test]
fn every_row_of_every_grid_is_as_wide_as_the_grid() {
    for edition in Edition::ALL {
        for table in edition.form().tables() {
            let grid = table.grid();
            let mut widths = vec![0; grid.rows.len()];
            for (at, row) in grid.rows.iter().enumerate() {
                for cell in &row.cells {
                    widths[at..at + cell.row_span]
                        .iter_mut()
                        .for_each(|width| *width += cell.column_span);
                }
            }
            assert!(
                widths.iter().all(|width| *width == grid.width),
                "{edition} {:?} {widths:?}",
                table.id
            );
        }
    }
}

#[test]
fn the_groups_of_table_3_span_the_rows_of_the_official_page() {
    assert_eq!(span(Edition::E2019, "三、本年度办理结果"), 20);
    assert_eq!(span(Edition::E2021, "三、本年度办理结果"), 22);
    for edition in Edition::ALL {
        assert_eq!(["（三）", "（四）", "（五）"].map(|label| span(edition, label)), [8, 3, 5]);
    }
}

#[test]
fn the_grids_are_as_printed() {
    for edition in Edition::ALL {
        for table in edition.form().tables() {
            insta::assert_snapshot!(
                format!("grid_{edition}_{}", table.id.code()),
                drawn(&table.grid())
            );
        }
    }
}
