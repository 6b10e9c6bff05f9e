//! Faults of table 3.

use nianbao_domain::form::{CellId, Column, Line, TableId};
use nianbao_domain::sheet::Cell;

use super::{Fault, Injected, any_cell, number, put, seen_by};
use crate::figures::{APPLICANTS, fill_totals, outcome_lines};
use crate::pair::Pair;
use crate::random::Random;

const ARITHMETIC: &[&str] = &["T3-001", "T3-002", "T3-003"];

pub const KINDS: &[Fault] = &[
    Fault { name: "a cell of table 3 with another number", inject: other_number },
    Fault { name: "a digit too many in a cell of table 3", inject: digit_too_many },
    Fault { name: "two digits transposed in a cell of table 3", inject: transposed },
    Fault { name: "a wrong total of a line of table 3", inject: wrong_line_total },
    Fault { name: "a wrong total of outcomes in a column", inject: wrong_column_total },
    Fault { name: "a wrong grand total", inject: wrong_grand_total },
    Fault { name: "a wrong number carried forward", inject: wrong_forward },
    Fault { name: "a line shifted by one column", inject: shifted_line },
    Fault { name: "a column shifted by one line", inject: shifted_column },
    Fault { name: "two wrong cells of table 3", inject: two_cells },
    Fault { name: "a total of table 3 left blank", inject: blank_total },
    Fault { name: "a cell of table 3 left blank", inject: blank_cell },
    Fault { name: "a dash in a cell", inject: dash },
    Fault { name: "a negative number of requests", inject: negative },
    Fault { name: "outcomes in a column without requests", inject: outcome_of_nothing },
    Fault { name: "a telephone number in a cell", inject: telephone_number },
];

fn change(pair: &mut Pair, cell: CellId, to: i64) -> Option<Injected> {
    let from = number(pair, cell);
    put(pair, cell, to);
    (from != to).then_some(Injected { codes: ARITHMETIC, cell: Some((cell, from)) })
}

fn other_number(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = any_cell(pair, TableId::Requests, random);
    let from = number(pair, cell);
    let by = random.between(1, 9);
    change(pair, cell, if from >= by && random.chance(50) { from - by } else { from + by })
}

fn digit_too_many(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = filled_cell(pair, random, 1)?;
    let from = number(pair, cell);
    change(pair, cell, from * 10 + random.between(0, 9))
}

fn transposed(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = filled_cell(pair, random, 10)?;
    let from = number(pair, cell);
    let (ones, tens) = (from % 10, from / 10 % 10);
    change(pair, cell, from - tens * 10 - ones + ones * 10 + tens)
}

/// A cell of table 3 that says at least so much.
fn filled_cell(pair: &Pair, random: &mut Random, least: i64) -> Option<CellId> {
    let cells = pair.present.sheet.layout().table_cells(TableId::Requests);
    let filled: Vec<_> = cells.filter(|cell| number(pair, *cell) >= least).collect();
    (!filled.is_empty()).then(|| *random.pick(&filled))
}

fn wrong_line_total(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let line = *random.pick(&outcome_lines(&pair.present.sheet));
    let cell = CellId::new(line, Column::Applicants);
    change(pair, cell, number(pair, cell) + random.between(1, 30))
}

fn wrong_column_total(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = CellId::new(Line::Handled, *random.pick(&APPLICANTS));
    change(pair, cell, number(pair, cell) + random.between(1, 30))
}

fn wrong_grand_total(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = CellId::new(Line::Handled, Column::Applicants);
    change(pair, cell, number(pair, cell) + random.between(1, 30))
}

fn wrong_forward(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = CellId::new(Line::CarriedForward, *random.pick(&APPLICANTS));
    change(pair, cell, number(pair, cell) + random.between(1, 30))
}

/// A number slipped into the column beside its own.
fn shifted_line(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let line = *random.pick(&outcome_lines(&pair.present.sheet));
    let cells: Vec<_> = APPLICANTS.iter().map(|column| CellId::new(line, *column)).collect();
    move_on(pair, &cells)
}

/// A number slipped into the line below its own.
fn shifted_column(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let column = *random.pick(&APPLICANTS);
    let lines = outcome_lines(&pair.present.sheet);
    let cells: Vec<_> = lines.iter().map(|line| CellId::new(*line, column)).collect();
    move_on(pair, &cells)
}

/// Every number goes to the next cell, the last one to the first.
fn move_on(pair: &mut Pair, cells: &[CellId]) -> Option<Injected> {
    let before: Vec<_> = cells.iter().map(|cell| number(pair, *cell)).collect();
    let mut after = before.clone();
    after.rotate_right(1);
    cells.iter().zip(&after).for_each(|(cell, number)| put(pair, *cell, *number));
    if before == after { None } else { seen_by(ARITHMETIC) }
}

fn two_cells(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let (one, other) =
        (any_cell(pair, TableId::Requests, random), any_cell(pair, TableId::Requests, random));
    if one.line == other.line || one.column == other.column {
        return None;
    }
    for cell in [one, other] {
        put(pair, cell, number(pair, cell) + random.between(1, 20));
    }
    seen_by(ARITHMETIC)
}

fn blank_total(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let line = *random.pick(&outcome_lines(&pair.present.sheet));
    let cell = CellId::new(line, Column::Applicants);
    pair.present.sheet.set(cell, Cell::Blank).unwrap();
    seen_by(&["T3-006"])
}

fn blank_cell(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = CellId::new(Line::NewRequests, *random.pick(&APPLICANTS));
    pair.present.sheet.set(cell, Cell::Blank).unwrap();
    seen_by(&["FMT-003"])
}

fn dash(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = any_cell(pair, TableId::Requests, random);
    pair.present.sheet.set(cell, Cell::NotApplicable).unwrap();
    seen_by(&["FMT-004"])
}

/// Consistent but impossible.
fn negative(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let column = *random.pick(&APPLICANTS);
    let (granted, unavailable) =
        (CellId::new(Line::Granted, column), CellId::new(Line::NotHeld, column));
    let by = number(pair, granted) + random.between(1, 5);
    put(pair, granted, number(pair, granted) - by);
    put(pair, unavailable, number(pair, unavailable) + by);
    fill_totals(&mut pair.present.sheet, TableId::Requests);
    seen_by(&["FMT-002"])
}

fn outcome_of_nothing(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let column = APPLICANTS.into_iter().find(|column| {
        [Line::NewRequests, Line::CarriedOver]
            .iter()
            .all(|line| number(pair, CellId::new(*line, *column)) == 0)
    })?;
    put(pair, CellId::new(Line::Granted, column), random.between(1, 5));
    seen_by(&["T3-004", "T3-001"])
}

fn telephone_number(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = CellId::new(Line::AdministrativeLicensing, Column::Decisions);
    put(pair, cell, 13_800_000_000 + random.between(0, 99_999_999));
    seen_by(&["FMT-010"])
}
