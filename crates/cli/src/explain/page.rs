//! The page of a rule.

use nianbao_domain::finding::Stage;
use nianbao_domain::organization::Level;
use nianbao_domain::rules::{Entry, Explanation, MissingValues};
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
    levels: Vec<&'static str>,
    missing_values: &'static str,
    formula: &'static str,
    basis: &'static str,
    example: &'static str,
    status: Words,
    /// The explanation as Markdown.
    page: Words,
}

/// How grave a finding is, by the occasion.
#[derive(Serialize)]
struct Severities {
    draft: &'static str,
    submission: &'static str,
    published_page: &'static str,
}

impl Page {
    /// The page of a rule.
    pub fn of(explanation: Explanation) -> Self {
        let Explanation { entry, page_zh, page_en } = explanation;
        Self {
            code: entry.code,
            title: Words { zh: entry.title_zh.to_owned(), en: entry.title_en.to_owned() },
            severity: Severities::of(entry),
            editions: editions(entry),
            levels: entry.levels.iter().map(|level| level.code()).collect(),
            missing_values: entry.missing.code(),
            formula: entry.formula,
            basis: entry.basis,
            example: entry.example,
            status: Words { zh: entry.status.sentence_zh(), en: entry.status.sentence_en() },
            page: Words { zh: page_zh.to_owned(), en: page_en.to_owned() },
        }
    }
}

impl Severities {
    fn of(entry: &Entry) -> Self {
        let severity = |stage| entry.severity.at(stage).code();
        Self {
            draft: severity(Stage::Draft),
            submission: severity(Stage::Submission),
            published_page: severity(Stage::PublishedPage),
        }
    }

    fn words(&self, language: Language) -> String {
        let word = |code: &'static str| match code {
            "blocking" => language.pick("阻断", code),
            "warning" => language.pick("警告", code),
            "info" => language.pick("提示", code),
            other => other,
        };
        let (draft, submission) = (word(self.draft), word(self.submission));
        let page = word(self.published_page);
        language.pick(
            format!("起草时{draft}，报送时{submission}，导入已发布网页时{page}"),
            format!("{draft} in a draft, {submission} on submission, {page} in a published page"),
        )
    }
}

fn editions(entry: &Entry) -> Vec<&'static str> {
    entry.editions.iter().map(|edition| edition.code()).collect()
}

/// The levels of organs that the rule applies to, for people.
fn levels(entry: &Entry, language: Language) -> String {
    if entry.levels.len() == Level::ALL.len() {
        return language.pick("各级", "all").to_owned();
    }
    let names = entry.levels.iter().map(|level| language.pick(level.chinese(), level.code()));
    names.collect::<Vec<_>>().join(language.pick("、", ", "))
}

/// What the rule makes of cells without a number, for people.
fn missing_values(missing: MissingValues) -> (&'static str, &'static str) {
    match missing {
        MissingValues::Irrelevant => ("不看单元格", "it looks at no figures"),
        MissingValues::Subject => ("正是本条所核对的", "it is about such cells"),
        MissingValues::PassedOver => {
            ("略过，其余逐格核对", "passed over; the others are judged one by one")
        }
        MissingValues::NotAssessable => ("不作判断", "not assessable"),
        MissingValues::SecondReading => (
            "按原文不作判断；另以空白按 0 核对，只作警告并注明",
            "not assessable as printed; judged besides with blanks as zero, which only warns",
        ),
    }
}

/// Writes the page for people, with what only the catalogue knows behind it.
pub fn write_text(explanation: &Explanation, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    let entry = explanation.entry;
    let page = language.pick(explanation.page_zh, explanation.page_en);
    for line in page.trim_end().lines() {
        match line.starts_with('#') {
            true => output.line(paint.strong(line)),
            false => output.line(line),
        }
    }
    let severity = Severities::of(entry).words(language);
    let editions = editions(entry).join(language.pick("、", ", "));
    output.line("");
    output.line(language.pick(format!("严重程度：{severity}"), format!("Severity: {severity}.")));
    output.line(language.pick(format!("适用格式：{editions}"), format!("Forms: {editions}.")));
    let levels = levels(entry, language);
    output.line(language.pick(format!("适用层级：{levels}"), format!("Levels: {levels}.")));
    let (zh, en) = missing_values(entry.missing);
    output.line(
        language.pick(format!("没有数字的单元格：{zh}"), format!("Cells without a number: {en}.")),
    );
}

/// Writes the page as a record.
pub fn write_record(explanation: Explanation, output: &mut Output) -> Result<(), Failure> {
    let header = [
        "code",
        "title",
        "severity",
        "editions",
        "formula",
        "basis",
        "example",
        "status",
        "levels",
        "missing_values",
    ];
    record::write(output, &header.map(str::to_owned))?;
    let page = Page::of(explanation);
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
        page.levels.join(" "),
        page.missing_values.to_owned(),
    ];
    record::write(output, &fields)
}
