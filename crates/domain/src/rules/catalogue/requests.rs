//! T3: table 3, requests received and handled.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;
use crate::form::Edition;

pub(super) static ROWS: &[Entry] = &[
    row("T3-001", StageSeverity::BLOCKING, "每一列收办平衡", "every column balances")
        .missing(MissingValues::SecondReading)
        .formula("每一列：本年新收 + 上年结转 = 办理结果总计 + 结转下年度")
        .basis("年度报告格式表三注：第一项加第二项之和，等于第三项加第四项之和")
        .example("总计列 10 + 1 ≠ 9 + 1")
        .derived(),
    row("T3-002", StageSeverity::BLOCKING, "每一行的总计为各类申请人之和", "row totals add up")
        .missing(MissingValues::SecondReading)
        .formula("每一行：自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计")
        .basis("年度报告格式表三：总计为各类申请人之和")
        .example("3 + 1 + 0 + 0 + 0 + 0 ≠ 5")
        .derived(),
    row(
        "T3-003",
        StageSeverity::BLOCKING,
        "每一列的总计为各项办理结果之和",
        "column totals add up",
    )
    .missing(MissingValues::SecondReading)
    .formula("每一列：（一）至（六）各行之和 = （七）总计")
    .basis("年度报告格式表三：（七）总计为各项办理结果之和")
    .example("各项之和 93，总计 95")
    .derived(),
    row(
        "T3-004",
        StageSeverity::BLOCKING,
        "没有收到申请就没有办理结果",
        "no outcome without a request",
    )
    .missing(MissingValues::NotAssessable)
    .formula("某一列本年新收 = 0 且上年结转 = 0 ⇒ 该列各项办理结果和结转下年度都是 0")
    .basis("年度报告格式表三注：第一项加第二项之和，等于第三项加第四项之和")
    .example("新收 0、结转 0，予以公开 1")
    .implemented(),
    row(
        "T3-005",
        StageSeverity::WARNING,
        "有申请超过一年未办结",
        "requests open for more than a year",
    )
    .missing(MissingValues::PassedOver)
    .formula("每一列：结转下年度 ≤ 本年新收；总计列不符的，只说总计列")
    .basis("政府信息公开条例第三十三条")
    .example("新收 3、上年结转 10、结转下年度 6")
    .implemented(),
    row("T3-006", StageSeverity::WARNING, "总计不空着", "totals are not left blank")
        .missing(MissingValues::Subject)
        .formula("组成部分有数字而总计空白：按组成部分算出应填的数")
        .basis("年度报告格式表三：总计为各类申请人、各项办理结果之和")
        .example("办理结果各行只填申请人，总计空白")
        .implemented(),
    row("T3-007", StageSeverity::INFO, "“其他”所占比例", "share of the catch-all row")
        .only(&[Edition::E2021])
        .missing(MissingValues::NotAssessable)
        .formula("办理结果总计不少于 10 件时，其他处理的“3.其他” ÷ 办理结果总计 ≤ 30%")
        .basis("数据质量")
        .example("办理 100 件，其他 45 件")
        .implemented(),
    row("T3-008", StageSeverity::INFO, "区分处理只计一次", "a partly granted request counts once")
        .formula("文字所述各类结果之和 − 所述办结数：在 1 与所述部分公开件数之间的，提示")
        .basis(
            "年度报告格式表三：区分处理的，只计这一情形，不计其他情形；政府信息公开条例第三十七条",
        )
        .example("办结 10 件，其中予以公开 5 件、部分公开 2 件、不予公开 4 件")
        .implemented(),
    row("T3-009", StageSeverity::WARNING, "自行增设的小计行相符", "local subtotals agree")
        .missing(MissingValues::NotAssessable)
        .formula("（三）至（六）的标题行填有数字的，等于其下各行之和，不参加 T3-003")
        .basis("导入")
        .example("（三）不予公开 3，其下为 1 + 1")
        .implemented(),
];
