//! Table 4: lines side by side above their columns, and one row of values. Some pages have a table
//! for every line, or one for each kind of proceedings.

use nianbao_domain::form::{Block, CellId, Column, Line, TableId, printed};

use super::header::{Header, HeaderToken};
use crate::lexicon::Meaning;

/// The cells of a table printed across, found in a header.
#[derive(Clone, Debug)]
pub(super) struct Across {
    /// The cells in the order of the form, with the grid column above each where it is known.
    pub cells: Vec<(CellId, Option<usize>)>,
    /// Whether the labels stand in the order of the form.
    pub sequential: bool,
}

/// Whether a header has lines side by side.
pub(super) fn has_lines(header: &Header, table: TableId) -> bool {
    header.tokens().iter().any(|token| line(token, table).is_some())
}

/// The lines of a block that a header shows, in the order of the form.
pub(super) fn lines(header: &Header, table: TableId, block: &'static Block) -> Vec<Line> {
    let shown = |wanted: &Line| header.tokens().iter().any(|it| line(it, table) == Some(*wanted));
    printed(block.rows).into_iter().filter(shown).collect()
}

/// The cells that a header shows, if these are all of its lines.
pub(super) fn cells(header: &Header, table: TableId, block: &'static Block) -> Option<Across> {
    let (lines, columns) = (lines(header, table, block), printed(block.columns));
    let heads: Vec<(Line, &HeaderToken)> =
        header.tokens().iter().filter_map(|token| Some((line(token, table)?, token))).collect();
    let outcomes: Vec<(Column, &HeaderToken)> =
        header.tokens().iter().filter_map(|token| Some((token.column(table)?, token))).collect();
    let all: Vec<CellId> = lines
        .iter()
        .flat_map(|line| columns.iter().map(|column| CellId::new(*line, *column)))
        .collect();
    let order: Vec<Column> = outcomes.iter().map(|(column, _)| *column).collect();
    let wanted: Vec<Column> = all.iter().map(|cell| cell.column).collect();
    let in_order = heads.iter().map(|(line, _)| *line).eq(lines.iter().copied());
    let sequential = order == wanted && in_order;
    let placed = header.is_placed().then(|| by_place(&heads, &outcomes, &all)).flatten();
    match (placed, sequential) {
        (None, false) => None,
        (None, true) => {
            Some(Across { cells: all.into_iter().map(|it| (it, None)).collect(), sequential })
        }
        (Some(cells), sequential) => Some(Across { cells, sequential }),
    }
}

fn line(token: &HeaderToken, table: TableId) -> Option<Line> {
    token.meanings.iter().find_map(|meaning| match meaning {
        Meaning::Line(of, line) if *of == table && token.column(table).is_none() => Some(*line),
        _ => None,
    })
}

/// Every column belongs to the line that begins above it or next to the left of it.
fn by_place(
    heads: &[(Line, &HeaderToken)],
    outcomes: &[(Column, &HeaderToken)],
    all: &[CellId],
) -> Option<Vec<(CellId, Option<usize>)>> {
    let mut starts: Vec<(usize, Line)> =
        heads.iter().map(|(line, token)| (token.first, *line)).collect();
    starts.sort_unstable();
    if starts.windows(2).any(|pair| pair[0].0 == pair[1].0) || outcomes.len() != all.len() {
        return None;
    }
    let mut found: Vec<(CellId, usize)> = Vec::new();
    for (column, token) in outcomes {
        let (_, line) = starts.iter().rev().find(|(start, _)| *start <= token.first)?;
        found.push((CellId::new(*line, *column), token.first));
    }
    let place = |cell: &CellId| {
        let mut places = found.iter().filter(|(known, _)| known == cell).map(|(_, place)| *place);
        match (places.next(), places.next()) {
            (Some(only), None) => Some((*cell, Some(only))),
            _ => None,
        }
    };
    all.iter().map(place).collect()
}
