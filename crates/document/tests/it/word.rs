//! What a written Word document is made of.

use std::io::{Cursor, Read};

use nianbao_document::official::{FontNames, FontRole};
use nianbao_document::printed::Printed;
use nianbao_document::{Subject, docx};
use nianbao_domain::form::{Edition, TableId};
use nianbao_domain::report::{Content, Narrative, ReportKind, SectionText};
use nianbao_domain::sheet::{Cell, Sheet};
use zip::ZipArchive;

fn content(overview: &str) -> Content {
    let section = SectionText { number: 1, text: overview.to_owned(), ..SectionText::default() };
    let narrative = Narrative { sections: vec![section], ..Narrative::default() };
    Content { narrative, ..Content::blank(Sheet::blank(Edition::E2021)) }
}

fn written(content: &Content, fonts: &FontNames) -> Vec<u8> {
    let subject = Subject {
        organization_id: None,
        organization_name: "某某县<财政局>",
        year: None,
        kind: ReportKind::Own,
    };
    docx::write(&Printed::of(&subject, content), fonts).unwrap()
}

fn part(document: &[u8], name: &str) -> String {
    let mut package = ZipArchive::new(Cursor::new(document)).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn body(content: &Content) -> String {
    part(&written(content, &FontNames::default()), "word/document.xml")
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let (content, fonts) = (content("全年公开3条。"), FontNames::default());
    assert_eq!(written(&content, &fonts), written(&content, &fonts));
}

#[test]
fn words_are_never_markup() {
    let document = written(&content("</w:t><w:br/>&amp;"), &FontNames::default());
    let body = part(&document, "word/document.xml");
    assert!(body.contains("&#60;/w:t&#62;&#60;w:br/&#62;&#38;amp;"), "{body}");
    assert!(part(&document, "docProps/core.xml").contains("某某县&#60;财政局&#62;"));
}

#[test]
fn headings_have_their_level_and_a_heading_before_its_text_has_its_letters() {
    let body = body(&content("（一）主动公开情况\n（二）依申请公开。没有收到申请。"));
    assert!(
        body.contains(r#"<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">一、"#)
    );
    assert!(body.contains(
        r#"<w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t xml:space="preserve">（一）主动公开情况<"#
    ));
    assert!(body.contains(
        r#"<w:rStyle w:val="Lead"/></w:rPr><w:t xml:space="preserve">（二）依申请公开。<"#
    ));
}

#[test]
fn what_heads_a_whole_table_is_repeated_and_what_heads_a_block_is_not() {
    let body = body(&content(""));
    let heads = |table: &str| table.matches("<w:tblHeader/>").count();
    let tables: Vec<_> = body.split("<w:tbl>").skip(1).map(heads).collect();
    assert_eq!(tables, [0, 3, 3]);
}

#[test]
fn merged_cells_reach_down_as_far_as_on_the_form() {
    let body = body(&content(""));
    let table = body.split("<w:tbl>").nth(2).unwrap();
    // 三、本年度办理结果 stands over 22 rows, (三) to (六) over 8, 3, 5 and 3 of them; the head is 3 high.
    let below = (22 - 1) + (8 - 1) + (3 - 1) + (5 - 1) + (3 - 1);
    let in_head = 2 + 1 + 1;
    let continued = table.matches("<w:vMerge/>").count();
    assert_eq!(continued, below + in_head, "{table}");
}

#[test]
fn a_table_that_is_too_wide_lies_on_its_side_between_upright_pages() {
    let mut content = content("");
    assert_eq!(body(&content).matches("<w:sectPr>").count(), 1);
    let layout = content.sheet.edition().layout();
    for cell in layout.table_cells(TableId::Requests) {
        content.sheet.set(cell, Cell::Number(123_456_789_012)).unwrap();
    }
    let body = body(&content);
    let pages: Vec<_> =
        body.split("<w:sectPr>").skip(1).map(|it| it.contains("landscape")).collect();
    assert_eq!(pages, [false, true, false]);
}

#[test]
fn page_numbers_stand_at_the_right_and_on_even_pages_at_the_left() {
    let document = written(&content(""), &FontNames::default());
    assert!(part(&document, "word/settings.xml").contains("<w:evenAndOddHeaders/>"));
    for (footer, side) in [("word/footer1.xml", "right"), ("word/footer2.xml", "left")] {
        let footer = part(&document, footer);
        assert!(
            footer.contains(" PAGE ") && footer.contains(&format!(r#"<w:jc w:val="{side}"/>"#))
        );
    }
}

#[test]
fn fonts_are_those_of_official_documents_or_those_that_are_named() {
    let fonts = FontNames::default().with(FontRole::Body, "仿宋");
    let document = written(&content(""), &fonts);
    let styles = part(&document, "word/styles.xml");
    assert!(
        styles.contains(r#"w:eastAsia="仿宋""#)
            && styles.contains(r#"w:eastAsia="方正小标宋简体""#)
    );
    assert!(!styles.contains("仿宋_GB2312"));
}
