//! Commands about organs.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use nianbao_domain::organization::{Level, OrganType, RulePower, SuccessionKind};

use super::{Paging, Writing, value};

/// What to do with organs.
#[derive(Debug, Subcommand)]
pub enum OrganizationCommand {
    /// Registers one.
    #[command(about = "登记一个机关", after_help = CREATE)]
    Create(CreateOrganization),
    /// Gives one.
    #[command(about = "查看一个机关", after_help = GET)]
    Get(GetOrganization),
    /// Lists them.
    #[command(about = "列出机关", after_help = LIST)]
    List(ListOrganizations),
    /// Changes one.
    #[command(about = "修改机关的登记信息", after_help = UPDATE)]
    Update(UpdateOrganization),
    /// Registers many.
    #[command(about = "从 JSON 或 CSV 文件成批登记机关", after_help = IMPORT)]
    Import(ImportOrganizations),
    /// Records what became of some.
    #[command(about = "登记机关的更名、合并、分立", after_help = SUCCEED)]
    Succeed(SucceedOrganizations),
    /// Ends one.
    #[command(about = "登记机关的撤销（无承接机关）", after_help = CLOSE)]
    Close(CloseOrganization),
}

const CREATE: &str = "\
示例：
  nianbao organization create siqian --display-name 司前镇人民政府办公室 \\
      --level township --organ-type government_office --rule-power lacks
  nianbao organization create --credit-code 11370883004325769B --display-name 两城镇人民政府";
const GET: &str = "\
示例：
  nianbao organization get organizations/siqian";
const LIST: &str = "\
示例：
  nianbao organization list
  nianbao organization list --filter 'level = ORGANIZATION_LEVEL_TOWNSHIP AND parent = \"organizations/zhenghe\"'
  nianbao organization list --all --format csv > 机关.csv";
const UPDATE: &str = "\
只修改写出的属性；写成空值（如 --parent ''）表示取消。不写 --etag 时先读取当前的 etag。

示例：
  nianbao organization update organizations/siqian --display-name 司前镇人民政府 --alias 司前镇政府";
const IMPORT: &str = "\
CSV 的表头由下列各列组成，前两列必有，其余可省略：
  organization_id,display_name,level,organ_type,rule_power,unified_social_credit_code,
  division_code,parent,aliases,source_key,valid_from,valid_to
aliases 中的多个名称用分号分隔；parent 可以写编号或 organizations/编号。
JSON 是 nianbao.v1.BatchCreateOrganizationsRequest，或 Organization 的数组（name 给出编号）。
每批要么全部登记，要么全部不登记；数量超过服务器上限时分批，逐批登记。

示例：
  nianbao organization import 机关.csv
  nianbao organization import 机关.json --validate-only";
const SUCCEED: &str = "\
更替方式：
  rename  一个机关整体由另一登记承接（如改制后换发统一社会信用代码）：一个原机关，一个承接机关
  merge   合并、并入：一个或多个原机关并入一个承接机关；承接机关可以早已存在，不算原机关
  split   分立：一个原机关分为两个以上承接机关
只是改名的仍是同一机关，不在此登记：用 organization update 改名，并把旧名写作 --alias。

承接机关须已登记。原机关自更替之日起撤销，双方互相记载，年度报告和下级机关仍在原处；
全部成功或全部不变。跨年度核对时，按此查找上一年度的报告。先读取各机关当前的 etag。

示例：
  nianbao organization succeed merge --from siqian --from shitun --to zhenghe --date 2024-03-01
  nianbao organization succeed split --from siqian --to sibei --to sinan --date 2024-03-01";
const CLOSE: &str = "\
有机关承接其职责的，改用 organization succeed。年度报告保留。不写 --etag 时先读取当前的 etag。

示例：
  nianbao organization close organizations/siqian --date 2024-03-01";

