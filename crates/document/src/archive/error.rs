//! Why an archive, or something in it, cannot be read.

/// Why an archive, or a document in it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// No table of contents that can be read: cut off, or no archive.
    #[error("the archive is damaged or cut off")]
    Damaged,
    /// More entries than [`super::MAX_ENTRIES`].
    #[error("the archive has more than {limit} entries")]
    TooManyEntries {
        /// The limit.
        limit: usize,
    },
    /// The documents have more bytes together than [`super::MAX_INFLATED`].
    #[error("the documents of the archive have more than {limit} bytes together")]
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// One document cannot be read; others may.
    #[error("{name}: {problem}")]
    Entry {
        /// The name of the document in the archive.
        name: String,
        /// Why.
        problem: EntryProblem,
    },
}

/// Why an entry of an archive cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryProblem {
    /// It needs a password.
    #[error("it is encrypted")]
    Encrypted,
    /// Its bytes do not inflate, or are not those that the archive says.
    #[error("it is damaged or cut off")]
    Damaged,
    /// Compressed in a way that is not read.
    #[error("it is compressed by method {0}, which is not read; store or deflate it")]
    Method(u16),
    /// Inflated it has more bytes than one may have.
    #[error("inflated it has more than {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// An archive within the archive.
    #[error("it is an archive itself; unpack it first")]
    Nested,
}

impl ArchiveError {
    /// The sentence for people.
    pub fn message_zh(&self) -> String {
        match self {
            Self::Damaged => "压缩包已损坏或者不完整".to_owned(),
            Self::TooManyEntries { limit } => format!("压缩包内的文件超过上限 {limit} 个"),
            Self::TooLarge { limit } => {
                format!("压缩包内的文件解压后合计超过上限 {limit} 字节")
            }
            Self::Entry { name, problem } => format!("{name}：{}", problem.message_zh()),
        }
    }
}

impl EntryProblem {
    /// The sentence for people.
    pub fn message_zh(&self) -> String {
        match self {
            Self::Encrypted => "文件已加密，请取消密码后再上传".to_owned(),
            Self::Damaged => "文件已损坏或者不完整".to_owned(),
            Self::Method(method) => {
                format!("不支持压缩方式 {method}，请改用普通 ZIP 压缩")
            }
            Self::TooLarge { limit } => format!("解压后超过上限 {limit} 字节"),
            Self::Nested => "压缩包里还有压缩包，请先解压".to_owned(),
        }
    }
}
