//! The store itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use nianbao_application::access::Scope;
use nianbao_application::query::{AttachmentQuery, OrganizationQuery, ReportQuery, RevisionQuery};
use nianbao_application::store::{
    AuditEntry, ChangeSet, CommitError, CommitObserver, ComparedQuery, ComparedReport, Event,
    ListedAttachment, ListedReport, Positioned, RequestRecord, RuleSetVersion, Store, StoreError,
    Version,
};
use nianbao_application::{Clock, RequestKey};
use nianbao_domain::decision::Decision;
use nianbao_domain::organization::{Organization, OrganizationId};
use nianbao_domain::report::{
    Attachment, AttachmentNumber, Digest, Head, ReportKey, Revision, RevisionNumber,
};
use nianbao_domain::user_rule::{RuleHit, UserRule, UserRuleCode};
use sea_orm::{DatabaseConnection, DbBackend};
use tokio::sync::{Mutex, Notify};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::address::Address;
use crate::commit::{Lane, Queue};
use crate::connection::Connections;
use crate::listener::Listener;
use crate::migration::{pending_on, steps};
use crate::read::Prepared;
use crate::shared::Shared;
use crate::{OpenError, Settings};

/// Everything stored, on SQLite or PostgreSQL. Clones are the same store.
#[derive(Clone)]
pub struct SqlStore {
    open: Arc<Open>,
}

struct Open {
    shared: Arc<Shared>,
    queue: Queue,
    /// Lanes, the clock of reads, and on PostgreSQL the listener; a store that is dropped without being closed ends them.
    tasks: Mutex<JoinSet<()>>,
    closing: CancellationToken,
}

impl SqlStore {
    /// Opens a database whose schema is that of this program; on SQLite for this process alone.
    ///
    /// `clock` tells which requests are too old to be kept; `observer` hears of every commit before
    /// it is acknowledged.
    pub async fn open(
        settings: impl Into<Settings>,
        clock: Arc<dyn Clock>,
        observer: Arc<dyn CommitObserver>,
    ) -> Result<Self, OpenError> {
        let settings = settings.into();
        let address = Address::parse(&settings.url)?;
        if address.is_to_be_made() {
            return Err(OpenError::Unmigrated(steps().collect()));
        }
        let connections = Connections::open(&address, &settings).await?;
        require_schema(&connections.reader).await?;
        let shared = Arc::new(Shared {
            process: Uuid::new_v4(),
            prepared: Prepared::new(connections.backend()),
            connections,
            clock,
            observer,
            tick: Notify::new(),
            committed: Notify::new(),
        });
        Self::start(shared, &address, &settings).await
    }

    async fn start(
        shared: Arc<Shared>,
        address: &Address,
        settings: &Settings,
    ) -> Result<Self, OpenError> {
        let closing = CancellationToken::new();
        let mut tasks = JoinSet::new();
        tasks.spawn(Arc::clone(&shared).keep_ticking(closing.clone()));
        let lanes = match address {
            Address::Sqlite(_) => 1,
            Address::Postgres(url) => {
                let listener = Listener::open(Arc::clone(&shared), url).await?;
                tasks.spawn(listener.run(closing.clone()));
                settings.lanes.get()
            }
        };
        let (queue, waits) = Queue::new();
        let waits = Arc::new(Mutex::new(waits));
        for _ in 0..lanes {
            let (shared, waits) = (Arc::clone(&shared), Arc::clone(&waits));
            tasks.spawn(Lane { shared, waits, closing: closing.clone() }.run());
        }
        let tasks = Mutex::new(tasks);
        Ok(Self { open: Arc::new(Open { shared, queue, tasks, closing }) })
    }

    /// Takes no more commits, writes those that wait, and closes the connections.
    pub async fn close(&self) {
        self.open.closing.cancel();
        let mut tasks = self.open.tasks.lock().await;
        while let Some(ended) = tasks.join_next().await {
            if let Err(error) = ended {
                tracing::error!(%error, "a task of the store did not end well");
            }
        }
        self.open.shared.stop_sequencing().await;
        self.open.shared.connections.close().await;
    }

    /// Positions up to `limit` waiting events and as many audit entries, all or none, and returns how
    /// many it were; none where another process is the sequencer.
    pub async fn sequence(&self, limit: usize) -> Result<usize, StoreError> {
        self.open.shared.sequence(limit).await
    }

    /// Deletes up to `limit` requests that are not kept any longer, and returns how many it were.
    pub async fn forget_requests(&self, limit: u64) -> Result<u64, StoreError> {
        self.open.shared.forget_requests(limit).await
    }

