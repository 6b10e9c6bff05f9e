//! From lines to a sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use csv::{ReaderBuilder, StringRecord};
use nianbao_domain::evidence::{DocumentEvidence, TableEvidence, TablePresence};
use nianbao_domain::form::{CellId, Column, Edition, Line, Measure, TableId, Unit};
use nianbao_domain::report::{CellSource, Content, ReportKind, ReportYear};
use nianbao_domain::sheet::{Amount, Cell, LocalCell, LocalRow, Sheet};

use super::{FIELDS, HEADER, LOCAL, UNITS};
use crate::{CsvProblem, Draft, Format, MAX_TEXT, ReadError};

/// Reads what [`super::write`] has written. Cells that the file does not name are blank.
pub(crate) fn read(text: &str) -> Result<Draft, ReadError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > MAX_TEXT {
        return Err(ReadError::TooMuchText { limit: MAX_TEXT });
    }
    let mut records =
        ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut reader: Option<FigureReader> = None;
    let mut record = StringRecord::new();
    for number in 0.. {
        let line = records.position().line();
        let failed = |problem| ReadError::Csv { line, problem };
        if !records.read_record(&mut record).map_err(|_| failed(CsvProblem::Malformed))? {
            break;
        }
        match (number, &mut reader) {
            (0, _) => check_header(&record).map_err(failed)?,
            (_, Some(reader)) => reader.record(&record).map_err(failed)?,
            (_, None) => {
                let mut first = FigureReader::new(&record).map_err(failed)?;
                first.record(&record).map_err(failed)?;
                reader = Some(first);
            }
        }
    }
    reader.map(FigureReader::finish).ok_or(ReadError::Csv { line: 1, problem: CsvProblem::Header })
}

fn check_header(record: &StringRecord) -> Result<(), CsvProblem> {
    let found = record.iter().map(|field| field.trim().to_ascii_lowercase());
    if found.eq(HEADER.split(',').map(str::to_owned)) { Ok(()) } else { Err(CsvProblem::Header) }
}

struct FigureReader {
    subject: [String; 4],
    year: Option<ReportYear>,
    kind: ReportKind,
    content: Content,
    seen: BTreeSet<CellId>,
    local: Option<u64>,
}

fn field(record: &StringRecord, at: usize) -> Result<&str, CsvProblem> {
    if record.len() != FIELDS {
        return Err(CsvProblem::Malformed);
    }
    record.get(at).ok_or(CsvProblem::Malformed)
}

fn parsed<T: FromStr>(record: &StringRecord, at: usize) -> Result<T, CsvProblem> {
    let value = field(record, at)?;
    value.trim().parse().map_err(|_| wrong(at, value))
}

fn optional<T: FromStr>(record: &StringRecord, at: usize) -> Result<Option<T>, CsvProblem> {
    if field(record, at)?.trim().is_empty() { Ok(None) } else { parsed(record, at).map(Some) }
}

fn wrong(at: usize, value: &str) -> CsvProblem {
    const NAMES: [&str; FIELDS] = [
        "organization",
        "year",
        "kind",
        "edition",
        "table",
        "line",
        "column",
        "cell",
        "label",
        "state",
        "value",
        "unit",
        "raw",
    ];
    CsvProblem::Field { field: NAMES[at], value: value.chars().take(40).collect() }
}

fn subject(record: &StringRecord) -> Result<[String; 4], CsvProblem> {
    let trimmed = |at| field(record, at).map(|value| value.trim().to_owned());
    Ok([trimmed(0)?, trimmed(1)?, trimmed(2)?, trimmed(3)?])
}

impl FigureReader {
    fn new(record: &StringRecord) -> Result<Self, CsvProblem> {
        let kind = [ReportKind::Own, ReportKind::Consolidated];
        let kind = kind.into_iter().find(|kind| Ok(kind.code()) == field(record, 2).map(str::trim));
        let edition: Edition = parsed(record, 3)?;
        Ok(Self {
            subject: subject(record)?,
            year: optional(record, 1)?,
            kind: kind.ok_or_else(|| wrong(2, field(record, 2).unwrap_or_default()))?,
            content: Content::blank(Sheet::blank(edition)),
            seen: BTreeSet::new(),
            local: None,
        })
    }

