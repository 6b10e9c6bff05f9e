//! XYR: against the report of the year before.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;
use crate::form::Edition;

const CARRIED_OVER: &str = "年度报告格式表三：上年结转的含义";
const DUPLICATION: &str = "国办公开办函〔2021〕30号（四）“明确责任”：不得内容雷同、敷衍塞责";

pub(super) static ROWS: &[Entry] = &[
    row("XYR-001", StageSeverity::WARNING, "结转总数前后年度一致", "carried-over total agrees")
        .formula("本年“上年结转”总计 = 上年“结转下年度”总计")
        .basis(CARRIED_OVER)
        .example("上年结转下年度 121，本年上年结转 119")
        .missing(MissingValues::NotAssessable)
        .implemented(),
    row(
        "XYR-002",
        StageSeverity::WARNING,
        "结转数按申请人前后年度一致",
        "carried-over numbers agree per applicant",
    )
    .formula("每一列：本年“上年结转” = 上年“结转下年度”")
    .basis(CARRIED_OVER)
    .example("自然人结转 3 件，次年填在商业企业")
    .missing(MissingValues::NotAssessable)
    .implemented(),
    row(
        "XYR-003",
        StageSeverity::WARNING,
        "现行有效件数逐年衔接",
        "documents in force roll forward",
    )
    .only(&[Edition::E2021])
    .formula("现行有效 = 上年现行有效 + 本年制发 - 本年废止；报告说明清理的除外")
    .basis("国办公开办函〔2021〕30号所附格式：栏目含义")
    .example("上年有效 100，制发 2、废止 1，有效 90")
    .missing(MissingValues::NotAssessable)
    .implemented(),
    row("XYR-004", StageSeverity::WARNING, "项目数逐年衔接", "item counts roll forward")
        .only(&[Edition::E2019])
        .formula("本年“上一年项目数量” = 上年的“上一年项目数量” + 上年“本年增/减”")
        .basis("国办公开办函〔2019〕60号所附格式：栏目含义")
        .example("上年 10 增 2，本年“上一年项目数量”填 10")
        .missing(MissingValues::NotAssessable)
        .implemented(),
    row(
        "XYR-005",
        StageSeverity::INFO,
        "格式更替前后不可比的栏目不比较",
        "columns of different editions are not compared",
    )
    .formula("“对外公开总数量”与“现行有效件数”不是同一概念")
    .basis("国办公开办函〔2021〕30号替代〔2019〕60号")
    .example("2020 年度公开总数 47，2021 年度现行有效 12")
    .held_by("form::Column (TotalDisclosed, InForce)"),
    row("XYR-006", StageSeverity::WARNING, "各表与上年完全相同", "all figures equal last year's")
        .formula("两年逐格相同，且相同的数字多到不会是巧合")
        .basis(DUPLICATION)
        .example("照抄上年表格")
        .missing(MissingValues::PassedOver)
        .implemented(),
    row(
        "XYR-007",
        StageSeverity::WARNING,
        "文字与上年或同级机关雷同",
        "narrative nearly equal to last year's or a sibling's",
    )
    .formula("第一或第五部分的相似度 ≥ 0.9（数字、年份、机关名称不计）")
    .basis(DUPLICATION)
    .example("第五部分与上年只差一个年份")
    .implemented(),
    row("XYR-008", StageSeverity::INFO, "与上年相差一个数量级", "an order of magnitude apart")
        .formula("与上年之比大于 10 或小于 0.1，两年都不少于 10")
        .basis("数据质量")
        .example("行政处罚上年 120，本年 12000")
        .missing(MissingValues::PassedOver)
        .implemented(),
];
