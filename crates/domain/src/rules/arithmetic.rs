//! T3-001 to T3-003, T4-001 to T4-003: the equations of the form, derived from its tree.

use super::{Case, Rule, Sink, local_rows};
use crate::finding::{Message, Observation, StageSeverity};
use crate::form::{CellId, Edition, EquationKind, IndexedEquation, Line, TableId};
use crate::sheet::{Cell, Outcome, Reading};

pub(super) static REQUESTS: &[Rule] = &[
    Rule::new("T3-001", |case, sink| {
        check(case, sink, TableId::Requests, |kind| matches!(kind, EquationKind::Balance(_)));
    }),
    Rule::new("T3-002", |case, sink| {
        check(case, sink, TableId::Requests, |kind| matches!(kind, EquationKind::RowTotal(_)));
    }),
    Rule::new("T3-003", |case, sink| {
        check(case, sink, TableId::Requests, |kind| matches!(kind, EquationKind::ColumnTotal(_)));
    }),
];

pub(super) static PROCEEDINGS: &[Rule] = &[
    Rule::new("T4-001", |case, sink| row_total(case, sink, Line::Reconsideration)),
    Rule::new("T4-002", |case, sink| row_total(case, sink, Line::DirectLitigation)),
    Rule::new("T4-003", |case, sink| row_total(case, sink, Line::LitigationAfterReconsideration)),
];

/// Whether a code is that of a relation between cells.
pub(super) fn is_relation(code: &str) -> bool {
    REQUESTS.iter().chain(PROCEEDINGS).any(|rule| rule.entry.code == code)
}

fn row_total(case: &Case<'_>, sink: &mut Sink<'_>, line: Line) {
    check(case, sink, TableId::Proceedings, |kind| kind == EquationKind::RowTotal(line));
}

/// Assesses the equations of one rule as printed; where blanks stand in the way, in the second
/// reading, which only warns, since it is not what the page says.
fn check(
    case: &Case<'_>,
    sink: &mut Sink<'_>,
    table: TableId,
    applies: impl Fn(EquationKind) -> bool,
) {
    let (mut missing, mut with_local_rows) = (Vec::new(), Vec::new());
    let mut second_reading_holds = true;
    for (it, outcome) in case.unmet() {
        if it.equation.table != table || !applies(it.equation.kind) {
            continue;
        }
        match *outcome {
            Outcome::Holds => {}
            Outcome::Fails { .. } if case.local_rows().take_part(&it.equation) => {
                with_local_rows.push(column(it));
            }
            Outcome::Fails { left, right } => sink.raise(observation(it, left, right)),
            Outcome::NotAssessable { missing: ref cells } => {
                let second = case.second_reading().assess(it);
                second_reading_holds &= second == Outcome::Holds;
                if let Outcome::Fails { left, right } = second {
                    let seen = observation(it, left, right).read(Reading::BlanksAsZero);
                    sink.raise_as(StageSeverity::WARNING, seen);
                }
                missing.extend(cells);
            }
        }
    }
    if !with_local_rows.is_empty() {
        sink.not_assessable(["local_rows"], local_rows::reason(&with_local_rows));
    }
    if !missing.is_empty() {
        missing.sort_unstable();
        missing.dedup();
        sink.not_assessable(&missing, reason(case, &missing, second_reading_holds));
    }
}

fn observation(it: &IndexedEquation, left: i128, right: i128) -> Observation {
    let code = it.equation.left[0].column;
    let (zh, en) = match it.equation.kind {
        EquationKind::Balance(_) => (
            format!(
                "表三“{}”列：第一项加第二项之和为 {left}，第三项加第四项之和为 {right}，两者应当相等",
                column(it)
            ),
            format!("{code}: items one and two sum to {left}, items three and four to {right}"),
        ),
        EquationKind::RowTotal(line) => (
            format!("“{}”行：总计填 {left}，各项之和为 {right}，两者应当相等", row(it)),
            format!("{line}: the total says {left}, its parts sum to {right}"),
        ),
        EquationKind::ColumnTotal(_) => (
            format!(
                "表三“{}”列：办理结果总计填 {left}，各项结果之和为 {right}，两者应当相等",
                column(it)
            ),
            format!("{code}: the total says {left}, the outcomes sum to {right}"),
        ),
    };
    Observation::new(zh, en).about(it.equation.cells()).expected(right, left)
}

/// The printed labels of the first cell, the same in every edition that prints it.
fn labels(it: &IndexedEquation) -> Vec<&'static str> {
    let cell = it.equation.left[0];
    let edition = Edition::ALL.into_iter().find(|edition| edition.layout().prints(cell));
    edition.map(|edition| edition.layout().label_path(cell)).unwrap_or_default()
}

/// The line: the last label before that of the total.
fn row(it: &IndexedEquation) -> &'static str {
    let labels = labels(it);
    labels.get(labels.len().saturating_sub(2)).copied().unwrap_or_default()
}

fn column(it: &IndexedEquation) -> &'static str {
    labels(it).last().copied().unwrap_or_default()
}

fn reason(case: &Case<'_>, missing: &[CellId], second_reading_holds: bool) -> Message {
    let blank =
        missing.iter().filter(|cell| case.content.sheet.get(**cell) == Some(Cell::Blank)).count();
    let (zh, en) = match second_reading_holds {
        true => ("；空白按 0 计算时，这些关系成立", "; with blanks as zero these relations hold"),
        false => ("", ""),
    };
    Message::new(
        format!(
            "有 {} 个单元格没有数字（其中空白 {blank} 个），相应关系无法核对{zh}",
            missing.len()
        ),
        format!(
            "{} cells have no number ({blank} of them blank), so their relations cannot be assessed{en}",
            missing.len()
        ),
    )
}
