//! PLA-001: no zero where most similar organs have large numbers.
//!
//! The middle one of the peers' numbers decides, not their mean: among the departments of a county one
//! that licenses by the thousand would make every other one strange.

use super::peers::{LEAST, Peers};
use crate::finding::Observation;
use crate::form::{CellId, Measure, TableId};
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("PLA-001", check);

/// More than this is a large number.
const LARGE: i128 = 100;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(peers) = Peers::of(case, sink) else { return };
    let sheet = &case.content.sheet;
    for table in TableId::ALL {
        let zeros = sheet
            .layout()
            .table_cells(table)
            .filter(|cell| sheet.number(*cell) == Some(0) && cell.measure() == Measure::Count);
        let strange: Vec<_> = zeros
            .filter_map(|cell| Some((cell, middle(&peers, cell).filter(|it| *it > LARGE)?)))
            .collect();
        if !strange.is_empty() {
            sink.raise(observation(case, table, &strange, peers.len()));
        }
    }
}

/// The lower of the middle numbers, where enough peers have one.
fn middle(peers: &Peers<'_, '_>, cell: CellId) -> Option<i128> {
    let numbers = peers.numbers(cell);
    let at = numbers.len().checked_sub(1)? / 2;
    numbers.get(at).copied().filter(|_| numbers.len() >= LEAST)
}

fn observation(
    case: &Case<'_>,
    table: TableId,
    strange: &[(CellId, i128)],
    peers: usize,
) -> Observation {
    let cells: Vec<_> = strange.iter().map(|(cell, _)| *cell).collect();
    let middles: Vec<_> = strange.iter().map(|(_, middle)| middle.to_string()).collect();
    let most = strange.iter().map(|(_, middle)| *middle).max().unwrap_or_default();
    Observation::new(
        format!(
            "{}：{}填 0，而 {peers} 个同级同类机关一半以上超过 {LARGE}（中位数最高 {most}）；请核对是否漏填",
            naming::table(table),
            naming::cells(case.content.sheet.layout(), &cells),
        ),
        format!(
            "{}: {} say 0, while most of {peers} similar organs have more than {LARGE}",
            naming::table_en(table),
            naming::codes(&cells)
        ),
    )
    .about(cells)
    .expected(middles.join(", "), 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::organization::{Level, OrganType, Standing};
    use crate::report::Content;
    use crate::rules::{Related, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    const PENALTIES: CellId = CellId::new(Line::AdministrativePenalties, Column::Decisions);

    fn report(penalties: Cell) -> Content {
        let mut content = trial::content();
        content.title = "青石镇人民政府2024年政府信息公开工作年度报告".to_owned();
        content.sheet = consistent(Edition::E2021, |_| 0);
        content.sheet.set(PENALTIES, penalties).unwrap();
        content
    }

    fn beside(own: Cell, penalties: &[i64], level: Level) -> Validation {
        let own = report(own);
        let others: Vec<_> = penalties.iter().map(|it| report(Cell::Number(*it))).collect();
        let peer = |content| Related {
            level: Some(level),
            organ_type: Some(OrganType::Government),
            ..trial::related(content)
        };
        let mut case = Case::new(&own);
        case.standing = Standing::of(None, None, Some("青石镇人民政府"));
        case.siblings = Some(others.iter().map(peer).collect());
        trial::of("PLA-001", &case)
    }

    #[test]
    fn a_zero_among_large_numbers_is_told() {
        let findings = beside(Cell::Number(0), &[3000, 2000, 101, 0], Level::Township).findings;
        assert_eq!(findings.len(), 1);
        let seen = &findings[0].observation;
        assert_eq!((seen.cells.as_slice(), seen.expected.as_str()), (&[PENALTIES][..], "101"));
    }

    #[test]
    fn one_large_peer_makes_no_zero_strange() {
        let validation = beside(Cell::Number(0), &[90_000, 0, 3, 5], Level::Township);
        assert_eq!(validation, Validation::default());
    }

    #[test]
    fn only_a_zero_is_judged() {
        for own in [Cell::Number(1), Cell::Blank, Cell::NotApplicable] {
            assert_eq!(beside(own, &[3000; 5], Level::Township), Validation::default());
        }
    }

    #[test]
    fn organs_of_another_level_are_no_peers() {
        let validation = beside(Cell::Number(0), &[3000; 5], Level::County);
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing, ["siblings"]);
    }

    #[test]
    fn without_siblings_or_a_type_nothing_is_assessed() {
        let mut own = report(Cell::Number(0));
        assert_eq!(trial::of("PLA-001", &Case::new(&own)).not_assessed[0].missing, ["siblings"]);
        own.title = String::new();
        let mut case = Case::new(&own);
        case.siblings = Some(Vec::new());
        assert_eq!(trial::of("PLA-001", &case).not_assessed[0].missing, ["organ_type"]);
    }
}
