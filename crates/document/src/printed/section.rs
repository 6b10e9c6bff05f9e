//! The sections: those of the report, and those of the form that hold a table.

use nianbao_domain::form::{Form, Section};
use nianbao_domain::report::{Content, SectionText};

use super::table::{self, PrintedTable};
use super::{on_one_line, paragraphs};

/// A section as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedSection {
    /// 1 to 6.
    pub number: u8,
    /// The heading with its number: `一、总体情况`.
    pub heading: String,
    /// Its paragraphs, which stand before the table.
    pub paragraphs: Vec<String>,
    /// The table that the form has in this section.
    pub table: Option<PrintedTable>,
}

/// The sections of the form are printed 一 to 六.
const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

pub(super) fn sections(content: &Content) -> Vec<PrintedSection> {
    let form = content.sheet.edition().form();
    let texts = &content.narrative.sections;
    let mut sections: Vec<PrintedSection> =
        texts.iter().map(|text| section(form, text, content)).collect();
    for missing in form.sections.iter().filter(|it| it.table.is_some()) {
        if sections.iter().all(|known| known.number != missing.number) {
            let empty = SectionText { number: missing.number, ..SectionText::default() };
            let behind = sections.iter().position(|known| known.number > missing.number);
            let at = behind.unwrap_or(sections.len());
            sections.insert(at, section(form, &empty, content));
        }
    }
    sections
}

fn section(form: &Form, text: &SectionText, content: &Content) -> PrintedSection {
    let of_form = form.sections.iter().find(|section| section.number == text.number);
    let table = of_form.and_then(|section| section.table.as_ref());
    PrintedSection {
        number: text.number,
        heading: heading(of_form, text),
        paragraphs: paragraphs(&text.text),
        table: table.map(|table| table::print(table, content)),
    }
}

/// The heading of a section of the form, with its number.
pub(crate) fn heading_of(section: &Section) -> String {
    heading(Some(section), &SectionText { number: section.number, ..SectionText::default() })
}

fn heading(of_form: Option<&Section>, text: &SectionText) -> String {
    let number = usize::from(text.number).checked_sub(1).and_then(|at| NUMERALS.get(at));
    let number = number.map(|numeral| format!("{numeral}、")).unwrap_or_default();
    let title = match text.title.trim() {
        "" => of_form.map(|section| section.title).unwrap_or_default().to_owned(),
        title => on_one_line(title),
    };
    format!("{number}{title}")
}
