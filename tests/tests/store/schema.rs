//! The schema, as the databases tell it.

use std::sync::Arc;

use nianbao_application::store::Unobserved;
use nianbao_persistence::{OpenError, SqlStore, migrate, pending};
use nianbao_tests::postgres::{Backend, Server, TestDatabase};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, sqlx};

use crate::opened::clock;

const SQLITE: &str = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid";

const POSTGRES: &str = r#"
SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attcollation = 'pg_catalog."C"'::regcollation THEN ' C' ELSE '' END,
       CASE WHEN a.attnotnull THEN '' ELSE ' null' END) AS sql
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
UNION ALL
SELECT pg_get_indexdef(c.oid) FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'i'
UNION ALL
SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f'
"#;

async fn connect(database: &TestDatabase) -> DatabaseConnection {
    match database.url().strip_prefix("sqlite://") {
        Some(path) => {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
            sqlx::SqlitePool::connect_with(options).await.unwrap().into()
        }
        None => sqlx::PgPool::connect(database.url()).await.unwrap().into(),
    }
}

async fn told(database: &TestDatabase, sql: &str) -> String {
    let connection = connect(database).await;
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let rows = connection.query_all_raw(statement).await.unwrap();
    let lines = rows.iter().map(|row| row.try_get::<String>("", "sql").unwrap());
    let mut lines: Vec<_> = lines.filter(|line| !line.contains("seaql_migrations")).collect();
    if connection.get_database_backend() == sea_orm::DbBackend::Postgres {
        lines.sort();
    }
    connection.close().await.unwrap();
    lines.join("\n")
}

#[tokio::test]
async fn the_schema_of_sqlite_is_as_reviewed() {
    let database = TestDatabase::create(Backend::Sqlite).await;
    insta::assert_snapshot!("sqlite", told(&database, SQLITE).await);
}

#[tokio::test]
async fn the_schema_of_postgresql_is_as_reviewed() {
    let database = TestDatabase::create(Backend::Postgres).await;
    insta::assert_snapshot!("postgres", told(&database, POSTGRES).await);
}

#[tokio::test]
async fn a_schema_is_migrated_once() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let database = TestDatabase::create(backend).await;
        assert_eq!(pending(database.url()).await.unwrap(), [] as [&str; 0]);
        assert_eq!(migrate(database.url()).await.unwrap(), [] as [&str; 0]);
    }
}

#[tokio::test]
async fn a_database_without_a_schema_is_not_opened_and_told_what_it_lacks() {
    let directory = tempfile::tempdir().unwrap();
    let file = format!("sqlite://{}", directory.path().join("empty.db").display());
    let empty = TestDatabase::empty(Server::of_the_test_command()).await;
    for url in [file.as_str(), empty.url()] {
        let lacking = pending(url).await.unwrap();
        assert_eq!(lacking.first().map(String::as_str), Some("m0001_organization"));
        let opened = SqlStore::open(url, clock(), Arc::new(Unobserved)).await;
        assert!(matches!(opened, Err(OpenError::Unmigrated(steps)) if steps == lacking), "{url}");
        assert_eq!(migrate(url).await.unwrap(), lacking);
        SqlStore::open(url, clock(), Arc::new(Unobserved)).await.unwrap().close().await;
    }
}

#[tokio::test]
async fn processes_that_start_together_migrate_one_after_the_other() {
    let empty = TestDatabase::empty(Server::of_the_test_command()).await;
    let done = futures_util::future::join_all((0..4).map(|_| migrate(empty.url()))).await;
    let steps = done.into_iter().map(|steps| steps.unwrap().len());
    assert_eq!(steps.filter(|steps| *steps > 0).count(), 1);
}

#[tokio::test]
async fn a_database_that_is_ahead_of_the_program_is_served() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let database = TestDatabase::create(backend).await;
        let connection = connect(&database).await;
        let ahead = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 0)";
        connection.execute_unprepared(ahead).await.unwrap();
        connection.close().await.unwrap();
        assert_eq!(migrate(database.url()).await.unwrap(), [] as [&str; 0]);
        crate::opened::open(database.url()).await.close().await;
    }
}
