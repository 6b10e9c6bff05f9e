//! TXT: the words against the figures.

use super::entry::{Entry, MissingValues, row};
use crate::finding::StageSeverity;

const ACCURACY: &str = "国办公开办函〔2021〕30号（四）“明确责任”：发布内容应当准确、全面";
const ARITHMETIC: &str = "算术";
const PRACTICE: &str = "编制惯例";

pub(super) static ROWS: &[Entry] = &[
    row("TXT-001", StageSeverity::WARNING, "列举的各项加起来等于总数", "itemized lists add up")
        .formula("“其中”“包括”之后同一量词的各项之和 = 其前的总数（分单位的见 HIR-004，单项超过总数的见 TXT-012）")
        .basis(ARITHMETIC)
        .example("共公开 72 条，其中各项合计 71 条")
        .any_year()
        .implemented(),
    row(
        "TXT-002",
        StageSeverity::BLOCKING,
        "“未收到申请”与表三一致",
        "a statement that no request was received agrees with table 3",
    )
    .missing(MissingValues::NotAssessable)
    .formula("不带限定地说没有收到政府信息公开申请 ⇒ 本年新收总计 = 0；说“未收到和办理”的，上年结转总计也 = 0")
    .basis(ACCURACY)
    .example("文字说未收到申请，表三本年新收 3 件")
    .implemented(),
    row("TXT-003", StageSeverity::WARNING, "文字所述收到数与表三一致", "stated requests agree")
        .missing(MissingValues::SecondReading)
        .formula("新收的件数 = 本年新收；含上年结转的 = 新收 + 上年结转；收到、受理的件数 = 其中之一；办理、处理的件数 = 其中之一，或者办理结果总计")
        .basis(ACCURACY)
        .example("文字 2 件，表三 3 件")
        .implemented(),
    row("TXT-004", StageSeverity::WARNING, "文字所述办结数与表三一致", "stated answers agree")
        .missing(MissingValues::SecondReading)
        .formula("办结的件数 = 办理结果总计；答复的件数 = 办理结果总计，或者除去其他处理、不予处理以后的件数")
        .basis(ACCURACY)
        .example("文字答复 78 件，表三 75 件")
        .implemented(),
    row("TXT-005", StageSeverity::WARNING, "文字所述结转数与表三一致", "stated carry-over agrees")
        .missing(MissingValues::SecondReading)
        .formula("上年结转 = 上年结转总计；结转下年度 = 结转下年度继续办理总计；没有说明方向的，= 其中之一")
        .basis(ACCURACY)
        .example("文字结转 4 件，表三 3 件")
        .implemented(),
    row("TXT-006", StageSeverity::WARNING, "文字所述各类结果与表三一致", "stated outcomes agree")
        .missing(MissingValues::SecondReading)
        .formula("予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数 = 表三相应各行之和；文字把各类结果列全的，各类之和 + 结转下年度 = 收到数")
        .basis(ACCURACY)
        .example("文字无法提供 265 件，表三 337 件")
        .implemented(),
    row("TXT-007", StageSeverity::INFO, "百分比可以复算", "percentages recompute")
        .formula("占比 = 部分 ÷ 总数，增减 = 与上年相比；按所写的最后一位四舍五入一致")
        .basis(ARITHMETIC)
        .example("3646 ÷ 3607 增长 1.08%，文字写 1.05%")
        .implemented(),
    row(
        "TXT-008",
        StageSeverity::WARNING,
        "文字所述复议、诉讼数与表四一致",
        "stated reconsiderations and suits agree",
    )
    .missing(MissingValues::SecondReading)
    .formula("文字所述因政府信息公开的行政复议、行政诉讼件数 = 表四相应总计之和")
    .basis(ACCURACY)
    .example("文字复议 134 件，表四 170 件")
    .implemented(),
    row(
        "TXT-009",
        StageSeverity::BLOCKING,
        "“未发生复议、诉讼”与表四一致",
        "a statement that there were no cases agrees with table 4",
    )
    .missing(MissingValues::NotAssessable)
    .formula("文字说没有的那一类案件，表四相应总计都是 0；没有点名的不作判断")
    .basis(ACCURACY)
    .example("文字说未发生行政复议，表四行政复议 1 件")
    .implemented(),
    row("TXT-010", StageSeverity::WARNING, "“均获维持”与表四一致", "a boast about outcomes agrees")
        .missing(MissingValues::PassedOver)
        .formula("说均获维持 ⇒ 结果纠正 = 0 且尚未审结 = 0；说零败诉、已审结的均维持 ⇒ 结果纠正 = 0")
        .basis(ACCURACY)
        .example("说全部维持，表四尚未审结 3 件")
        .implemented(),
    row(
        "TXT-011",
        StageSeverity::WARNING,
        "文字所述规章、文件数与表二一致",
        "stated documents agree with table 2",
    )
    .missing(MissingValues::NotAssessable)
    .formula("规章、行政规范性文件制发、废止、现行有效（2019 年格式：制作、公开）的件数 = 表二相应单元格")
    .basis(ACCURACY)
    .example("文字制发 4 件，表二 3 件")
    .implemented(),
    row("TXT-012", StageSeverity::WARNING, "部分不大于整体", "a part does not exceed its whole")
        .formula("“其中”“包括”之后同一量词的任何一项 ≤ 其前的总数")
        .basis(ARITHMETIC)
        .example("共公开 382 条，其中公众号 2443 条")
        .implemented(),
    row("TXT-013", StageSeverity::WARNING, "文字里的年份是报告年度", "the narrative is about its year")
        .formula("第一至第四部分中，以年份开头、叙述公开或收到的句子，年份不是上一年或下一年")
        .basis(PRACTICE)
        .example("2024 年度报告写“2023 年度主动公开”")
        .implemented(),
    row("TXT-014", StageSeverity::INFO, "申请以件计", "requests are counted in 件")
        .formula("申请的量词是件；条、宗、起、份的，注明")
        .basis(PRACTICE)
        .example("收到申请 3 宗")
        .implemented(),
    row("TXT-015", StageSeverity::INFO, "编制说明所列部分数", "the number of parts in the preamble")
        .formula("“由 N 个部分组成”“N 项内容”的 N = 6")
        .basis(PRACTICE)
        .example("本报告包括五项内容")
        .implemented(),
];
