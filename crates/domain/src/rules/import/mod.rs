//! IMP: what could not be read of a document.

mod dropped;

use std::collections::BTreeSet;

use super::naming::{self, shortened, table, table_en};
use super::quotation::{self, Ordinals};
use super::{Case, Rule, Sink, absence, format};
use crate::evidence::{DocumentEvidence, PlacedText, Refusal, RefusalReason};
use crate::finding::{Observation, Quote};
use crate::form::{CellId, Layout, TableId};
use crate::sheet::Cell;

pub(super) static RULES: &[Rule] = &[
    Rule::new("IMP-001", every_cell_is_read),
    Rule::new("IMP-002", no_label_is_lost),
    Rule::new("IMP-003", every_header_is_whole),
    dropped::RULE,
];

/// IMP-001: every cell could be read. A unit of a table that could not be placed is refused as a
/// whole, and every other unreadable cell is named here too, also where the document is no longer at
/// hand: an unreadable cell never passes. (A decimal number in a count is FMT-001's, an approximation
/// FMT-011's.)
fn every_cell_is_read(case: &Case<'_>, sink: &mut Sink<'_>) {
    let refusals = refusals(case);
    let refused_cells = |it: &&Refusal| it.reason != RefusalReason::LabelLost && !is_completed(it);
    raise(case, sink, refusals.iter().copied().filter(refused_cells));
    let refused: BTreeSet<_> = refusals.iter().flat_map(|refusal| &refusal.cells).collect();
    let decimals = format::decimals(case).map(|(cell, _)| cell);
    let approximations = format::approximations(case).map(|(cell, _)| cell);
    let others: BTreeSet<_> = decimals.chain(approximations).collect();
    for (id, mut cells) in case.content.sheet.cells_that_are(Cell::Unreadable) {
        cells.retain(|cell| !refused.contains(cell) && !others.contains(cell));
        if !cells.is_empty() {
            sink.raise(unreadable(case, id, cells));
        }
    }
}

/// IMP-002: no values without their label.
fn no_label_is_lost(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.document.is_none() {
        return sink.not_assessable(["document"], absence::document());
    }
    let lost = |refusal: &&Refusal| refusal.reason == RefusalReason::LabelLost;
    raise(case, sink, refusals(case).into_iter().filter(lost));
}

/// IMP-003: every header is whole. One that is cut off and could be completed by its position costs no
/// cell, but should be looked at; one that could not is IMP-001's.
fn every_header_is_whole(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.document.is_none() {
        return sink.not_assessable(["document"], absence::document());
    }
    let mut ordinals = Ordinals::default();
    for refusal in refusals(case).into_iter().filter(|it| is_completed(it)) {
        let (line, text) = (refusal.place.line, refusal.place.text.trim());
        let seen = Observation::new(
            format!("{}的表头不完整，已按位置补全；请核对这一列的数值", place_zh(&refusal.place)),
            format!(
                "{}: a header is cut off; it was completed by its position",
                place_en(&refusal.place)
            ),
        );
        sink.raise(seen.found(shortened(text)).quoting(ordinals.quote(0, line, text)));
    }
}

/// Nothing was refused: the header was completed.
fn is_completed(refusal: &Refusal) -> bool {
    refusal.reason == RefusalReason::HeaderAmbiguous && refusal.cells.is_empty()
}

fn place_zh(place: &PlacedText) -> String {
    let text = shortened(place.text.trim());
    match place.line {
        0 => format!("原件“{text}”处"),
        line => format!("原件第 {line} 行“{text}”处"),
    }
}

fn place_en(place: &PlacedText) -> String {
    let text = shortened(place.text.trim());
    match place.line {
        0 => format!("“{text}”"),
        line => format!("line {line}, “{text}”"),
    }
}

fn refusals<'a>(case: &Case<'a>) -> Vec<&'a Refusal> {
    let refusals = |document: &'a DocumentEvidence| document.refusals.iter().collect();
    case.document.map(refusals).unwrap_or_default()
}

fn raise<'a>(case: &Case<'_>, sink: &mut Sink<'_>, refusals: impl Iterator<Item = &'a Refusal>) {
    let layout = case.content.sheet.layout();
    let mut ordinals = Ordinals::default();
    for refusal in refusals {
        let section = section(layout, &refusal.cells);
        let quote = ordinals.quote(section, refusal.place.line, refusal.place.text.trim());
        sink.raise(observation(refusal).about(refusal.cells.iter().copied()).quoting(quote));
    }
}

fn section(layout: &Layout, cells: &[CellId]) -> u8 {
    let table = cells.first().and_then(|cell| layout.table(*cell));
    table.map(TableId::section).unwrap_or_default()
}

fn observation(refusal: &Refusal) -> Observation {
    let text = shortened(refusal.place.text.trim());
    let (place, place_en) = (place_zh(&refusal.place), place_en(&refusal.place));
    let cells = refusal.cells.len();
    match refusal.reason {
        RefusalReason::CountMismatch { expected, found } => Observation::new(
            format!(
                "{place}应有 {expected} 个数值，只见到 {found} 个，不能确定各属于哪一格，所以没有读取；请对照原件填写这 {cells} 格"
            ),
            format!(
                "{place_en}: {expected} values are needed and {found} stand there; none was taken"
            ),
        )
        .expected(expected, found),
        RefusalReason::Duplicate => Observation::new(
            format!("{place}的一行出现两次而数值不同，所以没有读取；请核对后填写这 {cells} 格"),
            format!("{place_en} stands there twice with different values; none was taken"),
        )
        .expected(1, 2),
        RefusalReason::HeaderAmbiguous => Observation::new(
            format!("{place}的表头不完整或无法辨认，数值不能对应，所以没有读取；请对照原件填写这 {cells} 格"),
            format!("{place_en}: the header names no column; its values were not taken"),
        )
        .found(text),
        RefusalReason::LabelLost => Observation::new(
            format!("{place}的数值没有行标签，不能对应，所以没有读取；请对照原件填写这 {cells} 格"),
            format!("{place_en}: values without the label of their row were not taken"),
        )
        .found(text),
    }
}

