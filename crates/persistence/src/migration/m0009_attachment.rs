//! Files that are kept with reports: each content once, by its SHA-256, in chunks.

use sea_orm_migration::prelude::*;

use super::column::{bytes, number, required_text, small, time, uid};
use super::step;

step!();

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(blob(manager)).await?;
    manager.create_table(chunk(manager)).await?;
    manager.create_table(attachment(manager)).await?;
    manager.create_index(by_content()).await
}

/// A content, whosever it is.
fn blob(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("blob")
        .col(required_text(manager, "sha256").primary_key())
        .col(required_text(manager, "sm3"))
        .col(number("size_bytes"))
        .take()
}

fn chunk(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("blob_chunk")
        .col(required_text(manager, "sha256"))
        .col(number("number"))
        .col(bytes("content"))
        .primary_key(Index::create().col("sha256").col("number"))
        .foreign_key(
            ForeignKey::create()
                .name("blob_chunk_blob")
                .from("blob_chunk", "sha256")
                .to("blob", "sha256")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

/// A process of the release before deletes reports without looking here: their attachments go with
/// them, and contents that nobody has any longer stay until the same file comes and goes again.
fn attachment(manager: &SchemaManager<'_>) -> TableCreateStatement {
    Table::create()
        .table("attachment")
        .col(uid("report_uid"))
        .col(number("number"))
        .col(small("role"))
        .col(number("revision"))
        .col(required_text(manager, "filename"))
        .col(required_text(manager, "media_type"))
        .col(required_text(manager, "sha256"))
        .col(required_text(manager, "source_uri"))
        .col(required_text(manager, "author"))
        .col(time("create_time"))
        .primary_key(Index::create().col("report_uid").col("number"))
        .foreign_key(
            ForeignKey::create()
                .name("attachment_report")
                .from("attachment", "report_uid")
                .to("report", "uid")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .name("attachment_blob")
                .from("attachment", "sha256")
                .to("blob", "sha256")
                .on_delete(ForeignKeyAction::Restrict),
        )
        .take()
}

fn by_content() -> IndexCreateStatement {
    Index::create().name("attachment_by_content").table("attachment").col("sha256").take()
}
