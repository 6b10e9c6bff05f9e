//! Why bytes are no draft.

use nianbao_domain::report::Excess;

use crate::{Format, PackageError};

/// Why a document cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or nothing but white space.
    #[error("the document is empty")]
    Empty,
    /// More bytes than [`crate::MAX_BYTES`].
    #[error("the document has {found} bytes; {limit} are the limit")]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
        /// The size of the document, in bytes.
        found: usize,
    },
    /// More table cells than [`crate::MAX_CELLS`].
    #[error("the document has more than {limit} table cells")]
    TooManyCells {
        /// The limit.
        limit: usize,
    },
    /// A wider table than [`crate::MAX_COLUMNS`].
    #[error("a table of the document has more than {limit} columns; no form is so wide")]
    TooManyColumns {
        /// The limit.
        limit: usize,
    },
    /// More lines than [`crate::MAX_LINES`].
    #[error("the document has more than {limit} lines")]
    TooManyLines {
        /// The limit.
        limit: usize,
    },
    /// More markup than [`crate::MAX_MARKS`].
    #[error(
        "the page has more than {limit} tags, attributes and references; no report needs so many"
    )]
    TooMuchMarkup {
        /// The limit.
        limit: usize,
    },
    /// More text than [`crate::MAX_TEXT`], or, where bytes in another encoding are more in UTF-8,
    /// than [`crate::MAX_BYTES`].
    #[error("the document has more than {limit} bytes of text; no report is so long")]
    TooMuchText {
        /// The limit, in bytes of UTF-8.
        limit: usize,
    },
    /// Bytes of no format that is read.
    #[error(
        "the format of the document is not read; save it as HTML, text, DOCX, XLSX, PDF with text, CSV \
         or JSON"
    )]
    UnknownFormat,
    /// A format that is recognized here and read by another crate.
    #[error("{} is not read as a document", .0.media_type())]
    NotReadHere(Format),
    /// A Word or Excel file that cannot be read.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// An archive, which is read document by document.
    #[error("an archive of many documents is no document; read them one by one")]
    ManyDocuments,
    /// Text in no encoding that is read.
    #[error("the text is in no known encoding; tried {}; save it as UTF-8", .tried.join(", "))]
    Undecodable {
        /// The encodings that were tried.
        tried: Vec<&'static str>,
    },
    /// A page that can be read and is no annual report.
    #[error("the document is no annual report: {0}")]
    NotAReport(NotAReport),
    /// A page of which some part is longer than a report may hold; nothing is cut off.
    #[error("{}", .0.message().en)]
    TooLong(Excess),
    /// A PDF file that cannot be read as text.
    #[error("the PDF file {0}")]
    Pdf(PdfProblem),
    /// A document to be filled in of another version than today's.
    #[error(
        "the document was made from version {found} of the template; today's is version {current}: \
         make it anew and fill that in"
    )]
    Template {
        /// The version it was made from.
        found: String,
        /// The version that is read.
        current: &'static str,
    },
    /// A table of figures that breaks the format.
    #[error("line {line}: {problem}")]
    Csv {
        /// The line of the file, from 1.
        line: u64,
        /// What is wrong with it.
        problem: CsvProblem,
    },
}

/// What a page without a report is instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAReport {
    /// A frame without text: its content comes by script.
    #[error("its text comes by script; open it in a browser, save the whole page, and import that")]
    Shell,
    /// A list of reports.
    #[error("a list of reports; open one of them and import its page")]
    List,
    /// A title, and the report itself in a document that the page links to.
    #[error("the report is in an attachment, {0}; download and import that")]
    Attachment(String),
    /// A title, and the report itself as pictures.
    #[error("the report is a picture, {0}, whose words cannot be read; import its text")]
    Picture(String),
    /// A title, and the report itself somewhere else.
    #[error("a title without a report; find and import the report itself")]
    TitleOnly,
    /// Something else.
    #[error("it has no title, section or table of one")]
    Other,
}

/// Why a PDF file cannot be read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfProblem {
    /// No pages can be found in it.
    #[error("is damaged: no pages can be found in it")]
    Damaged,
    /// A page, or what stands on it, is missing or cut off.
    #[error("is damaged: a page or its content is missing; export it again")]
    Incomplete,
    /// It asks for a password, or for rights that are given elsewhere.
    #[error("is encrypted and opens with a password only")]
    Encrypted,
    /// Nothing but pictures, as from a scanner.
    #[error("has no text, only pictures, as a scan has; scans are not read")]
    NoText,
    /// Text whose fonts do not say which characters their glyphs are.
    #[error("has text in fonts that do not say which characters they show")]
    Unmapped,
    /// More of something than any report has.
    #[error("has more than {limit} {what}")]
    TooMuch {
        /// The limit.
        limit: usize,
        /// What there is too much of, in English.
        what: &'static str,
    },
}

