//! What became of one file of an import, in one line.

use nianbao_proto::v1::{ImportReportResponse, Severity};
use serde::Serialize;

use super::summary;
use crate::client::Refusal;
use crate::exit::Exit;
use crate::language::Language;
use crate::output::Output;

/// What became of one file.
pub enum Imported {
    /// A draft.
    Draft(Box<ImportReportResponse>),
    /// The server has it already, as the attachment of this name.
    Skipped(String),
    /// The server did not take it.
    Refused(Refusal),
    /// Whose it is cannot be told.
    Unmatched(nianbao_domain::finding::Message),
    /// It could not be read here.
    Unreadable(nianbao_domain::finding::Message),
}

/// The line for programs.
#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<&'a ImportReportResponse>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Refused<'a>>,
}

/// Why there is no report, for programs.
#[derive(Serialize)]
struct Refused<'a> {
    code: &'a str,
    reason: &'a str,
    message: Words<'a>,
}

#[derive(Serialize)]
struct Words<'a> {
    zh: &'a str,
    en: &'a str,
}

impl Imported {
    /// What the file adds to what the run comes to.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Draft(_) | Self::Skipped(_) => Exit::Clean,
            Self::Refused(refusal) => refusal.exit(),
            Self::Unmatched(_) => Exit::Refused,
            Self::Unreadable(_) => Exit::Unreadable,
        }
    }

    /// Whether the file could not be read, here or by the server.
    fn is_unreadable(&self) -> bool {
        self.exit() == Exit::Unreadable
    }

    /// Writes the line for people.
    pub fn write_text(&self, source: &str, validate_only: bool, output: &mut Output) {
        let (language, paint) = (output.language, output.paint());
        match self {
            Self::Draft(answer) => {
                let done = match validate_only {
                    true => language.pick("可导入", "can be imported"),
                    false => language.pick("已导入", "imported"),
                };
                let report = answer.report.clone().unwrap_or_default();
                let report = summary::line(&report, language);
                output.line(format_args!("{} {source} → {report}", paint.green(done)));
            }
            Self::Skipped(kept) => {
                let label = paint.faint(language.pick("已在库", "already in"));
                output.line(format_args!("{label} {source} → {kept}"));
            }
            Self::Refused(refusal) => self.write_why(source, &refusal.sentence(language), output),
            Self::Unmatched(why) | Self::Unreadable(why) => {
                self.write_why(source, language.of(why), output);
            }
        }
    }

    fn write_why(&self, source: &str, why: &str, output: &mut Output) {
        let language = output.language;
        let label = match self.is_unreadable() {
            true => language.pick("无法读取", "unreadable"),
            false => language.pick("未导入", "refused"),
        };
        let label = output.paint().red(label);
        output.line(format_args!("{label} {source}{}{why}", language.pick("：", ": ")));
    }

    /// Writes the line for programs: one JSON object.
    pub fn write_json(&self, source: &str, output: &mut Output) {
        let line = Line { source, response: None, kept: None, error: None };
        output.json(&match self {
            Self::Draft(answer) => Line { response: Some(answer.as_ref()), ..line },
            Self::Refused(Refusal { code, reason, message, .. }) => {
                let message = Words { zh: &message.zh, en: &message.en };
                Line { error: Some(Refused { code, reason, message }), ..line }
            }
            Self::Skipped(kept) => Line { kept: Some(kept), ..line },
            Self::Unmatched(why) => {
                let message = Words { zh: &why.zh, en: &why.en };
                Line { error: Some(Refused { code: "UNMATCHED", reason: "", message }), ..line }
            }
            Self::Unreadable(why) => {
                let message = Words { zh: &why.zh, en: &why.en };
                Line { error: Some(Refused { code: "UNREADABLE", reason: "", message }), ..line }
            }
        });
        output.line("");
    }

    /// The fields of a record: source, result, name, counts, message.
    pub fn record(&self, source: &str, language: Language) -> [String; 7] {
        let result = |result: &str, message: &str| {
            [source, result, "", "", "", "", message].map(str::to_owned)
        };
        let kind = if self.is_unreadable() { "unreadable" } else { "refused" };
        match self {
            Self::Refused(refusal) => result(kind, &refusal.sentence(language)),
            Self::Unmatched(why) | Self::Unreadable(why) => result(kind, language.of(why)),
            Self::Skipped(kept) => [source, "skipped", kept, "", "", "", ""].map(str::to_owned),
            Self::Draft(answer) => {
                let name = answer.report.as_ref().map(|report| report.name.clone());
                let count = |severity| count(answer, severity).to_string();
                [
                    source.to_owned(),
                    "imported".to_owned(),
                    name.unwrap_or_default(),
                    count(Severity::Blocking),
                    count(Severity::Warning),
                    count(Severity::Info),
                    String::new(),
                ]
            }
        }
    }
}

/// The names of the fields of [`Imported::record`].
pub const HEADER: [&str; 7] =
    ["source", "result", "name", "blocking", "warnings", "infos", "message"];

fn count(answer: &ImportReportResponse, severity: Severity) -> usize {
    answer.findings.iter().filter(|finding| finding.severity() == severity).count()
}
