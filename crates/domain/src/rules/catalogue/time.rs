//! TIM: deadlines and periods. Lateness never blocks.

use super::entry::{Entry, row};
use crate::finding::StageSeverity;
use crate::organization::Level;

/// Townships have no national deadline.
const COUNTY_AND_ABOVE: &[Level] = &[Level::Province, Level::Prefecture, Level::County];

pub(super) static ROWS: &[Entry] = &[
    row("TIM-001", StageSeverity::INFO, "部门的公布期限", "deadline for departments")
        .levels(COUNTY_AND_ABOVE)
        .formula("县级以上部门本机关的报告：公布日期 ≤ 次年 1 月 31 日（北京时间 24 时）；没有公布日期的，检查日期 ≤ 期限")
        .basis("政府信息公开条例第四十九条第一款")
        .example("2025 年度报告 2026 年 2 月 5 日公布")
        .implemented(),
    row("TIM-002", StageSeverity::INFO, "政府的公布期限", "deadline for governments")
        .formula("县级以上政府的本级汇总：公布日期 ≤ 次年 3 月 31 日（北京时间 24 时）；没有公布日期的，检查日期 ≤ 期限")
        .basis("政府信息公开条例第四十九条第二款")
        .example("4 月 2 日公布")
        .implemented(),
    row("TIM-003", StageSeverity::WARNING, "地方规定的期限", "local deadline")
        .formula("在地方规定的日期以前公布；条例没有规定乡镇的期限")
        .basis("地方规定")
        .example("规定 1 月 28 日公布，实际 2 月 3 日")
        .undecidable(
            "期限由各地的通知逐年规定，报告和登记信息里都没有",
            "local notices set the date year by year; neither report nor record states it",
        ),
    row("TIM-004", StageSeverity::WARNING, "统计期限为全年", "the statistics cover the year")
        .formula("文字所述的统计期限为报告年度 1 月 1 日至 12 月 31 日")
        .basis("国办公开办函〔2021〕30号；DB51/T 2660—2019 第 2.1 条")
        .example("2024 年度报告的统计期限写“2023年1月1日至12月31日”")
        .implemented(),
    row("TIM-005", StageSeverity::WARNING, "年度结束以前已公布", "published before the year ended")
        .formula("公布日期 ≥ 次年 1 月 1 日；报送日期 ≥ 次年 1 月 1 日")
        .basis("政府信息公开条例第四十九条：报告上一年度的工作")
        .example("2024 年度报告 2024 年 12 月 20 日公布")
        .implemented(),
    row("TIM-006", StageSeverity::WARNING, "公布后的更正有说明", "corrections are announced")
        .formula("公布后内容改变而没有更正说明")
        .basis("政府信息公开条例第六条")
        .example("网页上的数字被改动，没有说明")
        .undecidable(
            "一份报告看不出网页后来有没有改动，要把公布后的网页再取一次，与公布时的摘要比较",
            "a report does not show whether its page was changed later; only the page itself, fetched again and compared, does",
        ),
];
