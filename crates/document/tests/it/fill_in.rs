//! Documents to be filled in.

use nianbao_document::fill_in::{FillIn, TEMPLATE_VERSION, carried_over, workbook};
use nianbao_document::{Draft, Format, read};
use nianbao_domain::form::{CellId, Column, Edition, Line};
use nianbao_domain::report::ReportKind;
use nianbao_domain::sheet::Cell;

use crate::figures;

fn fill_in(edition: Edition) -> FillIn {
    FillIn {
        organization_id: "suqian".parse().ok(),
        organization: "宿迁市人民政府".to_owned(),
        year: "2024".parse().unwrap(),
        kind: ReportKind::Own,
        edition,
        carried_over: carried_over(&figures::suqian().sheet()),
    }
}

fn made(edition: Edition) -> Draft {
    let bytes = workbook(&fill_in(edition)).unwrap();
    let format = Format::detect(&bytes, None, Some("填报.xlsx")).unwrap();
    read(&bytes, format).unwrap()
}

#[test]
fn a_workbook_knows_whose_report_it_is() {
    for edition in Edition::ALL {
        let draft = made(edition);
        let asked = fill_in(edition);
        assert_eq!(draft.organization_id, asked.organization_id);
        assert_eq!(draft.organization_name.as_deref(), Some("宿迁市人民政府"));
        assert_eq!((draft.year, draft.kind), (Some(asked.year), ReportKind::Own));
        assert_eq!((draft.content.sheet.edition(), draft.edition_certain), (edition, true));
        assert!(draft.evidence.refusals.is_empty() && draft.evidence.chrome.is_empty());
    }
}

#[test]
fn nothing_is_filled_in_but_what_was_carried_over_and_its_totals() {
    let draft = made(Edition::E2021);
    for (cell, said) in draft.content.sheet.cells() {
        let is_over = cell.line == Line::CarriedOver;
        match said {
            Cell::Number(number) => {
                let forward = CellId::new(Line::CarriedForward, cell.column);
                assert!(is_over, "{cell}");
                assert_eq!(figures::suqian().sheet().number(forward), Some(number), "{cell}");
            }
            said => assert_eq!((said, is_over), (Cell::Blank, false), "{cell}"),
        }
    }
    let over = CellId::new(Line::CarriedOver, Column::Applicants);
    assert_eq!(draft.content.sheet.number(over), Some(121));
    assert!(draft.content.narrative.sections.iter().all(|section| section.text.is_empty()));
    assert_eq!(draft.content.narrative.sections.len(), 6);
    assert!(draft.content.sheet.local_rows.is_empty());
}

#[test]
fn the_same_workbook_is_made_of_the_same_facts() {
    let made = || workbook(&fill_in(Edition::E2021)).unwrap();
    assert_eq!(made(), made());
    assert_eq!(TEMPLATE_VERSION, "1");
}