fn unreadable(case: &Case<'_>, id: TableId, cells: Vec<CellId>) -> Observation {
    let layout = case.content.sheet.layout();
    let provenance = &case.content.provenance.cells;
    let sources = cells.iter().filter_map(|cell| Some((*cell, provenance.get(cell)?)));
    let raw: BTreeSet<_> = sources.clone().map(|(_, source)| source.raw.trim()).collect();
    let reasons: BTreeSet<_> =
        sources.clone().filter_map(|(_, source)| source.refusal.as_deref()).collect();
    let reasons = match reasons.into_iter().collect::<Vec<_>>().join("；") {
        reasons if reasons.is_empty() => reasons,
        reasons => format!("（{reasons}）"),
    };
    let quote = sources
        .map(|(cell, source)| quotation::of_cell(layout, cell, source))
        .next()
        .unwrap_or(Quote { section: id.section(), ..Quote::default() });
    Observation::new(
        format!(
            "{}有 {} 格没有读出数字：{}{}；请对照原件填写",
            table(id),
            cells.len(),
            naming::cells(layout, &cells),
            shortened(&reasons)
        ),
        format!("{} has {} unreadable cells: {}", table_en(id), cells.len(), naming::codes(&cells)),
    )
    .found(shortened(&raw.into_iter().collect::<Vec<_>>().join(", ")))
    .about(cells)
    .quoting(quote)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::form::{Column, Line};
    use crate::report::Content;
    use crate::rules::trial;

    const GRANTED: CellId = CellId::new(Line::Granted, Column::NaturalPerson);

    fn refusing(reason: RefusalReason) -> (Content, DocumentEvidence) {
        let mut content = trial::content();
        content.sheet.set(GRANTED, Cell::Unreadable).unwrap();
        let place = PlacedText { line: 40, text: "（一）予以公开".to_owned() };
        let refusal = Refusal { reason, cells: vec![GRANTED], place };
        (content, DocumentEvidence { refusals: vec![refusal], ..DocumentEvidence::default() })
    }

    fn seen(code: &str, reason: RefusalReason) -> Vec<(String, String)> {
        let (content, document) = refusing(reason);
        let findings = trial::reading(code, &content, &document).findings;
        let said = |it: Observation| (it.expected, it.found);
        findings.into_iter().map(|it| said(it.observation)).collect()
    }

    #[test]
    fn a_refused_unit_is_said_once_with_its_counts() {
        let mismatch = RefusalReason::CountMismatch { expected: 7, found: 5 };
        assert_eq!(seen("IMP-001", mismatch), [("7".to_owned(), "5".to_owned())]);
        assert_eq!(seen("IMP-002", mismatch), []);
    }

    #[test]
    fn a_lost_label_is_another_rules() {
        assert_eq!(seen("IMP-001", RefusalReason::LabelLost), []);
        assert_eq!(seen("IMP-002", RefusalReason::LabelLost).len(), 1);
    }

    #[test]
    fn a_refusal_blocks_and_quotes_its_line() {
        let (content, document) = refusing(RefusalReason::Duplicate);
        let findings = trial::reading("IMP-001", &content, &document).findings;
        assert_eq!(findings[0].severity, Severity::Blocking);
        let quote = findings[0].observation.quote.clone().unwrap();
        assert_eq!((quote.section, quote.line), (3, 40));
    }

    #[test]
    fn an_unreadable_cell_is_named_without_the_document_too() {
        let content = trial::with_cell(GRANTED, Cell::Unreadable, "若干");
        let findings = trial::of("IMP-001", &Case::new(&content)).findings;
        assert_eq!(findings[0].observation.cells, [GRANTED]);
        assert_eq!(findings[0].observation.found, "若干");
    }

    #[test]
    fn a_header_that_was_completed_refuses_nothing() {
        let (content, mut document) = refusing(RefusalReason::HeaderAmbiguous);
        assert_eq!(trial::reading("IMP-003", &content, &document).findings, []);
        document.refusals[0].cells.clear();
        let severity = |code| {
            let findings = trial::reading(code, &trial::content(), &document).findings;
            findings.into_iter().map(|it| it.severity).collect::<Vec<_>>()
        };
        assert_eq!(severity("IMP-001"), []);
        assert_eq!(severity("IMP-003"), [Severity::Warning]);
    }

    #[test]
    fn a_decimal_number_is_left_to_the_rule_for_it() {
        let content = trial::with_cell(GRANTED, Cell::Unreadable, "2.5");
        assert_eq!(trial::of("IMP-001", &Case::new(&content)).findings, []);
    }

    #[test]
    fn a_document_without_refusals_raises_nothing() {
        let document = DocumentEvidence::default();
        for code in ["IMP-001", "IMP-002", "IMP-003"] {
            let validation = trial::reading(code, &trial::content(), &document);
            assert_eq!(validation, crate::rules::Validation::default());
        }
    }
}
