//! Reports: heads, revisions, lists.

use nianbao_application::access::Scope;
use nianbao_application::query::{ReportQuery, RevisionQuery};
use nianbao_application::store::{ListedReport, StoreError, Summary, Version};
use nianbao_domain::report::{Content, Head, ReportKey, Revision, RevisionNumber};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QueryResult, QuerySelect, QueryTrait,
};

use super::listing::restrict;
use super::prepared::VersionRow;
use super::scope::{holds, visible};
use crate::entity::{report, revision};
use crate::mapping::{self, Unmappable, corrupt, year};
use crate::shared::Shared;

impl Shared {
    /// The head of a report.
    pub(crate) async fn head(
        &self,
        scope: &Scope,
        key: &ReportKey,
    ) -> Result<Option<Head>, StoreError> {
        let reader = &self.connections.reader;
        let (organ, year, kind) = (key.organization.as_str(), year(key.year), key.kind.number());
        let found = match scope {
            Scope::All => {
                self.read("report", key, || self.prepared.head(organ, year, kind).one(reader))
                    .await?
            }
            Scope::Subtrees(_) => {
                let of_scope = report::Entity::find()
                    .filter(report::Column::OrganizationId.eq(organ))
                    .filter(report::Column::ReportYear.eq(year))
                    .filter(report::Column::Kind.eq(kind))
                    .filter(holds(scope, &key.organization));
                self.read("report", key, || of_scope.clone().one(reader)).await?
            }
        };
        found.map(mapping::head).transpose()
    }

    /// The version of a report.
    pub(crate) async fn version(
        &self,
        scope: &Scope,
        key: &ReportKey,
    ) -> Result<Option<Version>, StoreError> {
        if *scope != Scope::All {
            return Ok(self.head(scope, key).await?.as_ref().map(Version::of));
        }
        let reader = &self.connections.reader;
        let (organ, year, kind) = (key.organization.as_str(), year(key.year), key.kind.number());
        let query = || self.prepared.version(organ, year, kind).one(reader);
        let row = self.read("report", key, query).await?;
        let version = |VersionRow { uid, version, recheck }| {
            let number = version.checked_add(recheck).and_then(|number| number.try_into().ok());
            let number = number.ok_or_else(|| corrupt("report", uid, "version"))?;
            Ok(Version { uid, number })
        };
        row.map(version).transpose()
    }

    /// One revision of the report with this head.
    pub(crate) async fn revision(
        &self,
        head: &Head,
        number: RevisionNumber,
    ) -> Result<Option<Revision>, StoreError> {
        let reader = &self.connections.reader;
        let query = || self.prepared.revision(head.uid, number.into()).one(reader);
        let found = self.read("revision", &head.key, query).await?;
        found.map(mapping::revision).transpose()
    }

    /// Revisions of the report with this head, newest first.
    pub(crate) async fn revisions(
        &self,
        head: &Head,
        query: &RevisionQuery,
    ) -> Result<Vec<Revision>, StoreError> {
        let before = query.before.map_or(i64::MAX, i64::from);
        let list = revision::Entity::find()
            .filter(revision::Column::ReportUid.eq(head.uid))
            .filter(revision::Column::Number.lt(before))
            .order_by_desc(revision::Column::Number)
            .limit(u64::try_from(query.limit).unwrap_or(u64::MAX));
        let reader = &self.connections.reader;
        let found = self.read("revision", &head.key, || list.clone().all(reader)).await?;
        found.into_iter().map(mapping::revision).collect()
    }

    /// Reports in stable pages.
    pub(crate) async fn reports(
        &self,
        scope: &Scope,
        query: &ReportQuery,
    ) -> Result<Vec<ListedReport>, StoreError> {
        let list = list(scope, query);
        let rows = self.read("report", "of a list", || self.connections.reader.query_all(&list));
        let rows = rows.await?;
        rows.iter().map(|row| self.listed(row, query.with_content)).collect()
    }

    fn listed(&self, row: &QueryResult, with_content: bool) -> Result<ListedReport, StoreError> {
        let undecodable = |error: DbErr| self.fault(&error).told("report", "of a list");
        let head = report::Model::from_query_result(row, "").map_err(undecodable)?;
        let uid = head.uid;
        let shown = Shown::from_query_result(row, "").map_err(undecodable)?;
        let corrupt = |what| corrupt("revision", uid, what);
        let summary = shown.summary().map_err(corrupt)?;
        let content = if with_content {
            let large = Large::from_query_result(row, "").map_err(undecodable)?;
            Some(large.content(summary.clone()).map_err(corrupt)?)
        } else {
            None
        };
        Ok(ListedReport { head: mapping::head(head)?, summary, content })
    }
}

/// What lists show of the working revision.
#[derive(FromQueryResult)]
pub(super) struct Shown {
    title: String,
    compiled_by: String,
    edition: i16,
    publication_uri: Option<String>,
    publish_date: Option<chrono::NaiveDate>,
}

/// The large columns, read only where they are asked for.
#[derive(FromQueryResult)]
pub(super) struct Large {
    figures: Vec<u8>,
    supplement: String,
    narrative: String,
}

impl Shown {
    pub(super) const COLUMNS: [&'static str; 5] =
        ["title", "compiled_by", "edition", "publication_uri", "publish_date"];

    pub(super) fn summary(self) -> Result<Summary, Unmappable> {
        let Self { title, compiled_by, edition, publication_uri, publish_date } = self;
        mapping::summary(title, compiled_by, edition, publication_uri, publish_date)
    }
}

impl Large {
    pub(super) const COLUMNS: [&'static str; 3] = ["figures", "supplement", "narrative"];

    pub(super) fn content(&self, summary: Summary) -> Result<Content, Unmappable> {
        mapping::content(summary, &self.figures, &self.supplement, &self.narrative)
    }
}

fn list(scope: &Scope, query: &ReportQuery) -> SelectStatement {
    let of_scope = match &query.parent {
        Some(parent) => {
            holds(scope, parent).add(Expr::col(("report", "organization_id")).eq(parent.as_str()))
        }
        None => visible(scope, ("report", "organization_id")),
    };
    let mut list = report::Entity::find().into_query();
    let working = Condition::all()
        .add(Expr::col(("revision", "report_uid")).equals(("report", "uid")))
        .add(Expr::col(("revision", "number")).equals(("report", "working_revision")));
    list.join(JoinType::InnerJoin, "revision", working).cond_where(of_scope);
    let large = Large::COLUMNS.iter().filter(|_| query.with_content);
    list.columns(Shown::COLUMNS.iter().chain(large).map(|column| ("revision", *column)));
    restrict(&mut list, query);
    list
}
