//! Transactions that write.

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

/// Begins a transaction that writes: on SQLite one that is the writer from its beginning, since one
/// that becomes it later fails at once when somebody else wrote meanwhile.
#[expect(clippy::disallowed_methods, reason = "the one place where transactions begin")]
pub(crate) async fn begin(writer: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode, ..TransactionOptions::default() };
    writer.begin_with_options(options).await
}