    fn record(&mut self, record: &StringRecord) -> Result<(), CsvProblem> {
        if subject(record)? != self.subject {
            return Err(CsvProblem::SecondReport);
        }
        match field(record, 7)?.strip_prefix(LOCAL) {
            Some(number) => {
                let number = number.parse().map_err(|_| wrong(7, number))?;
                self.local(number, record)
            }
            None => self.cell(record),
        }
    }

    fn cell(&mut self, record: &StringRecord) -> Result<(), CsvProblem> {
        let id: CellId = parsed(record, 7)?;
        if !self.seen.insert(id) {
            return Err(CsvProblem::Duplicate(id.to_string()));
        }
        let cell = match field(record, 9)?.trim() {
            "number" => Cell::Number(number(record, id)?),
            "blank" => Cell::Blank,
            "not_applicable" => Cell::NotApplicable,
            "unreadable" => Cell::Unreadable,
            other => return Err(wrong(9, other)),
        };
        let sheet = &mut self.content.sheet;
        if !sheet.layout().prints(id) {
            return Err(CsvProblem::NotOnForm(id.to_string()));
        }
        sheet.set(id, cell).map_err(|_| wrong(10, field(record, 10).unwrap_or_default()))?;
        let unit = unit(record)?;
        sheet.set_unit(id, unit).map_err(|_| CsvProblem::NotOnForm(id.to_string()))?;
        let raw = field(record, 12)?;
        if !raw.is_empty() {
            let source = CellSource { raw: raw.to_owned(), ..CellSource::default() };
            self.content.provenance.cells.insert(id, source);
        }
        Ok(())
    }

    fn local(&mut self, number: u64, record: &StringRecord) -> Result<(), CsvProblem> {
        let table = field(record, 4)?.trim();
        let table = TableId::ALL
            .into_iter()
            .find(|it| it.code() == table)
            .ok_or_else(|| wrong(4, table))?;
        let rows = &mut self.content.sheet.local_rows;
        if self.local != Some(number) {
            self.local = Some(number);
            let (label, after) = (field(record, 8)?.to_owned(), optional::<Line>(record, 5)?);
            rows.push(LocalRow { table, label, after, cells: Vec::new() });
        }
        let cell = LocalCell {
            column: optional::<Column>(record, 6)?,
            raw: field(record, 12)?.to_owned(),
        };
        if let Some(row) = rows.last_mut().filter(|_| field(record, 9) != Ok("")) {
            row.cells.push(cell);
        }
        Ok(())
    }

    fn finish(self) -> Draft {
        let [organization, ..] = self.subject;
        let tables = TableId::ALL.map(|table| TableEvidence {
            table,
            presence: TablePresence::Present,
            missing_labels: Vec::new(),
            extra_blocks: Vec::new(),
        });
        Draft {
            organization_id: None,
            organization_name: Some(organization).filter(|name| !name.is_empty()),
            year: self.year,
            kind: self.kind,
            content: self.content,
            evidence: DocumentEvidence {
                figures_only: true,
                tables: tables.to_vec(),
                ..DocumentEvidence::default()
            },
            charset: None,
            format: Format::Csv,
            edition_certain: true,
            identity: BTreeMap::new(),
        }
    }
}

fn number(record: &StringRecord, id: CellId) -> Result<i64, CsvProblem> {
    match id.measure() {
        Measure::Money(_) => parsed::<Amount>(record, 10).map(|amount| amount.millionths),
        Measure::Count | Measure::SignedCount => parsed(record, 10),
    }
}

fn unit(record: &StringRecord) -> Result<Unit, CsvProblem> {
    let code = field(record, 11)?.trim();
    let known = UNITS.iter().find(|(_, known)| *known == code);
    known.map(|(unit, _)| *unit).ok_or_else(|| wrong(11, code))
}
