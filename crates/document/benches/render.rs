//! How long the writing of a report takes.

use divan::{Bencher, black_box};
use nianbao_document::{Rendition, Subject, render};
use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, Narrative, ReportKind, SectionText};
use nianbao_domain::sheet::{Cell, Sheet};

fn main() {
    divan::main();
}

/// A report of a city: every cell has a number, and there are some 5 KB of words.
fn content() -> Content {
    let mut sheet = Sheet::blank(Edition::E2021);
    for (cell, number) in sheet.layout().cells().iter().zip(1000..) {
        let _ = sheet.set(*cell, Cell::Number(number));
    }
    let text = "2024年，继续完善栏目设置，依法办理政府信息公开申请，全年公开各类信息1,234条。\n";
    let section = |number| SectionText { number, title: String::new(), text: text.repeat(14) };
    let narrative = Narrative { sections: [1, 5, 6].map(section).to_vec(), ..Narrative::default() };
    let title = "宿迁市人民政府2024年政府信息公开工作年度报告".to_owned();
    Content { title, narrative, ..Content::blank(sheet) }
}

fn written(bencher: Bencher, rendition: Rendition) {
    let content = content();
    let subject = Subject {
        organization_id: None,
        organization_name: "宿迁市人民政府",
        year: "2024".parse().ok(),
        kind: ReportKind::Consolidated,
    };
    bencher.bench(|| render(black_box(&subject), black_box(&content), rendition));
}

#[divan::bench]
fn html(bencher: Bencher) {
    written(bencher, Rendition::Html);
}

#[divan::bench]
fn markdown(bencher: Bencher) {
    written(bencher, Rendition::Markdown);
}

#[divan::bench]
fn csv(bencher: Bencher) {
    written(bencher, Rendition::Csv);
}
