//! PLA: against similar organs.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;

const PLAUSIBLE: &str = "数据质量";

pub(super) static ROWS: &[Entry] = &[
    row(
        "PLA-001",
        StageSeverity::INFO,
        "同类机关数字很大而本机关为零",
        "zero while peers are high",
    )
    .formula("本机关为 0，同级同类机关（至少 3 个）的中位数大于 100")
    .basis(PLAUSIBLE)
    .example("某镇行政处罚 0，同级各镇多在 3000 左右")
    .missing(MissingValues::PassedOver)
    .implemented(),
    row(
        "PLA-002",
        StageSeverity::INFO,
        "同类机关有数字而本机关填不适用",
        "not applicable while peers have numbers",
    )
    .formula("本机关填“/”，同级同类机关（至少 3 个）半数以上有不为 0 的数字")
    .basis(PLAUSIBLE)
    .example("行政处罚填“/”")
    .missing(MissingValues::Subject)
    .implemented(),
];
