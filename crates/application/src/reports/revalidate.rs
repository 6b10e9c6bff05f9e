//! Running the rules again over stored reports.

use nianbao_domain::finding::Stage;
use nianbao_domain::report::{Head, ReportKey, ValidationSummary};

use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::query::ReportQuery;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

/// Reports that one page looks at, at most: each may be checked with all its evidence.
pub const MAX_REVALIDATED: usize = 200;

/// What a page of re-runs came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revalidated {
    /// How many reports were checked.
    pub checked: u32,
    /// Those whose counts changed, in the order of the list; a new rule set alone is no change.
    pub changed: Vec<ReportKey>,
    /// For the next page; empty on the last.
    pub next_page_token: String,
}

/// A page while it is made.
#[derive(Default)]
struct Page {
    told: Revalidated,
    rechecked: Vec<(Head, bool)>,
}

impl<S: Store> Application<S> {
    /// Runs the rules again over the reports of a page of a list: over those whose result is stale,
    /// or over all. What the reports say, their versions and what is published stay as they are.
    pub async fn revalidate_reports(
        &self,
        call: &Call<'_>,
        query: &ReportQuery,
        all: bool,
    ) -> Result<Revalidated, Error> {
        let scope = call.caller.authorize(call.method)?;
        match self.once(call, self.revalidate_page(call, scope, query, all)).await? {
            Committed::Now(told) | Committed::Before(Recorded::Revalidated(told)) => Ok(told),
            Committed::Before(
                Recorded::Report(_)
                | Recorded::Organizations(_)
                | Recorded::Deleted
                | Recorded::Rule(_),
            ) => Err(call.reused()),
        }
    }

    async fn revalidate_page(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        query: &ReportQuery,
        all: bool,
    ) -> Result<Committed<Revalidated>, Error> {
        let (heads, next_page_token) = self.heads_of_page(scope, query).await?;
        let rule_set = self.rule_set().await?;
        let mut page = Page::default();
        page.told.next_page_token = next_page_token;
        for head in heads {
            if (all || self.is_stale(&head, &rule_set))
                && let Some(validation) = self.recheck(scope, &head).await?
            {
                page.add(head, validation);
            }
        }
        if call.validate_only || page.rechecked.is_empty() {
            return Ok(Committed::Now(page.told));
        }
        let about = match &query.parent {
            Some(organ) => organ.resource_name(),
            None => "organizations/-".to_owned(),
        };
        self.commit_page(call, page, about).await
    }

    async fn heads_of_page(
        &self,
        scope: &Scope,
        query: &ReportQuery,
    ) -> Result<(Vec<Head>, String), Error> {
        let limit = query.limit.min(MAX_REVALIDATED);
        let query = ReportQuery { limit, ..query.clone() };
        let page = self.listed(scope, &query).await?;
        Ok((page.reports.into_iter().map(|it| it.head).collect(), page.next_page_token))
    }

    /// Whether the result is of another rule set, or counts on a waiver whose last day is over.
    fn is_stale(&self, head: &Head, rule_set: &str) -> bool {
        let checked = &head.validation;
        checked.rule_set != rule_set || checked.answered_until.is_some_and(|day| day < self.today())
    }

    /// What the rules say now; none where the report was deleted meanwhile.
    async fn recheck(
        &self,
        scope: &Scope,
        head: &Head,
    ) -> Result<Option<ValidationSummary>, Error> {
        let organ = self.store.organization(scope, &head.key.organization).await?;
        let revision = self.store.revision(head, head.working_revision).await?;
        let (Some(organ), Some(revision)) = (organ, revision) else { return Ok(None) };
        let decisions = self.decisions_of(head).await?;
        let subject = (&head.key, &revision.content, Stage::Draft);
        let checked = self.assess_stored(scope, subject, &organ, &decisions).await?;
        Ok(Some(checked.summary()))
    }

    /// A report that changed meanwhile has a newer result: the write leaves it alone.
    async fn commit_page(
        &self,
        call: &Call<'_>,
        page: Page,
        about: String,
    ) -> Result<Committed<Revalidated>, Error> {
        let now = self.clock.now();
        let Page { told, rechecked } = page;
        let changed = rechecked.iter().filter(|(_, changed)| *changed);
        let event = |(head, _): &(Head, bool)| {
            (EventKind::ReportUpdated, Resource::Report(head.key.clone()), head.version)
        };
        let events = changed.map(event).collect();
        let write = |(head, _)| Write::Recheck(Head { validate_time: now, ..head });
        let writes = rechecked.into_iter().map(write).collect();
        let change = Change { writes, events, outcome: Recorded::Revalidated(told.clone()) };
        self.commit_about(call, change, about, now, told).await
    }
}

impl Page {
    fn add(&mut self, head: Head, validation: ValidationSummary) {
        let (rule_set, hits) = (validation.rule_set.clone(), validation.hits.clone());
        let before = ValidationSummary { rule_set, hits, ..head.validation.clone() };
        let changed = validation != before;
        self.told.checked += 1;
        if changed {
            self.told.changed.push(head.key.clone());
        }
        self.rechecked.push((Head { validation, ..head }, changed));
    }
}
