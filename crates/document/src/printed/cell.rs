//! What a cell of the form says, in words that are read as the same again.

use nianbao_domain::form::{CellId, Measure, Unit};
use nianbao_domain::report::Content;
use nianbao_domain::sheet::Cell;

use super::on_one_line;
use crate::value::{NO_UNIT, NOT_APPLICABLE, UNREADABLE};

/// The words in a cell.
pub(super) fn text(content: &Content, cell: CellId) -> String {
    match content.sheet.get(cell) {
        None | Some(Cell::Blank) => String::new(),
        Some(Cell::NotApplicable) => NOT_APPLICABLE.to_owned(),
        Some(Cell::Unreadable) => {
            let said = content.provenance.raw(cell).unwrap_or_default();
            format!("{UNREADABLE}{}", on_one_line(said))
        }
        Some(Cell::Number(_)) => content.sheet.printed_number(cell) + unit(content, cell),
    }
}

/// The unit of an amount, where it is another one than the form prints above.
fn unit(content: &Content, cell: CellId) -> &'static str {
    let Measure::Money(printed) = cell.measure() else { return "" };
    match content.sheet.unit(cell) {
        stated if stated == printed => "",
        Unit::NotStated => NO_UNIT,
        stated => stated.symbol(),
    }
}
