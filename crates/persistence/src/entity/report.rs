//! Heads of reports.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub uid: Uuid,
    pub organization_id: String,
    pub report_year: i16,
    pub kind: i16,
    pub source_key: String,
    pub state: i16,
    pub version: i64,
    pub working_revision: i64,
    pub published_revision: Option<i64>,
    pub blocking: i64,
    pub warnings: i64,
    pub infos: i64,
    pub not_assessed: i64,
    pub rule_set: String,
    /// What user rules hit: codes and wordings.
    pub hits: String,
    pub create_time: DateTimeUtc,
    pub update_time: DateTimeUtc,
    pub waived: i64,
    pub acknowledged: i64,
    pub decisions: i64,
    pub recheck: i64,
    pub answered_until: Option<Date>,
    /// None where it was the last commit.
    pub validate_time: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
