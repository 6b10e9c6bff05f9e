//! UNT: the units of money.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;
use crate::form::Edition;

pub(super) static ROWS: &[Entry] = &[
    row(
        "UNT-001",
        StageSeverity::WARNING,
        "收费金额疑似以元为单位",
        "charges are probably in yuan",
    )
    .only(&[Edition::E2021])
    .missing(MissingValues::PassedOver)
    .formula("收费金额（万元）：乡级 < 100000，县级 < 1000000；大于 100 的，不超过上年的一百倍")
    .basis("国办公开办函〔2021〕30号所附格式：单位为万元")
    .example("以万元为单位的单元格填 863732.45")
    .implemented(),
    row(
        "UNT-002",
        StageSeverity::WARNING,
        "采购总金额没有单位",
        "the procurement amount has no unit",
    )
    .only(&[Edition::E2019])
    .missing(MissingValues::PassedOver)
    .formula("采购总金额 > 0 而单位不明；按原数保存，一万以上疑为元，以下疑为万元")
    .basis("国办公开办函〔2019〕60号所附格式没有印单位")
    .example("采购总金额填 863732.45")
    .implemented(),
];
