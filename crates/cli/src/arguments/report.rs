//! Commands about reports.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use nianbao_domain::finding::Stage;
use nianbao_domain::form::Edition;
use nianbao_domain::report::ReportKind;

use super::decision::{self, Acknowledge, Revalidate, Waive, WithdrawDecision};
use super::document::{self, Attachments, Download, FillInReport, Import, Render};
use super::{CellSetting, Paging, Part, SuggestionChoice, Writing, value};

/// What to do with reports.
#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Creates one.
    #[command(about = "用一个文件的内容新建报告（草稿）", after_help = CREATE)]
    Create(Create),
    /// Gives one.
    #[command(about = "查看一份报告", after_help = GET)]
    Get(Get),
    /// Lists them.
    #[command(about = "列出报告", after_help = LIST)]
    List(List),
    /// Changes one.
    #[command(about = "修改报告：单元格、标题、正文", after_help = UPDATE)]
    Update(Update),
    /// Deletes one.
    #[command(about = "删除从未报送过的报告")]
    Delete(Delete),
    /// Gives several.
    #[command(about = "一次取多份报告，要么全部取到，要么全部不取")]
    BatchGet(BatchGet),
    /// Imports pages.
    #[command(about = "导入已发布的年度报告：文件或整个文件夹，每个文件一行结果", after_help = document::IMPORT)]
    Import(Import),
    /// Writes one as a document.
    #[command(about = "把报告写成文件：网页、Word、PDF、Excel 等", after_help = document::RENDER)]
    Render(Render),
    /// Makes a document to be filled in.
    #[command(about = "为一份将要编制的报告生成待填写的工作簿或者 Word 文档", after_help = document::FILL_IN)]
    FillIn(FillInReport),
    /// Lists kept files.
    #[command(about = "列出随报告保存的原文件", after_help = document::ATTACHMENTS)]
    Attachments(Attachments),
    /// Downloads a kept file.
    #[command(about = "下载随报告保存的原文件，逐字节与导入时相同", after_help = document::DOWNLOAD)]
    Download(Download),
    /// Checks one on the server.
    #[command(about = "由服务器核对一份报告，不保存任何内容", after_help = VALIDATE)]
    Validate(Validate),
    /// Puts one into another edition.
    #[command(about = "把报告换成另一版格式，列出无法带过去的内容", after_help = CHANGE_EDITION)]
    ChangeEdition(ChangeEdition),
    /// Acknowledges a finding.
    #[command(about = "确认一个警告或提示，并写明理由", after_help = decision::ACKNOWLEDGE)]
    Acknowledge(Acknowledge),
    /// Waives a finding.
    #[command(about = "在期限之内豁免一个会阻断报送的问题，并写明理由", after_help = decision::WAIVE)]
    Waive(Waive),
    /// Withdraws a decision.
    #[command(about = "撤回一个确认或豁免", after_help = decision::WITHDRAW)]
    WithdrawDecision(WithdrawDecision),
    /// Runs the rules again.
    #[command(about = "重新核对结果已经过时的报告", after_help = decision::REVALIDATE)]
    Revalidate(Revalidate),
    /// Lists revisions.
    #[command(about = "列出报告的所有修订")]
    Revisions(Revisions),
    /// Gives a revision.
    #[command(about = "查看一个修订当时的内容", after_help = REVISION)]
    Revision(Revision),
}

const CREATE: &str = "\
文件可以是 convert 能读的任何格式。发布后的网页请用 import，它会记录原文的来源。

示例：
  nianbao report create --file 年报.json --organization organizations/siqian
  nianbao report create --file 年报.csv --organization siqian --year 2024";
const GET: &str = "\
示例：
  nianbao report get organizations/siqian/reports/2024
  nianbao report get organizations/siqian/reports/2024 --format csv > 年报.csv";
const LIST: &str = "\
示例：
  nianbao report list --organization siqian
  nianbao report list --filter 'report_year >= 2021 AND state = REPORT_STATE_DRAFT' --order-by 'report_year desc'";
const UPDATE: &str = "\
值可以是数字、blank（空白）或 n/a（不适用）；金额可带单位，如 863732.45元、1.2万元。
不写 --etag 时先读取当前的 etag；别人同时改过时服务器会拒绝，不会互相覆盖。
--apply-suggestion 先由服务器重新核对：问题已经不在、或有几种改法而没有写明序号时，不修改任何内容。
标识由 nianbao report validate 列出；加 --validate-only 只核对、不保存。

示例：
  nianbao report update organizations/siqian/reports/2024 \\
      --set government_rules.issued=0 --set administrative_charges.amount_collected=1.2万元
  nianbao report update organizations/siqian/reports/2024 --apply-suggestion 3fa1c09b77e2
  nianbao report update organizations/siqian/reports/2024 \\
      --apply-suggestion 3fa1c09b77e2:2 --validate-only
  nianbao report update organizations/siqian/reports/2024 --narrative-file 正文.json";
const VALIDATE: &str = "\
示例：
  nianbao report validate organizations/siqian/reports/2024
  nianbao report validate --file 年报.html --organization siqian --stage submission";
const CHANGE_EDITION: &str = "\
示例：
  nianbao report change-edition organizations/siqian/reports/2024 --to 2021";
const REVISION: &str = "\
示例：
  nianbao report revision organizations/siqian/reports/2024/revisions/1 --format json";

