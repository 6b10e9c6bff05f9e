//! The tests of a user rule, both ways, and what came of them.

use std::collections::BTreeMap;

use nianbao_domain::form::{CellId, Column, Line};
use nianbao_domain::report::ReportKind;
use nianbao_domain::user_rule::{Given, TestVector, VectorResult};
use nianbao_proto::v1;

use crate::concept::{self, Concept};
use crate::field::read_year;
use crate::sheet::cell_reference;
use crate::violation::{Faults, Path};
use crate::{limits, text};

/// A test → the message.
pub(super) fn vector(vector: &TestVector) -> v1::RuleVector {
    let TestVector { name, given, expected } = vector;
    let Given {
        edition,
        year,
        kind,
        cells,
        previous,
        organization,
        level,
        organ_type,
        division_code,
        rule_power,
    } = given;
    v1::RuleVector {
        name: name.clone(),
        expected: expected.to_wire(),
        edition: edition.map_or(0, Concept::to_wire),
        report_year: year.map_or(0, |year| i32::from(year.get())),
        kind: kind.to_wire(),
        cells: written(cells),
        previous: previous.as_ref().map(|cells| v1::VectorCells { cells: written(cells) }),
        organization_name: organization.clone(),
        level: level.map_or(0, Concept::to_wire),
        organ_type: organ_type.map_or(0, Concept::to_wire),
        division_code: division_code.as_ref().map_or_else(String::new, ToString::to_string),
        rule_power: rule_power.to_wire(),
    }
}

fn written(cells: &BTreeMap<CellId, i64>) -> Vec<v1::VectorCell> {
    let cell = |(cell, number): (&CellId, &i64)| v1::VectorCell {
        cell: Some(cell_reference(*cell)),
        number: *number,
    };
    cells.iter().map(cell).collect()
}

/// What came of a test → the message.
pub fn vector_result(result: &VectorResult) -> v1::VectorResult {
    let VectorResult { name, expected, found, reason } = result;
    v1::VectorResult {
        name: name.clone(),
        expected: expected.to_wire(),
        found: found.map_or(0, Concept::to_wire),
        passes: result.passes(),
        reason_zh: reason.zh.clone(),
        reason_en: reason.en.clone(),
    }
}

/// Reads the tests of a rule.
pub(super) fn vectors(
    vectors: Vec<v1::RuleVector>,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Vec<TestVector> {
    if vectors.len() > limits::RULE_ITEMS {
        faults.invalid(&at.field("vectors"), "too many vectors");
        return Vec::new();
    }
    let items = vectors.into_iter().enumerate();
    items.filter_map(|(place, it)| read(it, &at.item("vectors", place), faults)).collect()
}

fn read(vector: v1::RuleVector, at: &Path<'_>, faults: &mut Faults) -> Option<TestVector> {
    let v1::RuleVector {
        name,
        expected,
        edition,
        report_year,
        kind,
        cells,
        previous,
        organization_name,
        level,
        organ_type,
        division_code,
        rule_power,
    } = vector;
    let kind: Option<ReportKind> = concept::optional(kind, &at.field("kind"), faults);
    let rule_power = concept::optional(rule_power, &at.field("rule_power"), faults);
    let previous = previous.map(|it| numbers(it.cells, &at.field("previous"), faults));
    let given = Given {
        edition: concept::optional(edition, &at.field("edition"), faults),
        year: read_year(report_year, &at.field("report_year"), faults),
        kind: kind.unwrap_or_default(),
        cells: numbers(cells, at, faults),
        previous,
        organization: text::text(
            organization_name,
            limits::DISPLAY_NAME,
            &at.field("organization_name"),
            faults,
        ),
        level: concept::optional(level, &at.field("level"), faults),
        organ_type: concept::optional(organ_type, &at.field("organ_type"), faults),
        division_code: crate::organization::code(
            &division_code,
            &at.field("division_code"),
            faults,
        ),
        rule_power: rule_power.unwrap_or_default(),
    };
    let name = text::text(name, limits::RULE_TEXT, &at.field("name"), faults);
    let expected = concept::required(expected, &at.field("expected"), faults)?;
    Some(TestVector { name, given, expected })
}

/// Reads the numbers of cells, each cell once.
fn numbers(
    cells: Vec<v1::VectorCell>,
    at: &Path<'_>,
    faults: &mut Faults,
) -> BTreeMap<CellId, i64> {
    let mut numbers = BTreeMap::new();
    if cells.len() > limits::CELL_CHANGES {
        faults.invalid(&at.field("cells"), "more cells than a form has");
        return numbers;
    }
    for (place, v1::VectorCell { cell, number }) in cells.into_iter().enumerate() {
        let at = at.item("cells", place);
        let Some(cell) = read_cell(cell.unwrap_or_default(), &at, faults) else { continue };
        if numbers.insert(cell, number).is_some() {
            faults.invalid(&at, "is there twice: say it once");
        }
    }
    numbers
}

fn read_cell(cell: v1::CellReference, at: &Path<'_>, faults: &mut Faults) -> Option<CellId> {
    let v1::CellReference { line, column } = cell;
    let at = at.field("cell");
    let line: Option<Line> = concept::required(line, &at.field("line"), faults);
    let column: Option<Column> = concept::required(column, &at.field("column"), faults);
    Some(CellId::new(line?, column?))
}
