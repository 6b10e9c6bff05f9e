//! What the tests begin with.

use chrono::{DateTime, TimeDelta, Utc};
use nianbao_application::access::Scope;
use nianbao_application::store::{
    AuditEntry, ChangeSet, CommitError, Event, EventKind, Store, Write,
};
use nianbao_domain::form::Edition;
use nianbao_domain::organization::{Organization, OrganizationId, Particulars};
use nianbao_domain::report::{
    Content, Head, ReportKey, ReportKind, ReportState, Revision, RevisionKind, ValidationSummary,
};
use nianbao_domain::sheet::Sheet;
use uuid::Uuid;

/// The time of the tests: nothing reads a clock.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_micros(1_735_689_600_123_456).unwrap()
}

/// Some seconds after [`now`].
pub fn seconds(seconds: i64) -> DateTime<Utc> {
    now() + TimeDelta::seconds(seconds)
}

/// The id of an organ.
pub fn id(words: &str) -> OrganizationId {
    words.parse().unwrap()
}

/// The scope of one organ and what is below it.
pub fn below(root: &str) -> Scope {
    Scope::Subtrees(vec![id(root)])
}

/// An organ of which only the name is known: its id.
pub fn organ(name: &str) -> Organization {
    let particulars = Particulars { display_name: name.to_owned(), ..Particulars::default() };
    Organization::register(id(name), Uuid::new_v4(), particulars, now())
}

/// An organ below another.
pub fn organ_below(parent: &str, name: &str) -> Organization {
    Organization { parent: Some(id(parent)), ..organ(name) }
}

/// The own report of an organ of a year.
pub fn key(organ: &str, year: i64) -> ReportKey {
    ReportKey { organization: id(organ), year: year.try_into().unwrap(), kind: ReportKind::Own }
}

/// The first head of a report.
pub fn head(key: ReportKey) -> Head {
    Head {
        uid: Uuid::new_v4(),
        key,
        source_key: String::new(),
        state: ReportState::Draft,
        version: 1,
        working_revision: 1,
        published_revision: None,
        create_time: now(),
        update_time: now(),
        validation: ValidationSummary::default(),
        validate_time: now(),
        recheck: 0,
        decisions: 0,
    }
}

/// The head after one more commit, without a new revision.
pub fn next(head: &Head) -> Head {
    Head {
        version: head.version + 1,
        update_time: head.update_time + TimeDelta::seconds(1),
        ..head.clone()
    }
}

/// A content with this title and nothing else.
pub fn titled(title: &str) -> Content {
    Content { title: title.to_owned(), ..Content::blank(Sheet::blank(Edition::E2021)) }
}

/// A revision with this content.
pub fn revision(number: u32, content: Content) -> Revision {
    let author = "alice".to_owned();
    Revision { number, kind: RevisionKind::Draft, content, create_time: now(), author }
}

/// A change set with these writes, an event for each, and an audit entry.
pub fn changes(writes: Vec<Write>) -> ChangeSet {
    let id = Uuid::now_v7();
    let events = writes.iter().map(event).collect();
    let audit = AuditEntry {
        id,
        caller: "alice".to_owned(),
        method: "Test".to_owned(),
        resource: writes.first().map(|write| resource(write).0).unwrap_or_default(),
        request_id: None,
        time: now(),
    };
    ChangeSet { id, writes, events, audit, request: None }
}

fn event(write: &Write) -> Event {
    let (resource, version) = resource(write);
    let kind = match write {
        Write::CreateOrganization(_) => EventKind::OrganizationCreated,
        Write::UpdateOrganization(_) => EventKind::OrganizationUpdated,
        Write::CreateReport(..) => EventKind::ReportCreated,
        Write::UpdateReport(..) | Write::Recheck(_) => EventKind::ReportUpdated,
        Write::Decide(_) => EventKind::DecisionMade,
        Write::Attach(_) => EventKind::ReportUpdated,
        Write::DeleteReport(_) => EventKind::ReportDeleted,
        Write::CreateRule(_) => EventKind::RuleCreated,
        Write::UpdateRule(..) => EventKind::RuleUpdated,
    };
    Event { id: Uuid::now_v7(), kind, resource, version, time: now() }
}

fn resource(write: &Write) -> (String, u64) {
    match write {
        Write::CreateOrganization(organ) | Write::UpdateOrganization(organ) => {
            (organ.id.resource_name(), organ.version)
        }
        Write::CreateReport(head, _)
        | Write::UpdateReport(head, _)
        | Write::Recheck(head)
        | Write::DeleteReport(head) => (head.key.to_string(), head.version),
        Write::Attach(attached) => (attached.head.key.to_string(), attached.head.version),
        Write::Decide(change) => (change.head.key.to_string(), change.head.version),
        Write::CreateRule(rule) | Write::UpdateRule(rule, _) => {
            (rule.code.resource_name(), rule.version)
        }
    }
}

/// Commits one write.
pub async fn commit<S: Store>(store: &S, write: Write) -> Result<(), CommitError> {
    store.commit(changes(vec![write])).await
}

/// Registers an organ.
pub async fn register<S: Store>(store: &S, organ: Organization) -> Organization {
    commit(store, Write::CreateOrganization(organ.clone())).await.unwrap();
    organ
}

/// Creates a report with a first revision of this title; its organ is registered.
pub async fn report<S: Store>(store: &S, key: ReportKey) -> Head {
    let head = head(key);
    let first = revision(1, titled(&head.key.to_string()));
    commit(store, Write::CreateReport(head.clone(), first)).await.unwrap();
    head
}
