//! What is text in a document of a word processor, and what is not.

use nianbao_document::{Draft, Format, read};
use nianbao_domain::sheet::Cell;

use super::docx::{Merged, Word, document};
use super::{TYPES, package, relationships};
use crate::article::page;
use crate::figures::{self, Figures};

const TITLE: &str = "<w:p><w:r><w:t>甲县财政局2023年政府信息公开工作年度报告</w:t></w:r></w:p>";
const HEADING: &str = "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>";

/// What the first section says in a document with that markup in it.
fn first_section(markup: &str) -> String {
    let draft = read(&document(&format!("{TITLE}{HEADING}{markup}")), Format::Docx).unwrap();
    draft.content.narrative.sections[0].text.clone()
}

fn paragraph(runs: &str) -> String {
    first_section(&format!("<w:p>{runs}</w:p>"))
}

fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[test]
fn runs_tabs_and_breaks_make_lines() {
    let runs = format!(
        "{}{}<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙&amp;</w:t><w:noBreakHyphen/><w:sym w:char=\"F0FC\"/>\
         <w:t>丁</w:t></w:r>",
        run("全年 "),
        run("公开")
    );
    assert_eq!(paragraph(&runs), "全年 公开 乙\n丙&-丁");
}

#[test]
fn what_was_deleted_or_moved_away_is_gone_and_what_was_inserted_stays() {
    let runs = format!(
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom>\
         <w:ins>{}</w:ins><w:moveTo>{}</w:moveTo>",
        run("移"),
        run("新"),
        run("来")
    );
    assert_eq!(paragraph(&runs), "新来");
}

#[test]
fn hidden_words_are_no_text() {
    let hidden =
        |property: &str| format!("<w:r><w:rPr>{property}</w:rPr><w:t>隐</w:t></w:r>{}", run("显"));
    assert_eq!(paragraph(&hidden("<w:vanish/>")), "显");
    assert_eq!(paragraph(&hidden("<w:vanish w:val=\"0\"/>")), "隐显");
    // The mark of the paragraph is hidden, and not its words.
    let mark = format!("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{}", run("显"));
    assert_eq!(paragraph(&mark), "显");
}

#[test]
fn of_a_field_the_result_is_text_and_the_code_is_not() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let nested = [
        mark("begin"),
        "<w:r><w:instrText>IF </w:instrText></w:r>".to_owned(),
        mark("begin"),
        mark("separate"),
        run("码"),
        mark("end"),
        mark("separate"),
        run("25"),
        mark("end"),
        run("件"),
    ];
    assert_eq!(paragraph(&nested.concat()), "25件");
    let simple = format!("<w:fldSimple w:instr=\"DATE\">{}</w:fldSimple>", run("今天"));
    assert_eq!(paragraph(&simple), "今天");
    let broken = format!("<w:p>{}{}</w:p><w:p>{}</w:p>", mark("begin"), run("码"), run("文"));
    assert_eq!(first_section(&broken), "文");
}

#[test]
fn a_text_box_is_read_once() {
    let text_box =
        |words: &str| format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run(words));
    let both = format!(
        "{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{}",
        run("前"),
        text_box("框"),
        text_box("框"),
        run("后")
    );
    assert_eq!(paragraph(&both), "框\n前后");
}

#[test]
fn content_controls_are_entered_and_their_prompts_left_out() {
    let control = |properties: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:text/>{properties}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            run("单击此处输入")
        )
    };
    assert_eq!(paragraph(&control("")), "单击此处输入");
    assert_eq!(paragraph(&format!("{}{}", control("<w:showingPlcHdr/>"), run("文"))), "文");
}

#[test]
fn readings_above_characters_and_tables_of_contents_are_left_out() {
    let ruby = format!(
        "<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>",
        run("guī"),
        run("规")
    );
    assert_eq!(paragraph(&ruby), "规");
    let main = format!(
        "<w:document><w:body>{TITLE}<w:p><w:pPr><w:pStyle w:val=\"a1\"/></w:pPr>{}</w:p>{HEADING}<w:p>{}</w:p></w:body></w:document>",
        run("一、总体情况1"),
        run("文")
    );
    let bytes = package(&[
        TYPES,
        ("word/document.xml", &main),
        ("word/_rels/document.xml.rels", &relationships(&[("r", "styles", "/word/styles.xml")])),
        (
            "word/styles.xml",
            "<w:styles><w:style w:styleId=\"a1\"><w:name w:val=\"toc 1\"/></w:style></w:styles>",
        ),
    ]);
    let draft = read(&bytes, Format::Docx).unwrap();
    assert_eq!(draft.content.narrative.preamble, "");
    assert_eq!(draft.content.narrative.sections[0].text, "文");
}

