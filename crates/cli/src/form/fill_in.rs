//! A document to be filled in.

use std::path::Path;

use nianbao_document::Rendition;
use nianbao_document::fill_in::{self, FillIn};
use nianbao_document::official::FontNames;
use nianbao_domain::form::{Column, Edition, fold};
use nianbao_domain::report::ReportYear;
use nianbao_domain::sheet::carried_over;

use crate::arguments::{FillInArguments, FillInFormat};
use crate::convert::deliver;
use crate::failure::Failure;
use crate::input::{Document, Source};
use crate::output::Output;

/// Makes it.
pub fn write(arguments: &FillInArguments, output: &mut Output) -> Result<(), Failure> {
    let prescribed = || Edition::prescribed_for(arguments.year.get());
    let edition = arguments.edition.or_else(prescribed).ok_or_else(no_form)?;
    let carried_over = match &arguments.previous {
        Some(path) => carried_over_from(path, arguments)?,
        None => Vec::new(),
    };
    let fill_in = FillIn {
        organization_id: arguments.organization_id.clone(),
        organization: arguments.organization.trim().to_owned(),
        year: arguments.year,
        kind: arguments.kind,
        edition,
        carried_over,
    };
    let target = &arguments.target;
    let rendition = match target.format() {
        FillInFormat::Xlsx => Rendition::Xlsx,
        FillInFormat::Docx => Rendition::Docx,
    };
    let made = fill_in::write(&fill_in, rendition, &FontNames::default());
    let made = made.map_err(|why| {
        Failure::unreadable(format!("无法生成填报文件：{why}"), format!("no document: {why}"))
    })?;
    deliver(&made, false, target.output.as_deref(), output)
}

/// What the report of the year before carries forward.
fn carried_over_from(
    path: &Path,
    arguments: &FillInArguments,
) -> Result<Vec<(Column, i64)>, Failure> {
    let source = Source::named(path);
    let bytes = source.read().map_err(|why| why.failure(&source))?;
    let document = Document::read(&bytes, &source).map_err(|why| why.failure(&source))?;
    is_of_the_year_before(document.year, arguments)?;
    match document.organization.as_deref() {
        Some(found) if fold(found) != fold(&arguments.organization) => {
            Err(other_organ(found, &arguments.organization))
        }
        _ => Ok(carried_over([&document.content.sheet])),
    }
}

fn is_of_the_year_before(
    found: Option<ReportYear>,
    arguments: &FillInArguments,
) -> Result<(), Failure> {
    let wanted = arguments.year.previous();
    match (found, wanted) {
        (Some(found), Some(wanted)) if found != wanted => Err(Failure::usage(
            format!("--previous 是 {found} 年度的报告，应当是 {wanted} 年度的"),
            format!("--previous is the report of {found}, that of {wanted} is needed"),
        )),
        _ => Ok(()),
    }
}

fn other_organ(found: &str, asked: &str) -> Failure {
    Failure::usage(
        format!("--previous 是“{found}”的报告，不是“{asked}”的"),
        format!("--previous is the report of {found:?}, not of {asked:?}"),
    )
}

fn no_form() -> Failure {
    Failure::usage(
        "这个年度没有全国统一的格式；请用 --edition 指明版本",
        "there was no national form for this year; state one with --edition",
    )
}
