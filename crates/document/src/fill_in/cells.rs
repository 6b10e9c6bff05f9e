//! The cells of the tables: what may be filled in, and what is computed.

use nianbao_domain::form::{CellId, Edition, Line, Measure};
use nianbao_domain::sheet::Sheet;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, Worksheet, XlsxError,
};

use super::hint::{labels, wanted};
use crate::printed::xlsx::{Places, Style, ValuePlace, totals_of};

/// Writes a cell: what was carried over, a total that computes itself, or one to be filled in.
pub(super) fn write(
    worksheet: &mut Worksheet,
    style: &Style,
    place: ValuePlace,
    cell: CellId,
    places: &Places,
    known: &Sheet,
) -> Result<(), XlsxError> {
    let ValuePlace { row, column } = place;
    if let Some(total) = totals_of(known, cell).next() {
        let parts = places.range(&total.equation.right);
        let formula = Formula::new(format!("=IF(COUNT({parts})=0,\"\",SUM({parts}))"));
        let sum: Option<i64> = known.number(cell);
        let result = sum.map(|sum| sum.to_string()).unwrap_or_default();
        worksheet.write_formula_with_format(
            row,
            column,
            formula.set_result(result),
            &style.value,
        )?;
        return Ok(());
    }
    match known.number(cell) {
        // Counts of requests are far below the digits that a workbook keeps.
        Some(number) if cell.line == Line::CarriedOver => {
            worksheet.write_number_with_format(row, column, number as f64, &style.value)?;
        }
        _ => {
            worksheet.write_blank(row, column, &style.input)?;
            let validation = validation(known.edition(), cell)?;
            worksheet.add_data_validation(row, column, row, column, &validation)?;
        }
    }
    Ok(())
}

/// The longest hint that a workbook shows, in characters.
const LONGEST_HINT: usize = 255;

/// What may be entered, and the hint beside the cell. Anything else needs a confirmation, since
/// `/` says rightly that a cell does not apply.
fn validation(edition: Edition, cell: CellId) -> Result<DataValidation, XlsxError> {
    let rule = match cell.measure() {
        Measure::Count => {
            let rule = DataValidationRule::GreaterThanOrEqualTo(0);
            DataValidation::new().allow_whole_number(rule)
        }
        Measure::SignedCount => {
            let rule = DataValidationRule::Between(-i32::MAX, i32::MAX);
            DataValidation::new().allow_whole_number(rule)
        }
        Measure::Money(_) => {
            let rule = DataValidationRule::GreaterThanOrEqualTo(0.0);
            DataValidation::new().allow_decimal_number(rule)
        }
    };
    let (labels, wanted) = (labels(edition, cell), wanted(cell));
    let hint: String = format!("{labels}\n{wanted}；不适用的填“/”，没有发生的填 0")
        .chars()
        .take(LONGEST_HINT)
        .collect();
    rule.set_input_message(hint)?
        .set_error_title("请核对")?
        .set_error_message(format!("应为{wanted}。确实不适用而填“/”的，请选“是”。"))
        .map(|it| it.set_error_style(DataValidationErrorStyle::Warning))
}
