//! What was found, in the public JSON form.

use serde::Serialize;

use super::checked::{Checked, Report};
use super::metadata::MetadataEntry;
use super::preview::PreviewEntry;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::finding::{Finding, NotAssessed, Outcome, Words};
use crate::output::Output;
use crate::progress::Progress;

/// A document of the list. Keys may be added, never renamed.
#[derive(Serialize)]
struct Entry {
    source: String,
    digest: Option<String>,
    edition: Option<&'static str>,
    edition_certain: bool,
    year: Option<u16>,
    kind: Option<&'static str>,
    organization: Option<String>,
    level: Level,
    /// The report of the year before, where one was given.
    previous: Option<Previous>,
    /// How many reports of other organs it was compared with, where any were given.
    siblings: Option<usize>,
    /// How many reports of units it was compared with, where any were given.
    children: Option<usize>,
    outcome: Outcome,
    rule_set: Option<String>,
    omitted: i32,
    findings: Vec<Finding>,
    not_assessed: Vec<NotAssessed>,
    /// What the document says about itself, where it says anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<MetadataEntry>,
    /// Why there is no report, where there is none.
    unreadable: Option<Words>,
    /// What it would be with the certain suggestions, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix_preview: Option<PreviewEntry>,
}

#[derive(Serialize)]
struct Level {
    value: Option<&'static str>,
    source: &'static str,
}

#[derive(Serialize)]
struct Previous {
    source: String,
    year: u16,
}

/// Writes `{"documents":[…]}`, a document as soon as it is checked.
pub fn write(
    checked: &mut dyn Iterator<Item = Checked>,
    progress: &Progress,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    output.write("{\"documents\":[");
    for (number, document) in checked.enumerate() {
        exit = exit.and(document.outcome().exit());
        progress.around(|| {
            output.write(if number == 0 { "\n" } else { ",\n" });
            output.json(&Entry::from(document));
            output.flush();
        });
    }
    output.line("\n]}");
    Ok(exit)
}

impl From<Checked> for Entry {
    fn from(checked: Checked) -> Self {
        let outcome = checked.outcome();
        let Checked { source, digest, result } = checked;
        let nothing = Self {
            source,
            digest,
            edition: None,
            edition_certain: false,
            year: None,
            kind: None,
            organization: None,
            level: Level { value: None, source: "unknown" },
            previous: None,
            siblings: None,
            children: None,
            outcome,
            rule_set: None,
            omitted: 0,
            findings: Vec::new(),
            not_assessed: Vec::new(),
            metadata: None,
            unreadable: None,
            fix_preview: None,
        };
        match result {
            Ok(report) => nothing.with(report),
            Err(why) => Self { unreadable: Some(why.message.into()), ..nothing },
        }
    }
}

impl Entry {
    fn with(self, report: Report) -> Self {
        let Report {
            organization,
            year,
            kind,
            edition,
            edition_certain,
            standing,
            compared,
            verdict,
            metadata,
            preview,
        } = report;
        let previous =
            compared.previous.map(|(source, year)| Previous { source, year: year.get() });
        Self {
            edition: Some(edition.code()),
            edition_certain,
            year: year.map(|year| year.get()),
            kind: Some(kind.code()),
            organization,
            level: Level {
                value: standing.level.map(|level| level.code()),
                source: standing.source.code(),
            },
            previous,
            siblings: compared.siblings,
            children: compared.children,
            rule_set: Some(verdict.rule_set),
            omitted: verdict.omitted,
            findings: verdict.findings,
            not_assessed: verdict.not_assessed,
            metadata: metadata.map(MetadataEntry::from),
            fix_preview: preview.map(PreviewEntry::from),
            ..self
        }
    }
}
