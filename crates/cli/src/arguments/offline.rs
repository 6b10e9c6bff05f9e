//! Commands that need no server.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use nianbao_document::Rendition;
use nianbao_document::official::{FontNames, FontRole};
use nianbao_domain::form::Edition;
use nianbao_domain::organization::{Level, OrganizationId};
use nianbao_domain::report::{ReportKind, ReportYear};

use super::value;

/// Checks documents.
#[derive(Debug, Args)]
#[command(after_help = "\
文件夹按文件名顺序检查，压缩包（.zip）像文件夹一样逐个读取，隐藏文件和 *.findings.json 除外；“-” 表示标准输入。
多个文件由全部处理器同时检查，结果仍按顺序输出；文件很多时可加 --brief，每个文件一行。
问题按轻重和牵连的多少排列，由同一处错误引起的列在它下面；--fix-preview 画出按唯一建议改正后的表格，不写入任何文件。
机关层级依次按 --level、--organization、机关名称判断；都判断不出时，需要层级的规则列为“未能核对”。

与其他报告比较（可以是文件或文件夹，可以重复）：
  --previous  按机关和上一年度匹配；同一机关有两份上年报告时报错，不作猜测
  --siblings  按同一年度、不同机关匹配；同级同类机关至少 3 份才比较数字
  --children  只用于本级汇总：同一年度的全部下级单位；上一年度有报告而本年度没有的单位算缺报
机关按名称匹配（不计空格、标点、全角半角），--organization 中的别名也算。
没有可比的报告时，有关规则列为“未能核对”并说明原因；用来比较的文件无法读取时，退出码为 2。

示例：
  nianbao check 年报.html
  nianbao check --level county 2024年报/
  nianbao check 2024年报/ --previous 2023年报/
  nianbao check 某局2024.html --previous 某局2023.html --siblings 2024年报/
  nianbao check 全县2024.html --children 2024年报/ --children 2024乡镇年报/
  nianbao check --brief 全市年报.zip
  nianbao check --fix-preview 年报.html
  curl -s https://…/content.html | nianbao check -
  nianbao check --format json 年报.html | jq '.documents[0].findings[].code'
  nianbao check --format csv 2024年报/ > 问题.csv")]
pub struct Check {
    /// What to check.
    #[arg(
        required = true,
        value_name = "路径",
        help = "文件或文件夹，可以有多个；“-” 表示标准输入"
    )]
    pub paths: Vec<PathBuf>,
    /// The level, where it is known better than the document tells.
    #[arg(long, value_parser = value::level(), value_name = "层级", help = "机关层级：省级、地级、县级、乡级")]
    pub level: Option<Level>,
    /// The organ.
    #[arg(
        long,
        value_name = "文件",
        help = "机关登记信息：nianbao.v1.Organization 的 JSON 文件，适用于所有被检查的文件"
    )]
    pub organization: Option<PathBuf>,
    /// Rules beside the catalogue.
    #[arg(
        long,
        value_name = "文件",
        help = "自定义规则文件（JSON，见 docs/user-rules.md），与目录中的规则一同核对；先运行规则自己的例子"
    )]
    pub rules: Option<PathBuf>,
    /// Reports of the year before.
    #[arg(
        long,
        value_name = "路径",
        help_heading = "与其他报告比较",
        help = "上一年度的报告：文件或文件夹；核对前后年度的衔接"
    )]
    pub previous: Vec<PathBuf>,
    /// Reports of other organs.
    #[arg(
        long,
        value_name = "路径",
        help_heading = "与其他报告比较",
        help = "同级机关同一年度的报告：文件或文件夹；核对雷同和漏填"
    )]
    pub siblings: Vec<PathBuf>,
    /// Reports of units.
    #[arg(
        long,
        value_name = "路径",
        help_heading = "与其他报告比较",
        help = "下级单位同一年度的报告：文件或文件夹；核对本级汇总"
    )]
    pub children: Vec<PathBuf>,
    /// Whether to show what the report would be with its certain suggestions.
    #[arg(
        long,
        help = "画出改正后的表格：只列入唯一确定的改动，改动处写成 [旧→新]；不写入任何文件"
    )]
    pub fix_preview: bool,
    /// Whether to show a line a document.
    #[arg(long, conflicts_with = "fix_preview", help = "每个文件只显示一行结论，最后给出汇总")]
    pub brief: bool,
}

