//! Commands about reports.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use nianbao_domain::finding::Stage;
use nianbao_domain::form::Edition;
use nianbao_domain::report::ReportKind;
use nianbao_proto::v1;

use super::decision::{self, Acknowledge, Revalidate, Waive, WithdrawDecision};
use super::{CellSetting, FillInTarget, Paging, Part, SuggestionChoice, Writing, value};

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
    #[command(about = "导入已发布的年度报告：文件或整个文件夹，每个文件一行结果", after_help = IMPORT)]
    Import(Import),
    /// Writes one as a document.
    #[command(about = "把报告写成文件：网页、Word、PDF、Excel 等", after_help = RENDER)]
    Render(Render),
    /// Makes a document to be filled in.
    #[command(about = "为一份将要编制的报告生成待填写的工作簿或者 Word 文档", after_help = FILL_IN)]
    FillIn(FillInReport),
    /// Lists kept files.
    #[command(about = "列出随报告保存的原文件", after_help = ATTACHMENTS)]
    Attachments(Attachments),
    /// Downloads a kept file.
    #[command(about = "下载随报告保存的原文件，逐字节与导入时相同", after_help = DOWNLOAD)]
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
const IMPORT: &str = "\
每个文件按顺序输出一行结果；用 --format json 时每行是一个 JSON 对象，含 source 和 response、kept 或 error。
发现的问题不影响导入，原文件随报告保存，可用 download 取回。压缩包（.zip）像文件夹一样逐个读取。
内容相同的文件已经导入过的，跳过并写明在哪里，所以同一个文件夹可以反复导入。
同一机关、年度、类别已有报告时不会覆盖。不写 --organization 时，按文件中的机关名称在登记的名称和别名中查找，
查不到或者不止一个时不导入并说明原因。

示例：
  nianbao report import 年报.html --organization siqian
  nianbao report import 2024年报/ --organization siqian --year 2024 --validate-only
  nianbao report import 全市年报.zip --jobs 8 --format csv > 结果.csv";
const FILL_IN: &str = "\
按年度选用格式版本，把上一年度报告（沿机构沿革查找）的“结转下年度继续办理”填入“上年结转”。
合计是公式，不需要填写的地方已锁定（没有密码）。不在服务器上保存任何内容。
填好后用 report import 导入，文件自己说明机关、年度、类别和模板版本。

示例：
  nianbao report fill-in organizations/siqian/reports/2025 -o 司前镇2025.xlsx
  nianbao report fill-in organizations/siqian/reports/2025 --to docx -o 司前镇2025.docx";

const RENDER: &str = "\
由服务器生成，同一内容每次生成的文件逐字节相同。服务器能生成哪些格式，取决于它的编译方式。
用 -o 时写完之后才替换原有的同名文件。

示例：
  nianbao report render organizations/siqian/reports/2024 --to html -o 年报.html
  nianbao report render organizations/siqian/reports/2024 --to docx --view published -o 年报.docx
  nianbao report render organizations/siqian/reports/2024 --to csv --revision 1 | head";
const ATTACHMENTS: &str = "\
名称中的机关和报告都可以写成 “-”，表示所有有权查看的报告。

示例：
  nianbao report attachments organizations/siqian/reports/2024
  nianbao report attachments organizations/-/reports/- \\
      --filter 'sha256 = \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"'";
const DOWNLOAD: &str = "\
下载后按登记的 SHA-256 核对；连接中断时从断点继续。文件下载完整之后才替换原有的同名文件。

示例：
  nianbao report download organizations/siqian/reports/2024 -o 原文.html
  nianbao report download organizations/siqian/reports/2024/attachments/1 | sha256sum";
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