#[test]
fn headings_that_their_style_numbers_are_headings() {
    let heading =
        |words: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr>{}</w:p>", run(words));
    let main = format!(
        "<w:document><w:body>{TITLE}{}<w:p>{}</w:p>{}</w:body></w:document>",
        heading("总体情况"),
        run("文"),
        heading("主动公开政府信息情况")
    );
    let bytes = package(&[
        TYPES,
        ("word/document.xml", &main),
        (
            "word/_rels/document.xml.rels",
            &relationships(&[("a", "styles", "styles.xml"), ("b", "numbering", "numbering.xml")]),
        ),
        (
            "word/styles.xml",
            "<w:styles><w:style w:styleId=\"h0\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>\
             </w:style><w:style w:styleId=\"h\"><w:basedOn w:val=\"h0\"/></w:style></w:styles>",
        ),
        (
            "word/numbering.xml",
            "<w:numbering><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
             <w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>",
        ),
    ]);
    let draft = read(&bytes, Format::Docx).unwrap();
    let headings = &draft.evidence.headings;
    let said: Vec<_> = headings.iter().map(|it| (it.section, it.title.text.as_str())).collect();
    assert_eq!(said, [(1, "总体情况"), (2, "主动公开政府信息情况")]);
}

#[test]
fn prefixes_and_names_of_parts_are_as_the_program_likes() {
    let figures = figures::suqian();
    let bytes = page(&figures, &Word::new(Merged::Spans));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut main = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut main).unwrap();
    let main = main.replace("w:", "ns0:");
    let root = super::root("/word/document2.xml");
    let bytes = package(&[TYPES, ("_rels/.rels", &root), ("word\\Document2.xml", &main)]);
    assert_eq!(Format::detect(&bytes, None, None), Ok(Format::Docx));
    assert_eq!(read(&bytes, Format::Docx).unwrap().content.sheet, figures.sheet());
}

fn with_first_row(figures: &Figures, from: &str, to: &str) -> Draft {
    let bytes = page(figures, &Word::new(Merged::Blank));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut main = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut main).unwrap();
    assert!(main.contains(from));
    let main = main.replacen(from, to, 1);
    read(&package(&[TYPES, ("word/document.xml", &main)]), Format::Docx).unwrap()
}

#[test]
fn a_row_that_was_deleted_is_no_row() {
    let figures = figures::siqian();
    let cell = |words: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(words));
    let row = format!(
        "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{}{}</w:tr><w:tr>",
        cell("规章"),
        cell("99")
    );
    let draft = with_first_row(&figures, "<w:tr>", &row);
    assert_eq!(draft.content.sheet, figures.sheet());
}

#[test]
fn strokes_and_blanks_in_cells_are_what_they_are() {
    let figures =
        figures::siqian().with("granted.natural_person", "/").with("granted.applicants", "");
    let draft = read(&page(&figures, &Word::new(Merged::Spans)), Format::Docx).unwrap();
    assert_eq!(draft.content.sheet, figures.sheet());
    let cell = "granted.natural_person".parse().unwrap();
    assert_eq!(draft.content.sheet.get(cell), Some(Cell::NotApplicable));
}

#[test]
fn every_cell_says_which_cell_of_the_document_it_was() {
    let figures = figures::siqian();
    let draft = read(&page(&figures, &Word::new(Merged::Spans)), Format::Docx).unwrap();
    let cell = "government_rules.newly_made".parse().unwrap();
    assert_eq!(draft.content.provenance.cells[&cell].place, "tbl[1]/tr[3]/tc[2]");
}

#[test]
fn what_the_document_carries_unseen_is_told() {
    let properties = "<Properties><property name=\"nianbao.organization\"><vt:lpwstr>a-b</vt:lpwstr></property>\
                      <property name=\"nianbao.year\"><vt:i4>2023</vt:i4></property><property name=\"x\"/></Properties>";
    let main = format!("<w:document><w:body>{TITLE}{HEADING}</w:body></w:document>");
    let bytes =
        package(&[TYPES, ("word/document.xml", &main), ("docProps/custom.xml", properties)]);
    let identity = read(&bytes, Format::Docx).unwrap().identity;
    let said: Vec<_> =
        identity.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(said, [("nianbao.organization", "a-b"), ("nianbao.year", "2023")]);
}
