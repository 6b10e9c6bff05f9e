//! What stands beside the figures of a revision, as JSON: units that differ from the form's, rows
//! that the form does not have, and what the page literally said. Concepts go by their public codes.

use std::collections::BTreeMap;

use nianbao_domain::form::{CellId, Column, Line, TableId, Unit, UnknownConcept};
use nianbao_domain::report::{CellSource, Provenance};
use nianbao_domain::sheet::{LocalCell, LocalRow, Sheet, SheetError};
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Supplement {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    units: BTreeMap<String, StoredUnit>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    local_rows: Vec<StoredRow>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    provenance: BTreeMap<String, StoredSource>,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum StoredUnit {
    Yuan,
    TenThousandYuan,
    NotStated,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredRow {
    table: String,
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    cells: Vec<StoredCell>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredCell {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    column: Option<String>,
    raw: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredSource {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    raw: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    normalized: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refusal: Option<String>,
}

/// A supplement that is not one.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SupplementError {
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Unknown(#[from] UnknownConcept),
    #[error(transparent)]
    Cell(#[from] SheetError),
}

/// The JSON of what stands beside the figures.
pub(crate) fn encode(sheet: &Sheet, provenance: &Provenance) -> Result<String, serde_json::Error> {
    let units =
        sheet.stated_units().filter_map(|(cell, unit)| Some((cell.to_string(), stored(unit)?)));
    let sources = provenance.cells.iter().map(|(cell, source)| {
        let CellSource { raw, normalized, line, place, refusal } = source.clone();
        let normalized = normalized.iter().map(|it| it.code().to_owned()).collect();
        (cell.to_string(), StoredSource { raw, normalized, line, place, refusal })
    });
    serde_json::to_string(&Supplement {
        units: units.collect(),
        local_rows: sheet.local_rows.iter().map(stored_row).collect(),
        provenance: sources.collect(),
    })
}

/// Puts what stands beside the figures back into the sheet, and returns what the page said.
pub(crate) fn decode(json: &str, sheet: &mut Sheet) -> Result<Provenance, SupplementError> {
    let supplement: Supplement = serde_json::from_str(json)?;
    for (cell, unit) in supplement.units {
        sheet.set_unit(cell.parse()?, unit.into())?;
    }
    let rows = supplement.local_rows.into_iter().map(local_row);
    sheet.local_rows = rows.collect::<Result<_, _>>()?;
    let sources = supplement.provenance.into_iter().map(|(cell, source)| {
        let StoredSource { raw, normalized, line, place, refusal } = source;
        let normalized = normalized.iter().map(|it| it.parse());
        let normalized = normalized.collect::<Result<_, UnknownConcept>>()?;
        Ok((cell.parse()?, CellSource { raw, normalized, line, place, refusal }))
    });
    let cells = sources.collect::<Result<BTreeMap<CellId, _>, UnknownConcept>>()?;
    Ok(Provenance { cells })
}

/// None for counts, which have no unit to state.
const fn stored(unit: Unit) -> Option<StoredUnit> {
    match unit {
        Unit::Yuan => Some(StoredUnit::Yuan),
        Unit::TenThousandYuan => Some(StoredUnit::TenThousandYuan),
        Unit::NotStated => Some(StoredUnit::NotStated),
        Unit::None => None,
    }
}

impl From<StoredUnit> for Unit {
    fn from(unit: StoredUnit) -> Self {
        match unit {
            StoredUnit::Yuan => Self::Yuan,
            StoredUnit::TenThousandYuan => Self::TenThousandYuan,
            StoredUnit::NotStated => Self::NotStated,
        }
    }
}

fn stored_row(row: &LocalRow) -> StoredRow {
    let cell = |cell: &LocalCell| StoredCell {
        column: cell.column.map(|column| column.code().to_owned()),
        raw: cell.raw.clone(),
    };
    StoredRow {
        table: row.table.code().to_owned(),
        label: row.label.clone(),
        after: row.after.map(|line| line.code().to_owned()),
        cells: row.cells.iter().map(cell).collect(),
    }
}

fn local_row(row: StoredRow) -> Result<LocalRow, UnknownConcept> {
    let cell = |StoredCell { column, raw }| {
        let column = column.map(|code| code.parse::<Column>()).transpose()?;
        Ok(LocalCell { column, raw })
    };
    Ok(LocalRow {
        table: table(&row.table)?,
        label: row.label,
        after: row.after.map(|code| code.parse::<Line>()).transpose()?,
        cells: row.cells.into_iter().map(cell).collect::<Result<_, UnknownConcept>>()?,
    })
}

fn table(code: &str) -> Result<TableId, UnknownConcept> {
    let found = TableId::ALL.into_iter().find(|table| table.code() == code);
    found.ok_or_else(|| UnknownConcept(code.to_owned()))
}

#[cfg(test)]
mod tests {
    use nianbao_domain::form::Edition;
    use nianbao_domain::report::Normalization;

    use super::*;

    #[test]
    fn the_words_of_the_form_are_frozen() {
        let money = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
        let mut sheet = Sheet::blank(Edition::E2021);
        sheet.set_unit(money, Unit::Yuan).unwrap();
        let cells = vec![
            LocalCell { column: Some(Column::NaturalPerson), raw: "12".to_owned() },
            LocalCell { column: None, raw: "—".to_owned() },
        ];
        let (table, after) = (TableId::Requests, Some(Line::NewRequests));
        sheet.local_rows = vec![LocalRow { table, label: "其中".to_owned(), after, cells }];
        let refusal = Some("不是数".to_owned());
        let place = "table[3]/tr[5]/td[2]".to_owned();
        let normalized = [Normalization::Width, Normalization::UnitWord].into();
        let source =
            CellSource { raw: "9万".to_owned(), normalized, line: Some(7), place, refusal };
        let plain = CellSource { line: Some(9), ..CellSource::default() };
        let rules = CellId::new(Line::GovernmentRules, Column::Issued);
        let provenance = Provenance { cells: BTreeMap::from([(money, source), (rules, plain)]) };
        let expected = concat!(
            r#"{"units":{"administrative_charges.amount_collected":"yuan"},"#,
            r#""local_rows":[{"table":"requests","label":"其中","after":"new_requests","#,
            r#""cells":[{"column":"natural_person","raw":"12"},{"raw":"—"}]}],"#,
            r#""provenance":{"administrative_charges.amount_collected":"#,
            r#"{"raw":"9万","normalized":["width","unit_word"],"line":7,"place":"table[3]/tr[5]/td[2]","refusal":"不是数"},"#,
            r#""government_rules.issued":{"line":9}}}"#,
        );
        assert_eq!(encode(&sheet, &provenance).unwrap(), expected);
        let mut read = Sheet::blank(Edition::E2021);
        assert_eq!(decode(expected, &mut read).unwrap(), provenance);
        assert_eq!(read, sheet);
    }

    #[test]
    fn nothing_beside_the_figures_is_an_empty_object() {
        let blank = Sheet::blank(Edition::E2019);
        assert_eq!(encode(&blank, &Provenance::default()).unwrap(), "{}");
    }

    #[test]
    fn what_a_later_program_would_add_is_not_dropped_silently() {
        let mut sheet = Sheet::blank(Edition::E2021);
        assert!(decode(r#"{"comments":[]}"#, &mut sheet).is_err());
        assert!(decode(r#"{"units":{"granted.martian":"yuan"}}"#, &mut sheet).is_err());
        assert!(
            decode(r#"{"units":{"government_procurement.procurement_amount":"yuan"}}"#, &mut sheet)
                .is_err()
        );
    }
}
