//! IMP: what was lost or doubtful when a document was read.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;

const SAFETY: &str = "导入：宁可不读，不可错位";

pub(super) static ROWS: &[Entry] = &[
    row("IMP-001", StageSeverity::BLOCKING, "每个单元格都读出了内容", "every cell could be read")
        .missing(MissingValues::Subject)
        .formula("标签对应的数值个数与格式相同；对不上的最小单元整体不读，不移位；任何没有读出的单元格都报告")
        .basis(SAFETY)
        .example("重复的数值丢失，只剩标签")
        .implemented(),
    row("IMP-002", StageSeverity::BLOCKING, "数值没有丢失标签", "no values without their label")
        .missing(MissingValues::Subject)
        .formula("没有行标签的一串数值不读")
        .basis(SAFETY)
        .example("“（三）不予公开”之后是 56 个数值，没有各行的标签")
        .implemented(),
    row("IMP-003", StageSeverity::WARNING, "表头不完整", "an incomplete header")
        .formula("表头文字没有被截断；截断而能按位置补全的提示，不能补全的按 IMP-001 报告")
        .basis(SAFETY)
        .example("两个栏目都只剩“本年新”")
        .implemented(),
    row("IMP-004", StageSeverity::WARNING, "文字中的数字不完整", "digits were dropped")
        .formula("年份、日期、文号不成形")
        .basis("导入")
        .example("202511日；〔202130号")
        .any_year()
        .implemented(),
    row("IMP-005", StageSeverity::BLOCKING, "网页没有报告正文", "the page holds no report")
        .formula("没有年度报告的任何标志")
        .basis("导入")
        .example("正文由脚本载入，或只有附件")
        .held_by("nianbao_document::NotAReport"),
    row("IMP-006", StageSeverity::INFO, "来源有据可查", "provenance is kept")
        .formula("保存来源地址、原文件及其 SHA-256 和 SM3 摘要、单元格的原文和行号；每次导入有审计记录")
        .basis("审计")
        .example("一个数字能追溯到网页上写的是什么、谁在什么时候导入")
        .held_by("report::Provenance, report::Attachment, nianbao_application::store::AuditEntry"),
];
