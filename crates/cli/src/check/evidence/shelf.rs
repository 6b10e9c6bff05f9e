//! The reports of one flag.

use std::collections::BTreeSet;
use std::path::PathBuf;

use nianbao_domain::finding::Message;

use super::kept::{Kept, Needed};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Document, Source, sources};
use crate::output::Output;

/// About how many bytes of all reports to compare with are kept: tens of thousands of usual ones.
const MOST_BYTES: usize = 512 << 20;

/// What is left of the memory for reports to compare with.
pub struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(MOST_BYTES)
    }
}

/// The reports of one flag.
pub struct Shelf {
    /// The flag.
    pub flag: &'static str,
    /// The reports, in the order of the files; files with the same bytes once.
    pub reports: Vec<Kept>,
    /// The files that gave no report.
    pub unreadable: Vec<String>,
    /// Whether the flag named folders.
    pub of_folders: bool,
}

impl Shelf {
    /// Reads the files and folders that a flag names. What cannot be read is told.
    pub fn read(
        flag: &'static str,
        paths: &[PathBuf],
        needed: Needed,
        budget: &mut Budget,
        output: &mut Output,
    ) -> Result<Self, Failure> {
        let of_folders = paths.iter().all(|path| path.is_dir());
        let mut shelf = Self { flag, reports: Vec::new(), unreadable: Vec::new(), of_folders };
        let mut digests = BTreeSet::new();
        for source in sources(paths) {
            let source = source.map_err(|(folder, why)| (Source::File(folder), why.message));
            match source.and_then(|source| read(source, needed)) {
                Ok(kept) if digests.insert(kept.digest) => {
                    budget.spend(kept.bytes())?;
                    shelf.reports.push(kept);
                }
                Ok(_) => {}
                Err((source, why)) => shelf.leave_out(&source, &why, output),
            }
        }
        Ok(shelf)
    }

    /// What the run comes to for it.
    pub fn exit(&self) -> Exit {
        if self.unreadable.is_empty() { Exit::Clean } else { Exit::Unreadable }
    }

    fn leave_out(&mut self, source: &Source, why: &Message, output: &mut Output) {
        let (flag, language) = (self.flag, output.language);
        let reason = language.of(why);
        output.say(
            language.pick(
                format!("{flag} 的 {source}：{reason}"),
                format!("{flag}, {source}: {reason}"),
            ),
        );
        self.unreadable.push(source.file_name().map_or_else(|| source.to_string(), str::to_owned));
    }
}

fn read(source: Source, needed: Needed) -> Result<Kept, (Source, Message)> {
    let kept = source.read().map_err(|why| why.message).and_then(|bytes| {
        let document = Document::read(&bytes, &source).map_err(|why| why.message)?;
        Kept::of(document, &bytes, &source, needed)
    });
    kept.map_err(|why| (source, why))
}

impl Budget {
    fn spend(&mut self, bytes: usize) -> Result<(), Failure> {
        self.0 = self.0.checked_sub(bytes).ok_or_else(|| {
            let most = MOST_BYTES >> 20;
            Failure::unreadable(
                format!("用来比较的报告超过 {most} MiB，请分批检查"),
                format!("the reports to compare with are more than {most} MiB; check in parts"),
            )
        })?;
        Ok(())
    }
}
