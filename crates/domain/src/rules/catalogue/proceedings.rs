//! T4: table 4, reconsideration and litigation.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;

const PROCEDURE: &str = "行政复议法、行政诉讼法规定的程序";

pub(super) static ROWS: &[Entry] = &[
    row("T4-001", StageSeverity::BLOCKING, "行政复议总计相符", "reconsideration total adds up")
        .missing(MissingValues::SecondReading)
        .formula("结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计")
        .basis("年度报告格式表四：行政复议总计为各类结果之和")
        .example("1 + 0 + 0 + 0 ≠ 2")
        .derived(),
    row(
        "T4-002",
        StageSeverity::BLOCKING,
        "未经复议直接起诉总计相符",
        "direct litigation total adds up",
    )
    .missing(MissingValues::SecondReading)
    .formula("结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计")
    .basis("年度报告格式表四：未经复议直接起诉总计为各类结果之和")
    .example("3 + 1 + 0 + 1 ≠ 6")
    .derived(),
    row(
        "T4-003",
        StageSeverity::BLOCKING,
        "复议后起诉总计相符",
        "total of litigation after reconsideration adds up",
    )
    .missing(MissingValues::SecondReading)
    .formula("结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计")
    .basis("年度报告格式表四：复议后起诉总计为各类结果之和")
    .example("0 + 1 + 0 + 0 ≠ 0")
    .derived(),
    row(
        "T4-004",
        StageSeverity::INFO,
        "复议后起诉多于复议",
        "more litigation after reconsideration than reconsiderations",
    )
    .formula("复议后起诉总计 > 本年与上年行政复议总计之和")
    .basis(PROCEDURE)
    .example("复议后起诉 5 件，两年都没有复议")
    .missing(MissingValues::NotAssessable)
    .implemented(),
    row("T4-005", StageSeverity::WARNING, "复议和诉讼多于办理的申请", "more cases than requests")
        .formula("行政复议总计 + 直接起诉总计 − 上年尚未审结 > 本年办理 + 上年结转 + 结转下年度 + 上年办理")
        .basis("数据质量")
        .example("申请 2 件，复议 9 件")
        .missing(MissingValues::NotAssessable)
        .implemented(),
    row("T4-006", StageSeverity::WARNING, "未审结案件不会消失", "pending cases do not vanish")
        .formula("各块：本年总计 ≥ 上年尚未审结")
        .basis(PROCEDURE)
        .example("上年尚未审结 26，本年总计 3")
        .missing(MissingValues::NotAssessable)
        .implemented(),
];
