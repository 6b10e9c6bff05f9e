//! The one write: all of it or nothing, for whoever is still waiting and whoever is not.

use std::collections::{BTreeMap, BTreeSet};
use std::task::Poll;

use futures_util::FutureExt;
use futures_util::future::{join_all, poll_fn};
use nianbao_application::Resource;
use nianbao_application::access::Scope;
use nianbao_application::query::ReportQuery;
use nianbao_application::store::{CommitError, Store, Write};

use super::Settled;
use super::given::{changes, commit, head, id, key, organ, register, report, revision, titled};

/// Nothing of a change set remains when one of its writes is refused.
pub async fn a_change_set_is_written_whole_or_not_at_all<S: Settled>(store: &S) {
    register(store, organ("city")).await;
    let create = |organ: &str| Write::CreateReport(head(key(organ, 2024)), revision(1, titled("")));
    let writes =
        vec![Write::CreateOrganization(organ("office")), create("office"), create("nobody")];
    let refused = store.commit(changes(writes)).await;
    assert!(
        matches!(refused, Err(CommitError::ReferenceMissing(it)) if it == Resource::Organization(id("nobody")))
    );
    assert_eq!(store.organization(&Scope::All, &id("office")).await.unwrap(), None);
    assert_eq!(store.organization_named(&Scope::All, "office").await.unwrap(), None);
    assert_eq!(store.head(&Scope::All, &key("office", 2024)).await.unwrap(), None);
    store.settle().await;
    assert_eq!(store.events(0, 10).await.unwrap().len(), 1);
    assert_eq!(store.audit_entries(0, 10).await.unwrap().len(), 1);
}

/// A later write may rest on an earlier one.
pub async fn writes_take_effect_in_their_order<S: Store>(store: &S) {
    let first = head(key("city", 2024));
    let again = head(key("city", 2024));
    let writes = vec![
        Write::CreateOrganization(organ("city")),
        Write::CreateReport(first.clone(), revision(1, titled("first"))),
        Write::DeleteReport(first),
        Write::CreateReport(again.clone(), revision(1, titled("again"))),
    ];
    store.commit(changes(writes)).await.unwrap();
    assert_eq!(store.head(&Scope::All, &again.key).await.unwrap().as_ref(), Some(&again));
    assert_eq!(store.revision(&again, 1).await.unwrap().unwrap().content.title, "again");
}

/// A commit whose answer was lost comes again with the same internal id.
pub async fn a_commit_that_comes_again_is_written_once<S: Settled>(store: &S) {
    register(store, organ("city")).await;
    let create = Write::CreateReport(head(key("city", 2024)), revision(1, titled("")));
    let changes = changes(vec![create]);
    store.commit(changes.clone()).await.unwrap();
    store.commit(changes.clone()).await.unwrap();
    let at_once = join_all((0..8).map(|_| store.commit(changes.clone()))).await;
    assert!(at_once.iter().all(Result::is_ok));
    store.settle().await;
    assert_eq!(store.events(0, 10).await.unwrap().len(), 2);
    assert_eq!(store.audit_entries(0, 10).await.unwrap().len(), 2);
}

/// The same, where none of them was first.
pub async fn one_commit_many_times_at_once_is_written_once<S: Settled>(store: &S) {
    let changes = changes(vec![Write::CreateOrganization(organ("city"))]);
    let answers = join_all((0..16).map(|_| store.commit(changes.clone()))).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    store.settle().await;
    assert_eq!(store.events(0, 10).await.unwrap().len(), 1);
}

/// Whatever is written in one transaction with it.
pub async fn a_refused_commit_fails_nobody_else<S: Settled>(store: &S) {
    register(store, organ("city")).await;
    let taken = report(store, key("city", 2010)).await;
    let write = |at: i64| match at {
        // A stale version, a taken name and a missing organ among many that are right.
        7 => Write::UpdateReport(taken.clone(), None),
        21 => Write::CreateReport(head(taken.key.clone()), revision(1, titled(""))),
        33 => Write::CreateReport(head(key("nobody", 2024)), revision(1, titled(""))),
        at => {
            Write::CreateReport(head(key("city", 2030 + at)), revision(1, titled(&at.to_string())))
        }
    };
    let answers = join_all((0..50).map(|at| commit(store, write(at)))).await;
    for (at, answer) in answers.iter().enumerate() {
        let as_expected = match at {
            7 => matches!(answer, Err(CommitError::VersionConflict(_))),
            21 => matches!(answer, Err(CommitError::Exists(_))),
            33 => matches!(answer, Err(CommitError::ReferenceMissing(_))),
            _ => answer.is_ok(),
        };
        assert!(as_expected, "{at}: {answer:?}");
    }
    let all = ReportQuery::parse(None, "", "", "", 100).unwrap();
    assert_eq!(store.reports(&Scope::All, &all).await.unwrap().len(), 1 + 47);
    store.settle().await;
    assert_eq!(store.events(0, 100).await.unwrap().len(), 2 + 47);
}

/// Who stops waiting gets the whole commit or nothing of it, and stands in nobody's way.
pub async fn a_commit_that_nobody_waits_for_is_written_whole_or_not_at_all<S: Settled>(store: &S) {
    register(store, organ("city")).await;
    for year in 2010..2030 {
        let mut abandoned: Vec<_> =
            (0..4).map(|n| Box::pin(create(store, year + 20 * n))).collect();
        poll_fn(|context| {
            for commit in &mut abandoned {
                let _ = commit.poll_unpin(context);
            }
            Poll::Ready(())
        })
        .await;
        drop(abandoned);
    }
    create(store, 2009).await.unwrap();

    // Some may still be under way: whatever is seen is seen whole.
    let all = ReportQuery::parse(None, "", "", "", 1000).unwrap();
    let reports = async || {
        let reports = store.reports(&Scope::All, &all).await.unwrap();
        reports.into_iter().map(|it| (it.head.key.to_string(), it.head)).collect::<BTreeMap<_, _>>()
    };
    let before = reports().await;
    store.settle().await;
    let events = store.events(0, 1000).await.unwrap();
    let told: BTreeSet<_> = events.into_iter().map(|event| event.entry.resource).collect();
    let after = reports().await;
    assert!(before.keys().all(|name| told.contains(name)));
    assert!(
        told.iter().filter(|name| name.contains("/reports/")).all(|name| after.contains_key(name))
    );
    for head in after.values() {
        assert!(store.revision(head, 1).await.unwrap().is_some());
    }
}

async fn create<S: Store>(store: &S, year: i64) -> Result<(), CommitError> {
    let head = head(key("city", year));
    commit(store, Write::CreateReport(head, revision(1, titled("")))).await
}
