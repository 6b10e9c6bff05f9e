//! Minimal reports and organs, and generated ones.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use nianbao_domain::decision::{Decision, DecisionKind, Import};
use nianbao_domain::form::{CellId, Column, Edition, Line, Measure, TableId, Unit};
use nianbao_domain::report::{
    CellSource, Content, Head, Narrative, Normalization, Provenance, Publication, ReportKey,
    ReportState, SectionText, ValidationSummary,
};
use nianbao_domain::sheet::{Cell, LocalCell, LocalRow, MAX_COUNT, Sheet};
use nianbao_proto::v1;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

use crate::{Violation, Violations};

pub(super) fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(super) fn key() -> ReportKey {
    "organizations/siqian/reports/2024".parse().unwrap()
}

pub(super) fn head() -> Head {
    Head {
        uid: Uuid::from_u128(7),
        key: key(),
        source_key: "sq-2024".to_owned(),
        state: ReportState::Draft,
        version: 3,
        working_revision: 2,
        published_revision: Some(1),
        create_time: moment("2025-01-20T00:00:00Z"),
        update_time: moment("2025-01-21T00:00:00Z"),
        validation: ValidationSummary {
            blocking: 1,
            warnings: 2,
            infos: 3,
            waived: 5,
            acknowledged: 6,
            answered_until: Some("2026-03-31".parse().unwrap()),
            not_assessed: 4,
            rule_set: "2026.1".to_owned(),
            hits: Vec::new(),
        },
        validate_time: moment("2025-01-22T00:00:00Z"),
        recheck: 1,
        decisions: 1,
    }
}

/// A message with one row of one cell.
pub(super) fn sheet_of(edition: v1::Edition, line: v1::Line, cell: v1::Cell) -> v1::Sheet {
    let row = v1::Row { line: line.into(), cells: vec![cell] };
    v1::Sheet { edition: edition.into(), rows: vec![row], local_rows: vec![] }
}

/// The report that a caller sends around a sheet.
pub(super) fn report_of(sheet: v1::Sheet) -> v1::Report {
    v1::Report { report_year: 2024, sheet: Some(sheet), ..v1::Report::default() }
}

/// A report that says nothing yet.
pub(super) fn blank_report() -> v1::Report {
    report_of(v1::Sheet { edition: v1::Edition::Edition2021.into(), ..v1::Sheet::default() })
}

/// The paths of the violations.
pub(super) fn paths(violations: &Violations) -> Vec<&str> {
    violations.iter().map(|it| it.path.as_str()).collect()
}

/// The one violation that there is.
pub(super) fn only<T: std::fmt::Debug>(read: Result<T, Violations>) -> Violation {
    let [violation] = <[Violation; 1]>::try_from(read.unwrap_err().into_vec()).unwrap();
    violation
}

/// A waiver that somebody brought here with a report.
pub(super) fn waiver() -> Decision {
    Decision {
        kind: DecisionKind::Waiver { expire_date: "2026-03-31".parse().unwrap() },
        code: "T3-001".to_owned(),
        identity: "5f0c6a1d9be24c7788a3f1d2c4b5a697".to_owned(),
        evidence: "0d9a3c5e7f1b4a6c8e2d4f60718293a4".to_owned(),
        reason: "原件如此".to_owned(),
        author: "alice".to_owned(),
        time: moment("2026-01-20T00:00:00Z"),
        import: Some(Import { by: "bob".to_owned(), time: moment("2026-02-01T00:00:00Z") }),
    }
}

/// An acknowledgement that was made here.
pub(super) fn acknowledgement() -> Decision {
    let identity = "00000000000000000000000000000001".to_owned();
    Decision { kind: DecisionKind::Acknowledgement, identity, import: None, ..waiver() }
}

pub(super) fn any_content() -> impl Strategy<Value = Content> {
    let figures =
        any_edition().prop_flat_map(|edition| (any_sheet(edition), any_provenance(edition)));
    ("[^\0]{0,20}", "[^\0]{0,20}", figures, any_narrative(), option::of(any_publication()))
        .prop_map(|(title, compiled_by, (sheet, provenance), narrative, publication)| Content {
            title,
            compiled_by,
            sheet,
            narrative,
            publication,
            provenance,
        })
}

