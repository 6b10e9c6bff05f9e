//! The kinds of faults that are injected into clean reports.

pub mod disclosure;
pub mod document;
pub mod proceedings;
pub mod requests;
pub mod statement;
pub mod years;

use nianbao_domain::form::{CellId, TableId};
use nianbao_domain::sheet::Cell;

use crate::pair::Pair;
use crate::random::Random;

/// A kind of fault.
pub struct Fault {
    pub name: &'static str,
    /// Puts it into the present report; none where the report offers no place for it.
    pub inject: fn(&mut Pair, &mut Random) -> Option<Injected>,
}

/// What was done, and which rules are to see it.
pub struct Injected {
    /// One of these codes has to be raised at least.
    pub codes: &'static [&'static str],
    /// The one cell of table 3 that was changed, with its right number.
    pub cell: Option<(CellId, i64)>,
}

/// Every kind.
pub fn faults() -> impl Iterator<Item = &'static Fault> {
    let kinds = [
        requests::KINDS,
        proceedings::KINDS,
        disclosure::KINDS,
        years::KINDS,
        statement::KINDS,
        document::KINDS,
    ];
    kinds.into_iter().flatten()
}

fn seen_by(codes: &'static [&'static str]) -> Option<Injected> {
    Some(Injected { codes, cell: None })
}

/// A cell of a table, at random.
fn any_cell(pair: &Pair, table: TableId, random: &mut Random) -> CellId {
    let cells: Vec<_> = pair.present.sheet.layout().table_cells(table).collect();
    *random.pick(&cells)
}

fn number(pair: &Pair, cell: CellId) -> i64 {
    pair.present.sheet.number(cell).unwrap()
}

fn put(pair: &mut Pair, cell: CellId, number: i64) {
    pair.present.sheet.set(cell, Cell::Number(number)).unwrap();
}
