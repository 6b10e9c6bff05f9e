//! A report for people, for programs, and as a table.

use nianbao_proto::v1::{Decision, Report};
use nianbao_wire::Parsed;

use super::summary;
use crate::arguments::DataFormat;
use crate::failure::Failure;
use crate::finding::decision_words;
use crate::form::{filled_table, section_heading};
use crate::input::{Document, Unreadable};
use crate::output::Output;

/// Writes one report.
pub fn one(report: Report, format: DataFormat, output: &mut Output) -> Result<(), Failure> {
    match format {
        DataFormat::Json => output.json_lines(&report),
        DataFormat::Csv => {
            let document = Document::from(parsed(report)?);
            output.write(document.figures()?);
        }
        DataFormat::Text => write_text(report, output)?,
    }
    Ok(())
}

/// Writes what became of a report after a change: one line for people, the message for programs.
pub fn changed(
    report: Report,
    zh: &str,
    en: &str,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    if format != DataFormat::Text {
        return one(report, format, output);
    }
    let language = output.language;
    let done = output.paint().green(language.pick(zh, en));
    output.line(format_args!("{done} {}", summary::line(&report, language)));
    Ok(())
}

fn parsed(report: Report) -> Result<Parsed, Failure> {
    Parsed::read(report, "").map_err(|violations| {
        let why = Unreadable::from(violations).message;
        Failure::unreadable(
            format!("服务器的回答无法理解：{}", why.zh),
            format!("the answer of the server cannot be understood: {}", why.en),
        )
    })
}

fn write_text(report: Report, output: &mut Output) -> Result<(), Failure> {
    let paint = output.paint();
    output.line(paint.strong(&report.title));
    output.line(format_args!("  {}", summary::line(&report, output.language)));
    if !report.etag.is_empty() {
        output.line(format_args!("  etag {}", report.etag));
    }
    write_decisions(&report.decisions, output);
    let Parsed { content, .. } = parsed(report)?;
    write_words(&content.narrative.preamble, output);
    for section in content.sheet.edition().form().sections {
        output.line(format_args!("\n{}", paint.strong(section_heading(section))));
        if let Some(words) = content.narrative.section(section.number) {
            write_words(&words.text, output);
        }
        if let Some(table) = &section.table {
            output.write(filled_table(table, &content.sheet));
        }
    }
    write_words(&content.narrative.closing, output);
    Ok(())
}

/// What was decided about findings, a line each.
fn write_decisions(decisions: &[Decision], output: &mut Output) {
    for decision in decisions {
        let words = decision_words(decision, output.language);
        output.line(format_args!("  {} {words}", output.paint().strong(&decision.code)));
    }
}

fn write_words(words: &str, output: &mut Output) {
    words.lines().for_each(|line| output.line(line));
}
