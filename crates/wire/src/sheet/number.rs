//! The number of a cell: a count, or an exact amount of money.

use nianbao_domain::form::{CellId, Measure};
use nianbao_domain::sheet::{Amount, Cell, MAX_COUNT};
use nianbao_proto::v1::cell::Number;

use crate::text::Quoted;
use crate::violation::{Faults, Path};

/// Characters of an amount: more than any that fits, with room for trailing zeros.
const AMOUNT: usize = 40;

/// The name of the field that the number stands in.
pub(super) fn field(number: &Number) -> &'static str {
    match number {
        Number::Count(_) => "count",
        Number::Amount(_) => "amount",
    }
}

/// Reads a number as what the cell measures.
pub(super) fn read(number: Number, id: CellId, at: &Path<'_>, faults: &mut Faults) -> Option<Cell> {
    let at = &at.field(field(&number));
    match (number, id.measure()) {
        (Number::Count(count), Measure::Count) => counted(count, 0, id, at, faults),
        (Number::Count(count), Measure::SignedCount) => counted(count, -MAX_COUNT, id, at, faults),
        (Number::Amount(words), Measure::Money(_)) => amount(&words, at, faults),
        (Number::Count(_), Measure::Money(_)) => {
            faults.invalid(at, format_args!("{id} is money: give `amount`, an exact decimal"));
            None
        }
        (Number::Amount(_), Measure::Count | Measure::SignedCount) => {
            faults.invalid(at, format_args!("{id} is a count: give `count`, an integer"));
            None
        }
    }
}

fn counted(count: i64, least: i64, id: CellId, at: &Path<'_>, faults: &mut Faults) -> Option<Cell> {
    if !(least..=MAX_COUNT).contains(&count) {
        faults.invalid(at, format_args!("{count} is out of range: {id} is {least} to {MAX_COUNT}"));
        return None;
    }
    Some(Cell::Number(count))
}

fn amount(words: &str, at: &Path<'_>, faults: &mut Faults) -> Option<Cell> {
    let refused = |faults: &mut Faults, why: &dyn std::fmt::Display| {
        let expected = "an exact decimal such as 863732.45 is expected, with at most six decimals";
        faults.invalid(at, format_args!("{} is {why}: {expected}", Quoted(words)));
        None
    };
    if words.len() > AMOUNT {
        return refused(faults, &"too long");
    }
    match words.parse() {
        Ok(Amount { millionths }) => Some(Cell::Number(millionths)),
        Err(error) => refused(faults, &error),
    }
}
