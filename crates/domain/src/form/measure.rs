//! What a cell measures: a count, a signed change or money; a flow or a stock.

use super::{CellId, Column, Line};

/// The kind of number that a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A count of documents, decisions, requests or cases: never negative.
    Count,
    /// A change against last year, which may be negative (本年增/减).
    SignedCount,
    /// Money, in the unit that the form prints, if it prints one.
    Money(Unit),
}

/// The unit of an amount of money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Not money: a count.
    #[default]
    None,
    /// 元.
    Yuan,
    /// 万元.
    TenThousandYuan,
    /// Money whose unit neither the form nor the page states.
    NotStated,
}

impl Unit {
    /// The unit as written on a page; empty where there is nothing to write.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::TenThousandYuan => "万元",
            Self::None | Self::NotStated => "",
        }
    }
}

/// How a number behaves from year to year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Happened during the year: adds up over years.
    Flow,
    /// Stood at the start of the year: equals last year's closing stock.
    OpeningStock,
    /// Stands at the end of the year.
    ClosingStock,
}

impl CellId {
    /// The kind of number in this cell, the same in every edition.
    pub const fn measure(self) -> Measure {
        match self.column {
            Column::AmountCollected => Measure::Money(Unit::TenThousandYuan),
            Column::ProcurementAmount => Measure::Money(Unit::NotStated),
            Column::NetChange => Measure::SignedCount,
            _ => Measure::Count,
        }
    }

    /// Whether the numbers of several organs add up to that of all of them. Documents in force and
    /// lists of items do not: organs share them, and a government has documents of its own.
    pub const fn adds_up(self) -> bool {
        !matches!(
            self.column,
            Column::InForce
                | Column::TotalDisclosed
                | Column::PreviousYearItems
                | Column::NetChange
        )
    }

    /// Whether the number is a flow or a stock.
    pub const fn nature(self) -> Nature {
        match (self.line, self.column) {
            (Line::CarriedOver, _) | (_, Column::PreviousYearItems) => Nature::OpeningStock,
            (Line::CarriedForward, _) => Nature::ClosingStock,
            (_, Column::InForce | Column::TotalDisclosed | Column::Pending) => Nature::ClosingStock,
            _ => Nature::Flow,
        }
    }
}
