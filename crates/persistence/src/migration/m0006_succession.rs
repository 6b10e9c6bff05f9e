//! What became of organs: each record remembers whom it took over from and who took over from it.

use sea_orm_migration::prelude::*;

use super::column::required_text;
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for name in ["predecessors", "successors"] {
        // A process of the release before writes neither.
        let links = required_text(manager, name).default("[]").take();
        let table = Table::alter().table("organization").add_column(links).take();
        manager.alter_table(table).await?;
    }
    Ok(())
}
