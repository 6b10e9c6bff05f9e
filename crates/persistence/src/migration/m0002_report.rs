//! Heads of reports and their revisions.

use sea_orm_migration::prelude::*;

use super::column::{bytes, number, required_text, small, text, time, uid};
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(report(manager)).await?;
    manager.create_index(keys()).await?;
    manager.create_index(years()).await?;
    manager.create_table(revision(manager)).await
}

fn report(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("report")
        .col(uid("uid").primary_key())
        .col(required_text(manager, "organization_id"))
        .col(small("report_year"))
        .col(small("kind"))
        .col(required_text(manager, "source_key"))
        .col(small("state"))
        .col(number("version"))
        .col(number("working_revision"))
        .col(ColumnDef::new("published_revision").big_integer())
        .col(number("blocking"))
        .col(number("warnings"))
        .col(number("infos"))
        .col(number("not_assessed"))
        .col(required_text(manager, "rule_set"))
        .col(time("create_time"))
        .col(time("update_time"))
        .foreign_key(
            ForeignKey::create()
                .name("report_organization")
                .from("report", "organization_id")
                .to("organization", "id")
                .on_delete(ForeignKeyAction::Restrict),
        )
        .take()
}

/// One report an organ, year and kind (IDN-007).
fn keys() -> IndexCreateStatement {
    Index::create()
        .name("report_key")
        .table("report")
        .unique()
        .col("organization_id")
        .col("report_year")
        .col("kind")
        .take()
}

fn years() -> IndexCreateStatement {
    Index::create()
        .name("report_by_year")
        .table("report")
        .col("report_year")
        .col("organization_id")
        .col("kind")
        .take()
}

/// What lists show stands before the large columns, which they need not read.
fn revision(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("revision")
        .col(uid("report_uid"))
        .col(number("number"))
        .col(small("kind"))
        .col(small("edition"))
        .col(required_text(manager, "title"))
        .col(required_text(manager, "compiled_by"))
        .col(text(manager, "publication_uri"))
        .col(ColumnDef::new("publish_date").date())
        .col(required_text(manager, "author"))
        .col(time("create_time"))
        .col(bytes("figures"))
        .col(required_text(manager, "supplement"))
        .col(required_text(manager, "narrative"))
        .primary_key(Index::create().col("report_uid").col("number"))
        .foreign_key(
            ForeignKey::create()
                .name("revision_report")
                .from("revision", "report_uid")
                .to("report", "uid")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