/// Creates a report.
#[derive(Debug, Args)]
pub struct Create {
    /// What it says.
    #[arg(long, value_name = "文件", help = "报告文件；“-” 表示标准输入")]
    pub file: PathBuf,
    /// Whose it is.
    #[arg(
        long,
        value_name = "机关",
        help = "organizations/编号，或只写编号；JSON 文件中已有名称时可省略"
    )]
    pub organization: Option<String>,
    /// What the file does not tell.
    #[command(flatten)]
    pub expected: Expected,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// What is expected of a document, or what it does not tell.
#[derive(Clone, Debug, Args)]
pub struct Expected {
    /// The year.
    #[arg(long, value_name = "年度", help = "报告年度；文件中有年度时必须一致")]
    pub year: Option<i32>,
    /// The kind.
    #[arg(long, value_parser = value::kind(), value_name = "类别", help = "own 本机关，consolidated 本级汇总")]
    pub kind: Option<ReportKind>,
    /// The caller's own key.
    #[arg(long, value_name = "键", help = "自用键值，可用于筛选")]
    pub source_key: Option<String>,
}

/// Which content of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// The newest revision.
    Working,
    /// The published one.
    Published,
}

/// Gives a report.
#[derive(Debug, Args)]
pub struct Get {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度")]
    pub name: String,
    /// Which content.
    #[arg(
        long,
        value_enum,
        default_value = "working",
        value_name = "内容",
        help = "working 最新内容，published 已发布的内容"
    )]
    pub view: View,
}

/// Gives several reports.
#[derive(Debug, Args)]
pub struct BatchGet {
    /// Their names.
    #[arg(
        required = true,
        value_name = "名称",
        help = "organizations/编号/reports/年度，可以有多个"
    )]
    pub names: Vec<String>,
    /// Which content.
    #[arg(
        long,
        value_enum,
        default_value = "working",
        value_name = "内容",
        help = "working 最新内容，published 已发布的内容"
    )]
    pub view: View,
}

/// Lists reports.
#[derive(Debug, Args)]
pub struct List {
    /// Whose.
    #[arg(
        long,
        value_name = "机关",
        help = "organizations/编号，或只写编号；不写则列出所有机关的报告"
    )]
    pub organization: Option<String>,
    /// Which part.
    #[command(flatten)]
    pub paging: Paging,
}

/// Changes a report.
#[derive(Debug, Args)]
pub struct Update {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度")]
    pub name: String,
    /// Cells.
    #[arg(long = "set", value_name = "单元格=值", help = "修改一个单元格，可以写多次", conflicts_with_all = ["title", "compiled_by", "source_key", "narrative_file"])]
    pub cells: Vec<CellSetting>,
    /// A suggestion.
    #[arg(
        long,
        value_name = "标识[:序号]",
        help = "采用服务器对现有问题提出的一个建议：问题的标识（可只写前 8 位以上），有几种改法时加序号",
        conflicts_with_all = ["cells", "title", "compiled_by", "source_key", "narrative_file"]
    )]
    pub apply_suggestion: Option<SuggestionChoice>,
    /// The title.
    #[arg(long, value_name = "标题", help = "标题")]
    pub title: Option<String>,
    /// Who compiled it.
    #[arg(long, value_name = "机关名称", help = "汇总报告的编制机关")]
    pub compiled_by: Option<String>,
    /// The caller's own key.
    #[arg(long, value_name = "键", help = "自用键值")]
    pub source_key: Option<String>,
    /// The words.
    #[arg(long, value_name = "文件", help = "正文：nianbao.v1.Narrative 的 JSON 文件，整体替换")]
    pub narrative_file: Option<PathBuf>,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Deletes a report.
#[derive(Debug, Args)]
pub struct Delete {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度")]
    pub name: String,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Checks a report on the server.
#[derive(Debug, Args)]
pub struct Validate {
    /// A stored one.
    #[arg(value_name = "名称", required_unless_present = "file", conflicts_with_all = ["file", "organization"], help = "organizations/编号/reports/年度")]
    pub name: Option<String>,
    /// One in a file.
    #[arg(long, value_name = "文件", help = "核对一个文件，而不是已保存的报告；“-” 表示标准输入")]
    pub file: Option<PathBuf>,
    /// Whose the file is.
    #[arg(long, value_name = "机关", help = "文件所属的机关：organizations/编号，或只写编号")]
    pub organization: Option<String>,
    /// The occasion.
    #[arg(long, value_parser = value::stage(), default_value = "draft", value_name = "阶段", help = "核对的阶段：起草、报送、已发布网页")]
    pub stage: Stage,
}

/// Puts a report into another edition.
#[derive(Debug, Args)]
pub struct ChangeEdition {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度")]
    pub name: String,
    /// The edition.
    #[arg(long, value_parser = value::edition(), value_name = "版本", help = "换成的版本")]
    pub to: Edition,
    /// What the caller has seen.
    #[arg(long, value_name = "etag", help = "读取时得到的 etag；不写则先读取")]
    pub etag: Option<String>,
    /// How it is written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Lists revisions.
#[derive(Debug, Args)]
pub struct Revisions {
    /// The report.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度")]
    pub name: String,
    /// Which part of the list.
    #[command(flatten)]
    pub part: Part,
}

/// Gives a revision.
#[derive(Debug, Args)]
pub struct Revision {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度/revisions/序号")]
    pub name: String,
}
