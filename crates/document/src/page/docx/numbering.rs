//! The definitions of automatic numbering (ISO/IEC 29500-1, 17.9).

use std::collections::BTreeMap;

use crate::package::{MAX_LISTED, PackageError, Tag, Xml, check_listed};

/// How the numbers of a document look.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of lists by the number of their definition.
    pub definitions: BTreeMap<u32, Vec<Level>>,
    /// Which definition a list has, and where it begins anew, by level.
    pub lists: BTreeMap<u32, List>,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    /// The number of its definition.
    pub definition: u32,
    /// With which numbers its levels begin, where not as defined.
    pub starts: BTreeMap<usize, u32>,
    /// Levels of its own.
    pub levels: BTreeMap<usize, Level>,
}

/// A level of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Level {
    /// The first number.
    pub start: u32,
    /// What numbers look like: `decimal`, `chineseCounting`.
    pub format: String,
    /// The text, in which `%1` stands for the number of the first level.
    pub text: String,
    /// The style of paragraphs that are of this level.
    pub style: String,
    /// Whether all numbers in the text are digits.
    pub legal: bool,
    /// Whether nothing separates the number from the words.
    pub tight: bool,
}

impl Default for Level {
    fn default() -> Self {
        let empty = String::new;
        let format = "decimal".to_owned();
        Self { start: 0, format, text: empty(), style: empty(), legal: false, tight: false }
    }
}

/// Lists have nine levels.
pub(super) const LEVELS: usize = 9;

impl Numbering {
    /// Reads the part with the definitions, given with its name.
    pub(super) fn read((part, text): &(String, String)) -> Result<Self, PackageError> {
        let mut numbering = Self::default();
        let mut xml = Xml::new(text, part);
        while let Some(tag) = xml.next_element()? {
            match tag.name() {
                "abstractNum" => {
                    let id = tag.number("abstractNumId").unwrap_or_default();
                    numbering.definitions.insert(id, definition(&mut xml)?);
                }
                "num" => {
                    let id = tag.number("numId").unwrap_or_default();
                    numbering.lists.insert(id, list(&mut xml)?);
                }
                "numPicBullet" => xml.skip()?,
                _ => {}
            }
            check_listed(part, numbering.definitions.len() + numbering.lists.len(), MAX_LISTED)?;
        }
        Ok(numbering)
    }

    /// The level of a list that paragraphs of a style have.
    pub(super) fn level_of(&self, list: u32, style: &str) -> Option<usize> {
        let levels = self.definitions.get(&self.lists.get(&list)?.definition)?;
        levels.iter().position(|level| level.style == style)
    }
}

fn definition(xml: &mut Xml<'_>) -> Result<Vec<Level>, PackageError> {
    let mut levels = vec![Level::default(); LEVELS];
    xml.each(|tag, xml| {
        if tag.name() == "lvl" {
            let read = level(xml)?;
            if let Some(level) = level_of(tag).and_then(|at| levels.get_mut(at)) {
                *level = read;
            }
        }
        Ok(())
    })?;
    Ok(levels)
}

fn list(xml: &mut Xml<'_>) -> Result<List, PackageError> {
    let mut list = List::default();
    let mut at = None;
    xml.each(|tag, xml| {
        match tag.name() {
            "abstractNumId" => list.definition = tag.number("val").unwrap_or_default(),
            "lvlOverride" => at = level_of(tag).filter(|at| *at < LEVELS),
            "startOverride" => {
                let start = tag.number("val");
                list.starts.extend(at.zip(start));
            }
            "lvl" => {
                let level = level(xml)?;
                list.levels.extend(at.map(|at| (at, level)));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(list)
}

fn level_of(tag: &Tag<'_>) -> Option<usize> {
    tag.number("ilvl")
}

fn level(xml: &mut Xml<'_>) -> Result<Level, PackageError> {
    let mut level = Level::default();
    xml.each(|tag, xml| {
        let said = || tag.value().unwrap_or_default().into_owned();
        match tag.name() {
            "start" => level.start = tag.number("val").unwrap_or_default(),
            "numFmt" => level.format = said(),
            "lvlText" => level.text = said(),
            "pStyle" => level.style = said(),
            "isLgl" => level.legal = tag.is_on(),
            "suff" => level.tight = said() == "nothing",
            "pPr" | "rPr" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(level)
}
