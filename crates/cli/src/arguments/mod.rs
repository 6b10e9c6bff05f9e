//! What can be said on the command line.

mod chinese;
mod connection;
mod decision;
mod document;
mod offline;
mod organization;
mod paging;
mod report;
mod rule;
mod value;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use chinese::{command, usage_failure};
pub use connection::{Connection, Writing};
pub use decision::{About, Acknowledge, Revalidate, Waive, WithdrawDecision};
pub use document::{Attachments, Download, FillInReport, Import, Render};
pub use offline::{
    Check, Convert, Explain, FillInArguments, FillInFormat, FillInTarget, FontArguments,
    FormCommand, Target,
};
pub use organization::{
    Attributes, CloseOrganization, CreateOrganization, GetOrganization, ImportOrganizations,
    ListOrganizations, OrganizationCommand, SucceedOrganizations, UpdateOrganization,
};
pub use paging::{Paging, Part};
pub use report::{
    BatchGet, ChangeEdition, Create, Delete, Expected, Get, List, ReportCommand, Revision,
    Revisions, Update, Validate, View,
};
pub use rule::{
    CheckRules, EnableRule, Enabled, GetRule, ListRules, Origin, RetireRule, RuleCommand, TestRule,
    WriteRules,
};
pub use value::{CellSetting, SettingError, SuggestionChoice};

use crate::language::Language;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "nianbao",
    version,
    about = "政府信息公开工作年度报告：检查、转换、登记、导入、更正",
    after_help = EXAMPLES
)]
pub struct Arguments {
    /// What every command understands.
    #[command(flatten)]
    pub general: General,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
离线命令（check、convert、explain、form）不需要服务器，也不联网。
联机命令（organization、report，以及 rule 中 check 以外的命令）通过 gRPC 访问 --server 指定的服务器。

退出码：
  0  没有阻断性问题
  1  至少有一个阻断性问题，或服务器因此拒绝
  2  有内容无法读取，或命令用法有误
  3  服务器因其他原因拒绝，或无法连接
  同时出现几种情况时取最大的一个。“未能核对”不影响退出码。

示例：
  nianbao check 年报.html
  nianbao check --format json 年报文件夹 > 结果.json
  nianbao convert 年报.html --to csv -o 年报.csv
  nianbao explain SEM-001
  nianbao report import 年报文件夹 --organization siqian";

/// What every command understands.
#[derive(Clone, Copy, Debug, Args)]
pub struct General {
    /// The form of the data.
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "text",
        value_name = "格式",
        help_heading = "通用",
        help = "数据的输出格式：text 供人阅读，json 供程序读取，csv 用于表格"
    )]
    pub format: DataFormat,
    /// The language.
    #[arg(
        long = "lang",
        global = true,
        value_enum,
        value_name = "语言",
        help_heading = "通用",
        help = "提示和说明的语言；默认按 LC_ALL、LC_MESSAGES、LANG 判断，en 开头为英文，其余为中文"
    )]
    pub language: Option<Language>,
}

/// The form of data on standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For tables.
    Csv,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks documents.
    #[command(about = "检查年度报告：网页、文本、CSV、JSON 都可以，离线完成")]
    Check(Check),
    /// Converts a document.
    #[command(about = "把年度报告转换成 JSON 或 CSV")]
    Convert(Convert),
    /// Explains a rule.
    #[command(about = "说明一条规则：内容、理由、依据、示例")]
    Explain(Explain),
    /// Shows the form.
    #[command(about = "查看年度报告的格式（各版本的表格、单元格代码）")]
    Form {
        /// What to show.
        #[command(subcommand)]
        command: FormCommand,
    },
    /// Works with organs on a server.
    #[command(about = "在服务器上登记、查询、修改行政机关")]
    Organization {
        /// Where and as whom.
        #[command(flatten)]
        connection: Connection,
        /// What to do.
        #[command(subcommand)]
        command: OrganizationCommand,
    },
    /// Works with rules: the catalogue's, and those that users write.
    #[command(about = "查看规则目录，编写、测试、启用自定义规则")]
    Rule {
        /// Where and as whom; testing a file needs neither.
        #[command(flatten)]
        connection: Connection,
        /// What to do.
        #[command(subcommand)]
        command: RuleCommand,
    },
    /// Works with reports on a server.
    #[command(about = "在服务器上导入、查询、更正、核对年度报告")]
    Report {
        /// Where and as whom.
        #[command(flatten)]
        connection: Connection,
        /// What to do.
        #[command(subcommand)]
        command: ReportCommand,
    },
}
