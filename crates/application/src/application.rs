//! The use cases over the ports.

use std::future::Future;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::idempotency::Call;
use crate::rules::CurrentRules;
use crate::store::{
    AuditEntry, ChangeSet, CommitError, Event, EventKind, Recorded, RequestRecord, Store, Write,
};
use crate::{Clock, Error, IdSource, Limits, Resource};

/// The use cases: every call of the public contract ends here.
pub struct Application<S> {
    pub(crate) store: S,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Arc<dyn IdSource>,
    pub(crate) limits: Limits,
    pub(crate) rules: CurrentRules,
}

/// What one call writes, before it becomes a change set.
pub(crate) struct Change {
    pub(crate) writes: Vec<Write>,
    pub(crate) events: Vec<(EventKind, Resource, u64)>,
    pub(crate) outcome: Recorded,
}

/// What a change came to: an answer of now, or that of an earlier call with the same request id.
#[expect(clippy::large_enum_variant, reason = "one at a time, and only for the length of a call")]
pub(crate) enum Committed<T> {
    Now(T),
    Before(Recorded),
}

impl<S: Store> Application<S> {
    /// The use cases over a store.
    pub fn new(store: S, clock: Arc<dyn Clock>, ids: Arc<dyn IdSource>, limits: Limits) -> Self {
        Self { store, clock, ids, limits, rules: CurrentRules::default() }
    }

    /// What is too much for one call.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The store, for health checks and the change feed.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// What an earlier call with the same request id was answered, if there was one.
    pub(crate) async fn replay(&self, call: &Call<'_>) -> Result<Option<Recorded>, Error> {
        let (Some(key), Some((_, fingerprint))) = (call.key(), call.request) else {
            return Ok(None);
        };
        match self.store.request(&key).await? {
            Some(record) if record.fingerprint == fingerprint => Ok(Some(record.outcome)),
            Some(_) => Err(call.reused()),
            None => Ok(None),
        }
    }

    /// Makes a change that was not made before. What stands in the way of a call may be the work of
    /// its own twin, committed since the first look: then the twin's answer is given.
    pub(crate) async fn once<T>(
        &self,
        call: &Call<'_>,
        change: impl Future<Output = Result<Committed<T>, Error>> + Send,
    ) -> Result<Committed<T>, Error> {
        if let Some(recorded) = self.replay(call).await? {
            return Ok(Committed::Before(recorded));
        }
        match change.await {
            Err(error) if !matches!(error, Error::Store(_)) => {
                let recorded = self.replay(call).await?;
                recorded.map(Committed::Before).ok_or(error)
            }
            changed => changed,
        }
    }

    /// Commits a change with its events, its audit entry about the first of them and its request record.
    pub(crate) async fn commit<T>(
        &self,
        call: &Call<'_>,
        change: Change,
        now: DateTime<Utc>,
        answer: T,
    ) -> Result<Committed<T>, Error> {
        let first = change.events.first();
        let about = first.map(|(_, resource, _)| resource.to_string()).unwrap_or_default();
        self.commit_about(call, change, about, now, answer).await
    }

    /// The same about a resource that no event names.
    pub(crate) async fn commit_about<T>(
        &self,
        call: &Call<'_>,
        change: Change,
        about: String,
        now: DateTime<Utc>,
        answer: T,
    ) -> Result<Committed<T>, Error> {
        let changes = self.change_set(call, change, about, now);
        match self.store.commit(changes).await {
            Ok(()) => Ok(Committed::Now(answer)),
            Err(CommitError::RequestRecorded) => {
                let recorded = self.replay(call).await?;
                recorded.map(Committed::Before).ok_or_else(|| call.reused())
            }
            Err(error) => Err(self.explain(call, error).await),
        }
    }

    fn change_set(
        &self,
        call: &Call<'_>,
        change: Change,
        about: String,
        now: DateTime<Utc>,
    ) -> ChangeSet {
        let id = self.ids.next();
        let event = |(kind, resource, version): (EventKind, Resource, u64)| Event {
            id: self.ids.next(),
            kind,
            resource: resource.to_string(),
            version,
            time: now,
        };
        ChangeSet {
            id,
            writes: change.writes,
            events: change.events.into_iter().map(event).collect(),
            audit: audit_entry(id, call, about, now),
            request: request_record(call, change.outcome, now),
        }
    }

    /// What a failed commit means to the caller; a conflict names the present etag.
    async fn explain(&self, call: &Call<'_>, error: CommitError) -> Error {
        match error {
            CommitError::VersionConflict(resource) => {
                match self.current_etag(call, &resource).await {
                    Ok(Some(current)) => Error::EtagMismatch { resource, current },
                    Ok(None) => Error::NotFound(resource),
                    Err(error) => error,
                }
            }
            CommitError::Exists(resource) => Error::AlreadyExists(resource),
            CommitError::ReferenceMissing(resource) => Error::NotFound(resource),
            CommitError::Cycle(resource) => crate::organizations::own_superior(&resource),
            CommitError::RequestRecorded => call.reused(),
            CommitError::Store(error) => Error::Store(error),
        }
    }

    async fn current_etag(
        &self,
        call: &Call<'_>,
        resource: &Resource,
    ) -> Result<Option<String>, Error> {
        let scope = call.caller.authorize(call.method)?;
        Ok(match resource {
            Resource::Organization(id) => {
                self.store.organization(scope, id).await?.map(|organ| organ.etag())
            }
            Resource::Rule(code) => self.store.user_rule(code).await?.map(|rule| rule.etag()),
            Resource::Report(key) | Resource::Revision(key, _) | Resource::Attachment(key, _) => {
                self.store.head(scope, key).await?.map(|head| head.etag())
            }
        })
    }
}

fn audit_entry(id: Uuid, call: &Call<'_>, resource: String, time: DateTime<Utc>) -> AuditEntry {
    AuditEntry {
        id,
        caller: call.caller.id().to_owned(),
        method: call.method.name().to_owned(),
        resource,
        request_id: call.request.map(|(id, _)| id),
        time,
    }
}

fn request_record(
    call: &Call<'_>,
    outcome: Recorded,
    time: DateTime<Utc>,
) -> Option<RequestRecord> {
    let (key, (_, fingerprint)) = (call.key()?, call.request?);
    Some(RequestRecord { key, fingerprint, outcome, time })
}
