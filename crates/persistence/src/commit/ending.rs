//! Decisions that end: their rows stay, with who ended them and why.

use chrono::{DateTime, Utc};
use nianbao_application::store::DecisionChange;
use nianbao_domain::decision::Decision;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::decision::{Column, Entity};
use crate::mapping::{signed, time};

/// The end of a decision.
#[derive(Clone)]
pub(super) struct Ending {
    report: Uuid,
    identity: String,
    evidence: String,
    version: i64,
    by: String,
    reason: String,
    time: DateTime<Utc>,
}

impl Ending {
    /// The ends that come with a change.
    pub(super) fn all(change: &DecisionChange) -> Vec<Self> {
        let ending = |ended: &Decision| Self {
            report: change.head.uid,
            identity: ended.identity.clone(),
            evidence: ended.evidence.clone(),
            version: signed(change.head.version),
            by: change.by.clone(),
            reason: change.reason.clone(),
            time: time(change.time),
        };
        change.ended.iter().map(ending).collect()
    }

    /// Ends the decision that is present; returns how many it were.
    pub(super) async fn write(self, transaction: &DatabaseTransaction) -> Result<u64, DbErr> {
        let ended = Entity::update_many()
            .col_expr(Column::EndedVersion, Expr::val(self.version))
            .col_expr(Column::EndedBy, Expr::val(self.by))
            .col_expr(Column::EndReason, Expr::val(self.reason))
            .col_expr(Column::EndTime, Expr::val(self.time))
            .filter(Column::ReportUid.eq(self.report))
            .filter(Column::Identity.eq(self.identity))
            .filter(Column::Evidence.eq(self.evidence))
            .filter(Column::EndedVersion.is_null());
        Ok(ended.exec(transaction).await?.rows_affected)
    }
}
