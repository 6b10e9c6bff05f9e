//! Which label of a printed grid names which line or column.

use std::collections::BTreeMap;

use nianbao_domain::form::GridContent;

use crate::drawing::Placed;

/// The codes of the labels of a placed grid, by the number of the label's cell.
///
/// The label of a column is the one directly above its values. The label of a line is the last one
/// before them in their row; where lines stand side by side, the next label above the column's.
pub fn codes(cells: &[(Placed, &GridContent)]) -> BTreeMap<usize, &'static str> {
    let mut codes = BTreeMap::new();
    for (place, content) in cells {
        let GridContent::Value(cell) = content else { continue };
        let mut above = labels_above(cells, place);
        let column = above.next();
        let line = line_before(cells, place).or_else(|| above.next());
        codes.extend(column.map(|at| (at, cell.column.code())));
        codes.extend(line.map(|at| (at, cell.line.code())));
    }
    codes
}

/// The labels of columns above a place, the nearest first.
fn labels_above<'a>(
    cells: &'a [(Placed, &GridContent)],
    place: &'a Placed,
) -> impl Iterator<Item = usize> + 'a {
    let is_label = |content: &GridContent| matches!(content, GridContent::ColumnLabel(_));
    let covers = |it: &Placed| (it.column..it.column + it.columns).contains(&place.column);
    let cells = cells.iter().enumerate().rev();
    let above = move |(at, (it, content)): (usize, &(Placed, &GridContent))| {
        (is_label(content) && it.row < place.row && covers(it)).then_some(at)
    };
    cells.filter_map(above)
}

/// The last label of a line in the row of a place.
fn line_before(cells: &[(Placed, &GridContent)], place: &Placed) -> Option<usize> {
    let is_label = |content: &GridContent| matches!(content, GridContent::RowLabel(_));
    let in_row = |it: &Placed| (it.row..it.row + it.rows).contains(&place.row);
    let labels =
        cells.iter().enumerate().filter(|(_, (it, content))| is_label(content) && in_row(it));
    labels.max_by_key(|(_, (it, _))| it.column).map(|(at, _)| at)
}
