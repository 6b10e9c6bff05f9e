use chrono::NaiveDate;
use nianbao_proto::v1;

use super::samples::{blank_report, only};
use crate::NewReport;

fn published(uri: &str, publish_date: &str) -> v1::Report {
    let publication =
        v1::Publication { uri: uri.to_owned(), publish_date: publish_date.to_owned() };
    v1::Report { publication: Some(publication), ..blank_report() }
}

#[test]
fn a_day_of_publication_is_read() {
    let read = NewReport::read(published("", "2025-01-20"), "report").unwrap();
    let day = NaiveDate::from_ymd_opt(2025, 1, 20);
    assert_eq!(read.content.publication.unwrap().publish_date, day);
}

#[test]
fn a_publication_that_says_nothing_is_none() {
    let read = NewReport::read(published("", ""), "report").unwrap();
    assert_eq!(read.content.publication, None);
}

#[test]
fn what_is_no_day_is_refused() {
    for day in ["2025-02-30", "2025-1-20", "20250120", "2025/01/20", "+025-01-20", "二〇二五"] {
        let refused = only(NewReport::read(published("", day), "report"));
        assert_eq!(refused.path, "report.publication.publish_date", "{day}");
    }
}

#[test]
fn what_is_no_address_is_refused() {
    let refused = only(NewReport::read(published("a.gov.cn", ""), "report"));
    assert_eq!(refused.path, "report.publication.uri");
}
