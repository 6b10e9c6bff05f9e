//! Renderings as they are, one report of each edition.

use nianbao_document::{Rendition, Subject, render};
use nianbao_domain::form::{Column, Line, TableId};
use nianbao_domain::report::{Content, Narrative, Publication, ReportKind, SectionText};
use nianbao_domain::sheet::{LocalCell, LocalRow};

use crate::figures::{self, Figures};

fn content(figures: &Figures) -> Content {
    let section =
        |number, text: &str| SectionText { number, title: String::new(), text: text.to_owned() };
    let narrative = Narrative {
        preamble: "根据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。".to_owned(),
        sections: vec![
            section(
                1,
                "（一）主动公开。全年公开信息1,234条。\n1. 政策解读；2. 回应关切（A&B <试点>）。",
            ),
            section(5, "存在的问题：解读形式不够丰富。"),
            section(6, "无其他需要报告的事项。"),
        ],
        closing: format!("{}\n{}年1月20日", figures.organ, figures.year + 1),
    };
    let publication = Publication {
        uri: "http://www.jia.gov.cn/nb.html".to_owned(),
        publish_date: "2025-01-20".parse().ok(),
    };
    Content { narrative, publication: Some(publication), ..Content::blank(figures.sheet()) }
}

fn rendered(figures: &Figures, content: &Content, rendition: Rendition) -> String {
    let id = "jia".parse().unwrap();
    let subject = Subject {
        organization_id: Some(&id),
        organization_name: figures.organ,
        year: i64::from(figures.year).try_into().ok(),
        kind: ReportKind::Own,
    };
    String::from_utf8(render(&subject, content, rendition).unwrap()).unwrap()
}

/// The report of 2024 has a row of the organ's own.
fn siqian() -> (Figures, Content) {
    let figures = figures::siqian();
    let mut content = content(&figures);
    let column = Some(Column::NaturalPerson);
    content.sheet.local_rows.push(LocalRow {
        table: TableId::Requests,
        label: "4.本机关认定的其他情形".to_owned(),
        after: Some(Line::StillUnclear),
        cells: vec![LocalCell { column, raw: "0".to_owned() }],
    });
    (figures, content)
}

fn suqian() -> (Figures, Content) {
    let figures = figures::suqian();
    let content = content(&figures);
    (figures, content)
}

#[test]
fn a_web_page_of_the_edition_of_2019() {
    let (figures, content) = siqian();
    insta::assert_snapshot!(rendered(&figures, &content, Rendition::Html));
}

#[test]
fn a_web_page_of_the_edition_of_2021() {
    let (figures, content) = suqian();
    insta::assert_snapshot!(rendered(&figures, &content, Rendition::Html));
}

#[test]
fn markdown_of_the_edition_of_2019() {
    let (figures, content) = siqian();
    insta::assert_snapshot!(rendered(&figures, &content, Rendition::Markdown));
}

#[test]
fn markdown_of_the_edition_of_2021() {
    let (figures, content) = suqian();
    insta::assert_snapshot!(rendered(&figures, &content, Rendition::Markdown));
}
