//! Commands about rules.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{Part, Writing};

/// What to do with rules.
#[derive(Debug, Subcommand)]
pub enum RuleCommand {
    /// Tests a file of rules.
    #[command(about = "离线检查一个规则文件：读表达式，运行规则自己的例子", after_help = CHECK)]
    Check(CheckRules),
    /// Lists rules.
    #[command(about = "列出服务器上的规则：目录中的规则和自定义规则", after_help = LIST)]
    List(ListRules),
    /// Gives one.
    #[command(about = "查看一条规则", after_help = GET)]
    Get(GetRule),
    /// Writes the rules of a file.
    #[command(about = "把规则文件中的规则写入服务器，成为草稿", after_help = CREATE)]
    Create(WriteRules),
    /// Changes rules by a file.
    #[command(about = "按规则文件修改服务器上的规则", after_help = UPDATE)]
    Update(WriteRules),
    /// Tests a rule.
    #[command(about = "在服务器上测试规则：运行它自己的例子，并可在年报上试算", after_help = TEST)]
    Test(TestRule),
    /// Enables one.
    #[command(about = "让规则试运行，或从试运行转为启用", after_help = ENABLE)]
    Enable(EnableRule),
    /// Takes one back.
    #[command(about = "停用一条规则，不再恢复", after_help = RETIRE)]
    Retire(RetireRule),
}

const LIST: &str = "\
示例：
  nianbao rule list
  nianbao rule list --origin user
  nianbao rule list --all --format csv > 规则.csv";
const GET: &str = "\
目录中的规则连同说明页一起显示；自定义规则显示表达式、例子、状态，以及最近一次保存的校验中命中多少份年报。

示例：
  nianbao rule get T3-001
  nianbao rule get USR-GRANTED --format json";
const CREATE: &str = "\
规则文件的写法见 nianbao rule check --help。每条规则单独写入；写入后是草稿，不参加校验。

示例：
  nianbao rule create 本市规则.json
  nianbao rule create 本市规则.json --validate-only";
const UPDATE: &str = "\
文件中的每条规则按编号修改，全部字段以文件为准。表达式、严重程度或适用范围有变的规则退回草稿。
不写 --etag 时先读取当前的 etag；写 --etag 时文件中只能有一条规则。

示例：
  nianbao rule update 本市规则.json";
const TEST: &str = "\
什么都不保存。例子有不符时退出码为 2。

示例：
  nianbao rule test USR-GRANTED
  nianbao rule test USR-GRANTED --report organizations/siqian/reports/2024
  nianbao rule test --file 本市规则.json --report-file 年报.html";
const ENABLE: &str = "\
草稿的例子全部通过才能试运行（shadow）：每次校验都运行，只计数，不显示。试运行过才能启用（active）。
不写 --etag 时先读取当前的 etag。

示例：
  nianbao rule enable USR-GRANTED --to shadow
  nianbao rule get USR-GRANTED
  nianbao rule enable USR-GRANTED --to active";
const RETIRE: &str = "\
停用的规则不再恢复，编号不再使用；已有的校验结果保持原样。

示例：
  nianbao rule retire USR-GRANTED";
const CHECK: &str = r#"规则文件是 JSON 列表，每条规则一项，全部写法见 docs/user-rules.md：
  [{"code": "USR-GRANTED", "title": "予以公开不多于办理总数",
    "message": {"zh": "予以公开的件数多于办理结果总计，请核对"}, "severity": "warning",
    "expression": "granted.applicants <= handled.applicants",
    "vectors": [
      {"given": {"cells": {"granted.applicants": 1, "handled.applicants": 2}}, "expect": "holds"},
      {"given": {"cells": {"granted.applicants": 3, "handled.applicants": 2}}, "expect": "fails"}]}]
表达式为 true 是符合，为 false 提出问题；单元格写作 行.列（用 nianbao form show 查看）。每条规则至少有
一个应当符合（holds）和一个应当不符合（fails）的例子。全部通过退出码为 0，有一处不对为 2。不需要服务器。

示例：
  nianbao rule check 本市规则.json
  nianbao rule check 本市规则.json --format json
  nianbao check --rules 本市规则.json 2024年报/"#;

/// Tests a file of rules.
#[derive(Debug, Args)]
pub struct CheckRules {
    /// The file.
    #[arg(value_name = "文件", help = "规则文件；“-” 表示标准输入")]
    pub file: PathBuf,
}

/// Lists rules.
#[derive(Debug, Args)]
pub struct ListRules {
    /// Where they come from.
    #[arg(long, value_enum, value_name = "来源", help = "只列目录中的规则，或只列自定义规则")]
    pub origin: Option<Origin>,
    /// Which part of the list.
    #[command(flatten)]
    pub part: Part,
}

/// Where rules come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Origin {
    /// The catalogue.
    Catalogue,
    /// A user.
    User,
}

/// Gives a rule.
#[derive(Debug, Args)]
pub struct GetRule {
    /// Its name.
    #[arg(value_name = "编号", help = "规则编号，如 T3-001、USR-GRANTED")]
    pub name: String,
}

/// Writes the rules of a file.
#[derive(Debug, Args)]
pub struct WriteRules {
    /// The file.
    #[arg(value_name = "文件", help = "规则文件；“-” 表示标准输入")]
    pub file: PathBuf,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "修改时：读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How they are written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Tests a rule.
#[derive(Debug, Args)]
pub struct TestRule {
    /// Its name.
    #[arg(
        value_name = "编号",
        required_unless_present = "file",
        conflicts_with = "file",
        help = "服务器上的自定义规则的编号"
    )]
    pub name: Option<String>,
    /// A file instead.
    #[arg(long, value_name = "文件", help = "测试规则文件中的规则，不写入")]
    pub file: Option<PathBuf>,
    /// Stored reports.
    #[arg(long = "report", value_name = "名称", help = "在服务器上的年报上试算；可以写多次")]
    pub reports: Vec<String>,
    /// Reports in files.
    #[arg(long = "report-file", value_name = "文件", help = "在文件中的年报上试算；可以写多次")]
    pub report_files: Vec<PathBuf>,
}

/// Enables a rule.
#[derive(Debug, Args)]
pub struct EnableRule {
    /// Its name.
    #[arg(value_name = "编号", help = "自定义规则的编号")]
    pub name: String,
    /// To which state.
    #[arg(long = "to", value_enum, value_name = "状态", help = "试运行或启用")]
    pub state: Enabled,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// The states in which checks run a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Enabled {
    /// Counted, not shown.
    Shadow,
    /// Shown.
    Active,
}

/// Takes a rule back.
#[derive(Debug, Args)]
pub struct RetireRule {
    /// Its name.
    #[arg(value_name = "编号", help = "自定义规则的编号")]
    pub name: String,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}
