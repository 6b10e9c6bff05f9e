//! Decisions about findings, and re-runs of the rules.

use nianbao_application::Resource;
use nianbao_application::access::Scope;
use nianbao_application::store::{CommitError, DecisionChange, Store, Version, Write};
use nianbao_domain::decision::{Decision, DecisionKind, Import};
use nianbao_domain::report::{Head, ValidationSummary};
use nianbao_domain::user_rule::RuleHit;

use super::given::{changes, commit, head, key, next, organ, register, report, revision, seconds};
use super::given::{now, titled};

/// A waiver of the finding with a number, that came with a report.
pub fn waiver(number: u32) -> Decision {
    Decision {
        kind: DecisionKind::Waiver { expire_date: "2026-03-31".parse().unwrap() },
        code: "T3-001".to_owned(),
        identity: format!("{number:032x}"),
        evidence: format!("{:032x}", 7),
        reason: "原件如此；\n“甲”\u{1F4C4}".to_owned(),
        author: "王芳".to_owned(),
        time: seconds(-9),
        import: Some(Import { by: "bob".to_owned(), time: seconds(1) }),
    }
}

fn acknowledgement(number: u32) -> Decision {
    Decision { kind: DecisionKind::Acknowledgement, import: None, ..waiver(number) }
}

/// The next version of a report, in which some decisions begin and some end.
pub async fn decided<S: Store>(
    store: &S,
    present: &Head,
    made: Vec<Decision>,
    ended: Vec<Decision>,
) -> Result<Head, CommitError> {
    let head = Head { decisions: made.len().try_into().unwrap(), ..next(present) };
    let (by, reason) = ("alice".to_owned(), "误判".to_owned());
    let decide = DecisionChange { head: head.clone(), made, ended, by, reason, time: now() };
    let writes = vec![Write::UpdateReport(head.clone(), None), Write::Decide(decide)];
    store.commit(changes(writes)).await.map(|()| head)
}

/// What was there at every version can be told later.
pub async fn decisions_are_told_as_of_every_version<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let both = vec![waiver(1), acknowledgement(2)];
    let second = decided(store, &first, both.clone(), vec![]).await.unwrap();
    let replaced = Decision { reason: "改".to_owned(), ..waiver(1) };
    let third = decided(store, &second, vec![replaced.clone()], vec![waiver(1)]).await.unwrap();
    let fourth = decided(store, &third, vec![], vec![acknowledgement(2)]).await.unwrap();
    assert_eq!(store.decisions(&first).await.unwrap(), []);
    assert_eq!(store.decisions(&second).await.unwrap(), both);
    assert_eq!(store.decisions(&third).await.unwrap(), [acknowledgement(2), replaced.clone()]);
    assert_eq!(store.decisions(&fourth).await.unwrap(), [replaced]);
}

/// A report may come with decisions.
pub async fn a_report_is_created_with_its_decisions<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let head = Head { decisions: 1, ..head(key("siqian", 2024)) };
    let (by, reason) = ("alice".to_owned(), String::new());
    let made = vec![waiver(1)];
    let decide =
        DecisionChange { head: head.clone(), made, ended: vec![], by, reason, time: now() };
    let create = Write::CreateReport(head.clone(), revision(1, titled("")));
    store.commit(changes(vec![create, Write::Decide(decide)])).await.unwrap();
    assert_eq!(store.head(&Scope::All, &head.key).await.unwrap().as_ref(), Some(&head));
    assert_eq!(store.decisions(&head).await.unwrap(), [waiver(1)]);
}

/// What is not there, or has ended already, cannot end; nothing else of the commit is written.
pub async fn only_a_present_decision_ends<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let second = decided(store, &first, vec![waiver(1)], vec![]).await.unwrap();
    let third = decided(store, &second, vec![], vec![waiver(1)]).await.unwrap();
    for gone in [waiver(1), waiver(2)] {
        let refused = decided(store, &third, vec![waiver(3)], vec![gone]).await;
        let resource = Resource::Report(first.key.clone());
        assert!(matches!(refused, Err(CommitError::VersionConflict(it)) if it == resource));
    }
    assert_eq!(store.head(&Scope::All, &first.key).await.unwrap().as_ref(), Some(&third));
    assert_eq!(store.decisions(&next(&third)).await.unwrap(), []);
}

/// Of the same name made again, too.
pub async fn decisions_go_with_their_report<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let second = decided(store, &first, vec![waiver(1)], vec![]).await.unwrap();
    commit(store, Write::DeleteReport(second.clone())).await.unwrap();
    assert_eq!(store.decisions(&second).await.unwrap(), []);
    let again = report(store, key("siqian", 2024)).await;
    assert_eq!(store.decisions(&next(&again)).await.unwrap(), []);
}

fn rechecked(head: &Head) -> Head {
    let validation = ValidationSummary {
        blocking: 9,
        warnings: 8,
        infos: 7,
        waived: 6,
        acknowledged: 5,
        answered_until: "2026-03-31".parse().ok(),
        not_assessed: 4,
        rule_set: "2026.2+1".to_owned(),
        hits: vec![RuleHit { code: "USR-A".parse().unwrap(), wording: 2 }],
    };
    Head { validation, validate_time: seconds(60), ..head.clone() }
}

async fn version<S: Store>(store: &S, head: &Head) -> Version {
    store.version(&Scope::All, &head.key).await.unwrap().unwrap()
}

/// Result and time change, version and time of the last change do not; copies are no longer good.
pub async fn a_re_run_changes_the_result_and_nothing_else<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let present = report(store, key("siqian", 2024)).await;
    let before = version(store, &present).await;
    commit(store, Write::Recheck(rechecked(&present))).await.unwrap();
    let after = store.head(&Scope::All, &present.key).await.unwrap().unwrap();
    assert_eq!(after, Head { recheck: 1, ..rechecked(&present) });
    assert_eq!(after.etag(), present.etag());
    assert_ne!(version(store, &present).await, before);
    assert_eq!(version(store, &present).await, Version::of(&after));
}

/// Whoever changed the report meanwhile has checked it, too.
pub async fn a_re_run_of_an_older_version_is_left_alone<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let second = next(&first);
    commit(store, Write::UpdateReport(second.clone(), None)).await.unwrap();
    commit(store, Write::Recheck(rechecked(&first))).await.unwrap();
    assert_eq!(store.head(&Scope::All, &first.key).await.unwrap(), Some(second));
}

/// A change that was made before a re-run and written after it does not take its count back: then a
/// copy of the re-run would pass for the change.
pub async fn no_two_states_of_a_report_have_the_same_version<S: Store>(store: &S) {
    register(store, organ("siqian")).await;
    let first = report(store, key("siqian", 2024)).await;
    let mut seen = vec![version(store, &first).await];
    commit(store, Write::Recheck(rechecked(&first))).await.unwrap();
    seen.push(version(store, &first).await);
    commit(store, Write::UpdateReport(next(&first), None)).await.unwrap();
    seen.push(version(store, &first).await);
    assert!(seen[0] != seen[1] && seen[1] != seen[2] && seen[0] != seen[2], "{seen:?}");
}
