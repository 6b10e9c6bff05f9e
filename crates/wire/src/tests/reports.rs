use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, ReportKind, ReportState};
use nianbao_domain::sheet::Sheet;
use nianbao_proto::v1;

use super::samples::{blank_report, head};
use crate::{Parsed, listed_report, report};

fn content() -> Content {
    Content { title: "题".to_owned(), ..Content::blank(Sheet::blank(Edition::E2021)) }
}

#[test]
fn a_report_says_what_its_head_says() {
    let head = head();
    let message = report(&head, &content(), 2, &[]);
    assert_eq!(message.name, "organizations/siqian/reports/2024");
    assert_eq!((message.report_year, message.kind), (2024, v1::ReportKind::Own as i32));
    assert_eq!(message.state, v1::ReportState::Draft as i32);
    assert_eq!((message.revision, message.published_revision), (2, 1));
    assert_eq!((message.etag, message.uid), (head.etag(), head.uid.to_string()));
    assert_eq!(message.create_time.unwrap().seconds, 1_737_331_200);
    let checked = message.validation.unwrap();
    let counts = (checked.blocking, checked.warnings, checked.infos, checked.not_assessed);
    assert_eq!((counts, checked.rule_set.as_str()), ((1, 2, 3, 4), "2026.1"));
    assert_eq!((checked.waived, checked.acknowledged), (5, 6));
    assert_eq!(checked.answered_until, "2026-03-31");
    assert_eq!(checked.validate_time.unwrap().seconds, 1_737_504_000);
}

#[test]
fn a_check_is_told_only_of_the_revision_that_was_checked() {
    assert_eq!(report(&head(), &content(), 1, &[]).validation, None);
}

#[test]
fn a_report_that_was_never_published_has_no_published_revision() {
    let mut head = head();
    head.published_revision = None;
    head.state = ReportState::Corrected;
    let message = report(&head, &content(), 2, &[]);
    assert_eq!((message.published_revision, message.state), (0, 6));
}

#[test]
fn a_list_shows_a_report_without_its_content() {
    let (whole, content) = (report(&head(), &content(), 2, &[]), content());
    let listed = listed_report(&head(), &content.title, &content.compiled_by, None);
    assert_eq!(listed, v1::Report { sheet: None, narrative: None, ..whole });
}

#[test]
fn a_file_may_lack_name_and_year() {
    let parsed = Parsed::read(v1::Report { report_year: 0, ..blank_report() }, "").unwrap();
    assert_eq!((parsed.organization.as_ref(), parsed.year), (None, None));
    assert_eq!(parsed.kind, ReportKind::Own);
    assert_eq!(parsed.to_message().name, "");
}

#[test]
fn a_name_tells_organ_year_and_kind_where_nothing_else_does() {
    let name = "organizations/siqian/reports/2023-consolidated".to_owned();
    let parsed = Parsed::read(v1::Report { name, report_year: 0, ..blank_report() }, "").unwrap();
    assert_eq!(parsed.organization.unwrap().as_str(), "siqian");
    assert_eq!(parsed.year.unwrap().get(), 2023);
    assert_eq!(parsed.kind, ReportKind::Consolidated);
}
