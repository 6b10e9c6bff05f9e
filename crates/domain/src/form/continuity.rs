//! How this year's stocks follow from last year's, read off the tree and the nature of its cells.

use super::table::Block;
use super::{CellId, Column, Line, Nature, node};

/// A stock of this year that follows from one of the year before: `stock` equals `before`, plus
/// `gains`, minus `losses`.
///
/// What stood at the end of last year moves by the flows of this year; what stood at the start of
/// last year by those of last year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Continuity {
    /// The stock of this year.
    pub stock: CellId,
    /// The stock of the year before that it starts from.
    pub before: CellId,
    /// The flows that add to it.
    pub gains: Vec<CellId>,
    /// The flows that take from it.
    pub losses: Vec<CellId>,
    /// Whether it stands in a column that sums up the others of its line.
    pub is_total: bool,
}

/// The flows that move a stock in another column of the same line.
struct Movement {
    stock: Column,
    gains: &'static [Column],
    losses: &'static [Column],
}

/// What the columns of the forms mean. 对外公开总数量 has none: the form of 2019 does not say how
/// many documents were withdrawn.
const MOVEMENTS: [Movement; 2] = [
    Movement { stock: Column::InForce, gains: &[Column::Issued], losses: &[Column::Repealed] },
    Movement { stock: Column::PreviousYearItems, gains: &[Column::NetChange], losses: &[] },
];

/// Which year the flows of a continuity are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowYear {
    /// The year of the stock.
    This,
    /// The year before.
    Before,
}

impl Continuity {
    /// The year whose flows move the stock.
    pub fn flow_year(&self) -> FlowYear {
        match self.before.nature() {
            Nature::OpeningStock => FlowYear::Before,
            Nature::ClosingStock | Nature::Flow => FlowYear::This,
        }
    }

    /// Whether the stock is simply carried over: what stood at the end of last year stands at the
    /// start of this one.
    pub fn is_carried_over(&self) -> bool {
        self.stock.nature() == Nature::OpeningStock && self.before.nature() == Nature::ClosingStock
    }
}

/// The continuities of one block: lines that a balance carries over, then columns that move.
pub(super) fn continuities(block: &'static Block) -> Vec<Continuity> {
    let mut found = carried_over(block);
    for line in node::printed(block.rows) {
        found.extend(MOVEMENTS.iter().filter_map(|it| moved(block, line, it)));
    }
    found
}

/// The opening stock on one side of a balance is the closing stock of last year on the other.
fn carried_over(block: &'static Block) -> Vec<Continuity> {
    let with = |lines: &'static [Line], nature: Nature, column: Column| {
        let mut cells = lines.iter().map(move |line| CellId::new(*line, column));
        cells.find(|cell| cell.nature() == nature)
    };
    let totals: Vec<_> = node::totals(block.columns).into_iter().map(|(total, _)| total).collect();
    let mut found = Vec::new();
    for balance in block.balances {
        for column in node::printed(block.columns) {
            let stock = with(balance.left, Nature::OpeningStock, column);
            let before = with(balance.right, Nature::ClosingStock, column);
            found.extend(stock.zip(before).map(|(stock, before)| Continuity {
                stock,
                before,
                gains: Vec::new(),
                losses: Vec::new(),
                is_total: totals.contains(&column),
            }));
        }
    }
    found
}

fn moved(block: &'static Block, line: Line, movement: &Movement) -> Option<Continuity> {
    let printed = node::printed(block.columns);
    let flows = || movement.gains.iter().chain(movement.losses);
    let all = std::iter::once(&movement.stock).chain(flows()).all(|it| printed.contains(it));
    let cells = |columns: &[Column]| columns.iter().map(|it| CellId::new(line, *it)).collect();
    let stock = CellId::new(line, movement.stock);
    all.then(|| Continuity {
        stock,
        before: stock,
        gains: cells(movement.gains),
        losses: cells(movement.losses),
        is_total: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;

    fn said(edition: Edition) -> Vec<String> {
        let codes = |cells: &[CellId], sign: &str| -> String {
            cells.iter().map(|cell| format!(" {sign} {cell}")).collect()
        };
        let said = |it: &Continuity| {
            let (gains, losses) = (codes(&it.gains, "+"), codes(&it.losses, "-"));
            format!("{} = {}{gains}{losses} {:?}", it.stock, it.before, it.flow_year())
        };
        edition.layout().continuities().iter().map(said).collect()
    }

    #[test]
    fn requests_are_carried_over_in_every_column_and_documents_in_force_roll_forward() {
        let said = said(Edition::E2021);
        assert_eq!(
            said[..3],
            [
                "government_rules.in_force = government_rules.in_force + government_rules.issued - government_rules.repealed This",
                "normative_documents.in_force = normative_documents.in_force + normative_documents.issued - normative_documents.repealed This",
                "carried_over.natural_person = carried_forward.natural_person This",
            ]
        );
        assert_eq!(said.len(), 2 + 7);
    }

    #[test]
    fn items_of_2019_move_by_the_change_of_the_year_before() {
        let said = said(Edition::E2019);
        assert_eq!(said.len(), 5 + 7);
        assert_eq!(
            said[0],
            "administrative_licensing.previous_year_items = administrative_licensing.previous_year_items + administrative_licensing.net_change Before"
        );
    }

    #[test]
    fn one_column_of_the_requests_sums_up_the_others() {
        for edition in Edition::ALL {
            let continuities = edition.layout().continuities();
            let totals: Vec<_> =
                continuities.iter().filter(|it| it.is_total).map(|it| it.stock).collect();
            assert_eq!(totals, [CellId::new(Line::CarriedOver, Column::Applicants)]);
        }
    }
}
