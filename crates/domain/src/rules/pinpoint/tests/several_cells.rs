use proptest::prelude::*;

use super::{changed, numbers, requests, suggesting, suggestions, varied};
use crate::form::{CellId, Column, Edition, Line};
use crate::rules::trial::section;
use crate::rules::{Case, validate};
use crate::sheet::{Cell, Outcome, Sheet, samples::possible};

fn at(line: Line, column: Column) -> CellId {
    CellId::new(line, column)
}

/// Every relation holds after any suggestion of all findings, one of each.
fn assert_repaired(content: &crate::report::Content) {
    let mut sheet = content.sheet.clone();
    for finding in suggesting(&Case::new(content)) {
        let first = &finding.suggestions[0];
        first.changes.iter().for_each(|it| sheet.set(it.cell, Cell::Number(it.to)).unwrap());
    }
    assert!(sheet.layout().equations().iter().all(|it| sheet.assess(it) == Outcome::Holds));
}

#[test]
fn two_wrong_cells_are_two_faults_with_a_suggestion_each() {
    let sheet = varied(Edition::E2021);
    let first = at(Line::Granted, Column::NaturalPerson);
    let second = at(Line::NotHeld, Column::Enterprise);
    let (one, other) = (sheet.number(first).unwrap(), sheet.number(second).unwrap());
    let content = changed(&sheet, &[(first, one + 5), (second, other + 8)]);
    let validation = validate(&Case::new(&content));
    let causes: Vec<_> = validation
        .findings
        .iter()
        .filter(|it| it.code.starts_with("T3-") && it.is_cause())
        .collect();
    assert_eq!(causes.len(), 2);
    let mut named: Vec<_> =
        causes.iter().map(|it| (it.suggestions[0].unique, numbers(&it.suggestions[0]))).collect();
    named.sort_unstable();
    assert_eq!(named, [(true, vec![(first, one)]), (true, vec![(second, other)])]);
}

#[test]
fn two_wrong_cells_of_one_line_belong_together() {
    let sheet = varied(Edition::E2021);
    let cells = [at(Line::Granted, Column::NaturalPerson), at(Line::Granted, Column::Enterprise)];
    let right = cells.map(|cell| (cell, sheet.number(cell).unwrap()));
    let content = changed(&sheet, &[(cells[0], right[0].1 + 5), (cells[1], right[1].1 + 8)]);
    let named = suggestions(&content);
    assert_eq!((named.len(), named[0].unique), (1, true));
    assert_eq!(numbers(&named[0]), right);
}

#[test]
fn equal_differences_leave_ties_that_are_listed_and_counted() {
    let sheet = varied(Edition::E2021);
    let first = at(Line::Granted, Column::NaturalPerson);
    let second = at(Line::NotHeld, Column::Enterprise);
    let right = [first, second].map(|cell| (cell, sheet.number(cell).unwrap()));
    let content = changed(&sheet, &[(first, right[0].1 + 5), (second, right[1].1 + 5)]);
    let findings = suggesting(&Case::new(&content));
    assert_eq!(findings.len(), 1);
    let suggestions = &findings[0].suggestions;
    assert_eq!(suggestions.len(), 2, "the other two corners would do as well: {suggestions:?}");
    assert!(suggestions.iter().all(|it| !it.unique));
    assert!(suggestions.iter().any(|it| numbers(it) == right));
    assert!(findings[0].observation.message.zh.ends_with("改法有 2 种"));
}

#[test]
fn what_the_narrative_states_decides_between_ties() {
    let sheet = varied(Edition::E2021);
    let cells = [Line::NewRequests, Line::CarriedOver]
        .map(|line| [Column::NaturalPerson, Column::Enterprise].map(|column| at(line, column)));
    let [[received, other], [rest, last]] = cells;
    for (first, second) in [(received, last), (other, rest)] {
        let right = [first, second].map(|cell| (cell, sheet.number(cell).unwrap()));
        let mut content = changed(&sheet, &right.map(|(cell, number)| (cell, number + 5)));
        let all = sheet.number(at(Line::NewRequests, Column::Applicants)).unwrap();
        let stated = sheet.number(received).unwrap();
        let text = format!("2024年新收政府信息公开申请{all}件，其中自然人{stated}件。");
        content.narrative.sections.push(section(1, &text));
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        assert!(case.stated().contains(&(received, stated)), "{:?}", case.stated());
        let findings = validate(&case).findings;
        let suggestions = &findings.iter().find(|it| it.suggestions.len() > 1).unwrap().suggestions;
        let best = numbers(&suggestions[0]);
        assert!(best.iter().all(|change| right.contains(change)), "{suggestions:?}");
        assert!(suggestions.iter().any(|it| it.message.zh.contains("正文所述")));
    }
}

#[test]
fn a_number_in_the_wrong_column_is_told_as_such() {
    let mut sheet = possible(Edition::E2021, |_| 3);
    let cells = [at(Line::Granted, Column::NaturalPerson), at(Line::Granted, Column::Enterprise)];
    sheet.set(cells[0], Cell::Number(4)).unwrap();
    let content = changed(&sheet, &[(cells[0], 0), (cells[1], 4 + 3)]);
    assert!(!suggestions(&content).is_empty());
    let sheet = filled_line(&[4, 0, 0, 0, 0, 0]);
    let named = suggestions(&changed(&sheet, &[(cells[0], 0), (cells[1], 4)]));
    assert_eq!(numbers(&named[0]), [(cells[0], 4), (cells[1], 0)]);
    assert!(named[0].message.zh.contains("错开了一格"), "{}", named[0].message.zh);
}

