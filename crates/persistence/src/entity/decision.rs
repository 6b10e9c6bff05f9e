//! Decisions about findings of reports, for ever: what is withdrawn or replaced has an end.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_uid: Uuid,
    /// The version of the report that began it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub identity: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub evidence: String,
    pub kind: i16,
    pub code: String,
    pub reason: String,
    /// None where it has no end.
    pub expire_date: Option<Date>,
    pub author: String,
    pub create_time: DateTimeUtc,
    /// None where it was made here.
    pub imported_by: Option<String>,
    pub import_time: Option<DateTimeUtc>,
    /// The version of the report that ended it; none while it is present.
    pub ended_version: Option<i64>,
    pub ended_by: Option<String>,
    /// Empty where it was replaced.
    pub end_reason: Option<String>,
    pub end_time: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