fn any_edition() -> impl Strategy<Value = Edition> {
    prop::sample::select(&Edition::ALL[..])
}

fn any_sheet(edition: Edition) -> impl Strategy<Value = Sheet> {
    let cells = edition.layout().cells();
    let said: Vec<_> = cells.iter().map(|id| (any_cell(*id), any_unit())).collect();
    (said, vec(any_local_row(), 0..3)).prop_map(move |(said, local_rows)| {
        let mut sheet = Sheet::blank(edition);
        for (id, (says, unit)) in edition.layout().cells().iter().zip(said) {
            sheet.set(*id, says).unwrap();
            sheet.set_unit(*id, unit).unwrap();
        }
        sheet.local_rows = local_rows;
        sheet
    })
}

fn any_cell(id: CellId) -> BoxedStrategy<Cell> {
    let number = match id.measure() {
        Measure::Count => 0..=MAX_COUNT,
        Measure::SignedCount => -MAX_COUNT..=MAX_COUNT,
        Measure::Money(_) => -i64::MAX..=i64::MAX,
    };
    prop_oneof![
        number.prop_map(Cell::Number),
        Just(Cell::Blank),
        Just(Cell::NotApplicable),
        Just(Cell::Unreadable),
    ]
    .boxed()
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![Unit::None, Unit::Yuan, Unit::TenThousandYuan, Unit::NotStated])
}

/// For a few cells; one that says nothing is no source.
fn any_provenance(edition: Edition) -> impl Strategy<Value = Provenance> {
    let cell = prop::sample::select(edition.layout().cells());
    let line = option::of(1..=u32::from(u16::MAX));
    let ways = prop::collection::btree_set(prop::sample::select(&Normalization::ALL[..]), 0..3);
    let source = ("[^\0]{0,20}", ways, line, "[^\0]{0,20}", option::of("[^\0]{1,20}"))
        .prop_map(|(raw, normalized, line, place, refusal)| CellSource {
            raw,
            normalized,
            line,
            place,
            refusal,
        })
        .prop_filter("says something", |source| *source != CellSource::default());
    vec((cell, source), 0..10).prop_map(|cells| Provenance { cells: BTreeMap::from_iter(cells) })
}

fn any_local_row() -> impl Strategy<Value = LocalRow> {
    let cell = (option::of(prop::sample::select(Column::ALL)), "[^\0]{0,10}")
        .prop_map(|(column, raw)| LocalCell { column, raw });
    let table = prop::sample::select(&TableId::ALL[..]);
    let after = option::of(prop::sample::select(Line::ALL));
    (table, "\\PC{0,10}镇", after, vec(cell, 0..8))
        .prop_map(|(table, label, after, cells)| LocalRow { table, label, after, cells })
}

fn any_narrative() -> impl Strategy<Value = Narrative> {
    let numbers = Just([1_u8, 2, 3, 4, 5, 6].to_vec()).prop_shuffle();
    let words = vec(("[^\0]{0,20}", "[^\0]{0,20}"), 0..=6);
    ("[^\0]{0,20}", numbers, words, "[^\0]{0,20}").prop_map(
        |(preamble, numbers, words, closing)| {
            let sections = numbers.into_iter().zip(words);
            let sections = sections
                .map(|(number, (title, text))| SectionText { number, title, text })
                .collect();
            Narrative { preamble, sections, closing }
        },
    )
}

fn any_publication() -> impl Strategy<Value = Publication> {
    let day = (2009_i32..2100, 1_u32..=366)
        .prop_filter_map("a day", |(year, day)| NaiveDate::from_yo_opt(year, day));
    ("https?://[a-z]{1,9}(/[a-z0-9年]{0,9})?", option::of(day))
        .prop_map(|(uri, publish_date)| Publication { uri, publish_date })
}