    /// Returns when something was committed since the last time, here or by another process.
    pub(crate) async fn committed(&self) {
        self.open.shared.committed.notified().await;
    }
}

async fn require_schema(reader: &DatabaseConnection) -> Result<(), OpenError> {
    let pending = pending_on(reader).await.map_err(|error| OpenError::database(&error))?;
    if pending.is_empty() { Ok(()) } else { Err(OpenError::Unmigrated(pending)) }
}

impl Store for SqlStore {
    async fn commit(&self, changes: ChangeSet) -> Result<(), CommitError> {
        self.open.queue.commit(changes).await
    }

    async fn request(&self, key: &RequestKey) -> Result<Option<RequestRecord>, StoreError> {
        self.open.shared.request(key).await
    }

    async fn organization(
        &self,
        scope: &Scope,
        id: &OrganizationId,
    ) -> Result<Option<Organization>, StoreError> {
        self.open.shared.organization(scope, id).await
    }

    async fn organization_named(
        &self,
        scope: &Scope,
        folded: &str,
    ) -> Result<Option<Organization>, StoreError> {
        self.open.shared.organization_named(scope, folded).await
    }

    async fn organizations(
        &self,
        scope: &Scope,
        query: &OrganizationQuery,
    ) -> Result<Vec<Organization>, StoreError> {
        self.open.shared.organizations(scope, query).await
    }

    async fn superiors(&self, id: &OrganizationId) -> Result<Vec<OrganizationId>, StoreError> {
        self.open.shared.superiors(id).await
    }

    async fn head(&self, scope: &Scope, key: &ReportKey) -> Result<Option<Head>, StoreError> {
        self.open.shared.head(scope, key).await
    }

    async fn version(&self, scope: &Scope, key: &ReportKey) -> Result<Option<Version>, StoreError> {
        self.open.shared.version(scope, key).await
    }

    async fn revision(
        &self,
        head: &Head,
        number: RevisionNumber,
    ) -> Result<Option<Revision>, StoreError> {
        self.open.shared.revision(head, number).await
    }

    async fn decisions(&self, head: &Head) -> Result<Vec<Decision>, StoreError> {
        self.open.shared.decisions(head).await
    }

    async fn reports(
        &self,
        scope: &Scope,
        query: &ReportQuery,
    ) -> Result<Vec<ListedReport>, StoreError> {
        self.open.shared.reports(scope, query).await
    }

    async fn compared(
        &self,
        scope: &Scope,
        query: &ComparedQuery,
    ) -> Result<Vec<ComparedReport>, StoreError> {
        self.open.shared.compared(scope, query).await
    }

    async fn revisions(
        &self,
        head: &Head,
        query: &RevisionQuery,
    ) -> Result<Vec<Revision>, StoreError> {
        self.open.shared.revisions(head, query).await
    }

    async fn attachment(
        &self,
        head: &Head,
        number: AttachmentNumber,
    ) -> Result<Option<Attachment>, StoreError> {
        self.open.shared.attachment(head, number).await
    }

    async fn attachments(
        &self,
        scope: &Scope,
        query: &AttachmentQuery,
    ) -> Result<Vec<ListedAttachment>, StoreError> {
        self.open.shared.attachments(scope, query).await
    }

    async fn chunk(&self, sha256: &Digest, number: u32) -> Result<Option<Bytes>, StoreError> {
        self.open.shared.chunk(sha256, number).await
    }

    async fn rule_set(&self) -> Result<RuleSetVersion, StoreError> {
        self.open.shared.rule_set().await
    }

    async fn user_rule(&self, code: &UserRuleCode) -> Result<Option<UserRule>, StoreError> {
        self.open.shared.user_rule(code).await
    }

    async fn user_rules(&self) -> Result<Vec<UserRule>, StoreError> {
        self.open.shared.user_rules().await
    }

    async fn rule_hits(&self) -> Result<BTreeMap<RuleHit, u64>, StoreError> {
        self.open.shared.rule_hits().await
    }

    async fn events(&self, after: u64, limit: usize) -> Result<Vec<Positioned<Event>>, StoreError> {
        self.open.shared.events(after, limit).await
    }

    async fn audit_entries(
        &self,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Positioned<AuditEntry>>, StoreError> {
        self.open.shared.audit_entries(after, limit).await
    }

    fn is_sole_writer(&self) -> bool {
        self.open.shared.connections.backend() == DbBackend::Sqlite
    }

    async fn ping(&self) -> Result<(), StoreError> {
        let reader = &self.open.shared.connections.reader;
        self.open.shared.read("database", "ping", || reader.ping()).await
    }
}
