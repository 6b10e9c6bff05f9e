//! T3-001 to T3-003, T4-001 to T4-003: the equations of the form, derived from its tree.

use super::{Case, Rule, Sink};
use crate::finding::{Message, Observation, StageSeverity};
use crate::form::{CellId, EquationKind, IndexedEquation, Line, TableId};
use crate::sheet::{Cell, Outcome, Reading};

pub(super) static RULES: &[Rule] = &[
    derived(
        "T3-001",
        "年度报告格式表三注：第一项加第二项之和，等于第三项加第四项之和",
        |case, sink| {
            check(case, sink, TableId::Requests, |kind| matches!(kind, EquationKind::Balance(_)));
        },
    ),
    derived("T3-002", "年度报告格式表三：总计为各类申请人之和", |case, sink| {
        check(case, sink, TableId::Requests, |kind| matches!(kind, EquationKind::RowTotal(_)));
    }),
    derived(
        "T3-003",
        "年度报告格式表三：（七）总计为各项办理结果之和",
        |case, sink| {
            check(case, sink, TableId::Requests, |kind| {
                matches!(kind, EquationKind::ColumnTotal(_))
            });
        },
    ),
    derived(
        "T4-001",
        "年度报告格式表四：行政复议总计为各类结果之和",
        |case, sink| {
            check(case, sink, TableId::Proceedings, |kind| {
                kind == EquationKind::RowTotal(Line::Reconsideration)
            });
        },
    ),
    derived(
        "T4-002",
        "年度报告格式表四：未经复议直接起诉总计为各类结果之和",
        |case, sink| {
            check(case, sink, TableId::Proceedings, |kind| {
                kind == EquationKind::RowTotal(Line::DirectLitigation)
            });
        },
    ),
    derived(
        "T4-003",
        "年度报告格式表四：复议后起诉总计为各类结果之和",
        |case, sink| {
            let kind = EquationKind::RowTotal(Line::LitigationAfterReconsideration);
            check(case, sink, TableId::Proceedings, |it| it == kind);
        },
    ),
];

const fn derived(
    code: &'static str,
    basis: &'static str,
    check: fn(&Case<'_>, &mut Sink<'_>),
) -> Rule {
    Rule::new(code, StageSeverity::BLOCKING, basis, check)
}

/// Assesses the equations of one rule as printed; where blanks stand in the way, in the second
/// reading, which only warns, since it is not what the page says.
fn check(
    case: &Case<'_>,
    sink: &mut Sink<'_>,
    table: TableId,
    applies: impl Fn(EquationKind) -> bool,
) {
    let sheet = &case.content.sheet;
    let mut missing = Vec::new();
    for it in sheet.layout().equations() {
        if it.equation.table != table || !applies(it.equation.kind) {
            continue;
        }
        match sheet.assess(it) {
            Outcome::Holds => {}
            Outcome::Fails { left, right } => sink.raise(observation(it, left, right)),
            Outcome::NotAssessable { missing: cells } => {
                if let Outcome::Fails { left, right } = case.second_reading().assess(it) {
                    let seen = observation(it, left, right).read(Reading::BlanksAsZero);
                    sink.raise_as(StageSeverity::WARNING, seen);
                }
                missing.extend(cells);
            }
        }
    }
    if !missing.is_empty() {
        missing.sort_unstable();
        missing.dedup();
        sink.not_assessable(&missing, reason(case, &missing));
    }
}

fn observation(it: &IndexedEquation, left: i128, right: i128) -> Observation {
    let (zh, en) = match it.equation.kind {
        EquationKind::Balance(_) => (
            format!(
                "{}：第一项加第二项之和为 {left}，第三项加第四项之和为 {right}，两者应当相等",
                column(it)
            ),
            format!(
                "{}: items one and two sum to {left}, items three and four to {right}",
                it.equation.left[0].column
            ),
        ),
        EquationKind::RowTotal(line) => (
            format!("{}：总计填 {left}，各项之和为 {right}", row(it)),
            format!("{line}: the total says {left}, its parts sum to {right}"),
        ),
        EquationKind::ColumnTotal(_) => (
            format!("{}：办理结果总计填 {left}，各项结果之和为 {right}", column(it)),
            format!(
                "{}: the total says {left}, the outcomes sum to {right}",
                it.equation.left[0].column
            ),
        ),
    };
    Observation::new(zh, en).about(it.equation.cells()).expected(right, left)
}

fn labels(it: &IndexedEquation) -> Vec<&'static str> {
    let cell = it.equation.left[0];
    let edition =
        crate::form::Edition::ALL.into_iter().find(|edition| edition.layout().prints(cell));
    edition.map(|edition| edition.layout().label_path(cell)).unwrap_or_default()
}

fn row(it: &IndexedEquation) -> String {
    let labels = labels(it);
    labels.get(labels.len().saturating_sub(2)).copied().unwrap_or_default().to_owned()
}

fn column(it: &IndexedEquation) -> String {
    labels(it).last().copied().unwrap_or_default().to_owned()
}

fn reason(case: &Case<'_>, missing: &[CellId]) -> Message {
    let blank =
        missing.iter().filter(|cell| case.content.sheet.get(**cell) == Some(Cell::Blank)).count();
    Message::new(
        format!("有 {} 个单元格没有数字（其中空白 {blank} 个），相应关系无法核对", missing.len()),
        format!(
            "{} cells have no number ({blank} of them blank), so their relations cannot be assessed",
            missing.len()
        ),
    )
}
