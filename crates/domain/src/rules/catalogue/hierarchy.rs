//! HIR: a consolidated report against those of its organs.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;

const CONSOLIDATED: &str = "政府信息公开条例第四十九条第二款";

pub(super) static ROWS: &[Entry] = &[
    row(
        "HIR-001",
        StageSeverity::WARNING,
        "汇总数不小于任何一个单位",
        "a consolidated number is not less than any organ's",
    )
    .formula("可加且不带符号的单元格：汇总 ≥ 各单位的最大值")
    .basis(CONSOLIDATED)
    .example("全县新收 5 件，某局新收 9 件")
    .missing(MissingValues::PassedOver)
    .implemented(),
    row(
        "HIR-002",
        StageSeverity::WARNING,
        "汇总数等于各单位之和",
        "a consolidated number is the sum of its organs'",
    )
    .formula("所有直属单位的报告齐全时：可加的单元格汇总 = 各单位之和")
    .basis(CONSOLIDATED)
    .example("全县 133 件，各单位之和 131 件")
    .missing(MissingValues::NotAssessable)
    .implemented(),
    row("HIR-003", StageSeverity::INFO, "缺报的单位", "organs without a report")
        .formula("列出当年没有报告的单位")
        .basis(CONSOLIDATED)
        .example("某镇没有 2024 年度报告")
        .implemented(),
    row(
        "HIR-004",
        StageSeverity::WARNING,
        "文字中分单位的数字相加相符",
        "numbers per organ in the text add up",
    )
    .formula("“其中”“包括”之后以单位、地区名列出的各项之和 = 其前的总数")
    .basis("算术")
    .example("列出十一个单位，合计与总数不符")
    .implemented(),
    row("HIR-005", StageSeverity::INFO, "不可直接相加的数字", "numbers that do not simply add up")
        .formula("转办和共同办理的可能重复计数；现行有效文件可能包含政府本身的")
        .basis("数据质量")
        .example("同一件申请由两个单位各计一次")
        .undecidable(
            "报告不记载转办、共同办理和文件的归属",
            "a report does not record transfers, joint handling or whose a document is",
        ),
];
