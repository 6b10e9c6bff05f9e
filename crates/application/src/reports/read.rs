//! Reading reports.

use std::collections::BTreeMap;

use nianbao_domain::decision::Decision;
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{Head, ReportKey};

use crate::access::{Caller, Method, Scope};
use crate::query::{ReportField, ReportQuery, Value};
use crate::store::{ListedReport, Store, StoredReport, Summary, Version};
use crate::{Application, Error, Resource};

/// Which content of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// The newest revision, whatever its state.
    #[default]
    Working,
    /// The revision that is published.
    Published,
}

/// A page of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPage {
    /// The reports.
    pub reports: Vec<ListedReport>,
    /// What was decided about findings of these reports, where content was asked for.
    pub decisions: BTreeMap<ReportKey, Vec<Decision>>,
    /// For the next page; empty on the last.
    pub next_page_token: String,
}

impl<S: Store> Application<S> {
    /// One report.
    pub async fn report(
        &self,
        caller: &Caller,
        key: &ReportKey,
        view: View,
    ) -> Result<StoredReport, Error> {
        let scope = caller.authorize(Method::GetReport)?;
        self.stored(scope, key, view).await
    }

    /// The version of one report: what tells whether a copy of it is still good.
    pub async fn version(&self, caller: &Caller, key: &ReportKey) -> Result<Version, Error> {
        let scope = caller.authorize(Method::GetReport)?;
        let found = self.store.version(scope, key).await?;
        found.ok_or_else(|| Error::NotFound(Resource::Report(key.clone())))
    }

    /// Several reports in the order asked, all or none.
    pub async fn batch_reports(
        &self,
        caller: &Caller,
        keys: &[ReportKey],
        view: View,
    ) -> Result<Vec<StoredReport>, Error> {
        let scope = caller.authorize(Method::BatchGetReports)?;
        let limit = self.limits.max_batch_size;
        if keys.len() > limit {
            return Err(Error::TooMany { limit, found: keys.len() });
        }
        let mut reports = Vec::with_capacity(keys.len());
        for key in keys {
            reports.push(self.stored(scope, key, view).await?);
        }
        Ok(reports)
    }

    /// The reports of one organ or of all in the caller's scope, page by page.
    pub async fn reports(&self, caller: &Caller, query: &ReportQuery) -> Result<ReportPage, Error> {
        let scope = caller.authorize(Method::ListReports)?;
        let mut page = self.listed(scope, query).await?;
        if query.with_content {
            for ListedReport { head, .. } in page.reports.iter().filter(|it| it.head.decisions > 0)
            {
                page.decisions.insert(head.key.clone(), self.decisions_of(head).await?);
            }
        }
        Ok(page)
    }

    /// A page of reports in a scope.
    pub(super) async fn listed(
        &self,
        scope: &Scope,
        query: &ReportQuery,
    ) -> Result<ReportPage, Error> {
        if let Some(parent) = &query.parent {
            self.require_organ(scope, parent).await?;
        }
        let mut reports = self.store.reports(scope, &query.with_one_more()).await?;
        let more = reports.len() > query.limit;
        reports.truncate(query.limit);
        let last = reports.last().filter(|_| more);
        let token =
            last.map(|it| query.next_page_token(|field| value(&it.head, &it.summary, field)));
        let next_page_token = token.unwrap_or_default();
        Ok(ReportPage { reports, decisions: BTreeMap::new(), next_page_token })
    }

    pub(super) async fn require_organ(
        &self,
        scope: &Scope,
        id: &OrganizationId,
    ) -> Result<(), Error> {
        let found = self.store.organization(scope, id).await?;
        found.map(|_| ()).ok_or_else(|| Error::NotFound(Resource::Organization(id.clone())))
    }

    pub(super) async fn head_in(&self, scope: &Scope, key: &ReportKey) -> Result<Head, Error> {
        let found = self.store.head(scope, key).await?;
        found.ok_or_else(|| Error::NotFound(Resource::Report(key.clone())))
    }

    pub(crate) async fn stored(
        &self,
        scope: &Scope,
        key: &ReportKey,
        view: View,
    ) -> Result<StoredReport, Error> {
        let head = self.head_in(scope, key).await?;
        self.content_of(head, view).await
    }

    /// The report with this head and the revision of a view.
    async fn content_of(&self, head: Head, view: View) -> Result<StoredReport, Error> {
        let number = match view {
            View::Working => Some(head.working_revision),
            View::Published => head.published_revision,
        };
        let missing = || Error::NotFound(Resource::Report(head.key.clone()));
        let number = number.ok_or_else(missing)?;
        let revision = self.store.revision(&head, number).await?.ok_or_else(missing)?;
        let decisions = self.decisions_of(&head).await?;
        Ok(StoredReport { head, revision, decisions })
    }

    /// What was decided about findings of the report with this head; most have nothing.
    pub(super) async fn decisions_of(&self, head: &Head) -> Result<Vec<Decision>, Error> {
        if head.decisions == 0 {
            return Ok(Vec::new());
        }
        Ok(self.store.decisions(head).await?)
    }
}

/// The value of a field of a report, as lists sort and filter it.
pub(crate) fn value(head: &Head, summary: &Summary, field: ReportField) -> Value {
    match field {
        ReportField::Organization => Value::Text(head.key.organization.as_str().to_owned()),
        ReportField::ReportYear => Value::Number(head.key.year.get().into()),
        ReportField::Kind => Value::Number(head.key.kind.number().into()),
        ReportField::State => Value::Number(head.state.number().into()),
        ReportField::Edition => Value::Number(summary.edition.number().into()),
        ReportField::SourceKey => Value::Text(head.source_key.clone()),
        ReportField::RuleSet => Value::Text(head.validation.rule_set.clone()),
        ReportField::CreateTime => Value::Time(head.create_time),
        ReportField::UpdateTime => Value::Time(head.update_time),
    }
}