/// Converts a document.
#[derive(Debug, Args)]
#[command(after_help = "\
CSV 每个单元格一行，表头为
  organization,year,kind,edition,table,line,column,cell,label,state,value,unit,raw
JSON 是 nianbao.v1.Report 的标准形式。html 是一个自足的网页，xlsx 三张表各占一个工作表，合计是公式，
docx 和 pdf 按公文格式排版，md 是带表格的 Markdown。各种结果都可以再用 check 和 convert 读取，内容不变；
csv 只有数据，没有文字。xlsx、docx 和 pdf 不能输出到终端，请用 -o 保存。
pdf 嵌入字体：不指定时使用本机已安装的自由中文字体；指定有版权的字体时，请确认许可范围。
用 -o 时先写临时文件再改名，原有文件要么完整保留，要么被完整替换。

示例：
  nianbao convert 年报.html --to json -o 年报.json
  nianbao convert 年报.txt --to csv | head
  nianbao convert 年报.docx --to html -o 年报.html
  nianbao convert 年报.html --to xlsx -o 年报.xlsx")]
pub struct Convert {
    /// What to convert.
    #[arg(value_name = "输入", help = "要转换的文件；“-” 表示标准输入")]
    pub input: PathBuf,
    /// What to make of it.
    #[arg(long, value_enum, value_name = "目标格式", help = "转换成的格式")]
    pub to: Target,
    /// Where to put it.
    #[arg(short, long, value_name = "文件", help = "写入的文件；不写则输出到标准输出")]
    pub output: Option<PathBuf>,
    /// What official documents are set in.
    #[command(flatten)]
    pub fonts: FontArguments,
}

/// What official documents are set in.
#[derive(Debug, Args)]
#[command(next_help_heading = "字体（用于 docx 和 pdf）")]
pub struct FontArguments {
    /// A folder of fonts.
    #[arg(
        long,
        value_name = "目录",
        env = "NIANBAO_FONT_FOLDER",
        help = "字体文件所在目录，用于 pdf"
    )]
    pub font_folder: Option<PathBuf>,
    /// The family of the title.
    #[arg(long, value_name = "字体", env = "NIANBAO_TITLE_FONT", help = "标题字体")]
    pub title_font: Option<String>,
    /// The family of headings of the first level.
    #[arg(long, value_name = "字体", env = "NIANBAO_HEADING_FONT", help = "一级标题字体")]
    pub heading_font: Option<String>,
    /// The family of headings of the second level.
    #[arg(long, value_name = "字体", env = "NIANBAO_SECOND_HEADING_FONT", help = "二级标题字体")]
    pub second_heading_font: Option<String>,
    /// The family of the text.
    #[arg(long, value_name = "字体", env = "NIANBAO_BODY_FONT", help = "正文字体")]
    pub body_font: Option<String>,
    /// The family of page numbers.
    #[arg(long, value_name = "字体", env = "NIANBAO_PAGE_NUMBER_FONT", help = "页码字体")]
    pub page_number_font: Option<String>,
}

impl FontArguments {
    /// The families that are named.
    pub fn names(&self) -> FontNames {
        let named = [
            (FontRole::Title, &self.title_font),
            (FontRole::Heading, &self.heading_font),
            (FontRole::SecondHeading, &self.second_heading_font),
            (FontRole::Body, &self.body_font),
            (FontRole::PageNumber, &self.page_number_font),
        ];
        let named = named.into_iter().filter_map(|(role, name)| Some((role, name.as_ref()?)));
        named.fold(FontNames::default(), |names, (role, name)| names.with(role, name))
    }
}

/// What a document can be converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// `nianbao.v1.Report` in the standard JSON form.
    Json,
    /// A line a printed cell.
    Csv,
    /// A web page.
    Html,
    /// Text with pipe tables.
    Md,
    /// A workbook.
    Xlsx,
    /// A word processor's file.
    Docx,
    /// Pages.
    Pdf,
}

impl Target {
    /// What a report is written as.
    pub const fn rendition(self) -> Rendition {
        match self {
            Self::Json => Rendition::Json,
            Self::Csv => Rendition::Csv,
            Self::Html => Rendition::Html,
            Self::Md => Rendition::Markdown,
            Self::Xlsx => Rendition::Xlsx,
            Self::Docx => Rendition::Docx,
            Self::Pdf => Rendition::Pdf,
        }
    }

