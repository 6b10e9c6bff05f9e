//! A whole page around the figures: title, six sections, the three tables in some layout.

use nianbao_document::{Draft, Format, read};
use nianbao_domain::form::Table;

use crate::figures::Figures;

/// How a page puts a paragraph and a table into text.
pub trait Layout {
    fn paragraph(&self, words: &str) -> String;
    fn table(&self, table: &'static Table, figures: &Figures) -> String;
    fn page(&self, body: &str) -> Vec<u8> {
        body.as_bytes().to_vec()
    }
    fn format(&self) -> Format {
        Format::Text
    }
}

/// The page as bytes.
pub fn page(figures: &Figures, layout: &dyn Layout) -> Vec<u8> {
    let form = figures.edition.form();
    let mut body = String::new();
    let mut say = |words: &str| body.push_str(&layout.paragraph(words));
    say(&format!("{}{}年政府信息公开工作年度报告", figures.organ, figures.year));
    for (section, numeral) in form.sections.iter().zip("一二三四五六".chars()) {
        let mut say = |words: &str| body.push_str(&layout.paragraph(words));
        say(&format!("{numeral}、{}", section.title));
        match &section.table {
            None => say(&format!("这是第{numeral}部分的正文，公开信息{}条。", section.number)),
            Some(table) => body.push_str(&layout.table(table, figures)),
        }
    }
    layout.page(&body)
}

/// What is read of the page.
pub fn draft(figures: &Figures, layout: &dyn Layout) -> Draft {
    read(&page(figures, layout), layout.format()).unwrap()
}

/// What is read of a page that is given as text.
pub fn of_text(text: &str) -> Draft {
    read(text.as_bytes(), Format::Text).unwrap()
}
