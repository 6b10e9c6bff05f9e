//! PLA-002: no “/” where most similar organs have numbers.
//!
//! A zero says no more than “/” does: a district bureau may write either for 规章. So only numbers
//! that are not zero speak against it.

use super::peers::Peers;
use crate::finding::Observation;
use crate::form::{CellId, TableId};
use crate::rules::{Case, Rule, Sink, naming};
use crate::sheet::Cell;

pub(super) const RULE: Rule = Rule::new("PLA-002", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let not_applicable = case.content.sheet.cells_that_are(Cell::NotApplicable);
    let Some(peers) = Peers::of(case, sink) else { return };
    for (table, cells) in not_applicable {
        let strange: Vec<_> = cells
            .into_iter()
            .filter_map(|cell| {
                let numbers = peers.numbers(cell).into_iter().filter(|it| *it != 0).count();
                (numbers * 2 >= peers.len()).then_some((cell, numbers))
            })
            .collect();
        if !strange.is_empty() {
            sink.raise(observation(case, table, &strange, peers.len()));
        }
    }
}

fn observation(
    case: &Case<'_>,
    table: TableId,
    strange: &[(CellId, usize)],
    peers: usize,
) -> Observation {
    let cells: Vec<_> = strange.iter().map(|(cell, _)| *cell).collect();
    let least = strange.iter().map(|(_, numbers)| *numbers).min().unwrap_or_default();
    Observation::new(
        format!(
            "{}：{}填“/”，而 {peers} 个同级同类机关中有 {least} 个以上填了数字；没有发生的填 0，发生了的填数",
            naming::table(table),
            naming::cells(case.content.sheet.layout(), &cells),
        ),
        format!(
            "{}: {} say not applicable, while {least} or more of {peers} similar organs have numbers",
            naming::table_en(table),
            naming::codes(&cells)
        ),
    )
    .about(cells)
    .found("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::organization::{Level, OrganType, Standing};
    use crate::report::Content;
    use crate::rules::{Related, Validation, trial};
    use crate::sheet::samples::consistent;

    const PENALTIES: CellId = CellId::new(Line::AdministrativePenalties, Column::Decisions);

    fn report(penalties: Cell) -> Content {
        let mut content = trial::content();
        content.title = "青石镇人民政府2024年政府信息公开工作年度报告".to_owned();
        content.sheet = consistent(Edition::E2021, |_| 0);
        content.sheet.set(PENALTIES, penalties).unwrap();
        content
    }

    fn beside(penalties: &[Cell]) -> Validation {
        let own = report(Cell::NotApplicable);
        let others: Vec<_> = penalties.iter().map(|it| report(*it)).collect();
        let peer = |content| Related {
            level: Some(Level::Township),
            organ_type: Some(OrganType::Government),
            ..trial::related(content)
        };
        let mut case = Case::new(&own);
        case.standing = Standing::of(None, None, Some("青石镇人民政府"));
        case.siblings = Some(others.iter().map(peer).collect());
        trial::of("PLA-002", &case)
    }

    #[test]
    fn what_half_of_the_peers_count_is_applicable() {
        let number = Cell::Number(12);
        let findings = beside(&[number, number, Cell::NotApplicable, Cell::Number(0)]).findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].observation.cells, [PENALTIES]);
    }

    #[test]
    fn zeros_and_strokes_of_peers_agree_with_a_stroke() {
        let validation = beside(&[Cell::Number(0), Cell::Number(0), Cell::NotApplicable]);
        assert_eq!(validation, Validation::default());
    }
}
