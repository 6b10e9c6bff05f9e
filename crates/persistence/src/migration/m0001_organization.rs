//! The register of organs and their names.

use sea_orm_migration::prelude::*;

use super::column::{required_text, small, text, time, uid};
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(organization(manager)).await?;
    manager.create_index(children()).await?;
    manager.create_table(organization_name(manager)).await?;
    manager.create_index(names()).await
}

fn organization(manager: &SchemaManager<'_>) -> TableCreateStatement {
    let words = |name| required_text(manager, name);
    Table::create()
        .table("organization")
        .col(text(manager, "id").not_null().primary_key())
        .col(uid("uid").unique_key())
        .col(super::column::number("version"))
        .col(words("source_key"))
        .col(words("display_name"))
        .col(words("aliases"))
        .col(small("level"))
        .col(small("organ_type"))
        .col(small("rule_power"))
        .col(words("credit_code"))
        .col(words("division_code"))
        .col(text(manager, "parent_id"))
        .col(ColumnDef::new("valid_from").date())
        .col(ColumnDef::new("valid_to").date())
        .col(time("create_time"))
        .col(time("update_time"))
        .foreign_key(
            ForeignKey::create()
                .name("organization_parent")
                .from("organization", "parent_id")
                .to("organization", "id")
                .on_delete(ForeignKeyAction::Restrict),
        )
        .take()
}

fn children() -> IndexCreateStatement {
    Index::create().name("organization_children").table("organization").col("parent_id").take()
}

fn organization_name(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("organization_name")
        .col(required_text(manager, "folded"))
        .col(required_text(manager, "organization_id"))
        .primary_key(Index::create().col("folded").col("organization_id"))
        .foreign_key(
            ForeignKey::create()
                .name("organization_name_organization")
                .from("organization_name", "organization_id")
                .to("organization", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

/// The names of one organ go together when its record changes.
fn names() -> IndexCreateStatement {
    Index::create()
        .name("organization_name_of")
        .table("organization_name")
        .col("organization_id")
        .take()
}
