//! Rules that users write, the version of those that checks run, and what they found in reports.

use sea_orm_migration::prelude::*;

use super::column::{number, required_text, small, time, uid};
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(rule(manager)).await?;
    manager.create_table(rule_set()).await?;
    manager.get_connection().execute(&first_version()).await?;
    // A process of the release before runs no user rules, and writes none.
    let hits = required_text(manager, "hits").default("").take();
    manager.alter_table(Table::alter().table("report").add_column(hits).take()).await?;
    manager.create_index(hits_of_reports()).await
}

fn rule(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("rule")
        .col(required_text(manager, "code").primary_key())
        .col(uid("uid").unique_key())
        .col(number("version"))
        .col(number("wording"))
        .col(small("state"))
        .col(required_text(manager, "definition"))
        .col(time("create_time"))
        .col(time("update_time"))
        .take()
}

/// One row, which every validation reads.
fn rule_set() -> TableCreateStatement {
    Table::create()
        .table("rule_set")
        .col(small("id").primary_key())
        .col(number("generation"))
        .col(number("change"))
        .take()
}

fn first_version() -> InsertStatement {
    Query::insert()
        .into_table("rule_set")
        .columns(["id", "generation", "change"])
        .values_panic([1_i16.into(), 0_i64.into(), 0_i64.into()])
        .take()
}

/// Counting what rules hit reads this alone.
fn hits_of_reports() -> IndexCreateStatement {
    Index::create()
        .name("report_hits")
        .table("report")
        .col("hits")
        .cond_where(Expr::col("hits").ne(""))
        .take()
}
