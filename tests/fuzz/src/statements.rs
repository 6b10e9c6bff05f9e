//! The reader of statements, with every rule that reads the text of a report.

use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, SectionText};
use nianbao_domain::rules::{Case, validate};
use nianbao_domain::sheet::Sheet;
use nianbao_domain::statement::read;

/// Checks a report whose title, preamble and sections are cut out of the bytes at line feeds.
pub fn statements(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let reading = read(&text);
    assert!(reading.statements.len() <= text.len());
    let (title, text) = text.split_once('\n').unwrap_or(("", &text));
    let (preamble, text) = text.split_once("\n\n").unwrap_or(("", text));
    let mut content = Content::blank(Sheet::blank(Edition::E2021).with_blanks_as_zero());
    content.title = title.to_owned();
    content.narrative.preamble = preamble.to_owned();
    content.narrative.sections = (1..=6)
        .zip(text.splitn(6, "\n\n"))
        .map(|(number, text)| SectionText { number, title: String::new(), text: text.to_owned() })
        .collect();
    let mut case = Case::new(&content);
    case.year = 2024.try_into().ok();
    let validation = validate(&case);
    for finding in &validation.findings {
        assert!(!finding.identity().is_empty() && !finding.observation.message.zh.is_empty());
    }
}
