//! What typst sees: one template, one file of data, and the fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::Fonts;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
/// The template, and the name that the data has for it; none where typst takes no such name.
static FILES: LazyLock<Option<(Source, FileId)>> = LazyLock::new(|| {
    let template = Source::new(file("report.typ")?, include_str!("report.typ").to_owned());
    Some((template, file("report.json")?))
});

fn file(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// One report, seen by typst: no file system, no packages, no clock.
pub(crate) struct OneReport<'a> {
    fonts: &'a Fonts,
    template: &'static Source,
    data: (FileId, Bytes),
}

impl<'a> OneReport<'a> {
    /// The template with these data; none only where typst does not take its name.
    pub(crate) fn new(fonts: &'a Fonts, data: Vec<u8>) -> Option<Self> {
        let (template, name) = FILES.as_ref()?;
        Some(Self { fonts, template, data: (*name, Bytes::new(data)) })
    }
}

fn not_there() -> FileError {
    FileError::NotFound("report".into())
}

impl World for OneReport<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(not_there()) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (name, data) = &self.data;
        if id == *name { Ok(data.clone()) } else { Err(not_there()) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
