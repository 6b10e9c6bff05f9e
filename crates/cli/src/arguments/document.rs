//! Commands about the documents of reports: those read, those written, those kept.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use nianbao_domain::form::Edition;
use nianbao_proto::v1;

use super::report::{Expected, View};
use super::{FillInTarget, Paging, Writing, value};

pub(super) const IMPORT: &str = "\
每个文件按顺序输出一行结果；用 --format json 时每行是一个 JSON 对象，含 source 和 response、kept 或 error。
发现的问题不影响导入，原文件随报告保存，可用 download 取回。压缩包（.zip）像文件夹一样逐个读取。
内容相同的文件已经导入过的，跳过并写明在哪里，所以同一个文件夹可以反复导入。
同一机关、年度、类别已有报告时不会覆盖。不写 --organization 时，按文件中的机关名称在登记的名称和别名中查找，
查不到或者不止一个时不导入并说明原因。

示例：
  nianbao report import 年报.html --organization siqian
  nianbao report import 2024年报/ --organization siqian --year 2024 --validate-only
  nianbao report import 全市年报.zip --jobs 8 --format csv > 结果.csv";
pub(super) const FILL_IN: &str = "\
按年度选用格式版本，把上一年度报告（沿机构沿革查找）的“结转下年度继续办理”填入“上年结转”。
合计是公式，不需要填写的地方已锁定（没有密码）。不在服务器上保存任何内容。
填好后用 report import 导入，文件自己说明机关、年度、类别和模板版本。

示例：
  nianbao report fill-in organizations/siqian/reports/2025 -o 司前镇2025.xlsx
  nianbao report fill-in organizations/siqian/reports/2025 --to docx -o 司前镇2025.docx";
pub(super) const RENDER: &str = "\
由服务器生成，同一内容每次生成的文件逐字节相同。服务器能生成哪些格式，取决于它的编译方式。
用 -o 时写完之后才替换原有的同名文件。

示例：
  nianbao report render organizations/siqian/reports/2024 --to html -o 年报.html
  nianbao report render organizations/siqian/reports/2024 --to docx --view published -o 年报.docx
  nianbao report render organizations/siqian/reports/2024 --to csv --revision 1 | head";
pub(super) const ATTACHMENTS: &str = "\
名称中的机关和报告都可以写成 “-”，表示所有有权查看的报告。

示例：
  nianbao report attachments organizations/siqian/reports/2024
  nianbao report attachments organizations/-/reports/- \\
      --filter 'sha256 = \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"'";
pub(super) const DOWNLOAD: &str = "\
下载后按登记的 SHA-256 核对；连接中断时从断点继续。文件下载完整之后才替换原有的同名文件。

示例：
  nianbao report download organizations/siqian/reports/2024 -o 原文.html
  nianbao report download organizations/siqian/reports/2024/attachments/1 | sha256sum";

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
