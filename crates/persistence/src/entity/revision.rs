//! Revisions of reports: written once, never changed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_uid: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub kind: i16,
    pub edition: i16,
    pub title: String,
    pub compiled_by: String,
    /// None where the report is not published on a page; empty where the page is not known.
    pub publication_uri: Option<String>,
    pub publish_date: Option<Date>,
    pub author: String,
    pub create_time: DateTimeUtc,
    /// The block of [`figures`](crate::figures).
    pub figures: Vec<u8>,
    /// JSON of [`supplement`](crate::supplement).
    pub supplement: String,
    /// JSON of [`narrative`](crate::narrative).
    pub narrative: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
