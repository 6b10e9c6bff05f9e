//! Decisions about findings, what they change about the counts of a report, and re-runs of the rules.

use sea_orm_migration::prelude::*;

use super::column::{number, required_text, small, text, time, uid};
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(decision(manager)).await?;
    for name in ["waived", "acknowledged", "decisions", "recheck"] {
        manager.alter_table(added(number(name).default(0).take())).await?;
    }
    manager.alter_table(added(ColumnDef::new("answered_until").date().take())).await?;
    // None until the next commit or re-run: then it was the last commit.
    let validate_time = ColumnDef::new("validate_time").timestamp_with_time_zone().take();
    manager.alter_table(added(validate_time)).await
}

fn added(column: ColumnDef) -> TableAlterStatement {
    Table::alter().table("report").add_column(column).take()
}

/// The version of the report tells in which order decisions were made, and which were there when.
fn decision(manager: &SchemaManager<'_>) -> TableCreateStatement {
    let words = |name| required_text(manager, name);
    Table::create()
        .table("decision")
        .col(uid("report_uid"))
        .col(number("version"))
        .col(words("identity"))
        .col(words("evidence"))
        .col(small("kind"))
        .col(words("code"))
        .col(words("reason"))
        .col(ColumnDef::new("expire_date").date())
        .col(words("author"))
        .col(time("create_time"))
        .col(text(manager, "imported_by"))
        .col(ColumnDef::new("import_time").timestamp_with_time_zone())
        .col(ColumnDef::new("ended_version").big_integer())
        .col(text(manager, "ended_by"))
        .col(text(manager, "end_reason"))
        .col(ColumnDef::new("end_time").timestamp_with_time_zone())
        .primary_key(
            Index::create().col("report_uid").col("version").col("identity").col("evidence"),
        )
        .foreign_key(
            ForeignKey::create()
                .name("decision_report")
                .from("decision", "report_uid")
                .to("report", "uid")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
