//! `nianbao check`: every rule that needs no database.

mod checked;
mod evidence;
mod json;
mod metadata;
mod organ;
mod preview;
mod settings;
mod text;

use std::cell::RefCell;

use crate::arguments::{Check, DataFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::finding::Subject;
use crate::input::{Source, sources};
use crate::output::Output;
use crate::rule::{Ruling, tested};

use checked::Checked;
use evidence::Evidence;
use settings::Settings;
pub use text::write_verdict;

/// Checks documents and shows what was found.
pub fn run(arguments: &Check, format: DataFormat, output: &mut Output) -> Result<Exit, Failure> {
    if arguments.fix_preview && format == DataFormat::Csv {
        return Err(Failure::usage(
            "--fix-preview 不能与 --format csv 同时使用",
            "--fix-preview has no form in csv",
        ));
    }
    let organ = arguments.organization.as_deref().map(organ::read).transpose()?;
    let ruling = arguments.rules.as_deref().map_or_else(|| Ok(Ruling::of_catalogue()), tested)?;
    let found = sources(&arguments.paths);
    if found.is_empty() {
        return Err(nothing_found());
    }
    let (evidence, read) = Evidence::read(arguments, output)?;
    let (level, organ) = (arguments.level, organ.as_ref());
    let settings = Settings {
        level,
        organ,
        ruling: &ruling,
        evidence: &evidence,
        fix_preview: arguments.fix_preview,
        troubles: RefCell::default(),
    };
    let mut checked = found.into_iter().map(|source| match source {
        Ok(source) => Checked::of(&source, &settings),
        Err((folder, why)) => Checked::unreadable(&Source::File(folder), None, why),
    });
    let exit = match format {
        DataFormat::Text => text::write(&mut checked, output),
        DataFormat::Json => json::write(&mut checked, output),
        DataFormat::Csv => write_records(&mut checked, output)?,
    };
    Ok(exit.and(read).and(settings.tell(output)))
}

fn nothing_found() -> Failure {
    Failure::unreadable("文件夹里没有可以检查的文件", "there is no file to check in the folder")
}

fn write_records(
    checked: &mut dyn Iterator<Item = Checked>,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    crate::record::write(output, &Subject::header())?;
    for document in checked {
        exit = exit.and(document.outcome().exit());
        for record in document.records(output.language) {
            crate::record::write(output, &record)?;
        }
    }
    Ok(exit)
}
