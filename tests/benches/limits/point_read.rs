//! The limit of a read that has to ask the database: one row by its key, through tonic.

use bytes::Bytes;
use nianbao_tests::postgres::TestDatabase;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
};
use tonic::Status;

/// A table of one row with the bytes of the answer.
pub async fn connect(database: &TestDatabase, body: &Bytes) -> DatabaseConnection {
    let mut options = ConnectOptions::new(database.url());
    options.max_connections(8).min_connections(8).test_before_acquire(false).sqlx_logging(false);
    let connection = Database::connect(options).await.expect("the database");
    let table = "CREATE TABLE bench_point (id BIGINT PRIMARY KEY, body BYTEA NOT NULL)";
    connection.execute_unprepared(table).await.expect("a table");
    let insert = "INSERT INTO bench_point (id, body) VALUES (1, $1)";
    let row = Statement::from_sql_and_values(DbBackend::Postgres, insert, [body.to_vec().into()]);
    connection.execute_raw(row).await.expect("a row");
    connection
}

/// Reads the row.
pub async fn read(connection: DatabaseConnection) -> Result<Bytes, Status> {
    let select = "SELECT body FROM bench_point WHERE id = $1";
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, select, [1i64.into()]);
    let row = connection
        .query_one_raw(statement)
        .await
        .map_err(|error| Status::internal(error.to_string()))?;
    let row = row.ok_or_else(|| Status::not_found("no row"))?;
    let body: Vec<u8> =
        row.try_get_by_index(0).map_err(|error| Status::internal(error.to_string()))?;
    Ok(body.into())
}