/// A consistent sheet whose line 予以公开 is this.
fn filled_line(values: &[i64; 6]) -> Sheet {
    let layout = Edition::E2021.layout();
    let first = layout.index(at(Line::Granted, Column::NaturalPerson)).map(usize::from).unwrap();
    possible(Edition::E2021, |n| match n.checked_sub(first) {
        Some(place) if place < values.len() => values[place],
        _ => 20 + (n as i64 * 7) % 13,
    })
}

#[test]
fn a_shifted_line_is_one_fault() {
    let sheet = filled_line(&[13, 5, 8, 2, 1, 4]);
    let columns: Vec<_> =
        requests(Edition::E2021).into_iter().filter(|it| it.line == Line::Granted).collect();
    for right_to_left in [false, true] {
        let said: Vec<_> = columns.iter().map(|cell| sheet.number(*cell).unwrap()).collect();
        let mut moved = said.clone();
        if right_to_left {
            moved.rotate_left(1);
        } else {
            moved.rotate_right(1);
        }
        let changes: Vec<_> = columns.iter().copied().zip(moved).collect();
        let content = changed(&sheet, &changes);
        let first = &suggestions(&content)[0];
        let right: Vec<_> = columns.iter().copied().zip(said).collect();
        assert_eq!(numbers(first), right);
        assert!(first.message.zh.starts_with("这一行的数字左右错开了一格"), "{first:?}");
        let causes = validate(&Case::new(&content)).findings;
        let causes = causes.iter().filter(|it| it.code.starts_with("T3-") && it.is_cause());
        assert_eq!(causes.count(), 1);
    }
}

#[test]
fn a_shifted_column_is_one_fault() {
    let sheet = varied(Edition::E2021);
    let cells: Vec<_> =
        requests(Edition::E2021).into_iter().filter(|it| it.column == Column::Enterprise).collect();
    let said: Vec<_> = cells.iter().map(|cell| sheet.number(*cell).unwrap()).collect();
    let mut moved = said.clone();
    moved.rotate_right(1);
    let changes: Vec<_> = cells.iter().copied().zip(moved).collect();
    let content = changed(&sheet, &changes);
    let first = &suggestions(&content)[0];
    let differing = changes.iter().zip(&said).filter(|((_, moved), said)| moved != *said);
    let right: Vec<_> = differing.map(|((cell, _), said)| (*cell, *said)).collect();
    assert_eq!(numbers(first), right);
    assert!(first.message.zh.starts_with("这一列的数字上下错开了一格"), "{first:?}");
}

#[test]
fn totals_that_were_all_left_out_are_told_as_such() {
    let sheet = varied(Edition::E2021);
    let totals = requests(Edition::E2021).into_iter().filter(|it| it.column == Column::Applicants);
    let changes: Vec<_> = totals.map(|cell| (cell, 0)).collect();
    let content = changed(&sheet, &changes);
    let first = &suggestions(&content)[0];
    assert_eq!(first.changes.len(), 25);
    assert_eq!(first.message.zh, "总计漏填");
    assert_repaired(&content);
}

#[test]
fn figures_at_random_end_the_search_and_that_is_said() {
    let mut content = changed(&varied(Edition::E2021), &[]);
    for (n, cell) in requests(Edition::E2021).into_iter().enumerate() {
        content.sheet.set(cell, Cell::Number((n as i64 * 7919) % 1009)).unwrap();
    }
    let findings = validate(&Case::new(&content)).findings;
    assert!(findings.iter().all(|it| it.suggestions.is_empty()));
    let causes: Vec<_> =
        findings.iter().filter(|it| it.code.starts_with("T3-00") && it.is_cause()).collect();
    assert!(causes[0].observation.message.zh.ends_with("未能找出应改哪几格"), "{causes:?}");
}

proptest! {
    #[test]
    fn whatever_is_suggested_repairs_everything(
        values in proptest::collection::vec(0i64..1000, 200),
        faults in proptest::collection::vec((0usize..190, 0i64..1000), 2..5),
    ) {
        let sheet = possible(Edition::E2021, |n| values[n]);
        let cells = &Edition::E2021.layout().cells()[10..];
        let changes: Vec<_> = faults.iter().map(|(n, to)| (cells[*n], *to)).collect();
        let content = changed(&sheet, &changes);
        let findings = validate(&Case::new(&content)).findings;
        prop_assume!(findings.iter().all(|it| !it.observation.message.zh.ends_with("未能找出应改哪几格")));
        assert_repaired(&content);
        let named: usize = suggesting(&Case::new(&content))
            .iter()
            .map(|it| it.suggestions.iter().map(|it| it.changes.len()).min().unwrap())
            .sum();
        prop_assert!(named <= changes.len(), "{} for {}", named, changes.len());
    }
}
