//! The rows of many change sets, table by table.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

use super::contents::{self, Contents};
use super::ending::Ending;
use super::insert::insert;
use super::prepared::{Prepared, WriteRows};
use super::refusal::Refusal;
use crate::entity::{
    audit_entry, decision, event, organization, organization_name, report, request, revision, rule,
    rule_set,
};
use crate::shared::Shared;

/// Rows to write, table by table.
///
/// Every lane writes the tables in one order and the rows of a table in one order, so that two
/// lanes wait for each other but never both.
#[derive(Default)]
pub(super) struct Rows {
    requests: Vec<request::Model>,
    organizations: Vec<organization::Model>,
    changed_organizations: Vec<organization::Model>,
    names: Vec<organization_name::Model>,
    reports: Vec<report::Model>,
    changed_reports: Vec<report::Model>,
    revisions: Vec<revision::Model>,
    rechecked_reports: Vec<report::Model>,
    ended_decisions: Vec<Ending>,
    decisions: Vec<decision::Model>,
    deleted_reports: Vec<(Uuid, i64)>,
    contents: Contents,
    rules: Vec<rule::Model>,
    changed_rules: Vec<rule::Model>,
    rule_sets: Vec<rule_set::Model>,
    events: Vec<event::Model>,
    audit: Vec<audit_entry::Model>,
}

impl Rows {
    /// The rows of change sets.
    pub(super) fn of<'a>(sets: impl IntoIterator<Item = &'a Prepared>) -> Self {
        let mut rows = Self::default();
        for set in sets {
            rows.requests.extend(set.request.clone());
            set.writes.iter().for_each(|write| rows.add(&write.rows));
            rows.add_journal(set);
        }
        rows.sort();
        rows
    }

    /// Adds the rows of one write.
    pub(super) fn add(&mut self, write: &WriteRows) {
        match write {
            WriteRows::CreateOrganization(row, names) => {
                self.organizations.push(row.clone());
                self.names.extend(names.iter().cloned());
            }
            WriteRows::UpdateOrganization(row, names) => {
                self.changed_organizations.push(row.clone());
                self.names.extend(names.iter().cloned());
            }
            WriteRows::CreateReport(row, revision) => {
                self.reports.push(row.clone());
                self.revisions.push(revision.clone());
            }
            WriteRows::UpdateReport(row, revision) => {
                self.changed_reports.push(row.clone());
                self.revisions.extend(revision.clone());
            }
            WriteRows::Recheck(row) => self.rechecked_reports.push(row.clone()),
            WriteRows::Decide(ended, made) => {
                self.ended_decisions.extend(ended.iter().cloned());
                self.decisions.extend(made.iter().cloned());
            }
            WriteRows::Attach(row, content, bytes) => {
                self.contents.add(row.clone(), content.clone(), bytes.clone());
            }
            WriteRows::DeleteReport { uid, version } => self.deleted_reports.push((*uid, *version)),
            WriteRows::CreateRule(row) => self.rules.push(row.clone()),
            WriteRows::UpdateRule(row, set) => {
                self.changed_rules.push(row.clone());
                self.rule_sets.extend(set.clone());
            }
        }
    }

    /// Adds the request of a change set.
    pub(super) fn add_request(&mut self, request: request::Model) {
        self.requests.push(request);
    }

    /// Adds events and audit entry of a change set.
    pub(super) fn add_journal(&mut self, set: &Prepared) {
        self.events.extend(set.events.iter().cloned());
        self.audit.push(set.audit.clone());
    }

    fn sort(&mut self) {
        self.requests.sort_by(|a, b| (&a.caller, a.request_id).cmp(&(&b.caller, b.request_id)));
        self.organizations.sort_by(|a, b| a.id.cmp(&b.id));
        self.changed_organizations.sort_by_key(|row| (row.uid, row.version));
        let key = |row: &report::Model| (row.organization_id.clone(), row.report_year, row.kind);
        self.reports.sort_by_cached_key(key);
        self.changed_reports.sort_by_key(|row| (row.uid, row.version));
        self.rechecked_reports.sort_by_key(|row| row.uid);
        self.deleted_reports.sort_unstable();
        self.rules.sort_by(|a, b| a.code.cmp(&b.code));
        self.changed_rules.sort_by_key(|row| (row.uid, row.version));
        self.rule_sets.sort_by_key(|row| row.change);
    }

    /// Writes them.
    pub(super) async fn write(
        self,
        shared: &Shared,
        transaction: &DatabaseTransaction,
    ) -> Result<(), Refusal> {
        let failed = |error| shared.refusal(&error);
        insert::<request::ActiveModel, _>(transaction, self.requests).await.map_err(failed)?;
        insert::<organization::ActiveModel, _>(transaction, self.organizations)
            .await
            .map_err(failed)?;
        for row in self.changed_organizations {
            let changed = change_organization(transaction, row).await.map_err(failed)?;
            exactly_one(changed)?;
        }
        insert::<organization_name::ActiveModel, _>(transaction, self.names)
            .await
            .map_err(failed)?;
        insert::<report::ActiveModel, _>(transaction, self.reports).await.map_err(failed)?;
        for row in self.changed_reports {
            exactly_one(change_report(transaction, row).await.map_err(failed)?)?;
        }
        insert::<revision::ActiveModel, _>(transaction, self.revisions).await.map_err(failed)?;
        for row in self.rechecked_reports {
            recheck_report(transaction, row).await.map_err(failed)?;
        }
        for ending in self.ended_decisions {
            exactly_one(ending.write(transaction).await.map_err(failed)?)?;
        }
        insert::<decision::ActiveModel, _>(transaction, self.decisions).await.map_err(failed)?;
        let leaving = self.deleted_reports.iter().map(|(uid, _)| *uid);
        let released = contents::of_reports(transaction, leaving).await.map_err(failed)?;
        for (uid, version) in self.deleted_reports {
            exactly_one(delete_report(transaction, uid, version).await.map_err(failed)?)?;
        }
        self.contents.write(transaction, released).await.map_err(failed)?;
        insert::<rule::ActiveModel, _>(transaction, self.rules).await.map_err(failed)?;
        for row in self.changed_rules {
            exactly_one(change_rule(transaction, row).await.map_err(failed)?)?;
        }
        for row in self.rule_sets {
            exactly_one(move_rule_set(transaction, row).await.map_err(failed)?)?;
        }
        insert::<event::ActiveModel, _>(transaction, self.events).await.map_err(failed)?;
        insert::<audit_entry::ActiveModel, _>(transaction, self.audit).await.map_err(failed)
    }
}

