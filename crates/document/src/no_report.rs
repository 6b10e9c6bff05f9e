//! Pages without a report, and what they are instead.

use nianbao_domain::evidence::{PlacedText, TableEvidence, TablePicture, TablePresence};

use crate::page::Media;
use crate::recognition::Outline;
use crate::tables::Tables;
use crate::{NotAReport, ReadError};

/// So many characters of prose under a title are a report from before there was a form.
const PROSE: usize = 200;
/// So many titles make a list.
const LIST: usize = 3;
/// What titles of picture editions say.
const PICTURED: [&str; 4] = ["图片版", "图解版", "一图读懂", "长图"];

/// A report has sections or a table of the form. A title with prose under it is an old report.
pub(crate) fn refuse(
    outline: &Outline,
    tables: &Tables,
    media: &Media,
    (lines, prose): (usize, &str),
) -> Result<(), ReadError> {
    let seen = |it: &TableEvidence| it.presence != TablePresence::Missing;
    if !outline.sections.is_empty() || tables.evidence.tables.iter().any(seen) {
        return Ok(());
    }
    let title = outline.title.as_deref();
    let is_prose = prose.chars().count() >= PROSE;
    let what = match (title, media.attachments.first(), media.pictures.first()) {
        _ if lines == 0 => NotAReport::Shell,
        _ if outline.titles >= LIST => NotAReport::List,
        (Some(title), ..) if PICTURED.iter().any(|word| title.contains(word)) => {
            NotAReport::Picture(title.to_owned())
        }
        (Some(_), ..) if is_prose => return Ok(()),
        (Some(_), Some(attachment), _) => NotAReport::Attachment(attachment.clone()),
        (Some(_), None, Some(picture)) => NotAReport::Picture(picture.text.clone()),
        _ if media.is_scripted => NotAReport::Shell,
        (Some(_), None, None) => NotAReport::TitleOnly,
        (None, ..) => NotAReport::Other,
    };
    Err(ReadError::NotAReport(what))
}

/// The pictures in the sections of tables that are missing.
pub(crate) fn pictures(outline: &Outline, tables: &Tables, media: Media) -> Vec<TablePicture> {
    let missing = tables.evidence.tables.iter().filter(|it| it.presence == TablePresence::Missing);
    let picture = |table: &TableEvidence| {
        let at = outline.sections.iter().position(|it| it.number == table.table.section())?;
        let from = outline.sections[at].title.line;
        let to = outline.sections.get(at + 1).map_or(u32::MAX, |next| next.title.line);
        let within = |picture: &&PlacedText| (from..to).contains(&picture.line);
        let picture = media.pictures.iter().find(within)?.clone();
        Some(TablePicture { table: table.table, picture })
    };
    missing.filter_map(picture).collect()
}
