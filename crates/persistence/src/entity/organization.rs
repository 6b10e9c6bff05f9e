//! Organs.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub uid: Uuid,
    pub version: i64,
    pub source_key: String,
    pub display_name: String,
    /// A list of words in JSON.
    pub aliases: String,
    /// 0 where unknown.
    pub level: i16,
    /// 0 where unknown.
    pub organ_type: i16,
    pub rule_power: i16,
    /// Empty where there is none.
    pub credit_code: String,
    /// Empty where there is none.
    pub division_code: String,
    pub parent_id: Option<String>,
    pub valid_from: Option<Date>,
    pub valid_to: Option<Date>,
    /// A list in JSON.
    pub predecessors: String,
    /// A list in JSON.
    pub successors: String,
    pub create_time: DateTimeUtc,
    pub update_time: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
