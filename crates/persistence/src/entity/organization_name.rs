//! Names of organs, folded for comparison: the official one and every alias.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_name")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub folded: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
