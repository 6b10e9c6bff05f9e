//! The six sections of a report, the same in every edition.

use super::table::{Section, Table};

/// The six sections with the three tables of one edition.
pub(super) const fn sections(
    proactive: Table,
    requests: Table,
    proceedings: Table,
) -> [Section; 6] {
    [
        section(1, "总体情况", &["工作基本情况", "基本情况", "概述", "总体工作情况"], None),
        section(
            2,
            "主动公开政府信息情况",
            &["行政机关主动公开政府信息情况", "主动公开情况"],
            Some(proactive),
        ),
        section(
            3,
            "收到和处理政府信息公开申请情况",
            &[
                "行政机关收到和处理政府信息公开申请情况",
                "收到和处理政府信息公开申请的情况",
                "依申请公开政府信息情况",
            ],
            Some(requests),
        ),
        section(
            4,
            "政府信息公开行政复议、行政诉讼情况",
            &[
                "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "政府信息公开行政复议和行政诉讼情况",
            ],
            Some(proceedings),
        ),
        section(
            5,
            "存在的主要问题及改进情况",
            &["存在问题及改进情况", "存在的主要问题和改进情况", "存在主要问题及改进情况"],
            None,
        ),
        section(6, "其他需要报告的事项", &["其他需要报告事项", "需要报告的其他事项"], None),
    ]
}

const fn section(
    number: u8,
    title: &'static str,
    aliases: &'static [&'static str],
    table: Option<Table>,
) -> Section {
    Section { number, title, aliases, table }
}
