//! The worksheet that computes every total and every balance, beside the figures that were reported.

use nianbao_domain::form::{CellId, Equation, EquationKind, IndexedEquation};
use nianbao_domain::sheet::Sheet;
use rust_xlsxwriter::{Formula, Workbook, XlsxError, utility};

use super::formula::{Places, computed};
use super::sheet_name;
use super::style::{Style, height, prepare};

/// The name of the worksheet, which is no part of the report.
pub(crate) const CHECKS: &str = "校验";

const HEAD: [&str; 6] = ["表", "关系", "左边", "右边", "相差", "结论"];
const WIDTHS: [f64; 6] = [14.0, 70.0, 12.0, 12.0, 12.0, 10.0];
/// How many characters of a relation stand on a line.
const CHARACTERS: usize = 46;

/// Writes the worksheet.
pub(crate) fn write(
    workbook: &mut Workbook,
    style: &Style,
    places: &Places,
    figures: &Sheet,
) -> Result<(), XlsxError> {
    let worksheet = workbook.add_worksheet();
    prepare(worksheet, CHECKS)?;
    worksheet.set_landscape().set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    for ((words, width), column) in HEAD.iter().zip(WIDTHS).zip(0..) {
        worksheet.write_string_with_format(0, column, *words, &style.label)?;
        worksheet.set_column_width(column, width)?;
    }
    for (equation, row) in figures.layout().equations().iter().zip(1..) {
        let check = Check::of(equation, row, places, figures);
        let table = sheet_name(equation.equation.table);
        worksheet.write_string_with_format(row, 0, table, &style.value)?;
        let label = relation(&equation.equation, figures);
        worksheet.write_string_with_format(row, 1, &label, &style.row_label)?;
        worksheet.set_row_height(row, height(&label, CHARACTERS, 14.0))?;
        for (formula, column) in check.formulas().into_iter().zip(2..) {
            worksheet.write_formula_with_format(row, column, formula, &style.value)?;
        }
    }
    Ok(())
}

/// An equation with its two sides.
struct Check {
    row: u32,
    sides: [(String, i64); 2],
}

impl Check {
    fn of(it: &IndexedEquation, row: u32, places: &Places, figures: &Sheet) -> Self {
        let left = (places.sum(&it.equation.left, true), computed(figures, &it.left));
        let right = (places.sum(&it.equation.right, true), computed(figures, &it.right));
        Self { row, sides: [left, right] }
    }

    /// Left, right, difference and verdict, each with its result.
    fn formulas(&self) -> [Formula; 4] {
        let [(left, left_now), (right, right_now)] = &self.sides;
        let difference = left_now - right_now;
        let at = |column| utility::row_col_to_cell(self.row, column);
        let verdict = if difference == 0 { "一致" } else { "不一致" };
        let formula = |words: String, result: String| Formula::new(words).set_result(result);
        [
            formula(format!("={left}"), left_now.to_string()),
            formula(format!("={right}"), right_now.to_string()),
            formula(format!("={}-{}", at(2), at(3)), difference.to_string()),
            formula(format!("=IF({}=0,\"一致\",\"不一致\")", at(4)), verdict.to_owned()),
        ]
    }
}

/// What an equation says, with the labels of the form.
fn relation(equation: &Equation, figures: &Sheet) -> String {
    let path = |cell: CellId| figures.layout().label_path(cell).join("·");
    let whose = equation.left.first().map(|cell| path(*cell)).unwrap_or_default();
    match equation.kind {
        EquationKind::RowTotal(_) => format!("{whose} = 本行各列之和"),
        EquationKind::ColumnTotal(_) => format!("{whose} = 本列各项之和"),
        EquationKind::Balance(_) => {
            let column = equation
                .left
                .first()
                .and_then(|cell| figures.layout().label_path(*cell).last().copied());
            format!("{}：第一项 + 第二项 = 第三项 + 第四项", column.unwrap_or_default())
        }
    }
}
