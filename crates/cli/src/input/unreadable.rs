//! Why a source gives no report.

use std::io::{Error, ErrorKind};

use nianbao_document::ReadError;
use nianbao_document::archive::{ArchiveError, EntryProblem};
use nianbao_domain::finding::Message;
use nianbao_wire::Violations;
use nianbao_wire::binary::BinaryError;
use nianbao_wire::json::JsonError;

use super::Source;
use crate::failure::Failure;

/// Why a source gives no report, as a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The sentence.
    pub message: Message,
}

impl Unreadable {
    fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { message: Message::new(zh, en) }
    }

    /// What the operating system says.
    pub fn of_io(error: &Error) -> Self {
        let zh = match error.kind() {
            ErrorKind::NotFound => "文件不存在".to_owned(),
            ErrorKind::PermissionDenied => "没有读取权限".to_owned(),
            ErrorKind::IsADirectory => "是文件夹，不是文件".to_owned(),
            _ => format!("无法读取：{error}"),
        };
        Self::new(zh, error.to_string())
    }

    /// The failure of a command that needed the source.
    pub fn failure(self, source: &Source) -> Failure {
        let Message { zh, en } = self.message;
        Failure::unreadable(format!("{source}：{zh}"), format!("{source}: {en}"))
    }

    /// An archive in which there is nothing to read.
    pub fn empty_archive() -> Self {
        Self::new("压缩包里没有文件", "there is no file in the archive")
    }

    /// More bytes than a document may have.
    pub fn too_large(limit: usize) -> Self {
        Self::new(format!("超过上限 {limit} 字节"), format!("more than the limit of {limit} bytes"))
    }
}

impl From<ReadError> for Unreadable {
    fn from(error: ReadError) -> Self {
        Self::new(error.message_zh(), error.to_string())
    }
}

impl From<ArchiveError> for Unreadable {
    fn from(error: ArchiveError) -> Self {
        Self::new(error.message_zh(), error.to_string())
    }
}

impl From<EntryProblem> for Unreadable {
    fn from(problem: EntryProblem) -> Self {
        Self::new(problem.message_zh(), problem.to_string())
    }
}

impl From<JsonError> for Unreadable {
    fn from(error: JsonError) -> Self {
        match error {
            JsonError::TooLarge { found } => {
                Self::new(format!("{found} 字节，超过一份报告的上限"), error.to_string())
            }
            JsonError::Malformed(ref cause) => {
                Self::new(format!("不是 nianbao.v1.Report 的 JSON：{cause}"), error.to_string())
            }
            JsonError::Invalid(violations) => Self::from(violations),
        }
    }
}

impl From<BinaryError> for Unreadable {
    fn from(error: BinaryError) -> Self {
        Self::new(format!("不是 nianbao.v1.Report 的二进制形式：{error}"), error.to_string())
    }
}

impl From<Violations> for Unreadable {
    fn from(violations: Violations) -> Self {
        Self::new(format!("字段有误：{violations}"), violations.to_string())
    }
}