/// Imports pages.
#[derive(Debug, Args)]
pub struct Import {
    /// What to import.
    #[arg(
        required = true,
        value_name = "路径",
        help = "文件或文件夹，可以有多个；“-” 表示标准输入"
    )]
    pub paths: Vec<PathBuf>,
    /// Whose they are.
    #[arg(
        long,
        value_name = "机关",
        help = "organizations/编号，或只写编号；不写则按文件中的机关名称查找"
    )]
    pub organization: Option<String>,
    /// How many on their way at once.
    #[arg(
        long,
        default_value = "4",
        value_parser = clap::value_parser!(u8).range(1..=64),
        value_name = "数量",
        help = "同时处理的文件数，1 至 64"
    )]
    pub jobs: u8,
    /// Where the page was found.
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        value_name = "网址",
        help = "网页的网址，作为发布地址保存"
    )]
    pub source_uri: String,
    /// What is expected.
    #[command(flatten)]
    pub expected: Expected,
    /// How they are written.
    #[command(flatten)]
    pub writing: Writing,
}

/// Writes a report as a document.
#[derive(Debug, Args)]
pub struct Render {
    /// Its name.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度")]
    pub name: String,
    /// What to make of it.
    #[arg(long, value_enum, value_name = "目标格式", help = "写成的格式")]
    pub to: DocumentFormat,
    /// Which content.
    #[arg(
        long,
        value_enum,
        value_name = "内容",
        help = "working 最新内容（不写即是），published 已发布的内容"
    )]
    pub view: Option<View>,
    /// Which revision.
    #[arg(long, value_name = "序号", help = "某一次修订的内容", conflicts_with = "view")]
    pub revision: Option<u32>,
    /// Where to.
    #[arg(short, long, value_name = "文件", help = "保存到文件；不写或写 “-” 则输出到标准输出")]
    pub output: Option<PathBuf>,
}

/// What a server can write a report as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocumentFormat {
    /// A web page.
    Html,
    /// Text with pipe tables.
    Md,
    /// The figures, a line a cell.
    Csv,
    /// `nianbao.v1.Report` in the standard JSON form.
    Json,
    /// A workbook.
    Xlsx,
    /// A word processor's file.
    Docx,
    /// Pages.
    Pdf,
}

impl DocumentFormat {
    /// Its number in the contract.
    pub fn number(self) -> i32 {
        let rendition = match self {
            Self::Html => v1::Rendition::Html,
            Self::Md => v1::Rendition::Markdown,
            Self::Csv => v1::Rendition::Csv,
            Self::Json => v1::Rendition::Json,
            Self::Xlsx => v1::Rendition::Xlsx,
            Self::Docx => v1::Rendition::Docx,
            Self::Pdf => v1::Rendition::Pdf,
        };
        rendition.into()
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Html | Self::Md | Self::Csv | Self::Json)
    }
}

/// Makes a document to be filled in.
#[derive(Debug, Args)]
pub struct FillInReport {
    /// The report that is to be.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度；报告不必已经存在")]
    pub name: String,
    /// The edition.
    #[arg(long, value_parser = value::edition(), value_name = "版本", help = "格式版本；不写则按年度选用")]
    pub edition: Option<Edition>,
    /// As what, and where to.
    #[command(flatten)]
    pub target: FillInTarget,
}

/// Lists kept files.
#[derive(Debug, Args)]
pub struct Attachments {
    /// The report.
    #[arg(value_name = "名称", help = "organizations/编号/reports/年度，编号和年度都可以写成 “-”")]
    pub name: String,
    /// Which part.
    #[command(flatten)]
    pub paging: Paging,
}

/// Downloads a kept file.
#[derive(Debug, Args)]
pub struct Download {
    /// Its name, or that of its report.
    #[arg(
        value_name = "名称",
        help = "organizations/编号/reports/年度，或其后再加 /attachments/序号；只写报告时为导入时的原文件"
    )]
    pub name: String,
    /// Where to.
    #[arg(short, long, value_name = "文件", help = "保存到文件；不写或写 “-” 则输出到标准输出")]
    pub output: Option<PathBuf>,
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
