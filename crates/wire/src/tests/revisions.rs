use nianbao_domain::form::Edition;
use nianbao_domain::report::{Content, Revision, RevisionKind};
use nianbao_domain::sheet::Sheet;
use nianbao_proto::v1;

use super::samples::{head, moment};
use crate::{report, revision, revision_entry};

fn stored() -> Revision {
    Revision {
        number: 2,
        kind: RevisionKind::Submitted,
        content: Content::blank(Sheet::blank(Edition::E2021)),
        create_time: moment("2025-01-20T00:00:00Z"),
        author: "siqian-office".to_owned(),
    }
}

#[test]
fn a_revision_tells_only_what_it_fixes() {
    let head = head();
    let told = revision(&head.key, head.uid, &stored()).report.unwrap();
    let now = report(&head, &stored().content, 2, &[]);
    let fixed = v1::Report {
        source_key: String::new(),
        state: 0,
        published_revision: 0,
        etag: String::new(),
        validation: None,
        create_time: None,
        update_time: None,
        ..now
    };
    assert_eq!(told, fixed);
}

#[test]
fn a_list_shows_a_revision_without_its_content() {
    let head = head();
    let entry = revision_entry(&head.key, &stored());
    assert_eq!(entry.name, "organizations/siqian/reports/2024/revisions/2");
    assert_eq!((entry.number, entry.kind), (2, v1::RevisionKind::Submitted as i32));
    let whole = revision(&head.key, head.uid, &stored());
    assert_eq!(entry, v1::Revision { report: None, ..whole });
}
