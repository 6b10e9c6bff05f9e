//! The change feed and the audit trail.

use futures_util::future::join_all;
use nianbao_application::store::{Chained, ChangeSet, Event, Positioned, Write, chained};

use super::Settled;
use super::given::{changes, commit, organ, register, seconds};

/// Every entry follows the one before: no gap, and a hash over all of it.
fn assert_chained<T: Chained + Clone + PartialEq + std::fmt::Debug>(entries: &[Positioned<T>]) {
    let mut last = (0, [0; 32]);
    for entry in entries {
        let expected = chained(last, entry.entry.clone());
        assert_eq!(*entry, expected);
        last = (entry.position, entry.hash);
    }
}

/// As it was committed, with its position.
pub async fn what_happened_is_told_in_full<S: Settled>(store: &S) {
    let created = changes(vec![Write::CreateOrganization(organ("city"))]);
    let ChangeSet { events, mut audit, .. } = created.clone();
    audit.request_id = Some(created.id);
    store.commit(ChangeSet { audit: audit.clone(), ..created }).await.unwrap();
    store.settle().await;
    let told = store.events(0, 10).await.unwrap();
    assert_eq!(told.iter().map(|it| it.entry.clone()).collect::<Vec<_>>(), events);
    let audited = store.audit_entries(0, 10).await.unwrap();
    assert_eq!(audited.iter().map(|it| it.entry.clone()).collect::<Vec<_>>(), [audit]);
}

/// However many commit at once.
pub async fn positions_have_no_gaps_and_hashes_make_a_chain<S: Settled>(store: &S) {
    for round in 0..3 {
        let register =
            |at| commit(store, Write::CreateOrganization(organ(&format!("organ-{round}-{at}"))));
        assert!(join_all((0..20).map(register)).await.iter().all(Result::is_ok));
        store.settle().await;
    }
    let (events, audit) =
        (store.events(0, 100).await.unwrap(), store.audit_entries(0, 100).await.unwrap());
    assert_eq!((events.len(), audit.len()), (60, 60));
    assert_chained(&events);
    assert_chained(&audit);
}

/// From anywhere, so much at a time.
pub async fn the_feed_goes_on_behind_a_position<S: Settled>(store: &S) {
    for name in ["a", "b", "c", "d"] {
        register(store, organ(name)).await;
        store.settle().await;
    }
    let positions = async |after, limit| {
        let events: Vec<Positioned<Event>> = store.events(after, limit).await.unwrap();
        events
            .iter()
            .map(|event| (event.position, event.entry.resource.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(positions(0, 1).await, [(1, "organizations/a".to_owned())]);
    assert_eq!(
        positions(1, 2).await,
        [(2, "organizations/b".to_owned()), (3, "organizations/c".to_owned())]
    );
    assert_eq!(positions(4, 2).await, []);
    assert_eq!(positions(u64::MAX, 2).await, []);
}

/// In the order of their times, as far as it is known when positions are given.
pub async fn earlier_events_come_first<S: Settled>(store: &S) {
    for (name, time) in [("a", seconds(1)), ("b", seconds(2)), ("c", seconds(3))] {
        let mut changes = changes(vec![Write::CreateOrganization(organ(name))]);
        changes.events[0].time = time;
        store.commit(changes).await.unwrap();
    }
    store.settle().await;
    let told = store.events(0, 10).await.unwrap();
    let names: Vec<_> = told.iter().map(|event| event.entry.resource.as_str()).collect();
    assert_eq!(names, ["organizations/a", "organizations/b", "organizations/c"]);
}