/// What is wrong with a line of figures.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CsvProblem {
    /// Not a record: quotes or fields do not match.
    #[error("not a record of thirteen fields")]
    Malformed,
    /// The first line does not name the fields.
    #[error("the header is not that of a report")]
    Header,
    /// A field has a value that it cannot have.
    #[error("{value:?} is no {field}")]
    Field {
        /// The name of the field.
        field: &'static str,
        /// What it says, shortened.
        value: String,
    },
    /// The line is about another report than the lines before.
    #[error("another report begins here; a file holds one")]
    SecondReport,
    /// The cell stands in the file already.
    #[error("the cell {0} stands in the file already")]
    Duplicate(String),
    /// The edition does not print the cell.
    #[error("the form does not print the cell {0}")]
    NotOnForm(String),
}

impl ReadError {
    /// The sentence for people.
    pub fn message_zh(&self) -> String {
        match self {
            Self::Empty => "文件是空的".to_owned(),
            Self::TooLarge { limit, found } => {
                format!("文件有 {found} 字节，超过上限 {limit} 字节")
            }
            Self::TooManyCells { limit } => format!("文件的表格单元格超过上限 {limit} 个"),
            Self::TooManyColumns { limit } => {
                format!("文件的表格超过 {limit} 列，年度报告的表格没有这么宽；请只导入报告本身")
            }
            Self::TooManyLines { limit } => format!("文件的行数超过上限 {limit} 行"),
            Self::TooMuchMarkup { limit } => {
                format!(
                    "网页的标签、属性和字符引用超过上限 {limit} 个，年度报告用不了这么多；请只导入报告本身"
                )
            }
            Self::TooMuchText { limit } => {
                format!("文件的文字超过上限 {limit} 字节，年度报告没有这么长；请只导入报告本身")
            }
            Self::UnknownFormat => {
                "无法读取这种格式的文件；请另存为网页、文本、Word（docx）、Excel（xlsx）、有文字层的 PDF、CSV 或者 JSON"
                    .to_owned()
            },
            Self::NotReadHere(format) => format!("{} 不按网页或文本读取", format.media_type()),
            Self::Package(error) => error.message_zh(),
            Self::ManyDocuments => "这是压缩包，不是一份文件，请逐个读取其中的文件".to_owned(),
            Self::Undecodable { tried } => {
                format!("无法识别文字编码（试过 {}），请另存为 UTF-8 后再导入", tried.join("、"))
            }
            Self::NotAReport(what) => format!("不是政府信息公开工作年度报告：{}", what.chinese()),
            Self::TooLong(excess) => excess.message().zh,
            Self::Pdf(problem) => format!("PDF 文件{}", problem.message_zh()),
            Self::Template { found, current } => format!(
                "填报模板是第 {found} 版，现行的是第 {current} 版；请重新生成填报模板后填写"
            ),
            Self::Csv { line, problem } => format!("第 {line} 行：{}", problem.message_zh()),
        }
    }
}

impl NotAReport {
    fn chinese(&self) -> String {
        let words = match self {
            Self::Shell => "页面没有正文，内容由脚本加载；请用浏览器打开，另存为完整网页后导入",
            Self::List => "页面是年度报告的目录；请打开其中一份，导入那一页",
            Self::Attachment(address) => {
                return format!("正文在附件里：{address}；请下载附件，导入那个文件");
            }
            Self::Picture(name) => {
                return format!("正文是图片（{name}），图片里的文字读不出来；请导入文字版");
            }
            Self::TitleOnly => "只有标题，没有正文；请找到报告的正文，导入那一页或那个文件",
            Self::Other => "没有年度报告的标题、章节或者表格",
        };
        words.to_owned()
    }
}

impl PdfProblem {
    fn message_zh(self) -> String {
        match self {
            Self::Damaged => "已损坏，找不到页面；请重新导出后再试".to_owned(),
            Self::Incomplete => "已损坏，有的页面或者页面内容不完整；请重新导出后再试".to_owned(),
            Self::Encrypted => "已加密，需要口令才能打开；请先解除加密".to_owned(),
            Self::NoText => {
                "没有文字层，只有图片（可能是扫描件）；请提供由文档直接导出的 PDF".to_owned()
            }
            Self::Unmapped => "的字体没有注明字符，文字无法读取；请重新导出后再试".to_owned(),
            Self::TooMuch { limit, what } => {
                format!("过于庞大，{}超过上限 {limit}", in_chinese(what))
            }
        }
    }
}

/// What a PDF file has too much of, in Chinese.
fn in_chinese(what: &str) -> &str {
    match what {
        "characters" => "字符",
        "fonts" => "字体",
        "pages" => "页面",
        "nodes of pages" => "页面目录的节点",
        "objects" => "对象",
        "values" => "数据项",
        "operators" => "绘图指令",
        "bytes after decompression" => "解压后的字节数",
        "bytes in a stream" | "bytes in the content of a page" => "一页或一段内容的字节数",
        _ => "内容",
    }
}

impl CsvProblem {
    fn message_zh(&self) -> String {
        match self {
            Self::Malformed => "不是十三列的记录".to_owned(),
            Self::Header => "表头不是年度报告数据的表头".to_owned(),
            Self::Field { field, value } => format!("{field} 一列的值“{value}”不正确"),
            Self::SecondReport => "这里开始了另一份报告，一个文件只能有一份".to_owned(),
            Self::Duplicate(cell) => format!("单元格 {cell} 已经出现过"),
            Self::NotOnForm(cell) => format!("这一版格式没有单元格 {cell}"),
        }
    }
}
