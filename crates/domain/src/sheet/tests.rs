use proptest::prelude::*;

use super::samples::consistent;
use super::*;
use crate::form::{CellId, Column, Edition, Line, Unit};

fn failing(sheet: &Sheet) -> Vec<CellId> {
    let failing = sheet
        .layout()
        .equations()
        .iter()
        .filter(|it| matches!(sheet.assess(it), Outcome::Fails { .. }));
    failing.flat_map(|it| it.equation.cells().collect::<Vec<_>>()).collect()
}

#[test]
fn a_consistent_sheet_satisfies_every_equation() {
    for edition in Edition::ALL {
        let sheet = consistent(edition, |n| n as i64 % 7);
        assert!(edition.layout().equations().iter().all(|it| sheet.assess(it) == Outcome::Holds));
    }
}

#[test]
fn any_single_change_in_tables_3_and_4_is_noticed() {
    for edition in Edition::ALL {
        let sheet = consistent(edition, |n| n as i64 % 7);
        for cell in edition.layout().cells().iter().filter(|cell| cell.line.number() >= 100) {
            let mut changed = sheet.clone();
            changed.set(*cell, Cell::Number(sheet.number(*cell).unwrap() + 1)).unwrap();
            assert!(failing(&changed).contains(cell), "{edition} {cell}");
        }
    }
}

#[test]
fn a_blank_is_never_read_as_zero() {
    let mut sheet = consistent(Edition::E2021, |_| 1);
    sheet.set(CellId::new(Line::Granted, Column::Enterprise), Cell::Blank).unwrap();
    assert_eq!(failing(&sheet), []);
    let unknown = sheet
        .layout()
        .equations()
        .iter()
        .filter(|it| matches!(sheet.assess(it), Outcome::NotAssessable { .. }));
    assert_eq!(unknown.count(), 2);
    assert_eq!(sheet.value(Line::Granted, Column::LegalEntity), None);
}

#[test]
fn the_second_reading_derives_blank_totals_and_keeps_what_is_not_applicable() {
    let mut sheet = consistent(Edition::E2019, |_| 1);
    let total = CellId::new(Line::Granted, Column::Applicants);
    let slash = CellId::new(Line::GovernmentRules, Column::NewlyMade);
    sheet.set(total, Cell::Blank).unwrap();
    sheet.set(slash, Cell::NotApplicable).unwrap();
    let reading = sheet.with_blanks_as_zero();
    assert_eq!(reading.number(total), Some(6));
    assert_eq!(reading.get(slash), Some(Cell::NotApplicable));
}

#[test]
fn a_concept_means_the_same_in_both_editions() {
    for edition in Edition::ALL {
        let sheet = consistent(edition, |_| 1);
        let value = |column| sheet.value(Line::Handled, column).unwrap();
        assert_eq!(
            value(Column::LegalEntity) + value(Column::NaturalPerson),
            value(Column::Applicants)
        );
        assert!(sheet.value(Line::OtherHandling, Column::Applicants).is_some());
        assert!(sheet.value(Line::Litigation, Column::Cases).is_some());
    }
    assert_eq!(consistent(Edition::E2019, |_| 1).value(Line::FeeUnpaid, Column::Applicants), None);
    assert_eq!(
        consistent(Edition::E2021, |_| 1).value(Line::GovernmentRules, Column::NewlyMade),
        None
    );
}

#[test]
fn a_count_beyond_reason_is_refused_and_money_is_not() {
    let mut sheet = Sheet::blank(Edition::E2021);
    let count = CellId::new(Line::GovernmentRules, Column::Issued);
    assert_eq!(
        sheet.set(count, Cell::Number(MAX_COUNT + 1)),
        Err(SheetError::OutOfRange(count, MAX_COUNT + 1))
    );
    let money = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
    assert_eq!(sheet.set(money, Cell::Number(MAX_COUNT + 1)), Ok(()));
}

#[test]
fn money_has_the_unit_of_the_form_until_the_page_states_another() {
    let mut sheet = Sheet::blank(Edition::E2019);
    let money = CellId::new(Line::GovernmentProcurement, Column::ProcurementAmount);
    assert_eq!(sheet.unit(money), Unit::NotStated);
    sheet.set_unit(money, Unit::Yuan).unwrap();
    assert_eq!(sheet.unit(money), Unit::Yuan);
    assert_eq!(sheet.unit(CellId::new(Line::Granted, Column::Applicants)), Unit::None);
}

#[test]
fn a_new_edition_keeps_what_means_the_same_and_lists_the_rest() {
    let sheet = consistent(Edition::E2019, |_| 1);
    let change = sheet.change_edition(Edition::E2021);
    let kept = CellId::new(Line::Granted, Column::NaturalPerson);
    assert_eq!(change.sheet.number(kept), sheet.number(kept));
    let left_behind: Vec<_> = change.not_carried.iter().map(|it| it.cell).collect();
    assert!(left_behind.contains(&CellId::new(Line::GovernmentRules, Column::TotalDisclosed)));
    assert!(left_behind.contains(&CellId::new(Line::OtherHandling, Column::Applicants)));
    assert_eq!(
        change.sheet.get(CellId::new(Line::GovernmentRules, Column::InForce)),
        Some(Cell::Blank)
    );
}

proptest! {
    #[test]
    fn changing_the_edition_there_and_back_keeps_every_shared_cell(values in proptest::collection::vec(0i64..1000, 200)) {
        let sheet = consistent(Edition::E2021, |n| values[n]);
        let back = sheet.change_edition(Edition::E2019).sheet.change_edition(Edition::E2021).sheet;
        for (cell, said) in sheet.cells() {
            let expected = if Edition::E2019.layout().prints(cell) { said } else { Cell::Blank };
            prop_assert_eq!(back.get(cell), Some(expected));
        }
    }
}
