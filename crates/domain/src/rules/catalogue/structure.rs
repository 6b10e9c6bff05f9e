//! STR: the structure of a report.

use super::entry::{Entry, row};
use crate::finding::StageSeverity;

const FORMS: &str = "国办公开办函〔2019〕60号、〔2021〕30号所附格式";
const FIVE_TOPICS: &str = "国办公开办函〔2021〕30号一（一）“总体情况”";
const ART_50_4: &str = "政府信息公开条例第五十条第一款第四项";

pub(super) static ROWS: &[Entry] = &[
    row(
        "STR-001",
        StageSeverity::BLOCKING,
        "六个部分齐全、依次排列",
        "six sections present, in order",
    )
    .formula("缺少任一部分即阻断；标题与格式不同、顺序不同的，提示")
    .basis("国办公开办函〔2019〕60号、〔2021〕30号所附格式；政府信息公开条例第五十条")
    .example("2021 年度报告仍用“一、概述”等 2019 年以前的标题")
    .implemented(),
    row(
        "STR-002",
        StageSeverity::BLOCKING,
        "表二的条款块与格式一致",
        "table 2 has the blocks of its edition",
    )
    .formula("2019 年格式：第二十条第（一）（五）（六）（八）（九）项；2021 年格式：第（一）（五）（六）（八）项")
    .basis(FORMS)
    .example("2021 年格式的表二里留有“第二十条第（九）项 政府集中采购”")
    .implemented(),
    row(
        "STR-003",
        StageSeverity::BLOCKING,
        "表三的行和列齐全",
        "table 3 has its rows and columns",
    )
    .formula("2019 年格式 23 行、2021 年格式 25 行，各 7 列，标签一个不缺")
    .basis(FORMS)
    .example("“（五）不予处理”下只有四行")
    .implemented(),
    row(
        "STR-004",
        StageSeverity::BLOCKING,
        "表四的三块各五列齐全",
        "table 4 has three blocks of five columns",
    )
    .formula("行政复议、未经复议直接起诉、复议后起诉，各有 5 格，共 15 格")
    .basis(FORMS)
    .example("只有 10 格，缺“复议后起诉”")
    .implemented(),
    row(
        "STR-005",
        StageSeverity::WARNING,
        "没有格式以外的行",
        "no row that the form does not have",
    )
    .formula("每个行标签都是格式里的一行；其他行原样保留，不参加合计；它影响到的勾稽关系不作判断")
    .basis("国办公开办函〔2021〕30号一“报告内容”：“不能遗漏，也不宜泛化”")
    .example("表二多出一行“其他主动公开文件”")
    .implemented(),
    row(
        "STR-006",
        StageSeverity::BLOCKING,
        "第二、三、四部分都有表",
        "sections two, three and four have their tables",
    )
    .formula("三张表都在；标签在而数值无法对应的，按 IMP-001 报告")
    .basis("国办公开办函〔2021〕30号所附格式")
    .example("网页上只有标题，表格是图片")
    .implemented(),
    row(
        "STR-007",
        StageSeverity::WARNING,
        "第一部分写到五个方面",
        "section one speaks of the five topics",
    )
    .formula("第一部分提到主动公开、依申请公开、政府信息管理、平台建设、监督保障")
    .basis(FIVE_TOPICS)
    .example("第一部分只写政务公开和政务新媒体")
    .implemented(),
    row(
        "STR-008",
        StageSeverity::WARNING,
        "政府的报告写到工作考核、社会评议、责任追究",
        "a government's report covers assessment, public review and accountability",
    )
    .formula("人民政府的报告在第一或第五部分写到这三项")
    .basis(ART_50_4)
    .example("县人民政府的报告没有社会评议")
    .implemented(),
    row("STR-009", StageSeverity::BLOCKING, "第五部分不为空", "section five is not empty")
        .formula("第五部分有实际内容，不只是“无”")
        .basis(ART_50_4)
        .example("第五部分只写“无”")
        .implemented(),
    row(
        "STR-010",
        StageSeverity::WARNING,
        "第一部分不只是编制说明",
        "section one is more than the preamble",
    )
    .formula("除编制依据和统计期限以外，第一部分还有内容")
    .basis(FIVE_TOPICS)
    .example("“一、总体情况”下只有编制说明")
    .implemented(),
    row(
        "STR-011",
        StageSeverity::INFO,
        "收取过信息处理费的，第六部分要写",
        "section six reports fees for processing information",
    )
    .formula("其他部分写到信息处理费的件数或金额大于 0 ⇒ 第六部分写到信息处理费")
    .basis("政府信息公开信息处理费管理办法（国办函〔2020〕109号）；国办公开办函〔2021〕30号")
    .example("第一部分写收取信息处理费 380 元，第六部分写“无”")
    .implemented(),
];
