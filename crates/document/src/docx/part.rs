//! The parts of a document, each from its template.

use std::borrow::Cow;

use askama::Template;

use super::DocxError;
use super::block::{Block, Body, in_xml, of_form, of_report};
use super::filling::Filling;
use super::table::{Merge, twips};
use crate::identity::Property;
use crate::official::{FontNames, FontRole, paper};
use crate::printed::Printed;

/// Everything that a document consists of.
pub(super) struct Parts<'a> {
    document: Document<'a>,
    styles: Styles<'a>,
    core: Core<'a>,
    custom: Custom,
    /// What stands at the head of every page of a document that is filled in.
    guide: Option<Cow<'a, str>>,
}

#[derive(Template)]
#[template(path = "docx/document.xml")]
struct Document<'a> {
    body: Body<'a>,
    paper: Paper,
    /// Whether it is filled in.
    is_form: bool,
}

#[derive(Template)]
#[template(path = "docx/header.xml")]
struct Header<'a> {
    guide: &'a str,
}

#[derive(Template)]
#[template(path = "docx/content_types.xml")]
struct ContentTypes {
    is_form: bool,
}

#[derive(Template)]
#[template(path = "docx/document_rels.xml")]
struct Relations {
    is_form: bool,
}

#[derive(Template)]
#[template(path = "docx/settings.xml")]
struct Settings {
    is_form: bool,
}

#[derive(Template)]
#[template(path = "docx/styles.xml")]
struct Styles<'a> {
    fonts: &'a FontNames,
    measures: Measures,
}

#[derive(Template)]
#[template(path = "docx/footer.xml")]
struct Footer {
    side: &'static str,
}

#[derive(Template)]
#[template(path = "docx/core.xml")]
struct Core<'a> {
    title: Cow<'a, str>,
    organization: Cow<'a, str>,
}

#[derive(Template)]
#[template(path = "docx/custom.xml")]
struct Custom {
    properties: Vec<(&'static str, String)>,
}

/// Page and margins, in twips.
#[derive(Clone, Copy)]
struct Paper {
    width: u32,
    height: u32,
    top: u32,
    bottom: u32,
    inside: u32,
    outside: u32,
    /// What is left free at the sides of a page that lies on its side.
    side: u32,
    footer: u32,
}

/// What styles are measured by: letters in half points, everything else in twips.
#[derive(Clone, Copy)]
struct Measures {
    line: u32,
    title: u32,
    body: u32,
    page_number: u32,
    /// How much nearer characters stand than their size, so that 28 of them fit.
    nearer: u32,
    indent: u32,
    signature: u32,
    one_page_number: u32,
}

/// Parts that are the same for every document.
const RELATIONS: &str = include_str!("../../templates/docx/package_rels.xml");
const PROGRAM: &str = include_str!("../../templates/docx/app.xml");

impl<'a> Parts<'a> {
    /// A report.
    pub(super) fn of(printed: &'a Printed, fonts: &'a FontNames) -> Self {
        let document =
            Document { body: of_report(printed), paper: Paper::official(), is_form: false };
        Self::with(document, printed, fonts, printed.properties())
    }

    /// A report that is filled in.
    pub(super) fn of_form(
        printed: &'a Printed,
        fonts: &'a FontNames,
        filling: &Filling<'a>,
    ) -> Self {
        let body = of_form(printed, filling);
        let document = Document { body, paper: Paper::official(), is_form: true };
        let parts = Self::with(document, printed, fonts, filling.properties.clone());
        Self { guide: Some(in_xml(filling.guide)), ..parts }
    }

    fn with(
        document: Document<'a>,
        printed: &'a Printed,
        fonts: &'a FontNames,
        properties: Vec<Property>,
    ) -> Self {
        let properties = properties.into_iter();
        Self {
            document,
            styles: Styles { fonts, measures: Measures::official() },
            core: Core {
                title: in_xml(&printed.title),
                organization: in_xml(&printed.organization),
            },
            custom: Custom {
                properties: properties
                    .map(|(name, value)| (name, in_xml(&value).into_owned()))
                    .collect(),
            },
            guide: None,
        }
    }

    /// The parts with their names. What they are stands first, as readers expect.
    pub(super) fn write(&self) -> Result<Vec<(&'static str, String)>, DocxError> {
        let is_form = self.guide.is_some();
        let mut parts = vec![
            ("[Content_Types].xml", text(&ContentTypes { is_form })?),
            ("_rels/.rels", RELATIONS.to_owned()),
            ("word/_rels/document.xml.rels", text(&Relations { is_form })?),
            ("word/settings.xml", text(&Settings { is_form })?),
            ("docProps/app.xml", PROGRAM.to_owned()),
            ("word/document.xml", text(&self.document)?),
            ("word/styles.xml", text(&self.styles)?),
            ("word/footer1.xml", text(&Footer { side: "right" })?),
            ("word/footer2.xml", text(&Footer { side: "left" })?),
            ("docProps/core.xml", text(&self.core)?),
            ("docProps/custom.xml", text(&self.custom)?),
        ];
        if let Some(guide) = &self.guide {
            parts.push(("word/header1.xml", text(&Header { guide })?));
        }
        Ok(parts)
    }
}

fn text(template: &impl Template) -> Result<String, askama::Error> {
    let mut text = String::new();
    template.render_into(&mut text)?;
    Ok(text)
}

impl Styles<'_> {
    /// Templates hand everything on by reference.
    fn font(&self, role: &FontRole) -> Cow<'_, str> {
        in_xml(self.fonts.or_official(*role))
    }
}

impl Paper {
    fn official() -> Self {
        let down = paper::PAGE_NUMBER_DROP + paper::PAGE_NUMBER_SIZE;
        Self {
            width: twips(paper::PAGE_WIDTH),
            height: twips(paper::PAGE_HEIGHT),
            top: twips(paper::TOP),
            bottom: twips(paper::BOTTOM),
            inside: twips(paper::INSIDE),
            outside: twips(paper::OUTSIDE),
            side: twips((paper::PAGE_HEIGHT - paper::AREA_HEIGHT) / 2.0),
            footer: twips(paper::BOTTOM - down),
        }
    }
}

impl Measures {
    fn official() -> Self {
        let half_points = |size: f64| (size * 2.0) as u32;
        Self {
            line: twips(paper::LINE_PITCH),
            title: half_points(paper::TITLE_SIZE),
            body: half_points(paper::BODY_SIZE),
            page_number: half_points(paper::PAGE_NUMBER_SIZE),
            nearer: ((paper::BODY_SIZE - paper::CHARACTER_PITCH) * 20.0).ceil() as u32,
            indent: twips(2.0 * paper::CHARACTER_PITCH),
            signature: twips(4.0 * paper::CHARACTER_PITCH),
            one_page_number: twips(paper::PAGE_NUMBER_SIZE),
        }
    }
}
