use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{changed, numbers, requests, suggesting, suggestions, varied};
use crate::form::{CellId, Column, Edition, Line, TableId};
use crate::report::Content;
use crate::rules::pinpoint::incidence::Incidence;
use crate::rules::{Case, Previous, Related, trial};
use crate::sheet::{Cell, Sheet, samples::possible};

#[test]
fn no_two_cells_of_table_3_break_the_same_relations_in_the_same_direction() {
    for (edition, count) in [(Edition::E2019, 161), (Edition::E2021, 175)] {
        let incidence = Incidence::of(edition);
        let layout = edition.layout();
        let cells = requests(edition);
        let touches = cells.iter().map(|cell| incidence.touch(layout.index(*cell).unwrap()));
        // Neither the difference nor its opposite may look like that of another cell.
        let signatures: BTreeSet<_> =
            touches.map(|it| (it.mask(), it.plus.min(it.minus))).collect();
        assert_eq!((cells.len(), signatures.len()), (count, count));
    }
}

#[test]
fn every_relation_of_every_edition_is_looked_at() {
    for edition in Edition::ALL {
        assert_eq!(Incidence::of(edition).relations.len(), edition.layout().equations().len());
    }
}

#[test]
fn any_one_wrong_cell_of_table_3_is_named_with_its_number() {
    for edition in Edition::ALL {
        let sheet = varied(edition);
        for cell in requests(edition) {
            let right = sheet.number(cell).unwrap();
            for wrong in [right + 1, right - 1, 0, right * 10] {
                let named = suggestions(&changed(&sheet, &[(cell, wrong)]));
                assert_eq!(named.len(), 1, "{edition} {cell}");
                assert!(named[0].unique);
                assert_eq!(numbers(&named[0]), [(cell, right)]);
                assert_eq!(named[0].changes[0].from, Some(wrong));
            }
        }
    }
}

fn first_suggestion(sheet: &Sheet, cell: CellId, wrong: i64) -> (bool, Vec<(CellId, i64)>) {
    let named = suggestions(&changed(sheet, &[(cell, wrong)]));
    (named[0].unique, numbers(&named[0]))
}

proptest! {
    #[test]
    fn the_first_suggestion_is_the_changed_cell_with_its_old_number(
        values in proptest::collection::vec(0i64..100_000, 200),
        place in 0usize..175,
        wrong in 0i64..1_000_000,
        edition in proptest::sample::select(Edition::ALL.to_vec()),
    ) {
        let sheet = possible(edition, |n| values[n]);
        let cells = requests(edition);
        let cell = cells[place % cells.len()];
        let right = sheet.number(cell).unwrap();
        prop_assume!(wrong != right);
        prop_assert_eq!(first_suggestion(&sheet, cell, wrong), (true, vec![(cell, right)]));
    }
}

#[test]
fn a_total_of_table_4_lists_its_candidates() {
    let sheet = varied(Edition::E2021);
    let total = CellId::new(Line::Reconsideration, Column::Cases);
    let right = sheet.number(total).unwrap();
    let content = changed(&sheet, &[(total, right + 300)]);
    let findings = suggesting(&Case::new(&content));
    assert_eq!((findings.len(), findings[0].code.as_ref()), (1, "T4-001"));
    let named: BTreeSet<_> = findings[0].suggestions.iter().flat_map(numbers).collect();
    assert_eq!(named.len(), 5, "the total and its four parts");
    assert!(named.contains(&(total, right)));
    assert!(findings[0].suggestions.iter().all(|it| !it.unique));
    assert!(findings[0].observation.message.zh.ends_with("改法有 5 种"));
}

#[test]
fn a_repair_with_a_negative_count_is_none() {
    let sheet = possible(Edition::E2021, |_| 0);
    let total = CellId::new(Line::Reconsideration, Column::Cases);
    let named = suggestions(&changed(&sheet, &[(total, 2)]));
    assert_eq!(named.len(), 5);
    let part = CellId::new(Line::Reconsideration, Column::Pending);
    let named = suggestions(&changed(&sheet, &[(part, 2)]));
    let cells: BTreeSet<_> = named.iter().flat_map(numbers).collect();
    assert_eq!(cells, BTreeSet::from([(part, 0), (total, 2)]), "no other part may be -2");
}