fn exactly_one(rows: u64) -> Result<(), Refusal> {
    if rows == 1 { Ok(()) } else { Err(Refusal::Conflict) }
}

/// Replaces the record of an organ that has the version before; its names go, to be written anew.
async fn change_organization(
    transaction: &DatabaseTransaction,
    row: organization::Model,
) -> Result<u64, DbErr> {
    let names = organization_name::Entity::delete_many()
        .filter(organization_name::Column::OrganizationId.eq(row.id.as_str()));
    let (uid, before) = (row.uid, row.version.saturating_sub(1));
    let mut values = row.into_active_model().reset_all();
    for constant in
        [organization::Column::Id, organization::Column::Uid, organization::Column::CreateTime]
    {
        values.not_set(constant);
    }
    let update = organization::Entity::update_many()
        .set(values)
        .filter(organization::Column::Uid.eq(uid))
        .filter(organization::Column::Version.eq(before));
    let changed = update.exec(transaction).await?.rows_affected;
    names.exec(transaction).await?;
    Ok(changed)
}

/// Moves the head of a report that has the version before.
async fn change_report(
    transaction: &DatabaseTransaction,
    row: report::Model,
) -> Result<u64, DbErr> {
    use report::Column;
    let (uid, before) = (row.uid, row.version.saturating_sub(1));
    let mut values = row.into_active_model().reset_all();
    for constant in [
        Column::Uid,
        Column::OrganizationId,
        Column::ReportYear,
        Column::Kind,
        Column::CreateTime,
        Column::Recheck,
    ] {
        values.not_set(constant);
    }
    let update = report::Entity::update_many()
        .set(values)
        .filter(Column::Uid.eq(uid))
        .filter(Column::Version.eq(before));
    Ok(update.exec(transaction).await?.rows_affected)
}

/// Writes what a re-run found of a report that still has this version; any other has a newer result.
async fn recheck_report(
    transaction: &DatabaseTransaction,
    row: report::Model,
) -> Result<(), DbErr> {
    use report::Column;
    let update = report::Entity::update_many()
        .col_expr(Column::Blocking, Expr::val(row.blocking))
        .col_expr(Column::Warnings, Expr::val(row.warnings))
        .col_expr(Column::Infos, Expr::val(row.infos))
        .col_expr(Column::Waived, Expr::val(row.waived))
        .col_expr(Column::Acknowledged, Expr::val(row.acknowledged))
        .col_expr(Column::AnsweredUntil, Expr::val(row.answered_until))
        .col_expr(Column::NotAssessed, Expr::val(row.not_assessed))
        .col_expr(Column::RuleSet, Expr::val(row.rule_set))
        .col_expr(Column::Hits, Expr::val(row.hits))
        .col_expr(Column::ValidateTime, Expr::val(row.validate_time))
        .col_expr(Column::Recheck, Expr::col(Column::Recheck).add(1))
        .filter(Column::Uid.eq(row.uid))
        .filter(Column::Version.eq(row.version));
    update.exec(transaction).await.map(|_| ())
}

/// Deletes a report that has this version; its revisions and attachments go with it.
async fn delete_report(
    transaction: &DatabaseTransaction,
    uid: Uuid,
    version: i64,
) -> Result<u64, DbErr> {
    let delete = report::Entity::delete_many()
        .filter(report::Column::Uid.eq(uid))
        .filter(report::Column::Version.eq(version));
    Ok(delete.exec(transaction).await?.rows_affected)
}

/// Replaces a rule that has the version before.
async fn change_rule(transaction: &DatabaseTransaction, row: rule::Model) -> Result<u64, DbErr> {
    use rule::Column;
    let (uid, before) = (row.uid, row.version.saturating_sub(1));
    let mut values = row.into_active_model().reset_all();
    for constant in [Column::Code, Column::Uid, Column::CreateTime] {
        values.not_set(constant);
    }
    let update = rule::Entity::update_many()
        .set(values)
        .filter(Column::Uid.eq(uid))
        .filter(Column::Version.eq(before));
    Ok(update.exec(transaction).await?.rows_affected)
}

/// Gives the rule set its next version, where nobody else has.
async fn move_rule_set(
    transaction: &DatabaseTransaction,
    row: rule_set::Model,
) -> Result<u64, DbErr> {
    use rule_set::Column;
    let before = row.change.saturating_sub(1);
    let mut values = row.into_active_model().reset_all();
    values.not_set(Column::Id);
    let update = rule_set::Entity::update_many()
        .set(values)
        .filter(Column::Id.eq(rule_set::ONLY))
        .filter(Column::Change.eq(before));
    Ok(update.exec(transaction).await?.rows_affected)
}
