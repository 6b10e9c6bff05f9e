//! `check --fix-preview`: the tables as they would be with every suggestion that is certain.
//!
//! Nothing is written anywhere. Where several repairs are equally small, none is taken.

use nianbao_domain::finding::{Finding, SuggestedChange};
use nianbao_domain::rules::{Case, Validation};
use nianbao_domain::sheet::{Cell, Sheet};
use nianbao_wire::finding;
use serde::Serialize;

use crate::finding::{Change, Finding as Told, Verdict, cell_labels, counts, from_words};
use crate::form::{corrected_table, section_heading};
use crate::output::Output;
use crate::rule::Ruling;

/// What a report would be with its certain suggestions.
pub struct FixPreview {
    /// The sheet as it is.
    before: Sheet,
    /// The sheet as it would be.
    after: Sheet,
    /// The changes.
    changes: Vec<PreviewedChange>,
    /// Findings whose suggestions are not certain.
    undecided: Vec<Told>,
    /// What would still be found.
    verdict: Verdict,
}

/// A change that is previewed.
#[derive(Serialize)]
struct PreviewedChange {
    #[serde(flatten)]
    change: Change,
    /// The identity of the finding whose suggestion it is.
    finding: String,
}

/// The public JSON form.
#[derive(Serialize)]
pub struct PreviewEntry {
    changes: Vec<PreviewedChange>,
    /// The identities of findings whose suggestions are not certain.
    undecided: Vec<String>,
    outcome: crate::finding::Outcome,
    blocking: usize,
    warnings: usize,
}

impl FixPreview {
    /// Makes the certain changes on a copy, and checks that.
    pub fn of(case: &Case<'_>, validation: &Validation, ruling: &Ruling) -> Self {
        let mut content = case.content.clone();
        let (mut changes, mut undecided) = (Vec::new(), Vec::new());
        let suggesting = validation.findings.iter().filter(|it| !it.suggestions.is_empty());
        for found in suggesting {
            let (told, certain) = (Told::from(finding(found)), certain(found));
            if certain.is_empty() {
                undecided.push(told);
                continue;
            }
            let shown = told.suggestions.into_iter().flat_map(|it| it.changes);
            for (SuggestedChange { cell, to, .. }, change) in certain.iter().zip(shown) {
                let is_new = content.sheet.number(*cell) != Some(*to);
                if is_new && content.sheet.set(*cell, Cell::Number(*to)).is_ok() {
                    content.provenance.cells.remove(cell);
                    changes.push(PreviewedChange { change, finding: told.identity.clone() });
                }
            }
        }
        let verdict = Verdict::from(&ruling.validate(&case.with(&content)));
        Self {
            before: case.content.sheet.clone(),
            after: content.sheet,
            changes,
            undecided,
            verdict,
        }
    }
}

/// The changes of the first suggestion, where no other is as small.
fn certain(finding: &Finding) -> &[SuggestedChange] {
    match finding.suggestions.first() {
        Some(first) if first.unique => &first.changes,
        Some(_) | None => &[],
    }
}

impl From<FixPreview> for PreviewEntry {
    fn from(preview: FixPreview) -> Self {
        Self {
            changes: preview.changes,
            undecided: preview.undecided.into_iter().map(|it| it.identity).collect(),
            outcome: preview.verdict.outcome,
            blocking: preview.verdict.count("blocking"),
            warnings: preview.verdict.count("warning"),
        }
    }
}

/// Writes the changes, the tables they are in, and what would still be found.
pub fn write(preview: &FixPreview, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    let heading = language.pick(
        "改正预览（只列入唯一确定的改动；没有写入任何文件）",
        "preview (certain changes only; nothing was written)",
    );
    output.line(format_args!("\n  {}", paint.strong(heading)));
    if preview.changes.is_empty() {
        output.line(language.pick("      没有唯一确定的改动", "      no change is certain"));
    }
    let edition = Some(preview.after.edition());
    for PreviewedChange { change, .. } in &preview.changes {
        let cell = cell_labels(&change.cell, edition).unwrap_or_default();
        let from = from_words(&change.from, language);
        let line = format!("      {cell}（{}）：{from} → {}", change.cell, change.to);
        output.line(line);
    }
    write_tables(preview, output);
    for finding in &preview.undecided {
        let count = finding.suggestions.len();
        let told = format!("      {} 有 {count} 种改法，没有列入；见上面的建议", finding.code);
        let told_en = format!("      {}: {count} suggestions, none of them certain", finding.code);
        output.line(language.pick(told, told_en));
    }
    let label = language.pick("  改后：", "  then: ");
    output.line(format_args!("{label}{}", counts(&preview.verdict, language)));
}

/// The tables that change, whole.
fn write_tables(preview: &FixPreview, output: &mut Output) {
    let FixPreview { before, after, .. } = preview;
    for section in after.edition().form().sections {
        let Some(table) = &section.table else { continue };
        let mut cells = after.layout().table_cells(table.id);
        if cells.any(|cell| before.get(cell) != after.get(cell)) {
            output.line(format_args!("\n{}", output.paint().strong(section_heading(section))));
            output.write(corrected_table(table, before, after));
        }
    }
}
