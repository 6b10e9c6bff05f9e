//! The page of a rule.

use nianbao_domain::finding::Stage;
use nianbao_domain::rules::Entry;
use serde::Serialize;

use crate::failure::Failure;
use crate::finding::Words;
use crate::language::Language;
use crate::output::Output;
use crate::record;

/// The page for programs.
#[derive(Serialize)]
pub struct Page {
    code: &'static str,
    title: Words,
    severity: Severities,
    editions: Vec<&'static str>,
    formula: &'static str,
    basis: &'static str,
    example: &'static str,
    status: Words,
}

/// How grave a finding is, by the occasion.
#[derive(Serialize)]
struct Severities {
    draft: &'static str,
    submission: &'static str,
    published_page: &'static str,
}

impl Page {
    /// The page of a row of the catalogue.
    pub fn of(entry: &Entry) -> Self {
        let severity = |stage| entry.severity.at(stage).code();
        Self {
            code: entry.code,
            title: Words { zh: entry.title_zh.to_owned(), en: entry.title_en.to_owned() },
            severity: Severities {
                draft: severity(Stage::Draft),
                submission: severity(Stage::Submission),
                published_page: severity(Stage::PublishedPage),
            },
            editions: entry.editions.iter().map(|edition| edition.code()).collect(),
            formula: entry.formula,
            basis: entry.basis,
            example: entry.example,
            status: Words { zh: entry.status.sentence_zh(), en: entry.status.sentence_en() },
        }
    }
}

/// Writes the page for people.
pub fn write_text(entry: &Entry, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    let page = Page::of(entry);
    let title = language.pick(&page.title.zh, &page.title.en);
    output.line(format_args!("{}  {title}", paint.strong(page.code)));
    let severities = severities(&page.severity, language);
    let editions = page.editions.join(language.pick("、", ", "));
    let status = language.pick(&page.status.zh, &page.status.en);
    for ((zh, en), value) in [
        (("内容", "rule"), page.formula),
        (("依据", "basis"), page.basis),
        (("示例", "example"), page.example),
        (("严重程度", "severity"), &severities),
        (("适用格式", "forms"), &editions),
        (("现状", "status"), status),
    ] {
        let name = paint.faint(language.pick(format!("{zh}："), format!("{en}: ")));
        output.line(format_args!("  {name}{value}"));
    }
}

fn severities(severity: &Severities, language: Language) -> String {
    let Severities { draft, submission, published_page } = severity;
    let word = |code: &'static str| match code {
        "blocking" => language.pick("阻断", code),
        "warning" => language.pick("警告", code),
        "info" => language.pick("提示", code),
        other => other,
    };
    let (draft, submission, page) = (word(draft), word(submission), word(published_page));
    language.pick(
        format!("起草时{draft}，报送时{submission}，导入已发布网页时{page}"),
        format!("{draft} in a draft, {submission} on submission, {page} in a published page"),
    )
}

/// Writes the page as a record.
pub fn write_record(entry: &Entry, output: &mut Output) -> Result<(), Failure> {
    let header = ["code", "title", "severity", "editions", "formula", "basis", "example", "status"];
    record::write(output, &header.map(str::to_owned))?;
    let page = Page::of(entry);
    let language = output.language;
    let fields = [
        page.code.to_owned(),
        language.pick(page.title.zh, page.title.en),
        page.severity.draft.to_owned(),
        page.editions.join(" "),
        page.formula.to_owned(),
        page.basis.to_owned(),
        page.example.to_owned(),
        language.pick(page.status.zh, page.status.en),
    ];
    record::write(output, &fields)
}
