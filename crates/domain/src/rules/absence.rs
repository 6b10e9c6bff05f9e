//! Why a rule cannot be decided where evidence is absent.

use crate::finding::Message;
use crate::form::CellId;

/// Only the document itself shows what the rule asks for.
pub(super) fn document() -> Message {
    Message::new(
        "没有原始文件，只有原始文件才能说明这一条",
        "only the document itself shows this, and there is none",
    )
}

/// The rule applies to some levels only, and the organ's is not known.
pub(super) fn level() -> Message {
    Message::new("机关的层级不明", "the level of the organ is not known")
}

/// Nobody looked for reports of other organs under the same superior.
pub(super) fn siblings() -> Message {
    Message::new("没有同级机关的报告可以比较", "no reports of sibling organs are at hand")
}

/// Nobody looked for the reports of the units below.
pub(super) fn children() -> Message {
    Message::new("没有下级单位的报告可以比较", "no reports of the units below are at hand")
}

/// Cells that the rule compares have no number.
pub(super) fn numbers(cells: &[CellId]) -> Message {
    Message::new(
        format!("有 {} 个单元格没有数字，无法比较", cells.len()),
        format!("{} cells have no number", cells.len()),
    )
}

/// Neither record nor title names the organ.
pub(super) fn organ() -> Message {
    Message::new("不知道是哪个机关的报告", "it is not known whose report it is")
}
