//! SEM: what the figures would mean in law.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;
use crate::form::Edition;
use crate::organization::Level;

const RULE_POWER: &str = "立法法（2023 年修正）第九十三条";

pub(super) static ROWS: &[Entry] = &[
    row(
        "SEM-001",
        StageSeverity::BLOCKING,
        "没有规章制定权的机关，规章一行为 0",
        "government rules are 0 for an organ without the power to make them",
    )
    .missing(MissingValues::PassedOver)
    .formula(
        "没有规章制定权（县、乡级及其部门）⇒ 规章各栏 = 0；是否有权不明而规章大于 0 的，不作判断",
    )
    .basis("立法法（2023 年修正）第九十一条、第九十三条")
    .example("镇人民政府规章填 2、2、2")
    .implemented(),
    row(
        "SEM-002",
        StageSeverity::INFO,
        "县级汇总报告的规章大于 0",
        "a consolidated county report with government rules",
    )
    .formula("并入 SEM-001，不单独报告")
    .basis(RULE_POWER)
    .example("县人民政府现行有效规章 1 件")
    .held_by("SEM-001"),
    row(
        "SEM-003",
        StageSeverity::INFO,
        "市级部门的规章大于 0",
        "a city department with government rules",
    )
    .levels(&[Level::Province, Level::Prefecture])
    .missing(MissingValues::PassedOver)
    .formula("设区的市、省级人民政府的部门，规章各栏 = 0；起草的规章属于本级人民政府。登记有或者没有规章制定权的不在此列（SEM-001）")
    .basis(RULE_POWER)
    .example("市财政局规章 3 件")
    .implemented(),
    row(
        "SEM-004",
        StageSeverity::WARNING,
        "逾期不缴费须有收费通知",
        "unpaid fees presuppose notices of fees",
    )
    .only(&[Edition::E2021])
    .missing(MissingValues::PassedOver)
    .formula("“逾期未按收费通知要求缴纳费用” > 0 ⇒ 第六部分写到信息处理费或收费通知")
    .basis("政府信息公开信息处理费管理办法（国办函〔2020〕109号）")
    .example("逾期不缴费 10 件，第六部分写“无”")
    .implemented(),
    row(
        "SEM-005",
        StageSeverity::INFO,
        "2024 年起不予公开须先复议",
        "withheld information goes to reconsideration first since 2024",
    )
    .only(&[Edition::E2021])
    .missing(MissingValues::NotAssessable)
    .formula("2024 年度起，未经复议直接起诉总计 > 0 且不予公开任一项 > 0 时提醒")
    .basis("行政复议法（2023 年修订）第二十三条第一款第四项")
    .example("直接起诉的案件都是针对不予公开")
    .implemented(),
    row(
        "SEM-006",
        StageSeverity::INFO,
        "乡级机关以国家秘密为由不予公开",
        "a township withholds for state secrecy",
    )
    .levels(&[Level::Township])
    .missing(MissingValues::PassedOver)
    .formula("乡级机关“属于国家秘密”总计 > 0 时提醒")
    .basis("保守国家秘密法关于定密权限的规定")
    .example("某镇属于国家秘密 3 件")
    .implemented(),
];
