//! `nianbao check`: every rule that needs no database.

mod checked;
mod evidence;
mod json;
mod metadata;
mod organ;
mod preview;
mod settings;
mod text;

use std::sync::Mutex;

use crate::arguments::{Check, DataFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::finding::Subject;
use crate::input::{Found, Source, sources, unpacked};
use crate::output::Output;
use crate::parallel::in_order;
use crate::progress::Progress;
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
        troubles: Mutex::default(),
    };
    let progress = Progress::new(found.len(), output.is_watched());
    let feed = |give: &mut dyn FnMut(Found) -> bool| unpacked(found, give);
    let work = |found| match found {
        Ok(source) => Checked::of(&source, &settings),
        Err((place, why)) => Checked::unreadable(&Source::File(place), None, why),
    };
    let brief = arguments.brief;
    let exit = in_order(feed, work, |checked| match format {
        DataFormat::Text if brief => text::write_brief(checked, &progress, output),
        DataFormat::Text => text::write(checked, &progress, output),
        DataFormat::Json => json::write(checked, &progress, output),
        DataFormat::Csv => write_records(checked, &progress, output),
    });
    progress.finish();
    let exit = exit?;
    Ok(exit.and(read).and(settings.tell(output)))
}

fn nothing_found() -> Failure {
    Failure::unreadable("文件夹里没有可以检查的文件", "there is no file to check in the folder")
}

fn write_records(
    checked: &mut dyn Iterator<Item = Checked>,
    progress: &Progress,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    crate::record::write(output, &Subject::header())?;
    for document in checked {
        exit = exit.and(document.outcome().exit());
        progress.around(|| {
            let mut records = document.records(output.language).into_iter();
            records.try_for_each(|record| crate::record::write(output, &record))
        })?;
    }
    Ok(exit)
}
