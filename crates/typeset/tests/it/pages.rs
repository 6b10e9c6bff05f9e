//! What the pages are.

use std::sync::LazyLock;

use lopdf::{Document, Object};
use nianbao_document::Subject;
use nianbao_document::official::{FontNames, FontRole};
use nianbao_document::printed::Printed;
use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, Narrative, ReportKind, ReportYear, SectionText};
use nianbao_domain::sheet::Sheet;
use nianbao_typeset::{FontSearch, Fonts, TypesetError};

use crate::font;

/// The font that is made here, loaded once.
pub fn fonts() -> &'static Fonts {
    static FONTS: LazyLock<Fonts> = LazyLock::new(load);
    &FONTS
}

fn load() -> Fonts {
    let folder = tempfile::tempdir().unwrap();
    font::write(folder.path());
    let names = FontNames::default().with(FontRole::Body, font::FAMILY);
    let folder = Some(folder.path().to_owned());
    Fonts::find(&FontSearch { folder, installed: false, names }).unwrap()
}

fn report(overview: &str) -> Printed {
    let section = SectionText { number: 1, text: overview.to_owned(), ..SectionText::default() };
    let narrative = Narrative { sections: vec![section], ..Narrative::default() };
    let content = Content { narrative, ..Content::blank(Sheet::blank(Edition::E2021)) };
    let subject = Subject {
        organization_id: None,
        organization_name: "某某县财政局",
        year: ReportYear::try_from(2024).ok(),
        kind: ReportKind::Own,
    };
    Printed::of(&subject, &content)
}

fn text(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap().replace(['\n', ' '], "")
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let (fonts, report) = (fonts(), report("全年公开3条。"));
    assert_eq!(nianbao_typeset::pdf(&report, fonts), nianbao_typeset::pdf(&report, fonts));
}

#[test]
fn the_document_has_its_title_its_language_tags_and_no_date() {
    let pdf = nianbao_typeset::pdf(&report("全年公开3条。"), fonts()).unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"zh-CN");
    let marked = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
    assert_eq!(marked.get(b"Marked").unwrap(), &Object::Boolean(true));
    let info = document.trailer.get(b"Info").unwrap();
    let info = document.dereference(info).unwrap().1.as_dict().unwrap();
    let title = lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap();
    assert_eq!(title, "某某县财政局2024年政府信息公开工作年度报告");
    assert!(info.get(b"CreationDate").is_err());
}

#[test]
fn every_page_is_a4() {
    let pdf = nianbao_typeset::pdf(&report("全年公开3条。"), fonts()).unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    for page in document.get_pages().into_values() {
        let page = document.get_dictionary(page).unwrap();
        let size = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let size: Vec<f32> = size[2..].iter().map(|it| it.as_float().unwrap().round()).collect();
        assert_eq!(size, [595.0, 842.0]);
    }
}

#[test]
fn words_are_shown_and_never_run() {
    let words = "#import\"a\":*$x^2$\\*_粗_[a]{b}<b>@c`d`=e//f/*g*/~-?--";
    let pdf = nianbao_typeset::pdf(&report(&format!("公开{words}完")), fonts()).unwrap();
    let shown = text(&pdf);
    assert!(shown.contains(&format!("公开{words}完")), "{shown}");
}

#[test]
fn a_character_that_no_font_has_is_told_and_not_left_out() {
    let refused = nianbao_typeset::pdf(&report("胡𠮷𠮷同志"), fonts());
    assert_eq!(refused, Err(TypesetError::Missing(vec!['𠮷'])));
}

#[test]
fn a_page_holds_twenty_two_lines_of_twenty_eight_characters() {
    let paragraph = format!("{}\n", "字".repeat(26));
    let pdf = nianbao_typeset::pdf(&report(&paragraph.repeat(60)), fonts()).unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    assert_eq!(document.extract_text(&[2]).unwrap().matches('字').count(), 22 * 26);
}
