use nianbao_domain::report::{Changes, Publication};
use nianbao_proto::v1;
use pbjson_types::FieldMask;

use super::samples::{blank_report, key, only, paths};
use crate::{ViolationKind, Violations, changes};

fn update(report: v1::Report, paths: &[&str]) -> Result<Changes, Violations> {
    let paths = paths.iter().map(|path| (*path).to_owned()).collect();
    changes(report, Some(&FieldMask { paths }), &key())
}

fn titled(title: &str) -> v1::Report {
    v1::Report { title: title.to_owned(), ..Default::default() }
}

#[test]
fn only_the_fields_of_the_mask_change() {
    let report = v1::Report { source_key: "k".to_owned(), ..titled("题") };
    let update = update(report, &["title"]).unwrap();
    let expected = Changes { title: Some("题".to_owned()), ..Default::default() };
    assert_eq!(update, expected);
}

#[test]
fn without_a_mask_the_fields_that_are_set_change() {
    let update = changes(titled("题"), None, &key()).unwrap();
    let expected = Changes { title: Some("题".to_owned()), ..Default::default() };
    assert_eq!(update, expected);
    let nothing = changes(v1::Report::default(), None, &key()).unwrap();
    assert!(nothing.is_empty());
}

#[test]
fn a_named_field_that_is_not_set_is_emptied() {
    let update = update(v1::Report::default(), &["title", "publication", "narrative"]).unwrap();
    assert_eq!(update.title.as_deref(), Some(""));
    assert_eq!(update.publication, Some(None::<Publication>));
    assert!(update.narrative.is_some() && update.figures.is_none());
}

#[test]
fn a_star_replaces_everything_and_needs_a_sheet() {
    assert_eq!(only(update(titled("题"), &["*"])).path, "report.sheet");
    let whole = update(blank_report(), &["*"]).unwrap();
    let Changes { source_key, compiled_by, title, figures, narrative, publication, cells: _ } =
        whole;
    let words = [source_key, compiled_by, title].map(|words| words.is_some());
    assert_eq!(words, [true; 3]);
    assert!(figures.is_some() && narrative.is_some() && publication.is_some());
}

#[test]
fn a_field_outside_the_mask_is_not_even_looked_at() {
    let report = v1::Report { report_year: 1, kind: 9, source_key: "\0".to_owned(), ..titled("") };
    assert!(update(report, &["title"]).is_ok());
}

#[test]
fn a_field_that_cannot_be_changed_is_no_unknown_field() {
    let refused = update(blank_report(), &["report_year", "state", "nonsense", "sheet.rows"]);
    let refused = refused.unwrap_err();
    let fields =
        ["report.report_year", "report.state", "update_mask.paths[2]", "update_mask.paths[3]"];
    assert_eq!(paths(&refused), fields);
    let kinds: Vec<_> = refused.iter().map(|it| it.kind).collect();
    let (immutable, invalid) = (ViolationKind::Immutable, ViolationKind::Invalid);
    assert_eq!(kinds, [immutable, immutable, invalid, invalid]);
}

#[test]
fn a_report_that_names_another_year_or_kind_is_not_moved_there() {
    let moved =
        v1::Report {
            report_year: 2023, kind: v1::ReportKind::Consolidated.into(), ..titled("题")
        };
    let refused = changes(moved, None, &key()).unwrap_err();
    assert_eq!(paths(&refused), ["report.report_year", "report.kind"]);
    assert!(refused.iter().all(|it| it.kind == ViolationKind::Immutable));
    let same = v1::Report { report_year: 2024, kind: v1::ReportKind::Own.into(), ..titled("题") };
    assert!(changes(same, None, &key()).is_ok());
}
