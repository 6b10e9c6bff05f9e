//! Commands about decisions and stale results.

use clap::Args;

use super::Writing;

/// Examples for `report acknowledge`.
pub const ACKNOWLEDGE: &str = "\
确认表示：警告或提示已经看过，报告如此无误。问题仍会显示，并附上确认的理由、人和时间；理由随报告公布。
数值变化后，问题会重新提出，需要再次确认。会阻断报送的问题不能确认，只能用 waive 豁免。

示例：
  nianbao report acknowledge organizations/siqian/reports/2024 --finding CNT-006 --reason 附件即正文
  nianbao report acknowledge organizations/siqian/reports/2024 \\
      --finding 5f0c6a1d9be24c7788a3f1d2c4b5a697 --reason 已与原件核对";
/// Examples for `report waive`.
pub const WAIVE: &str = "\
豁免使会阻断报送的问题在期限之内不再阻断；需要权限 finding.waive。问题仍会显示，理由随报告公布。
期限当日（北京时间）仍然有效，过后问题恢复阻断。数值变化后，问题会重新提出。

示例：
  nianbao report waive organizations/siqian/reports/2024 --finding SEM-001 \\
      --reason 省人大常委会授权制定规章 --until 2026-03-31";
/// Examples for `report withdraw-decision`.
pub const WITHDRAW: &str = "\
撤回后问题重新计入。撤回了什么、由谁撤回、为何撤回，服务器都留有记录。

示例：
  nianbao report withdraw-decision organizations/siqian/reports/2024 --finding SEM-001 --reason 豁免有误";
/// Examples for `report revalidate`.
pub const REVALIDATE: &str = "\
规则更新之后，重新核对按旧规则得出的结果；有豁免到期的报告也一并重新核对。
只更新核对结果：不产生修订，etag 不变，不影响正在进行的编辑，已发布的内容不动。
可以随时中断，再次运行时从未完成的部分继续。

示例：
  nianbao report revalidate
  nianbao report revalidate --organization siqian --all
  nianbao report revalidate --filter 'report_year >= 2023' --format json";

/// Which finding, and why.
#[derive(Clone, Debug, Args)]
pub struct About {
    /// The report.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度")]
    pub name: String,
    /// The finding.
    #[arg(
        long,
        value_name = "问题",
        help = "问题的 identity（见 validate --format json）；报告中该规则只有一个未答复的问题时，也可写规则代码"
    )]
    pub finding: String,
    /// Why.
    #[arg(long, value_name = "理由", help = "理由，最多 500 字")]
    pub reason: String,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Acknowledges a finding.
#[derive(Debug, Args)]
pub struct Acknowledge {
    /// Which, and why.
    #[command(flatten)]
    pub about: About,
}

/// Waives a finding.
#[derive(Debug, Args)]
pub struct Waive {
    /// Which, and why.
    #[command(flatten)]
    pub about: About,
    /// Until when.
    #[arg(long, value_name = "日期", help = "有效的最后一日，如 2026-03-31（北京时间）")]
    pub until: String,
}

/// Withdraws a decision.
#[derive(Debug, Args)]
pub struct WithdrawDecision {
    /// Which, and why.
    #[command(flatten)]
    pub about: About,
}

/// Runs the rules again.
#[derive(Debug, Args)]
pub struct Revalidate {
    /// Whose reports.
    #[arg(
        long,
        value_name = "机关",
        help = "organizations/编号，或只写编号；不写则为所有机关的报告"
    )]
    pub organization: Option<String>,
    /// Which reports.
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        value_name = "条件",
        help = "筛选条件，同 report list"
    )]
    pub filter: String,
    /// Also those whose result is up to date.
    #[arg(long, help = "重新核对所有报告，包括结果没有过时的")]
    pub all: bool,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}
