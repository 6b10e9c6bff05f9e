//! The statements of the reads that come most often, written once.

use sea_orm::{
    ColumnTrait, DbBackend, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    SelectModel, SelectorRaw, Statement, Value,
};
use uuid::Uuid;

use crate::entity::{organization, report, revision, rule_set};

/// The statements of the reads that come most often, written once.
pub(crate) struct Prepared {
    backend: DbBackend,
    organization: String,
    head: String,
    version: String,
    revision: String,
    rule_set: String,
}

/// What tells whether a copy of a report is still good.
#[derive(FromQueryResult)]
pub(super) struct VersionRow {
    pub(super) uid: Uuid,
    pub(super) version: i64,
    pub(super) recheck: i64,
}

impl Prepared {
    /// The statements for a database.
    pub(crate) fn new(backend: DbBackend) -> Self {
        let organization = organization::Entity::find().filter(organization::Column::Id.eq(""));
        let head = report::Entity::find()
            .filter(report::Column::OrganizationId.eq(""))
            .filter(report::Column::ReportYear.eq(0))
            .filter(report::Column::Kind.eq(0));
        let columns = [report::Column::Uid, report::Column::Version, report::Column::Recheck];
        let version = head.clone().select_only().columns(columns);
        let revision = revision::Entity::find()
            .filter(revision::Column::ReportUid.eq(Uuid::nil()))
            .filter(revision::Column::Number.eq(0));
        let rule_set = rule_set::Entity::find().filter(rule_set::Column::Id.eq(0_i16));
        Self {
            backend,
            organization: organization.build(backend).sql,
            head: head.build(backend).sql,
            version: version.build(backend).sql,
            revision: revision.build(backend).sql,
            rule_set: rule_set.build(backend).sql,
        }
    }

    /// An organ by its id.
    pub(super) fn organization(&self, id: &str) -> SelectorRaw<SelectModel<organization::Model>> {
        organization::Model::find_by_statement(self.with(&self.organization, [id.into()]))
    }

    /// Incarnation and version by organ, year and kind.
    pub(super) fn version(
        &self,
        organ: &str,
        year: i16,
        kind: i16,
    ) -> SelectorRaw<SelectModel<VersionRow>> {
        let values = [organ.into(), year.into(), kind.into()];
        VersionRow::find_by_statement(self.with(&self.version, values))
    }

    /// A head by organ, year and kind.
    pub(super) fn head(
        &self,
        organ: &str,
        year: i16,
        kind: i16,
    ) -> SelectorRaw<SelectModel<report::Model>> {
        let values = [organ.into(), year.into(), kind.into()];
        report::Model::find_by_statement(self.with(&self.head, values))
    }

    /// A revision by its report and number.
    pub(super) fn revision(
        &self,
        report: Uuid,
        number: i64,
    ) -> SelectorRaw<SelectModel<revision::Model>> {
        let values = [report.into(), number.into()];
        revision::Model::find_by_statement(self.with(&self.revision, values))
    }

    /// The version of the rules that checks run, by the number of the only row.
    pub(super) fn rule_set(&self, only: i16) -> SelectorRaw<SelectModel<rule_set::Model>> {
        rule_set::Model::find_by_statement(self.with(&self.rule_set, [only.into()]))
    }

    fn with<const N: usize>(&self, sql: &str, values: [Value; N]) -> Statement {
        Statement::from_sql_and_values(self.backend, sql, values)
    }
}
