//! What is wrong with a file of rules, and where.

use nianbao_domain::finding::Message;
use nianbao_domain::user_rule::{DefinitionFault, MAX_ENABLED};

use crate::ExpressionError;

/// Something wrong with a file of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The rule, with its number in the file, from 1, and its code as written; none for the file.
    pub rule: Option<(usize, String)>,
    /// What is wrong.
    pub problem: FileProblem,
}

/// What is wrong with a file or a rule in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// Larger than any file of rules.
    TooLarge,
    /// More rules than there may be.
    TooMany(usize),
    /// Not JSON, or not a list of such records.
    Syntax {
        /// The line in the file, from 1.
        line: usize,
        /// The column.
        column: usize,
        /// What was read there, in the words of the reader.
        what: String,
    },
    /// A value that its field does not take.
    Value {
        /// The path of the field.
        field: String,
        /// The value.
        value: String,
        /// What it takes.
        takes: String,
    },
    /// The code stands above already.
    Twice,
    /// Words or tests are missing or too long.
    Fault(DefinitionFault),
    /// The expression cannot be used.
    Expression(ExpressionError),
}

impl FileError {
    pub(crate) fn of_file(problem: FileProblem) -> Self {
        Self { rule: None, problem }
    }

    pub(crate) fn of_rule(number: usize, code: String, problem: FileProblem) -> Self {
        Self { rule: Some((number, code)), problem }
    }

    /// The error as a sentence in both languages, with its place.
    pub fn message(&self) -> Message {
        let Message { zh, en } = self.problem.message();
        match &self.rule {
            Some((number, code)) => Message::new(
                format!("第{number}条规则（{code}）：{zh}"),
                format!("rule {number} ({code}): {en}"),
            ),
            None => Message::new(zh, en),
        }
    }
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for FileError {}

impl From<serde_json::Error> for FileProblem {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let words = error.to_string();
        let what = words.split(" at line ").next().unwrap_or_default().to_owned();
        Self::Syntax { line, column, what }
    }
}

impl FileProblem {
    fn message(&self) -> Message {
        match self {
            Self::TooLarge => {
                Message::new("规则文件超过 4 MiB", "a file of rules has 4 MiB at most")
            }
            Self::TooMany(found) => Message::new(
                format!("有{found}条规则，最多{MAX_ENABLED}条"),
                format!("there are {found} rules, {MAX_ENABLED} are the most"),
            ),
            Self::Syntax { line, column, what } => Message::new(
                format!("文件第{line}行第{column}列读不懂（{what}）；应为规则记录的 JSON 列表"),
                format!(
                    "line {line}, column {column}: {what}; a JSON list of rule records is expected"
                ),
            ),
            Self::Value { field, value, takes } => Message::new(
                format!("{field} 不能是 {value:?}，应为 {takes}"),
                format!("{field} cannot be {value:?}: it takes {takes}"),
            ),
            Self::Twice => Message::new("编号与前面的规则重复", "the code stands above already"),
            Self::Fault(fault) => fault.message(),
            Self::Expression(error) => {
                let Message { zh, en } = error.message();
                Message::new(format!("expression {zh}"), format!("expression: {en}"))
            }
        }
    }
}
