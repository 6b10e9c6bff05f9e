//! Why an office document cannot be read.

use crate::archive::EntryProblem;

/// Why a document of a word processor or a workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// A document of before 2007.
    #[error(
        "a Word or Excel file of before 2007 is not read; save it as .docx or .xlsx and try again"
    )]
    Legacy,
    /// A document that needs a password.
    #[error("the Word or Excel file needs a password; save it without one and try again")]
    Encrypted,
    /// No ZIP file that can be opened.
    #[error("the file is damaged or cut off")]
    Damaged,
    /// More parts than an archive may have entries.
    #[error("the file has more than {limit} parts")]
    TooManyParts {
        /// The limit.
        limit: usize,
    },
    /// A part that must be there is not.
    #[error("the part {0} is missing; save it as .docx or .xlsx and try again")]
    Missing(String),
    /// A part cannot be taken out of the file.
    #[error("the part {part}: {problem}")]
    Part {
        /// The name of the part.
        part: String,
        /// Why.
        problem: EntryProblem,
    },
    /// A part has too many bytes, or the parts have together.
    #[error("the file has more than {limit} bytes when the part {part} is inflated")]
    TooLarge {
        /// The name of the part.
        part: String,
        /// The limit, in bytes.
        limit: u64,
    },
    /// A part is no well-formed XML.
    #[error("the part {0} is no well-formed XML")]
    Xml(String),
    /// A part defines a document type, and with it entities, which office documents never do.
    #[error("the part {0} has a document type declaration, which is not allowed")]
    DocumentType(String),
    /// Elements in one another without end.
    #[error("the elements of the part {part} are nested deeper than {limit}")]
    TooDeep {
        /// The name of the part.
        part: String,
        /// The limit.
        limit: usize,
    },
    /// A part lists more than any document needs: styles, lists, worksheets.
    #[error("the part {part} lists more than {limit} styles, lists or worksheets")]
    TooMany {
        /// The name of the part.
        part: String,
        /// The limit.
        limit: usize,
    },
}

impl PackageError {
    /// The sentence for people.
    pub fn message_zh(&self) -> String {
        match self {
            Self::Legacy => {
                "不支持旧版 Word、Excel 文件，请另存为 .docx 或 .xlsx 后再上传".to_owned()
            }
            Self::Encrypted => {
                "Word、Excel 文件设有密码，请取消密码，另存为 .docx 或 .xlsx 后再上传".to_owned()
            }
            Self::Damaged => "文件已损坏或者不完整".to_owned(),
            Self::TooManyParts { limit } => format!("文件内的部件超过上限 {limit} 个"),
            Self::Missing(part) => {
                format!("文件缺少 {part}，请另存为 .docx 或 .xlsx 后再上传")
            }
            Self::Part { part, problem } => format!("文件内的 {part}：{}", problem.message_zh()),
            Self::TooLarge { part, limit } => {
                format!("文件内的 {part} 解压后，合计超过上限 {limit} 字节")
            }
            Self::Xml(part) => format!("文件内的 {part} 不是正确的 XML"),
            Self::DocumentType(part) => {
                format!("文件内的 {part} 带有文档类型声明（DTD），不予读取")
            }
            Self::TooDeep { part, limit } => {
                format!("文件内的 {part} 元素嵌套超过上限 {limit} 层")
            }
            Self::TooMany { part, limit } => {
                format!("文件内的 {part} 列出的样式、编号或者工作表超过上限 {limit} 个")
            }
        }
    }
}
