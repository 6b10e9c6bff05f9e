//! Requests that may be repeated.

use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use nianbao_application::RequestKey;
use nianbao_application::access::Scope;
use nianbao_application::reports::Revalidated;
use nianbao_application::store::{ChangeSet, CommitError, Recorded, RequestRecord, Store, Write};
use uuid::Uuid;

use super::given::{changes, head, id, key, now, organ, register};
use super::rules;

/// A change set that records its request.
pub fn recorded(
    writes: Vec<Write>,
    request: Uuid,
    time: DateTime<Utc>,
    outcome: Recorded,
) -> ChangeSet {
    let key = RequestKey { caller: "alice".to_owned(), method: "CreateOrganization", id: request };
    let record = RequestRecord { key, fingerprint: [7; 32], outcome, time };
    ChangeSet { request: Some(record), ..changes(writes) }
}

/// With everything that was answered, for its caller and its method.
pub async fn a_request_is_found_with_what_it_was_answered<S: Store>(store: &S) {
    let organ = register(store, organ("city")).await;
    let mut with_heads = head(key("city", 2024));
    with_heads.published_revision = Some(1);
    with_heads.validation.rule_set = "2026-01".to_owned();
    with_heads.validation.answered_until = "2026-03-31".parse().ok();
    (with_heads.validation.waived, with_heads.decisions, with_heads.recheck) = (1, 2, 3);
    let revalidated = Revalidated {
        checked: 3,
        changed: vec![key("city", 2024)],
        next_page_token: "72657374".to_owned(),
    };
    let outcomes = [
        Recorded::Organizations(vec![organ]),
        Recorded::Report(with_heads),
        Recorded::Deleted,
        Recorded::Revalidated(revalidated),
        Recorded::Rule(Box::new(rules::full("USR-A"))),
    ];
    for outcome in outcomes {
        let changes = recorded(vec![], Uuid::new_v4(), now(), outcome);
        let record = changes.request.clone().unwrap();
        store.commit(changes).await.unwrap();
        let other_method = RequestKey { method: "UpdateOrganization", ..record.key.clone() };
        let other_caller = RequestKey { caller: "bob".to_owned(), ..record.key.clone() };
        assert_eq!(store.request(&other_method).await.unwrap(), None);
        assert_eq!(store.request(&other_caller).await.unwrap(), None);
        assert_eq!(store.request(&record.key).await.unwrap(), Some(record));
    }
}

/// A change that is refused records nothing.
pub async fn only_what_is_committed_is_recorded<S: Store>(store: &S) {
    register(store, organ("city")).await;
    let twice = vec![Write::CreateOrganization(organ("city"))];
    let changes = recorded(twice, Uuid::new_v4(), now(), Recorded::Deleted);
    let key = changes.request.clone().unwrap().key;
    assert!(matches!(store.commit(changes).await, Err(CommitError::Exists(_))));
    assert_eq!(store.request(&key).await.unwrap(), None);
}

/// Whoever comes second is told so, and writes nothing.
pub async fn of_calls_with_one_request_id_exactly_one_is_committed<S: Store>(store: &S) {
    let request = Uuid::new_v4();
    let call = |at: usize| {
        let organ = organ(&format!("organ-{at}"));
        let writes = vec![Write::CreateOrganization(organ.clone())];
        recorded(writes, request, now(), Recorded::Organizations(vec![organ]))
    };
    let answers = join_all((0..16).map(|at| store.commit(call(at)))).await;
    let (committed, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.is_ok());
    assert_eq!(committed.len(), 1);
    assert!(refused.iter().all(|answer| matches!(answer, Err(CommitError::RequestRecorded))));

    let record = store.request(&call(0).request.unwrap().key).await.unwrap().unwrap();
    let Recorded::Organizations(organs) = record.outcome else {
        unreachable!("organs were recorded")
    };
    for at in 0..16 {
        let name = format!("organ-{at}");
        let found = store.organization(&Scope::All, &id(&name)).await.unwrap();
        assert_eq!(found.is_some(), organs[0].id == id(&name), "{name}");
    }
}
