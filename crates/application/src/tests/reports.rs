use super::*;
use crate::reports::{ImportExpectation, ORIGINAL, Original, View};
use crate::{Error, Resource, ViolationReason};
use nianbao_domain::evidence::DocumentEvidence;
use nianbao_domain::form::{CellId, Column, Line};
use nianbao_domain::report::{Changes, Draft, ReportKind};
use nianbao_domain::sheet::Cell;

fn draft(year: i64) -> Draft {
    Draft {
        organization: None,
        organization_name: None,
        decisions: Vec::new(),
        year: Some(year.try_into().unwrap()),
        kind: ReportKind::Own,
        content: Content::blank(Sheet::blank(Edition::E2021)),
        evidence: DocumentEvidence::default(),
    }
}

fn original() -> Original {
    let content = bytes::Bytes::from_static(b"2024");
    Original::new("1.html".to_owned(), "text/html".to_owned(), content)
}

fn expecting(year: Option<i64>) -> ImportExpectation {
    ImportExpectation {
        organization: "a".parse().unwrap(),
        year: year.map(|year| year.try_into().unwrap()),
        kind: None,
        source_key: String::new(),
        source_uri: "https://example.cn/1.html".to_owned(),
    }
}

#[tokio::test]
async fn an_update_makes_a_revision_only_where_the_content_changes() {
    let (application, caller) = (with_organ("a").await, administrator());
    let key = key("a/reports/2024");
    let created = application
        .create_report(&Call::new(&caller, Method::CreateReport), report("a/reports/2024"))
        .await;
    let call = Call::new(&caller, Method::UpdateReport);
    let changes = Changes { source_key: Some("k".to_owned()), ..Changes::default() };
    let updated = application
        .update_report(&call, &key, &created.unwrap().head.etag(), changes)
        .await
        .unwrap();
    assert_eq!((updated.head.version, updated.head.working_revision), (2, 1));
    let changes = Changes { title: Some("题".to_owned()), ..Changes::default() };
    let updated =
        application.update_report(&call, &key, &updated.head.etag(), changes).await.unwrap();
    assert_eq!((updated.head.version, updated.head.working_revision), (3, 2));
}

#[tokio::test]
async fn an_old_etag_is_answered_with_the_present_one() {
    let (application, caller) = (with_organ("a").await, administrator());
    let created = application
        .create_report(&Call::new(&caller, Method::CreateReport), report("a/reports/2024"))
        .await;
    let present = created.unwrap().head.etag();
    let call = Call::new(&caller, Method::DeleteReport);
    let refused = application.delete_report(&call, &key("a/reports/2024"), "old").await;
    assert!(matches!(refused, Err(Error::EtagMismatch { current, .. }) if current == present));
}

#[tokio::test]
async fn a_report_that_was_never_published_has_no_published_view() {
    let (application, caller) = (with_organ("a").await, administrator());
    application
        .create_report(&Call::new(&caller, Method::CreateReport), report("a/reports/2024"))
        .await
        .unwrap();
    let published = application.report(&caller, &key("a/reports/2024"), View::Published).await;
    assert!(matches!(published, Err(Error::NotFound(_))));
}

#[tokio::test]
async fn an_import_keeps_where_the_document_was_found() {
    let (application, caller) = (with_organ("a").await, administrator());
    let call = Call::new(&caller, Method::ImportReport);
    let imported = application
        .import_report(&call, draft(2024), original(), expecting(Some(2024)))
        .await
        .unwrap();
    let publication = imported.report.revision.content.publication.unwrap();
    assert_eq!(publication.uri, "https://example.cn/1.html");
}

#[tokio::test]
async fn what_was_imported_is_kept_with_its_report() {
    let (application, caller) = (with_organ("a").await, administrator());
    let call = Call::new(&caller, Method::ImportReport);
    let imported = application
        .import_report(&call, draft(2024), original(), expecting(Some(2024)))
        .await
        .unwrap();
    let key = imported.report.head.key;
    let open = application.open_attachment(&caller, &key, ORIGINAL).await.unwrap();
    assert_eq!(open.attachment().sha256, original().sha256);
    let bytes = application.attachment_bytes(&open, 2).await.unwrap();
    assert_eq!(bytes.as_deref(), Some(&original().content[2..]));
    assert_eq!(application.attachment_bytes(&open, 4).await.unwrap(), None);
    let other = application.open_attachment(&caller, &key, 2).await;
    assert!(matches!(other, Err(Error::NotFound(Resource::Attachment(..)))));
}

#[tokio::test]
async fn a_document_of_another_year_than_asked_is_refused() {
    let (application, caller) = (with_organ("a").await, administrator());
    let call = Call::new(&caller, Method::ImportReport);
    let refused =
        application.import_report(&call, draft(2024), original(), expecting(Some(2023))).await;
    let Err(Error::Invalid(violations)) = refused else { panic!("not refused") };
    let year = |year: i64| year.try_into().unwrap();
    let reason = ViolationReason::DocumentYearMismatch { asked: year(2023), found: year(2024) };
    assert_eq!(violations[0].reason, reason);
}

#[tokio::test]
async fn a_new_edition_tells_the_same_losses_when_asked_again() {
    let (application, caller) = (with_organ("a").await, administrator());
    let mut new = report("a/reports/2024");
    new.content.sheet = Sheet::blank(Edition::E2019);
    let lost = CellId::new(Line::GovernmentProcurement, Column::ProcurementItems);
    new.content.sheet.set(lost, Cell::Number(31)).unwrap();
    let key = new.key.clone();
    let created =
        application.create_report(&Call::new(&caller, Method::CreateReport), new).await.unwrap();
    let mut call = Call::new(&caller, Method::ChangeEdition);
    call.request = Some((Uuid::from_u128(9), [0; 32]));
    for _ in 0..2 {
        let changed = application
            .change_edition(&call, &key, &created.head.etag(), Edition::E2021)
            .await
            .unwrap();
        assert_eq!(changed.not_carried.iter().map(|it| it.cell).collect::<Vec<_>>(), [lost]);
        assert_eq!(changed.report.head.version, 2);
    }
}
