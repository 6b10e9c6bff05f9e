//! The parts of a document, each from its template.

use std::borrow::Cow;

use askama::Template;

use super::DocxError;
use super::block::{Block, Page, blocks, in_xml};
use super::table::{Merge, twips};
use crate::official::{FontNames, FontRole, paper};
use crate::printed::Printed;

/// Everything that a document consists of.
pub(super) struct Parts<'a> {
    document: Document<'a>,
    styles: Styles<'a>,
    core: Core<'a>,
    custom: Custom,
}

#[derive(Template)]
#[template(path = "docx/document.xml")]
struct Document<'a> {
    blocks: Vec<Block<'a>>,
    paper: Paper,
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

/// Parts that are the same for every report.
const FIXED: [(&str, &str); 5] = [
    ("[Content_Types].xml", include_str!("../../templates/docx/content_types.xml")),
    ("_rels/.rels", include_str!("../../templates/docx/package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("../../templates/docx/document_rels.xml")),
    ("word/settings.xml", include_str!("../../templates/docx/settings.xml")),
    ("docProps/app.xml", include_str!("../../templates/docx/app.xml")),
];

impl<'a> Parts<'a> {
    pub(super) fn of(printed: &'a Printed, fonts: &'a FontNames) -> Self {
        let properties = printed.properties().into_iter();
        Self {
            document: Document { blocks: blocks(printed), paper: Paper::official() },
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
        }
    }

    /// The parts with their names. What they are stands first, as readers expect.
    pub(super) fn write(&self) -> Result<Vec<(&'static str, String)>, DocxError> {
        let mut parts: Vec<_> = FIXED.map(|(name, text)| (name, text.to_owned())).into();
        parts.push(("word/document.xml", text(&self.document)?));
        parts.push(("word/styles.xml", text(&self.styles)?));
        parts.push(("word/footer1.xml", text(&Footer { side: "right" })?));
        parts.push(("word/footer2.xml", text(&Footer { side: "left" })?));
        parts.push(("docProps/core.xml", text(&self.core)?));
        parts.push(("docProps/custom.xml", text(&self.custom)?));
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
