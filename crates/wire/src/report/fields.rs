//! The fields of a report that a caller or a file may state, read one by one.

use nianbao_domain::report::{Content, Figures, Narrative, Publication, ReportKind, ReportYear};
use nianbao_proto::v1;

use super::{narrative, publication};
use crate::sheet::{self, OutputOnly};
use crate::text::text;
use crate::violation::{Faults, Path};
use crate::{concept, field, limits};

/// Reads the caller's own key.
pub(super) fn source_key(key: String, at: &Path<'_>, faults: &mut Faults) -> String {
    text(key, limits::SOURCE_KEY, &at.field("source_key"), faults)
}

/// Reads the name of whoever compiled the report.
pub(super) fn compiled_by(name: String, at: &Path<'_>, faults: &mut Faults) -> String {
    text(name, limits::DISPLAY_NAME, &at.field("compiled_by"), faults)
}

/// Reads the title.
pub(super) fn title(title: String, at: &Path<'_>, faults: &mut Faults) -> String {
    text(title, limits::TITLE, &at.field("title"), faults)
}

/// Reads the figures, which are required.
pub(super) fn figures(
    figures: Option<v1::Sheet>,
    output_only: OutputOnly,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<Figures> {
    let at = &at.field("sheet");
    let Some(figures) = figures else {
        faults.invalid(at, "missing: a report has a sheet, at least with its edition");
        return None;
    };
    sheet::read(figures, output_only, at, faults)
}

/// Reads the words; none where there are none.
pub(super) fn words(words: Option<v1::Narrative>, at: &Path<'_>, faults: &mut Faults) -> Narrative {
    let at = &at.field("narrative");
    words.map(|words| narrative::read(words, at, faults)).unwrap_or_default()
}

/// Reads where and when it was published.
pub(super) fn published(
    published: Option<v1::Publication>,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<Publication> {
    publication::read(published, &at.field("publication"), faults)
}

/// Reads the year; none where it is not given.
pub(super) fn year(year: i32, at: &Path<'_>, faults: &mut Faults) -> Option<ReportYear> {
    field::read_year(year, &at.field("report_year"), faults)
}

/// Reads the kind; none where it is not given.
pub(super) fn kind(kind: i32, at: &Path<'_>, faults: &mut Faults) -> Option<ReportKind> {
    concept::optional(kind, &at.field("kind"), faults)
}

/// What a revision would fix, as the message states it.
pub(super) struct Stated {
    pub(super) compiled_by: String,
    pub(super) title: String,
    pub(super) sheet: Option<v1::Sheet>,
    pub(super) narrative: Option<v1::Narrative>,
    pub(super) publication: Option<v1::Publication>,
}

impl Stated {
    /// Reads it whole.
    pub(super) fn read(
        self,
        output_only: OutputOnly,
        at: &Path<'_>,
        faults: &mut Faults,
    ) -> Option<Content> {
        let compiled_by = compiled_by(self.compiled_by, at, faults);
        let title = title(self.title, at, faults);
        let figures = figures(self.sheet, output_only, at, faults);
        let narrative = words(self.narrative, at, faults);
        let publication = published(self.publication, at, faults);
        let Figures { sheet, provenance } = figures?;
        Some(Content { title, compiled_by, sheet, narrative, publication, provenance })
    }
}
