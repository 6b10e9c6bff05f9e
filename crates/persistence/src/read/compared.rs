//! Reports that a check compares with, each with its organ and one revision, in one statement.

use nianbao_application::access::Scope;
use nianbao_application::store::{ComparedOrgans, ComparedQuery, ComparedReport, StoreError};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, JoinType, Order, SelectStatement};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryResult, QueryTrait};

use super::report::{Large, Shown};
use super::scope::visible;
use crate::entity::report;
use crate::hierarchy::ids;
use crate::mapping::{self, corrupt, known, year};
use crate::shared::Shared;

impl Shared {
    /// The reports that a check compares with.
    pub(crate) async fn compared(
        &self,
        scope: &Scope,
        query: &ComparedQuery,
    ) -> Result<Vec<ComparedReport>, StoreError> {
        let select = select(scope, query);
        let reader = &self.connections.reader;
        let rows = self.read("report", "of others", || reader.query_all(&select)).await?;
        rows.iter().map(|row| self.compared_report(row)).collect()
    }

    fn compared_report(&self, row: &QueryResult) -> Result<ComparedReport, StoreError> {
        let undecodable = |error: DbErr| self.fault(&error).told("report", "of others");
        let head = report::Model::from_query_result(row, "").map_err(undecodable)?;
        let shown = Shown::from_query_result(row, "").map_err(undecodable)?;
        let large = Large::from_query_result(row, "").map_err(undecodable)?;
        let organ = OfOrgan::from_query_result(row, "").map_err(undecodable)?;
        let uid = head.uid;
        let summary = shown.summary().map_err(|what| corrupt("revision", uid, what))?;
        let content = large.content(summary).map_err(|what| corrupt("revision", uid, what))?;
        let not_known = |what| corrupt("organization", &head.organization_id, what);
        Ok(ComparedReport {
            level: known(organ.level).map_err(not_known)?,
            organ_type: known(organ.organ_type).map_err(not_known)?,
            display_name: organ.display_name,
            head: mapping::head(head)?,
            content,
        })
    }
}

/// What others are told of an organ.
#[derive(FromQueryResult)]
struct OfOrgan {
    display_name: String,
    level: i16,
    organ_type: i16,
}

fn select(scope: &Scope, query: &ComparedQuery) -> SelectStatement {
    let mut select = report::Entity::find().into_query();
    let organ = Expr::col(("organization", "id")).equals(("report", "organization_id"));
    let number = Func::coalesce([
        Expr::col(("report", "published_revision")),
        Expr::col(("report", "working_revision")),
    ]);
    let revision = Condition::all()
        .add(Expr::col(("revision", "report_uid")).equals(("report", "uid")))
        .add(Expr::col(("revision", "number")).eq(number));
    select
        .columns(["display_name", "level", "organ_type"].map(|column| ("organization", column)))
        .columns(Shown::COLUMNS.iter().chain(&Large::COLUMNS).map(|column| ("revision", *column)))
        .join(JoinType::InnerJoin, "organization", organ)
        .join(JoinType::InnerJoin, "revision", revision)
        .and_where(Expr::col(("report", "report_year")).eq(year(query.year)))
        .cond_where(of(scope, &query.organs))
        .order_by(("report", "organization_id"), Order::Asc)
        .order_by(("report", "kind"), Order::Asc)
        .limit(u64::try_from(query.limit).unwrap_or(u64::MAX));
    if let Some(kind) = query.kind {
        select.and_where(Expr::col(("report", "kind")).eq(kind.number()));
    }
    select
}

fn of(scope: &Scope, organs: &ComparedOrgans) -> Condition {
    let seen = visible(scope, ("report", "organization_id"));
    match organs {
        ComparedOrgans::Named(named) => {
            let published = Expr::col(("report", "published_revision")).is_not_null();
            let named = Expr::col(("report", "organization_id")).is_in(ids(named));
            let seen =
                if *scope == Scope::All { seen } else { Condition::any().add(seen).add(published) };
            Condition::all().add(named).add(seen)
        }
        ComparedOrgans::Below { parent, level, organ_type } => {
            let is = |column, number: Option<i16>| {
                number.map(|number| Expr::col(("organization", column)).eq(number))
            };
            Condition::all()
                .add(Expr::col(("organization", "parent_id")).eq(parent.as_str()))
                .add_option(is("level", level.map(|level| level.number())))
                .add_option(is("organ_type", organ_type.map(|it| it.number())))
                .add(seen)
        }
    }
}
