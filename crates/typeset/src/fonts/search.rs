//! Where fonts are looked for, and which are taken.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fontdb::{Database, FaceInfo, Source};
use nianbao_document::official::{FontNames, FontRole};
use typst::foundations::Bytes;
use typst::text::Font;

use super::free;
use crate::FontError;

/// What fonts are wanted, and where they may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontSearch {
    /// A folder of fonts, looked through with the folders in it.
    pub folder: Option<PathBuf>,
    /// Whether the fonts that are installed on this machine are looked through too.
    pub installed: bool,
    /// The families wanted. Where none is, a free one is taken.
    pub names: FontNames,
}

impl Default for FontSearch {
    fn default() -> Self {
        Self { folder: None, installed: true, names: FontNames::default() }
    }
}

/// Fonts with the name that each is used under.
pub(super) struct Found {
    pub fonts: Vec<(String, Font)>,
    pub families: [String; FontRole::ALL.len()],
}

impl FontSearch {
    pub(super) fn run(&self) -> Result<Found, FontError> {
        let faces = self.faces()?;
        let mut families = [const { String::new() }; FontRole::ALL.len()];
        for (family, role) in families.iter_mut().zip(FontRole::ALL) {
            *family = self.family(&faces, role)?;
        }
        let mut fonts = Vec::new();
        let mut files = Files::default();
        for family in used(&families) {
            let loaded = faces
                .faces()
                .filter(|face| is_of(face, &family))
                .filter_map(|face| files.font(face));
            fonts.extend(loaded.map(|font| (family.clone(), font)));
        }
        Ok(Found { fonts, families })
    }

    fn faces(&self) -> Result<Database, FontError> {
        let mut faces = Database::new();
        if let Some(folder) = &self.folder {
            fs::read_dir(folder).map_err(|_| FontError::Folder(folder.clone()))?;
            faces.load_fonts_dir(folder);
        }
        if self.installed {
            faces.load_system_fonts();
        }
        Ok(faces)
    }

    /// The family for a role: the one named, or the first free one that is there.
    fn family(&self, faces: &Database, role: FontRole) -> Result<String, FontError> {
        let there = |family: &str| faces.faces().any(|face| is_of(face, family));
        match self.names.get(role) {
            Some(family) if there(family) => Ok(family.to_owned()),
            Some(family) => Err(FontError::Named { role, family: family.to_owned() }),
            None => self.unnamed(role, there).ok_or(FontError::NoneFree),
        }
    }

    /// A free family; where there is none, the one that was named for the body will do.
    fn unnamed(&self, role: FontRole, there: impl Fn(&str) -> bool) -> Option<String> {
        let named = self.names.get(FontRole::Body).filter(|family| there(family));
        free::families(role).find(|family| there(family)).or(named).map(str::to_owned)
    }
}

/// The families to load, each once: those of the roles, and behind them every free one, for rare
/// characters. Nothing else is loaded, so nothing else can be embedded.
fn used(families: &[String]) -> Vec<String> {
    let mut used: Vec<String> = Vec::new();
    let free = free::families(FontRole::Body).map(str::to_owned);
    for family in families.iter().cloned().chain(free) {
        if !used.contains(&family) {
            used.push(family);
        }
    }
    used
}

/// Whether a face is of a family, by any of its names.
fn is_of(face: &FaceInfo, family: &str) -> bool {
    face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family))
}

/// Files read, each once: a collection holds many fonts.
#[derive(Default)]
struct Files(BTreeMap<PathBuf, Option<Bytes>>);

impl Files {
    fn font(&mut self, face: &FaceInfo) -> Option<Font> {
        let (Source::File(path) | Source::SharedFile(path, _)) = &face.source else { return None };
        Font::new(self.read(path)?, face.index)
    }

    fn read(&mut self, path: &Path) -> Option<Bytes> {
        let read = || fs::read(path).ok().map(Bytes::new);
        self.0.entry(path.to_owned()).or_insert_with(read).clone()
    }
}
