//! Naming the wrong cells: one fault, several, and figures that nothing explains.

use divan::{Bencher, black_box};
use nianbao_domain::form::{CellId, Column, Edition, Line, TableId};
use nianbao_domain::report::Content;
use nianbao_domain::rules::{Case, validate};
use nianbao_domain::sheet::{Cell, Sheet};

fn main() {
    divan::main();
}

/// Leaves of up to two digits, with every total filled in.
fn consistent() -> Sheet {
    let mut sheet = Sheet::blank(Edition::E2021);
    let is_total = |cell: CellId| {
        let equations = Edition::E2021.layout().equations().iter();
        cell.line == Line::NewRequests || equations.clone().any(|it| it.equation.left == [cell])
    };
    for (n, cell) in (0i64..).zip(Edition::E2021.layout().cells()) {
        if !is_total(*cell) {
            put(&mut sheet, *cell, n * 37 % 91);
        }
    }
    for column in Edition::E2021.layout().cells().iter().filter(|it| it.line == Line::Handled) {
        balance(&mut sheet, column.column);
    }
    sheet.with_blanks_as_zero()
}

/// As many new requests as were handled and carried forward. The total column follows from the others.
fn balance(sheet: &mut Sheet, column: Column) {
    if column == Column::Applicants {
        return;
    }
    let derived = sheet.with_blanks_as_zero();
    let number = |line| derived.number(CellId::new(line, column)).unwrap_or_default();
    let new = number(Line::Handled) + number(Line::CarriedForward) - number(Line::CarriedOver);
    put(sheet, CellId::new(Line::NewRequests, column), new.max(0));
}

fn put(sheet: &mut Sheet, cell: CellId, number: i64) {
    let done = sheet.set(cell, Cell::Number(number));
    debug_assert!(done.is_ok());
}

fn report(faults: &[(Line, Column, i64)]) -> Content {
    let mut sheet = consistent();
    for (line, column, by) in faults {
        let cell = CellId::new(*line, *column);
        let right = sheet.number(cell).unwrap_or_default();
        put(&mut sheet, cell, right + by);
    }
    Content::blank(sheet)
}

fn validated(bencher: Bencher<'_, '_>, content: &Content) {
    bencher.bench(|| validate(&Case::new(black_box(content))).findings.len());
}

/// What the same report costs without a fault.
#[divan::bench]
fn limit_no_fault(bencher: Bencher<'_, '_>) {
    validated(bencher, &report(&[]));
}

#[divan::bench]
fn one_fault(bencher: Bencher<'_, '_>) {
    validated(bencher, &report(&[(Line::Granted, Column::Enterprise, 9)]));
}

const FAULTS: [(Line, Column, i64); 6] = [
    (Line::Granted, Column::Enterprise, 9),
    (Line::NotHeld, Column::NaturalPerson, 4),
    (Line::Duplicate, Column::Enterprise, 5),
    (Line::Handled, Column::OtherLegalEntity, 70),
    (Line::CarriedOver, Column::Applicants, 11),
    (Line::FeeUnpaid, Column::ResearchInstitution, 3),
];

#[divan::bench(args = [2, 3, 4, 5, 6])]
fn several_faults(bencher: Bencher<'_, '_>, count: usize) {
    validated(bencher, &report(&FAULTS[..count]));
}

/// The same difference everywhere: as many repairs as there are ways to pair lines with columns.
#[divan::bench(args = [3, 4, 5, 6])]
fn equal_faults(bencher: Bencher<'_, '_>, count: usize) {
    validated(bencher, &report(&FAULTS.map(|(line, column, _)| (line, column, 5))[..count]));
}

#[divan::bench]
fn a_shifted_column(bencher: Bencher<'_, '_>) {
    let mut content = report(&[]);
    let cells: Vec<_> = Edition::E2021.layout().table_cells(TableId::Requests).collect();
    let column: Vec<_> = cells.iter().filter(|it| it.column == Column::Enterprise).collect();
    let mut said: Vec<_> = column.iter().map(|it| content.sheet.number(**it)).collect();
    said.rotate_right(1);
    for (cell, number) in column.into_iter().zip(said) {
        put(&mut content.sheet, *cell, number.unwrap_or_default());
    }
    validated(bencher, &content);
}

#[divan::bench]
fn a_shifted_line(bencher: Bencher<'_, '_>) {
    let mut content = report(&[]);
    let cells: Vec<_> = Edition::E2021.layout().table_cells(TableId::Requests).collect();
    let line: Vec<_> = cells.iter().filter(|it| it.line == Line::Granted).collect();
    let mut said: Vec<_> = line.iter().map(|it| content.sheet.number(**it)).collect();
    said.rotate_right(1);
    for (cell, number) in line.into_iter().zip(said) {
        put(&mut content.sheet, *cell, number.unwrap_or_default());
    }
    validated(bencher, &content);
}

/// Nothing explains figures at random; the search has to give up.
#[divan::bench(args = [1, 7, 30, 1009])]
fn figures_at_random(bencher: Bencher<'_, '_>, range: i64) {
    let mut content = Content::blank(Sheet::blank(Edition::E2021));
    for (n, cell) in (0i64..).zip(Edition::E2021.layout().cells()) {
        put(&mut content.sheet, *cell, n * 7919 % range + n % 2);
    }
    validated(bencher, &content);
}

/// Some faults in a sheet whose applicants stand in the wrong columns: many relations, few large sums.
#[divan::bench(args = [8, 12, 20])]
fn scattered_faults(bencher: Bencher<'_, '_>, count: usize) {
    let mut content = report(&[]);
    let cells: Vec<_> = Edition::E2021.layout().table_cells(TableId::Requests).collect();
    for n in 0..count {
        let cell = cells[n * 53 % cells.len()];
        let right = content.sheet.number(cell).unwrap_or_default();
        put(&mut content.sheet, cell, right + 1 + (n as i64 % 3));
    }
    validated(bencher, &content);
}
