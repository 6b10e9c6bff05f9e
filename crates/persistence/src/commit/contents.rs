//! Attachments, and the contents they have in common: written where they are new, deleted with the
//! last attachment that has them.
//!
//! Whoever adds or takes away an attachment first locks the rows of the contents concerned, in one
//! order and in one statement: an upsert, which waits for whoever deletes the same content and then
//! writes it again. What is decided after it, by statements of their own, holds until the commit.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use nianbao_application::store::CHUNK_BYTES;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::insert::insert;
use crate::entity::{attachment, blob, blob_chunk};
use crate::statement_size::statement_size;

/// Bytes of chunks that one statement takes.
const STATEMENT_BYTES: usize = 4 * CHUNK_BYTES;

/// Attachments to write, with their contents.
#[derive(Default)]
pub(super) struct Contents {
    attachments: Vec<attachment::Model>,
    new: BTreeMap<String, (blob::Model, Bytes)>,
}

impl Contents {
    /// Adds an attachment.
    pub(super) fn add(&mut self, row: attachment::Model, content: blob::Model, bytes: Bytes) {
        self.attachments.push(row);
        self.new.entry(content.sha256.clone()).or_insert((content, bytes));
    }

    /// Writes the attachments, and deletes those of the contents that were `released` which no
    /// attachment has any longer.
    pub(super) async fn write(
        mut self,
        transaction: &DatabaseTransaction,
        released: Vec<blob::Model>,
    ) -> Result<(), DbErr> {
        let leaving: BTreeSet<_> = released.iter().map(|row| row.sha256.clone()).collect();
        let mut rows: BTreeMap<_, _> =
            released.into_iter().map(|row| (row.sha256.clone(), row)).collect();
        rows.extend(self.new.iter().map(|(sha256, (row, _))| (sha256.clone(), row.clone())));
        lock(transaction, rows.into_values().collect()).await?;
        for sha256 in stored(transaction, self.new.keys()).await? {
            self.new.remove(&sha256);
        }
        for (sha256, (_, bytes)) in self.new {
            write_chunks(transaction, &sha256, bytes).await?;
        }
        insert::<attachment::ActiveModel, _>(transaction, self.attachments).await?;
        forget(transaction, leaving).await
    }
}

/// The contents that attachments of these reports have.
pub(super) async fn of_reports(
    transaction: &DatabaseTransaction,
    reports: impl ExactSizeIterator<Item = Uuid>,
) -> Result<Vec<blob::Model>, DbErr> {
    let mut found = Vec::new();
    let mut reports = reports;
    while reports.len() > 0 {
        let now = statement_size(reports.len());
        let theirs = Query::select()
            .column("sha256")
            .from("attachment")
            .and_where(Expr::col("report_uid").is_in(reports.by_ref().take(now)))
            .take();
        let rows = blob::Entity::find().filter(blob::Column::Sha256.in_subquery(theirs));
        found.extend(rows.all(transaction).await?);
    }
    Ok(found)
}

/// Locks the rows of contents, and writes those that are missing.
async fn lock(transaction: &DatabaseTransaction, rows: Vec<blob::Model>) -> Result<(), DbErr> {
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let now = statement_size(rows.len());
        let some = rows.by_ref().take(now).map(IntoActiveModel::into_active_model);
        let on_conflict = OnConflict::column(blob::Column::Sha256)
            .update_column(blob::Column::SizeBytes)
            .to_owned();
        blob::Entity::insert_many(some)
            .on_conflict(on_conflict)
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

/// Which of these contents are there with their bytes.
async fn stored(
    transaction: &DatabaseTransaction,
    wanted: impl ExactSizeIterator<Item = &String>,
) -> Result<Vec<String>, DbErr> {
    let mut found = Vec::new();
    let mut wanted = wanted;
    while wanted.len() > 0 {
        let now = statement_size(wanted.len());
        let rows = blob_chunk::Entity::find()
            .select_only()
            .column(blob_chunk::Column::Sha256)
            .filter(blob_chunk::Column::Number.eq(0))
            .filter(blob_chunk::Column::Sha256.is_in(wanted.by_ref().take(now)));
        found.extend(rows.into_tuple::<String>().all(transaction).await?);
    }
    Ok(found)
}

/// A few chunks a statement: nobody holds a whole content twice.
async fn write_chunks(
    transaction: &DatabaseTransaction,
    sha256: &str,
    mut bytes: Bytes,
) -> Result<(), DbErr> {
    let mut number = 0_i64;
    while !bytes.is_empty() {
        let now = bytes.split_to(bytes.len().min(STATEMENT_BYTES));
        let chunks =
            now.chunks(CHUNK_BYTES).zip(number..).map(|(chunk, number)| blob_chunk::ActiveModel {
                sha256: ActiveValue::Set(sha256.to_owned()),
                number: ActiveValue::Set(number),
                content: ActiveValue::Set(chunk.to_vec()),
            });
        let chunks: Vec<_> = chunks.collect();
        number += i64::try_from(chunks.len()).unwrap_or(i64::MAX);
        blob_chunk::Entity::insert_many(chunks).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// Deletes contents that no attachment has.
async fn forget(transaction: &DatabaseTransaction, leaving: BTreeSet<String>) -> Result<(), DbErr> {
    let mut leaving = leaving.into_iter();
    while leaving.len() > 0 {
        let now = statement_size(leaving.len());
        let having = Query::select()
            .expr(Expr::val(1))
            .from("attachment")
            .and_where(Expr::col(("attachment", "sha256")).equals(("blob", "sha256")))
            .take();
        let unused = blob::Entity::delete_many()
            .filter(blob::Column::Sha256.is_in(leaving.by_ref().take(now)))
            .filter(Expr::exists(having).not());
        unused.exec(transaction).await?;
    }
    Ok(())
}
