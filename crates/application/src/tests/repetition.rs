use super::*;
use crate::Error;
use crate::store::Store;
use nianbao_domain::report::Changes;

fn repeatable<'a>(caller: &'a Caller, method: Method, content: u8) -> Call<'a> {
    let mut call = Call::new(caller, method);
    call.request = Some((Uuid::from_u128(7), [content; 32]));
    call
}

#[tokio::test]
async fn the_same_request_gets_the_same_answer_and_is_written_once() {
    let (application, caller) = (with_organ("a").await, administrator());
    let call = repeatable(&caller, Method::CreateReport, 1);
    let first = application.create_report(&call, report("a/reports/2024")).await.unwrap();
    let second = application.create_report(&call, report("a/reports/2024")).await.unwrap();
    assert_eq!(first, second);
    assert_eq!(application.store().events(0, 10).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_request_id_with_other_content_is_refused() {
    let (application, caller) = (with_organ("a").await, administrator());
    application
        .create_report(&repeatable(&caller, Method::CreateReport, 1), report("a/reports/2024"))
        .await
        .unwrap();
    let other = application
        .create_report(&repeatable(&caller, Method::CreateReport, 2), report("a/reports/2023"))
        .await;
    assert!(matches!(other, Err(Error::RequestIdReused(id)) if id == Uuid::from_u128(7)));
}

#[tokio::test]
async fn a_repeated_update_is_answered_before_its_old_etag_is_looked_at() {
    let (application, caller) = (with_organ("a").await, administrator());
    let created = application
        .create_report(&Call::new(&caller, Method::CreateReport), report("a/reports/2024"))
        .await;
    let etag = created.unwrap().head.etag();
    let changes = Changes { title: Some("题".to_owned()), ..Changes::default() };
    let call = repeatable(&caller, Method::UpdateReport, 1);
    let key = key("a/reports/2024");
    let first = application.update_report(&call, &key, &etag, changes.clone()).await.unwrap();
    let again = application.update_report(&call, &key, &etag, changes).await.unwrap();
    assert_eq!(first, again);
    assert_eq!(again.head.version, 2);
}

#[tokio::test]
async fn a_request_that_only_validates_is_not_remembered() {
    let (application, caller) = (with_organ("a").await, administrator());
    let mut call = repeatable(&caller, Method::CreateReport, 1);
    call.validate_only = true;
    application.create_report(&call, report("a/reports/2024")).await.unwrap();
    assert!(application.store().request(&call.key().unwrap()).await.unwrap().is_none());
    call.validate_only = false;
    assert!(application.create_report(&call, report("a/reports/2024")).await.is_ok());
}
