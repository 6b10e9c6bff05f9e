//! Documents to be filled in.

use std::io::{Cursor, Read, Write};

use nianbao_document::fill_in::{FillIn, RENDITIONS, TEMPLATE_VERSION, write};
use nianbao_document::official::FontNames;
use nianbao_document::{Draft, Format, ReadError, RenderError, Rendition, read};
use nianbao_domain::form::{CellId, Column, Edition, Line};
use nianbao_domain::report::ReportKind;
use nianbao_domain::sheet::{Cell, carried_over};
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::figures;

fn fill_in(edition: Edition) -> FillIn {
    FillIn {
        organization_id: "suqian".parse().ok(),
        organization: "宿迁市人民政府".to_owned(),
        year: "2024".parse().unwrap(),
        kind: ReportKind::Own,
        edition,
        carried_over: carried_over([&figures::suqian().sheet()]),
    }
}

fn made(edition: Edition, rendition: Rendition) -> Vec<u8> {
    write(&fill_in(edition), rendition, &FontNames::default()).unwrap()
}

fn read_back(bytes: &[u8]) -> Result<Draft, ReadError> {
    read(bytes, Format::detect(bytes, None, None).unwrap())
}

/// The document with its parts changed; a part that nothing is made of is left out.
fn changed(bytes: &[u8], change: impl Fn(&str, String) -> Option<String>) -> Vec<u8> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..package.len() {
        let mut text = String::new();
        let mut part = package.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        part.read_to_string(&mut text).unwrap();
        if let Some(text) = change(&name, text) {
            copy.start_file(name, SimpleFileOptions::default()).unwrap();
            copy.write_all(text.as_bytes()).unwrap();
        }
    }
    copy.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_to_be_filled_in_has_no_worksheet_without_a_purpose() {
    let names = std::cell::RefCell::new(Vec::new());
    changed(&made(Edition::E2021, Rendition::Xlsx), |part, text| {
        if part == "xl/workbook.xml" {
            let named = text.split("<sheet name=\"").skip(1).filter_map(|it| it.split('"').next());
            names.borrow_mut().extend(named.map(str::to_owned));
        }
        Some(text)
    });
    let expected = [
        "填报说明",
        "总体情况",
        "主动公开",
        "依申请公开",
        "复议诉讼",
        "问题及其他",
        "校验",
        "模板标识",
    ];
    assert_eq!(names.into_inner(), expected);
}

#[test]
fn a_document_to_be_filled_in_knows_whose_report_it_is() {
    for (edition, rendition) in
        Edition::ALL.into_iter().flat_map(|it| RENDITIONS.map(|to| (it, to)))
    {
        let draft = read_back(&made(edition, rendition)).unwrap();
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
    for rendition in RENDITIONS {
        let draft = read_back(&made(Edition::E2021, rendition)).unwrap();
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
}

#[test]
fn what_is_filled_in_is_read_as_it_was_filled_in() {
    let filled = changed(&made(Edition::E2021, Rendition::Docx), |_, text| {
        let text = text.replacen("<w:pStyle w:val=\"Body\"/>", "<w:pStyle w:val=\"Body\"/></w:pPr><w:r><w:t>全年公开3条。</w:t></w:r></w:p><w:p><w:pPr>", 1);
        Some(text.replace('\u{2002}', "7"))
    });
    let draft = read_back(&filled).unwrap();
    let sheet = draft.content.sheet;
    let totals: Vec<CellId> = (sheet.layout().equations().iter())
        .filter_map(|it| <[CellId; 1]>::try_from(it.equation.left.as_slice()).ok())
        .map(|[total]| total)
        .collect();
    for (cell, said) in sheet.cells().filter(|(cell, _)| cell.line != Line::CarriedOver) {
        let amount = cell.column == Column::AmountCollected;
        match (totals.contains(&cell), amount) {
            (true, _) => assert_eq!(said, Cell::Blank, "{cell}: an office program computes it"),
            (false, true) => assert_eq!(said, Cell::Number(777_000_000), "{cell}"),
            (false, false) => assert_eq!(said, Cell::Number(777), "{cell}"),
        }
    }
    assert_eq!(draft.content.narrative.sections[0].text, "全年公开3条。");
}

#[test]
fn only_what_is_to_be_filled_in_is_open() {
    let document = part(&made(Edition::E2021, Rendition::Docx), "word/document.xml");
    let layout = Edition::E2021.layout();
    let totals = layout.equations().iter().filter(|it| it.equation.left.len() == 1);
    let totals: std::collections::BTreeSet<_> = totals.map(|it| it.equation.left[0]).collect();
    let known = 6;
    let entries = layout.cells().len() - totals.len() - known;
    assert_eq!(document.matches("FORMTEXT").count(), entries);
    assert_eq!(document.matches("> =SUM(cell_").count(), totals.len());
    // A heading, open words and a table are a stretch each; the words of the last section end it.
    assert_eq!(document.matches("<w:formProt w:val=\"1\"/>").count(), 6 + 3);
    assert_eq!(document.matches("<w:formProt w:val=\"0\"/>").count(), 6);
    let settings = part(&made(Edition::E2021, Rendition::Docx), "word/settings.xml");
    assert!(settings.contains("<w:documentProtection w:edit=\"forms\" w:enforcement=\"1\"/>"));
}

#[test]
fn a_workbook_that_lost_its_properties_still_knows_whose_report_it_is() {
    let without = |name: &str, text| (name != "docProps/custom.xml").then_some(text);
    let draft = read_back(&changed(&made(Edition::E2021, Rendition::Xlsx), without)).unwrap();
    assert_eq!(draft.organization_id, fill_in(Edition::E2021).organization_id);
}

#[test]
fn a_document_of_an_older_template_is_refused_with_both_versions() {
    for rendition in RENDITIONS {
        let current = format!("<vt:lpwstr>{TEMPLATE_VERSION}</vt:lpwstr>");
        let older = changed(&made(Edition::E2021, rendition), |_, text| {
            Some(text.replace(&current, "<vt:lpwstr>0</vt:lpwstr>"))
        });
        let found = "0".to_owned();
        let refused = Err(ReadError::Template { found, current: TEMPLATE_VERSION });
        assert_eq!(read_back(&older), refused, "{rendition}");
    }
}

#[test]
fn the_same_document_is_made_of_the_same_facts() {
    for rendition in RENDITIONS {
        assert_eq!(made(Edition::E2021, rendition), made(Edition::E2021, rendition));
    }
    assert_eq!(TEMPLATE_VERSION, "1");
    let refused = write(&fill_in(Edition::E2021), Rendition::Pdf, &FontNames::default());
    assert!(matches!(refused, Err(RenderError::NotFilledIn(Rendition::Pdf))));
}

fn part(document: &[u8], name: &str) -> String {
    let mut package = ZipArchive::new(Cursor::new(document)).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}
