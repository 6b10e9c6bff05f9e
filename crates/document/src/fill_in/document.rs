//! The document of a word processor to be filled in.

use nianbao_domain::form::{CellId, Line, Measure};
use nianbao_domain::sheet::Sheet;

use super::hint::{labels, wanted};
use super::{FillIn, TEMPLATE_VERSION};
use crate::docx::{self, DocxError, Field, FieldKind, Filling};
use crate::official::FontNames;
use crate::printed::xlsx::totals_of;

const GUIDE: &str = "填报说明：只有标题下的空行和表格中的灰色区域可以填写。没有发生的填 0；“总计”由公式自动求和    （填完一格按 Tab 键，或者全选后按 F9 键更新）；“上年结转”取自上一年度报告，已经填好的不必再填。填好后直接导入，    系统从文件本身识别机关、年度和格式版本。";

/// The document to be filled in: its headings, labels and totals are protected, without a password.
///
/// # Errors
/// [`DocxError`], where memory fails.
pub(super) fn document(fill_in: &FillIn, fonts: &FontNames) -> Result<Vec<u8>, DocxError> {
    let (printed, known) = (fill_in.printed(), fill_in.known());
    let filling = Filling {
        guide: &format!("{GUIDE}（模板第 {TEMPLATE_VERSION} 版）"),
        properties: fill_in.properties(),
        field: &|cell| field(&known, cell),
    };
    docx::write_form(&printed, fonts, &filling)
}

fn field(known: &Sheet, cell: CellId) -> Field {
    let number = |cell: &CellId| known.layout().index(*cell).map_or(usize::MAX, usize::from);
    let kind = match totals_of(known, cell).next() {
        Some(total) => FieldKind::Total(total.right.iter().copied().map(usize::from).collect()),
        None if cell.line == Line::CarriedOver && known.number(cell).is_some() => FieldKind::Known,
        None => {
            let (labels, wanted) = (labels(known.edition(), cell), wanted(cell));
            // Only a number can be added up; elsewhere “/” says rightly that a cell does not apply.
            let numeric = is_added_up(known, cell);
            let rest = if numeric {
                "没有发生的填 0"
            } else {
                "没有发生的填 0，不适用的填“/”"
            };
            FieldKind::Entry { numeric, hint: format!("{wanted}；{rest}。{labels}") }
        }
    };
    Field { number: number(&cell), kind }
}

/// Whether a cell is part of a total.
fn is_added_up(known: &Sheet, cell: CellId) -> bool {
    let mut equations = known.layout().equations().iter();
    cell.measure() == Measure::Count && equations.any(|it| it.equation.right.contains(&cell))
}
