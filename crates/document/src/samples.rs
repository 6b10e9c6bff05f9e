//! Reports as organs write them, in all their variety: what tests of renderers and readers start from.
//!
//! A sample holds what a document can show. It leaves out what no paper can tell: the unit of an
//! amount that is not there, the empty cells of a row of the organ's own, a section without its
//! heading.

mod figures;
mod words;

use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::title::SUBJECT;
use nianbao_domain::report::{
    Content, Narrative, Publication, ReportKind, ReportYear, SectionText,
};
use nianbao_domain::sheet::{LocalRow, Sheet};
use proptest::prelude::*;

use crate::{Draft, Subject};

/// A report and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The registered organ, where it is one.
    pub organization_id: Option<OrganizationId>,
    /// The name of the organ.
    pub organization: String,
    /// The report year.
    pub year: ReportYear,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// The report.
    pub content: Content,
}

/// Organs of every level.
const ORGANS: [&str; 8] = [
    "甲县财政局",
    "宿迁市人民政府",
    "司前镇人民政府",
    "武汉市硚口区审计局",
    "乙市人民政府办公室",
    "湖州市吴兴区人民政府",
    "正阳街道办事处",
    "丙市生态环境局丁分局",
];

/// Any report that an organ could publish, on either form.
pub fn reports() -> impl Strategy<Value = Sample> {
    let year = (2019..2040_i64).prop_filter_map("a report year", |year| year.try_into().ok());
    let organ = proptest::sample::select(ORGANS.to_vec());
    let publication = proptest::option::of((1_u32..29, any::<bool>()));
    (year, organ, any::<bool>(), figures::figures(), words::narratives(), publication).prop_map(
        |(year, organ, titled, (sheet, provenance), narrative, publication)| {
            let narrative = words::signed(narrative, organ, year);
            let publication = publication.map(|(day, has_uri)| published(year, day, has_uri));
            let content = Content { provenance, publication, narrative, ..Content::blank(sheet) };
            sample(organ, year, titled, content)
        },
    )
}

fn sample(organ: &str, year: ReportYear, titled: bool, content: Content) -> Sample {
    let title = if titled { format!("{organ}{year}年{SUBJECT}") } else { String::new() };
    let kind = crate::recognition::kind_of(organ);
    Sample {
        organization_id: "jia".parse().ok().filter(|_| titled),
        organization: organ.to_owned(),
        year,
        kind,
        content: Content { title, ..content },
    }
}

fn published(year: ReportYear, day: u32, has_uri: bool) -> Publication {
    let uri = if has_uri {
        format!("http://www.jia.gov.cn/zwgk/{year}/t_{day}.html")
    } else {
        String::new()
    };
    let date = chrono::NaiveDate::from_ymd_opt(i32::from(year.get()) + 1, 1, day);
    Publication { uri, publish_date: date }
}

impl Sample {
    /// Whose report it is.
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            organization_id: self.organization_id.as_ref(),
            organization_name: &self.organization,
            year: Some(self.year),
            kind: self.kind,
        }
    }

    /// In what a draft is another report than this one; provenance is left aside.
    pub fn differences(&self, draft: &Draft) -> Vec<String> {
        let mut found = self.differences_of_figures(draft);
        let (own, read) = (&self.content.narrative, &draft.content.narrative);
        found.extend(difference("preamble", &own.preamble, &read.preamble));
        found.extend(difference("sections", &own.sections, &read.sections));
        found.extend(difference("closing", &own.closing, &read.closing));
        found
    }

    /// The same without the words, which comma-separated values do not have.
    pub fn differences_of_figures(&self, draft: &Draft) -> Vec<String> {
        let (own, read) = (&self.content.sheet, &draft.content.sheet);
        let organ = Some(self.organization.clone());
        let mut found = Vec::new();
        found.extend(difference("organ", &organ, &draft.organization_name));
        found.extend(difference("year", &Some(self.year), &draft.year));
        found.extend(difference("kind", &self.kind, &draft.kind));
        found.extend(difference("edition", &own.edition(), &read.edition()));
        for (cell, said) in own.cells() {
            let own = (said, own.unit(cell));
            let read = (read.get(cell).unwrap_or_default(), read.unit(cell));
            found.extend(difference(&cell.to_string(), &own, &read));
        }
        found.extend(difference("local rows", &with_words(own), &with_words(read)));
        found
    }

    /// The sections of the narrative, as a renderer prints them.
    pub fn narrative(&self) -> &Narrative {
        &self.content.narrative
    }
}

fn difference<T: std::fmt::Debug + PartialEq>(what: &str, own: &T, read: &T) -> Option<String> {
    (own != read).then(|| format!("{what}: {read:?} was read of {own:?}"))
}

/// The organ's own rows without their empty cells: whether there is one, paper does not tell.
fn with_words(sheet: &Sheet) -> Vec<LocalRow> {
    let mut rows = sheet.local_rows.clone();
    rows.iter_mut().for_each(|row| row.cells.retain(|cell| !cell.raw.is_empty()));
    rows
}

/// A section with a text.
fn section(number: u8, title: &str, text: String) -> SectionText {
    SectionText { number, title: title.to_owned(), text }
}
