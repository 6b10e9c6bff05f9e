//! What a caller wants to change about a report.

use nianbao_domain::report::{Changes, ReportKey};
use nianbao_proto::v1;
use pbjson_types::FieldMask;

use super::fields;
use crate::mask::UpdateMask;
use crate::sheet::OutputOnly;
use crate::violation::{Faults, Path, ViolationKind, Violations, reading};

/// Reads the report of an update call, which stands in the request at `report`, as far as the mask
/// asks for it. `key` is what its name says. Fields outside the mask are ignored, but for year and
/// kind where the mask does not say which fields it means.
///
/// # Errors
///
/// Every field that cannot be used, up to the bound; paths of the mask that name no field or one
/// that cannot be changed.
pub fn changes(
    report: v1::Report,
    mask: Option<&FieldMask>,
    key: &ReportKey,
) -> Result<Changes, Violations> {
    reading("report", |at, faults| {
        let mask = UpdateMask::read(mask, &report, at, faults);
        if mask.is_open() {
            refuse_another_key(&report, key, at, faults);
        }
        read(mask.apply(report), &mask, at, faults)
    })
}

/// Reads a message whose other fields were left out.
fn read(
    report: v1::Report,
    mask: &UpdateMask<v1::Report>,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<Changes> {
    let v1::Report {
        name: _,
        uid: _,
        source_key,
        report_year: _,
        kind: _,
        compiled_by,
        title,
        sheet,
        narrative,
        state: _,
        revision: _,
        published_revision: _,
        publication,
        etag: _,
        validation: _,
        create_time: _,
        update_time: _,
        decisions: _,
    } = report;
    let source_key = fields::source_key(source_key, at, faults);
    let compiled_by = fields::compiled_by(compiled_by, at, faults);
    let title = fields::title(title, at, faults);
    let figures = if mask.contains("sheet") {
        fields::figures(sheet, OutputOnly::Ignored, at, faults)
    } else {
        None
    };
    let narrative = fields::words(narrative, at, faults);
    let publication = fields::published(publication, at, faults);
    Some(Changes {
        source_key: mask.keep("source_key", source_key),
        compiled_by: mask.keep("compiled_by", compiled_by),
        title: mask.keep("title", title),
        figures,
        narrative: mask.keep("narrative", narrative),
        publication: mask.keep("publication", publication),
        cells: Vec::new(),
    })
}

fn refuse_another_key(report: &v1::Report, key: &ReportKey, at: &Path<'_>, faults: &mut Faults) {
    let year = fields::year(report.report_year, at, faults);
    if year.is_some_and(|year| year != key.year) {
        let field = &at.field("report_year");
        faults.add(
            field,
            ViolationKind::Immutable,
            "the year of a report cannot be changed: create another report",
        );
    }
    let kind = fields::kind(report.kind, at, faults);
    if kind.is_some_and(|kind| kind != key.kind) {
        let field = &at.field("kind");
        faults.add(
            field,
            ViolationKind::Immutable,
            "the kind of a report cannot be changed: create another report",
        );
    }
}
