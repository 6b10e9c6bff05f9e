//! Styles of paragraphs, as far as they number them or make them a table of contents.

use std::collections::BTreeMap;

use super::paragraph::{self, Properties};
use crate::package::{MAX_LISTED, PackageError, Xml, check_listed};

/// What the styles of a document say.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
}

/// A style of paragraphs.
#[derive(Debug, Default)]
struct Style {
    based_on: String,
    properties: Properties,
    is_contents: bool,
    is_hidden: bool,
}

/// Styles are based on one another so often at most.
const DEEPEST: usize = 12;

impl Styles {
    /// Reads the part with the styles, given with its name.
    pub(super) fn read((part, text): &(String, String)) -> Result<Self, PackageError> {
        let mut styles = BTreeMap::new();
        let mut xml = Xml::new(text, part);
        while let Some(tag) = xml.next_element()? {
            if tag.name() == "style" {
                let id = tag.attribute("styleId").unwrap_or_default().into_owned();
                styles.insert(id, style(&mut xml)?);
                check_listed(part, styles.len(), MAX_LISTED)?;
            }
        }
        Ok(Self { styles })
    }

    /// The number that a style gives a paragraph: the list and the level, each if it says so.
    pub(super) fn number(&self, id: &str) -> (Option<u32>, Option<usize>) {
        let mut found = (None, None);
        for style in self.and_below(id) {
            found.0 = found.0.or(style.properties.list);
            found.1 = found.1.or(style.properties.level);
        }
        found
    }

    /// Whether paragraphs of a style are entries of a table of contents.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        self.and_below(id).any(|style| style.is_contents)
    }

    /// Whether words of a style are hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.styles.get(id).is_some_and(|style| style.is_hidden)
    }

    /// A style and those that it is based on.
    fn and_below(&self, id: &str) -> impl Iterator<Item = &Style> {
        let below = |style: &&Style| self.styles.get(&style.based_on);
        std::iter::successors(self.styles.get(id), below).take(DEEPEST)
    }
}

fn style(xml: &mut Xml<'_>) -> Result<Style, PackageError> {
    let mut style = Style::default();
    xml.each(|tag, xml| {
        match tag.name() {
            "name" => {
                let name = tag.value().unwrap_or_default().to_lowercase();
                style.is_contents = name.starts_with("toc ") || name.starts_with("目录 ");
            }
            "basedOn" => style.based_on = tag.value().unwrap_or_default().into_owned(),
            "pPr" => style.properties = paragraph::read(xml)?,
            "rPr" => style.is_hidden = paragraph::run(xml)?.is_hidden == Some(true),
            "tblPr" | "tblStylePr" | "trPr" | "tcPr" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(style)
}
