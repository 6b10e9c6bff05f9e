//! The fonts that a report is set in.

pub(crate) mod free;
mod search;

pub use search::FontSearch;

use std::collections::BTreeSet;

use nianbao_document::official::FontRole;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

use crate::{FontError, TypesetError};

/// The fonts that a report is set in, loaded. Searching them takes a while, using them does not:
/// keep them.
#[derive(Debug)]
pub struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    families: [String; FontRole::ALL.len()],
}

impl Fonts {
    /// Finds the fonts: of the families named, or else free ones.
    ///
    /// # Errors
    /// [`FontError`], whose messages say what to do.
    pub fn find(search: &FontSearch) -> Result<Self, FontError> {
        let found = search.run()?;
        let families = found.families;
        let mut book = FontBook::new();
        let mut fonts = Vec::new();
        for (family, font) in found.fonts {
            // Typst knows one name of a font; the one that was asked for may be another of its names.
            book.push(FontInfo { family: family.clone(), ..font.info().clone() });
            fonts.push(font);
        }
        Ok(Self { book: LazyHash::new(book), fonts, families })
    }

    /// The family that is used for a role.
    pub fn family(&self, role: FontRole) -> &str {
        FontRole::ALL.iter().position(|it| *it == role).map_or("", |at| &self.families[at])
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether every character of some words can be printed.
    ///
    /// # Errors
    /// [`TypesetError::Missing`] with those that no font has.
    pub(crate) fn check<'a>(
        &self,
        words: impl Iterator<Item = &'a str>,
    ) -> Result<(), TypesetError> {
        let characters: BTreeSet<char> = words.flat_map(str::chars).collect();
        let has = |it: char| self.fonts.iter().any(|font| font.info().coverage.contains(it.into()));
        let missing: Vec<_> =
            characters.into_iter().filter(|it| !is_unseen(*it) && !has(*it)).collect();
        if missing.is_empty() { Ok(()) } else { Err(TypesetError::Missing(missing)) }
    }
}

/// Characters that print nothing: no font needs to have them.
fn is_unseen(it: char) -> bool {
    it.is_whitespace()
        || it.is_control()
        || matches!(it, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}
