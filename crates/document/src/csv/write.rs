//! From a sheet to lines.

use nianbao_domain::form::{CellId, Unit};
use nianbao_domain::report::Provenance;
use nianbao_domain::sheet::{LocalRow, Sheet};

use super::{FIELDS, HEADER, LOCAL, UNITS};
use crate::Subject;

type Record = [String; FIELDS];

/// The figures as comma-separated values, in UTF-8 without a byte order mark.
pub fn write(subject: &Subject<'_>, sheet: &Sheet, provenance: &Provenance) -> String {
    let mut text = format!("{HEADER}\n");
    for (cell, _) in sheet.cells() {
        push(&mut text, &printed_cell(subject, sheet, provenance, cell));
    }
    for (at, row) in sheet.local_rows.iter().enumerate() {
        for record in local_row(subject, sheet, at + 1, row) {
            push(&mut text, &record);
        }
    }
    text
}

fn push(text: &mut String, record: &Record) {
    let fields: Vec<String> = record.iter().map(|field| quoted(field)).collect();
    text.push_str(&fields.join(","));
    text.push('\n');
}

/// A field as RFC 4180 has it: in quotes where it could be taken for more than one.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) || field.starts_with(char::is_whitespace) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

fn heads(subject: &Subject<'_>, sheet: &Sheet) -> [String; 4] {
    [
        subject.organization().to_owned(),
        subject.year.map(|year| year.to_string()).unwrap_or_default(),
        subject.kind.code().to_owned(),
        sheet.edition().code().to_owned(),
    ]
}

fn printed_cell(
    subject: &Subject<'_>,
    sheet: &Sheet,
    provenance: &Provenance,
    cell: CellId,
) -> Record {
    let [organization, year, kind, edition] = heads(subject, sheet);
    let table = sheet.layout().table(cell).map(|table| table.code()).unwrap_or_default();
    let state = sheet.get(cell).map(|said| said.state()).unwrap_or_default();
    [
        organization,
        year,
        kind,
        edition,
        table.to_owned(),
        cell.line.code().to_owned(),
        cell.column.code().to_owned(),
        cell.to_string(),
        sheet.layout().label_path(cell).join(" / "),
        state.to_owned(),
        sheet.printed_number(cell),
        unit_code(sheet.unit(cell)).to_owned(),
        provenance.raw(cell).unwrap_or_default().to_owned(),
    ]
}

fn local_row(subject: &Subject<'_>, sheet: &Sheet, number: usize, row: &LocalRow) -> Vec<Record> {
    let record = |column: &str, state: &str, raw: &str| {
        let [organization, year, kind, edition] = heads(subject, sheet);
        [
            organization,
            year,
            kind,
            edition,
            row.table.code().to_owned(),
            row.after.map(|line| line.code()).unwrap_or_default().to_owned(),
            column.to_owned(),
            format!("{LOCAL}{number}"),
            row.label.clone(),
            state.to_owned(),
            String::new(),
            String::new(),
            raw.to_owned(),
        ]
    };
    let cell = |cell: &nianbao_domain::sheet::LocalCell| {
        let column = cell.column.map(|column| column.code()).unwrap_or_default();
        let state = if cell.raw.is_empty() { "blank" } else { "unreadable" };
        record(column, state, &cell.raw)
    };
    if row.cells.is_empty() {
        vec![record("", "", "")]
    } else {
        row.cells.iter().map(cell).collect()
    }
}

fn unit_code(unit: Unit) -> &'static str {
    UNITS.iter().find(|(known, _)| *known == unit).map_or("", |(_, code)| code)
}
