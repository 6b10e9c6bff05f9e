//! PLA: against similar organs.

use super::entry::{Entry, row};
use crate::finding::StageSeverity;

const PLAUSIBLE: &str = "数据质量";

pub(super) static ROWS: &[Entry] = &[
    row(
        "PLA-001",
        StageSeverity::INFO,
        "同类机关数字很大而本机关为零",
        "zero while peers are high",
    )
    .formula("本机关为 0，同级同类机关平均大于 100")
    .basis(PLAUSIBLE)
    .example("县公安局行政处罚 0，同级平均 3000"),
    row(
        "PLA-002",
        StageSeverity::INFO,
        "同类机关有数字而本机关填不适用",
        "not applicable while peers have numbers",
    )
    .formula("本机关填“/”，半数以上同类机关有数字")
    .basis(PLAUSIBLE)
    .example("行政处罚填“/”"),
];
