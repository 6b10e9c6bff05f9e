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
        (Number::Count(count), Measure::Count | Measure::SignedCount) => {
            counted(count, id, at, faults)
        }
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

/// A negative count is for the rules to judge (FMT-002): real pages have them, and a report that was
/// read from one must come back.
fn counted(count: i64, id: CellId, at: &Path<'_>, faults: &mut Faults) -> Option<Cell> {
    if !(-MAX_COUNT..=MAX_COUNT).contains(&count) {
        faults.invalid(
            at,
            format_args!("{count} is out of range: {id} is at most {MAX_COUNT} either way"),
        );
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