/// Registers an organ.
#[derive(Debug, Args)]
pub struct CreateOrganization {
    /// The last part of its name.
    #[arg(
        value_name = "编号",
        help = "机关编号：小写字母、数字和连字符，不可更改；不写则用统一社会信用代码的小写"
    )]
    pub id: Option<String>,
    /// What it is.
    #[command(flatten)]
    pub attributes: Attributes,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Gives an organ.
#[derive(Debug, Args)]
pub struct GetOrganization {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号")]
    pub name: String,
}

/// Lists organs.
#[derive(Debug, Args)]
pub struct ListOrganizations {
    /// Which part.
    #[command(flatten)]
    pub paging: Paging,
}

/// Changes an organ.
#[derive(Debug, Args)]
pub struct UpdateOrganization {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号")]
    pub name: String,
    /// What changes.
    #[command(flatten)]
    pub attributes: Attributes,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Registers many organs.
#[derive(Debug, Args)]
pub struct ImportOrganizations {
    /// The file.
    #[arg(value_name = "文件", help = "JSON 或 CSV 文件；“-” 表示标准输入")]
    pub file: PathBuf,
    /// How they are written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Records what became of organs.
#[derive(Debug, Args)]
pub struct SucceedOrganizations {
    /// How.
    #[arg(value_parser = value::succession_kind(), value_name = "方式", help = "更替方式")]
    pub kind: SuccessionKind,
    /// Who ends.
    #[arg(long = "from", required = true, value_name = "名称", help = "原机关；可以写多次")]
    pub predecessors: Vec<String>,
    /// Who takes over.
    #[arg(long = "to", required = true, value_name = "名称", help = "承接机关；可以写多次")]
    pub successors: Vec<String>,
    /// When.
    #[arg(long, value_name = "日期", help = "更替日期（原机关不再存续的第一天），YYYY-MM-DD")]
    pub date: String,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Ends an organ.
#[derive(Debug, Args)]
pub struct CloseOrganization {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号")]
    pub name: String,
    /// When.
    #[arg(long, value_name = "日期", help = "撤销日期（不再存续的第一天），YYYY-MM-DD")]
    pub date: String,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// What can be said of an organ.
#[derive(Clone, Debug, Default, Args)]
pub struct Attributes {
    /// The official name.
    #[arg(long, value_name = "名称", help = "正式名称")]
    pub display_name: Option<String>,
    /// Other names.
    #[arg(long = "alias", value_name = "名称", help = "其他名称：简称、曾用名；可以写多次")]
    pub aliases: Option<Vec<String>>,
    /// The level.
    #[arg(long, value_parser = value::level(), value_name = "层级", help = "机关层级")]
    pub level: Option<Level>,
    /// The kind of organ.
    #[arg(long, value_parser = value::organ_type(), value_name = "类型", help = "机关类型")]
    pub organ_type: Option<OrganType>,
    /// Whether it may make 规章.
    #[arg(long, value_parser = value::rule_power(), value_name = "规章制定权", help = "有无规章制定权：不明、有、无")]
    pub rule_power: Option<RulePower>,
    /// 统一社会信用代码.
    #[arg(long, value_name = "代码", help = "统一社会信用代码，18 位")]
    pub credit_code: Option<String>,
    /// 行政区划代码.
    #[arg(long, value_name = "代码", help = "行政区划代码")]
    pub division_code: Option<String>,
    /// The superior organ.
    #[arg(long, value_name = "上级", help = "上级机关：organizations/编号")]
    pub parent: Option<String>,
    /// The caller's own key.
    #[arg(long, value_name = "键", help = "自用键值，可用于筛选")]
    pub source_key: Option<String>,
    /// The first day of its existence.
    #[arg(long, value_name = "日期", help = "成立日期，YYYY-MM-DD")]
    pub valid_from: Option<String>,
    /// The day after the last one.
    #[arg(long, value_name = "日期", help = "撤销日期（不再存续的第一天），YYYY-MM-DD")]
    pub valid_to: Option<String>,
}
