//! XTB: between the tables and other facts of one report.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;
use crate::form::Edition;
use crate::organization::Level;

const FEES: &str = "政府信息公开信息处理费管理办法（国办函〔2020〕109号）";

pub(super) static ROWS: &[Entry] = &[
    row(
        "XTB-001",
        StageSeverity::WARNING,
        "信息处理费计入行政事业性收费",
        "fees for processing information are part of the charges",
    )
    .only(&[Edition::E2021])
    .missing(MissingValues::NotAssessable)
    .formula("行政事业性收费（万元）× 10000 ≥ 文字所述收取的信息处理费（元）")
    .basis("皖财综〔2021〕28号：信息处理费属于行政事业性收费；国办函〔2020〕109号")
    .example("第六部分收取 380 元，收费金额填 0")
    .implemented(),
    row(
        "XTB-002",
        StageSeverity::INFO,
        "信息处理费为 10 元的整数倍",
        "fees for processing information are multiples of ten yuan",
    )
    .formula("文字所述信息处理费（元）除以 10 余 0")
    .basis(FEES)
    .example("收取 383 元")
    .implemented(),
    row(
        "XTB-003",
        StageSeverity::WARNING,
        "本机关与本级汇总不混在一份报告里",
        "own and consolidated figures do not mix in one report",
    )
    .levels(&[Level::Province, Level::Prefecture, Level::County])
    .formula(
        "同一机关同一年度的一份报告只有一种口径；标题的机关与登记的口径（本机关、本级汇总）一致",
    )
    .basis("政府信息公开条例第四十九条")
    .example("县人民政府办公室的报告以县人民政府为题")
    .implemented(),
];
