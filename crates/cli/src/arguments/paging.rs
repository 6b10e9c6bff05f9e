//! What every list takes.

use clap::Args;

/// Which items of a list, in which order, and which part of them.
#[derive(Clone, Debug, Args)]
pub struct Paging {
    /// Which items.
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        value_name = "条件",
        help = "筛选条件（AIP-160 的子集），见示例"
    )]
    pub filter: String,
    /// In which order.
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        value_name = "字段",
        help = "排序字段，可加 desc，用逗号分隔"
    )]
    pub order_by: String,
    /// Which part.
    #[command(flatten)]
    pub part: Part,
}

/// Which part of a list.
#[derive(Clone, Debug, Args)]
pub struct Part {
    /// How many.
    #[arg(
        long,
        default_value_t = 0,
        hide_default_value = true,
        value_name = "数量",
        help = "每页的数量；不写则由服务器决定"
    )]
    pub page_size: i32,
    /// From where on.
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        value_name = "记号",
        help = "上一页给出的翻页记号"
    )]
    pub page_token: String,
    /// To the end.
    #[arg(long, help = "一直取到最后一页")]
    pub all: bool,
}
