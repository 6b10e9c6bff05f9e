//! Files that are kept with reports.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_uid: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub role: i16,
    /// The revision that was read from it.
    pub revision: i64,
    pub filename: String,
    pub media_type: String,
    pub sha256: String,
    pub source_uri: String,
    pub author: String,
    pub create_time: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