#[test]
fn a_nearer_explanation_goes_first() {
    let sheet = varied(Edition::E2021);
    let total = CellId::new(Line::Reconsideration, Column::Cases);
    let right = sheet.number(total).unwrap();
    assert_eq!(right, 160);
    let named = suggestions(&changed(&sheet, &[(total, 610)]));
    assert_eq!(numbers(&named[0]), [(total, right)]);
    assert_eq!(named[0].message.zh, "相邻两位数字颠倒");
    let named = suggestions(&changed(&sheet, &[(total, 1660)]));
    assert_eq!(numbers(&named[0]), [(total, right)]);
    assert_eq!(named[0].message.zh, "有一位数字重复");
}

#[test]
fn a_total_that_was_left_out_is_told_as_such() {
    let sheet = varied(Edition::E2021);
    let total = CellId::new(Line::Granted, Column::Applicants);
    let named = suggestions(&changed(&sheet, &[(total, 0)]));
    assert_eq!(named[0].message.zh, "总计漏填");
}

#[test]
fn a_blank_is_told_the_number_that_the_relations_ask_for() {
    let sheet = varied(Edition::E2021);
    for cell in [(Line::Granted, Column::Enterprise), (Line::Handled, Column::Applicants)] {
        let cell = CellId::new(cell.0, cell.1);
        let mut content = changed(&sheet, &[]);
        content.sheet.set(cell, Cell::Blank).unwrap();
        let named = suggestions(&content);
        assert!(named.iter().all(|it| numbers(it) == [(cell, sheet.number(cell).unwrap())]));
        assert!(named.iter().all(|it| it.unique && it.changes[0].from.is_none()));
        assert!(!named.is_empty());
    }
}

#[test]
fn a_number_that_only_follows_with_blanks_as_zero_says_so() {
    let sheet = possible(Edition::E2021, |_| 1);
    let total = CellId::new(Line::Granted, Column::Applicants);
    let mut content = changed(&sheet, &[]);
    for column in [Column::Applicants, Column::Enterprise, Column::NaturalPerson] {
        for line in [Line::Granted, Line::NotHeld] {
            content.sheet.set(CellId::new(line, column), Cell::Blank).unwrap();
        }
    }
    let findings = suggesting(&Case::new(&content));
    let of_total = findings.iter().find(|it| it.code == "T3-006").unwrap();
    let [derived] = &of_total.suggestions[..] else { panic!("{:?}", of_total.suggestions) };
    assert_eq!((numbers(derived), derived.unique), (vec![(total, 4)], false));
    assert!(derived.message.zh.contains("空白按 0 计"));
}

#[test]
fn last_year_decides_between_equally_small_repairs() {
    // Two columns do not balance for want of a number, so that only the line of 上年结转 fails.
    let mut sheet = possible(Edition::E2021, |_| 5);
    let columns = [Column::NaturalPerson, Column::Enterprise];
    for column in columns {
        sheet.set(CellId::new(Line::CarriedForward, column), Cell::NotApplicable).unwrap();
    }
    let wrong = CellId::new(Line::CarriedOver, Column::Enterprise);
    let content = changed(&sheet, &[(wrong, 7)]);
    let mut last_year: Content = trial::content();
    last_year.sheet = possible(Edition::E2021, |_| 5);
    let forward = CellId::new(Line::CarriedForward, Column::Enterprise);
    last_year.sheet.set(forward, Cell::Number(5)).unwrap();
    let mut case = Case::new(&content);
    let blind = &suggesting(&case)[0].suggestions;
    assert_eq!(numbers(&blind[0]), [(CellId::new(Line::CarriedOver, Column::NaturalPerson), 3)]);
    case.previous = Previous::Report(Related {
        organization: "",
        level: None,
        organ_type: None,
        year: None,
        kind: case.kind,
        content: &last_year,
    });
    let told = &suggesting(&case)[0].suggestions;
    assert_eq!(numbers(&told[0]), [(wrong, 5)]);
    assert!(!told[0].unique && told[0].message.zh.contains("上年报告"));
}

#[test]
fn table_2_has_no_relation_and_nothing_is_suggested_for_it() {
    let sheet = varied(Edition::E2021);
    for cell in Edition::E2021.layout().table_cells(TableId::ProactiveDisclosure) {
        assert_eq!(suggestions(&changed(&sheet, &[(cell, 7)])), []);
    }
}