    /// Whether it is text that a terminal can show.
    pub const fn is_text(self) -> bool {
        self.rendition().is_text()
    }
}

/// Explains a rule.
#[derive(Debug, Args)]
#[command(after_help = "\
示例：
  nianbao explain SEM-001
  nianbao explain --lang en T3-001")]
pub struct Explain {
    /// The code of the rule.
    #[arg(value_name = "规则代码", help = "规则代码，如 SEM-001")]
    pub code: String,
}

/// Shows the form.
#[derive(Debug, Subcommand)]
pub enum FormCommand {
    /// Lists the editions.
    #[command(about = "列出格式的所有版本")]
    List,
    /// Shows an edition.
    #[command(
        about = "画出一个版本的表格，并标出每个单元格的代码",
        after_help = "\
示例：
  nianbao form show 2021
  nianbao form show 2019 --format json
  nianbao form show 2021 --format csv | grep handled"
    )]
    Show {
        /// The edition.
        #[arg(value_parser = value::edition(), value_name = "版本", help = "版本，以首个适用的报告年度命名")]
        edition: Edition,
    },
    /// Makes a document to be filled in.
    #[command(
        about = "为一个机关、一个年度生成待填写的工作簿或者 Word 文档",
        after_help = "\
按年度选用格式版本；有上一年度报告（任何可读取的格式）时，把它的“结转下年度继续办理”填入“上年结转”。
合计是公式，不需要填写的地方已锁定（没有密码）。填好后用 check、convert 或 report import 读取，
文件自己说明机关、年度、类别和模板版本。机关和上一年度的报告已经在服务器上的，用 report fill-in 更方便。

示例：
  nianbao form fill-in --organization 甲县财政局 --year 2025 -o 甲县财政局2025.xlsx
  nianbao form fill-in --organization 甲县财政局 --year 2025 --previous 2024年报.html -o 填报.docx"
    )]
    FillIn(FillInArguments),
}

/// Makes a document to be filled in.
#[derive(Debug, Args)]
pub struct FillInArguments {
    /// The name of the organ.
    #[arg(long, value_name = "机关", help = "机关名称，印在标题上")]
    pub organization: String,
    /// Its id.
    #[arg(long, value_name = "编号", help = "机关在系统中的编号；填好后据此核对归属")]
    pub organization_id: Option<OrganizationId>,
    /// The report year.
    #[arg(long, value_name = "年度", help = "报告年度")]
    pub year: ReportYear,
    /// Own or consolidated.
    #[arg(long, value_parser = value::kind(), default_value = "own", value_name = "类别", help = "own 本机关，consolidated 本级汇总")]
    pub kind: ReportKind,
    /// The edition.
    #[arg(long, value_parser = value::edition(), value_name = "版本", help = "格式版本；不写则按年度选用")]
    pub edition: Option<Edition>,
    /// The report of the year before.
    #[arg(long, value_name = "文件", help = "上一年度的报告，取其结转下年度的件数")]
    pub previous: Option<PathBuf>,
    /// As what, and where to.
    #[command(flatten)]
    pub target: FillInTarget,
}

/// What a document to be filled in is made as, and where it is put.
#[derive(Debug, Args)]
pub struct FillInTarget {
    /// As what.
    #[arg(
        long,
        value_enum,
        value_name = "目标格式",
        help = "xlsx 工作簿，docx Word 文档；不写则按文件名的后缀，没有后缀则为 xlsx"
    )]
    to: Option<FillInFormat>,
    /// Where to.
    #[arg(short, long, value_name = "文件", help = "写入的文件；不写或写 “-” 则输出到标准输出")]
    pub output: Option<PathBuf>,
}

/// What people fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FillInFormat {
    /// A workbook.
    Xlsx,
    /// A word processor's document.
    Docx,
}

impl FillInTarget {
    /// What was asked for, or what the name of the file says.
    pub fn format(&self) -> FillInFormat {
        let extension = self.output.as_deref().and_then(Path::extension);
        let is_docx = extension.is_some_and(|it| it.eq_ignore_ascii_case("docx"));
        self.to.unwrap_or(if is_docx { FillInFormat::Docx } else { FillInFormat::Xlsx })
    }
}
