//! T2: table 2, what was disclosed proactively.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;
use crate::form::Edition;

const COLUMNS_2019: &str = "国办公开办函〔2019〕60号所附格式：栏目含义";
const PLAUSIBLE: &str = "数据质量";

pub(super) static ROWS: &[Entry] = &[
    row(
        "T2-001",
        StageSeverity::WARNING,
        "制发件数不超过现行有效与废止之和",
        "issued ≤ in force + repealed",
    )
    .only(&[Edition::E2021])
    .missing(MissingValues::NotAssessable)
    .formula("规章、行政规范性文件：本年制发件数 ≤ 现行有效件数 + 本年废止件数")
    .basis("国办公开办函〔2021〕30号所附格式：当年制发的文件年末非有效即废止")
    .example("制发 10、废止 2、有效 3")
    .implemented(),
    row(
        "T2-002",
        StageSeverity::WARNING,
        "本年新公开不超过对外公开总数",
        "newly disclosed ≤ total disclosed",
    )
    .only(&[Edition::E2019])
    .missing(MissingValues::NotAssessable)
    .formula("规章、规范性文件：本年新公开数量 ≤ 对外公开总数量")
    .basis(COLUMNS_2019)
    .example("新公开 5、公开总数 2")
    .implemented(),
    row(
        "T2-003",
        StageSeverity::INFO,
        "新公开数量与新制作数量的关系",
        "newly disclosed against newly made",
    )
    .only(&[Edition::E2019])
    .missing(MissingValues::NotAssessable)
    .formula("本年新公开数量 = 本年新制作数量；多出的应当是补公开以前的文件，少了的应当是依法不公开")
    .basis(COLUMNS_2019)
    .example("新制作 34、新公开 4")
    .implemented(),
    row(
        "T2-004",
        StageSeverity::WARNING,
        "上年项目数加增减不为负",
        "last year's items plus change is not negative",
    )
    .only(&[Edition::E2019])
    .missing(MissingValues::NotAssessable)
    .formula("上一年项目数量 + 本年增/减 ≥ 0")
    .basis(COLUMNS_2019)
    .example("上年 2、本年减 4")
    .implemented(),
    row(
        "T2-005",
        StageSeverity::WARNING,
        "采购项目数与金额同为零或同不为零",
        "procurement items and amount agree",
    )
    .only(&[Edition::E2019])
    .missing(MissingValues::NotAssessable)
    .formula("采购项目数量 = 0 当且仅当 采购总金额 = 0")
    .basis("国办公开办函〔2019〕60号所附格式：第二十条第（九）项")
    .example("项目 0、金额 5000")
    .implemented(),
    row(
        "T2-006",
        StageSeverity::INFO,
        "执法部门的许可、处罚全为零",
        "an enforcement organ without any decision",
    )
    .missing(MissingValues::NotAssessable)
    .formula("公安、市场监管、交通运输、城市管理、卫生健康、生态环境、税务部门（按名称）的许可、处罚、强制决定不全为 0")
    .basis(PLAUSIBLE)
    .example("市场监督管理局行政处罚 0")
    .implemented(),
    row(
        "T2-007",
        StageSeverity::INFO,
        "非执法部门填有处罚、强制",
        "an organ without enforcement powers reports enforcement",
    )
    .missing(MissingValues::PassedOver)
    .formula("地方志、机关事务、信访机构和档案馆（按名称）的处罚、强制决定为 0；统计、档案行政部门依法有处罚权，不在此列")
    .basis(PLAUSIBLE)
    .example("地方志办公室行政处罚 12")
    .implemented(),
    row(
        "T2-008",
        StageSeverity::INFO,
        "决定数包括依法不公开的",
        "decisions include those lawfully undisclosed",
    )
    .only(&[Edition::E2021])
    .formula("处罚决定数恰等于网上公示数时提醒")
    .basis("武政办发〔2025〕54号第二部分：已公开的和依法不公开的都要统计")
    .example("行政处罚等于网上公示件数")
    .undecidable(
        "报告和登记信息里都没有网上公示的件数",
        "neither report nor record says how many decisions were published",
    ),
];
