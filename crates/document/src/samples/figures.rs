//! The figures of reports.

use nianbao_domain::form::{CAPACITY, Edition, Line, Measure, TableId, Unit, printed};
use nianbao_domain::report::{CellSource, Provenance};
use nianbao_domain::sheet::{Cell, LocalCell, LocalRow, MAX_COUNT, Sheet};
use proptest::prelude::*;

/// What a page says where it cannot be read.
const UNREADABLE: [&str; 6] = ["约3", "10余", "12", "见附件", "规章 2 2", ""];
/// Labels of rows of an organ's own.
const LABELS: [&str; 6] = [
    "其中：本级",
    "4.本机关认定的其他情形",
    "网上申请",
    "5.需要补正的申请",
    "备注｜说明",
    "当面申请*",
];
/// What such rows say.
const LOCAL: [&str; 7] = ["", "0", "3", "/", "12件", WORDS, "1,234"];
/// Words that are no value.
const WORDS: &str = "见说明";

/// Any figures on either form, and what the page said where they cannot be read.
pub(super) fn figures() -> impl Strategy<Value = (Sheet, Provenance)> {
    let edition = proptest::sample::select(Edition::ALL.to_vec());
    edition.prop_flat_map(|edition| {
        (said(), raws(), units(), local_rows(edition)).prop_map(
            move |(said, raws, units, local_rows)| {
                let (mut sheet, provenance) = filled(edition, &said, &raws, &units);
                sheet.local_rows = local_rows;
                (sheet, provenance)
            },
        )
    })
}

fn filled(edition: Edition, said: &[Cell], raws: &[&str], units: &[Unit]) -> (Sheet, Provenance) {
    let (mut sheet, mut provenance) = (Sheet::blank(edition), Provenance::default());
    for (at, id) in edition.layout().cells().iter().enumerate() {
        let cell = fitting(said[at], id.measure());
        let placed = sheet.set(*id, cell);
        debug_assert!(placed.is_ok(), "the edition prints its cells");
        if let (Cell::Number(_), Measure::Money(_)) = (cell, id.measure()) {
            let placed = sheet.set_unit(*id, units[at % units.len()]);
            debug_assert!(placed.is_ok(), "the edition prints its cells");
        }
        if cell == Cell::Unreadable {
            let source =
                CellSource { raw: raws[at % raws.len()].to_owned(), ..CellSource::default() };
            provenance.cells.insert(*id, source);
        }
    }
    (sheet, provenance)
}

/// A change may be negative, an amount has decimals, a count is neither.
fn fitting(cell: Cell, measure: Measure) -> Cell {
    match (cell, measure) {
        (Cell::Number(number), Measure::SignedCount) if number % 2 == 1 => Cell::Number(-number),
        (Cell::Number(number), Measure::Money(_)) => Cell::Number(number.saturating_mul(1_234)),
        _ => cell,
    }
}

/// Complete figures, hardly any, and everything between.
fn said() -> impl Strategy<Value = Vec<Cell>> {
    let number = || {
        prop_oneof![
            9 => (0..20_i64).prop_map(Cell::Number),
            1 => (0..=MAX_COUNT).prop_map(Cell::Number),
        ]
    };
    let other = || {
        prop_oneof![
            4 => Just(Cell::Blank),
            2 => Just(Cell::NotApplicable),
            1 => Just(Cell::Unreadable),
        ]
    };
    let some = |numbers: u32, others: u32| {
        proptest::collection::vec(prop_oneof![numbers => number(), others => other()], CAPACITY)
    };
    prop_oneof![
        4 => some(100, 1),
        4 => some(3, 1),
        2 => some(1, 9),
        1 => Just(vec![Cell::Blank; CAPACITY]),
        1 => Just(vec![Cell::Unreadable; CAPACITY]),
    ]
}

fn raws() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(proptest::sample::select(UNREADABLE.to_vec()), 1..7)
}

fn units() -> impl Strategy<Value = Vec<Unit>> {
    let units = vec![Unit::Yuan, Unit::TenThousandYuan, Unit::NotStated];
    proptest::collection::vec(proptest::sample::select(units), 1..4)
}

/// Rows of the organ's own, in the order of the form.
fn local_rows(edition: Edition) -> impl Strategy<Value = Vec<LocalRow>> {
    let places = places(edition);
    let places = proptest::collection::vec(proptest::sample::select(places), 0..4);
    let labels = proptest::sample::subsequence(LABELS.to_vec(), 4);
    let raws = proptest::collection::vec(proptest::sample::select(LOCAL.to_vec()), 40);
    (places, labels, raws).prop_map(move |(mut places, labels, raws)| {
        places.sort_unstable();
        let rows = places.iter().zip(labels).enumerate();
        rows.map(|(at, ((_, table, after), label))| {
            local_row(edition, *table, *after, label, &raws[at * 10..][..10])
        })
        .collect()
    })
}

/// Everywhere that a row may stand, with its order: before the first line of a table, behind any
/// line of one printed down, and behind the last of one printed across.
fn places(edition: Edition) -> Vec<(usize, TableId, Option<Line>)> {
    let mut places = Vec::new();
    for table in edition.form().tables() {
        let lines: Vec<Line> = table.blocks.iter().flat_map(|block| printed(block.rows)).collect();
        let after: Vec<Option<Line>> = match table.id {
            TableId::Proceedings => vec![lines.last().copied()],
            TableId::ProactiveDisclosure | TableId::Requests => {
                std::iter::once(None).chain(lines.into_iter().map(Some)).collect()
            }
        };
        let before = places.len();
        places
            .extend(after.into_iter().enumerate().map(|(at, line)| (before + at, table.id, line)));
    }
    places
}

fn local_row(
    edition: Edition,
    table: TableId,
    after: Option<Line>,
    label: &str,
    raws: &[&str],
) -> LocalRow {
    let blocks = edition.form().table(table).map_or(&[][..], |table| table.blocks);
    let is_beside = |line: Line| blocks.iter().find(|block| printed(block.rows).contains(&line));
    let block = after.map_or(blocks.first(), is_beside);
    let columns = block.filter(|_| table != TableId::Proceedings);
    let columns = columns.map(|block| printed(block.columns)).unwrap_or_default();
    let mut cells: Vec<LocalCell> = columns
        .into_iter()
        .zip(raws)
        .map(|(column, raw)| LocalCell { column: Some(column), raw: (*raw).to_owned() })
        .collect();
    // Where lines stand side by side there are no columns to tell words from labels: numbers only.
    let beyond = raws[8..].iter().map(|raw| match table {
        TableId::Proceedings if raw.is_empty() || *raw == WORDS => "0",
        TableId::Proceedings => raw,
        TableId::ProactiveDisclosure | TableId::Requests if *raw == WORDS => raw,
        TableId::ProactiveDisclosure | TableId::Requests => "",
    });
    let beyond = beyond.filter(|raw| !raw.is_empty());
    cells.extend(beyond.map(|raw| LocalCell { column: None, raw: raw.to_owned() }));
    LocalRow { table, label: label.to_owned(), after, cells }
}
