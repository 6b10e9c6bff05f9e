//! Other reports that documents are compared with: read once, before the documents are checked.

mod identity;
mod kept;
mod matched;
mod shelf;

use std::path::PathBuf;

use nianbao_domain::organization::Organization;
use nianbao_domain::report::ReportKind;

use crate::arguments::Check;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::Document;
use crate::output::Output;

use identity::Identity;
use kept::Needed;
pub use matched::{Compared, Matched};
use shelf::{Budget, Shelf};

/// The reports of the three flags; nothing where a flag was not given.
#[derive(Default)]
pub struct Evidence {
    previous: Option<Shelf>,
    siblings: Option<Shelf>,
    children: Option<Shelf>,
}

impl Evidence {
    /// Reads what the flags name. What cannot be read is told and left out.
    pub fn read(arguments: &Check, output: &mut Output) -> Result<(Self, Exit), Failure> {
        let (mut budget, mut exit) = (Budget::default(), Exit::Clean);
        let mut shelf = |flag, paths: &[PathBuf], needed| match paths {
            [] => Ok(None),
            paths => {
                let shelf = Shelf::read(flag, paths, needed, &mut budget, output)?;
                exit = exit.and(shelf.exit());
                Ok::<_, Failure>(Some(shelf))
            }
        };
        let evidence = Self {
            previous: shelf("--previous", &arguments.previous, Needed::Everything)?,
            siblings: shelf("--siblings", &arguments.siblings, Needed::ComparedWords)?,
            children: shelf("--children", &arguments.children, Needed::Figures)?,
        };
        Ok((evidence, exit))
    }

    /// What a document is compared with.
    pub fn matched(&self, document: &Document, record: Option<&Organization>) -> Matched<'_> {
        let identity = Identity::of(document, record);
        let mut matched = Matched::default();
        if let Some(shelf) = &self.previous {
            matched.find_previous(shelf, document, &identity);
        }
        if let (Some(shelf), Some(year)) = (&self.siblings, document.year) {
            matched.find_siblings(shelf, (year, document.kind), &identity);
        }
        if let (Some(shelf), Some(year), ReportKind::Consolidated) =
            (&self.children, document.year, document.kind)
        {
            matched.find_children(shelf, year, &identity);
        }
        matched
    }
}
