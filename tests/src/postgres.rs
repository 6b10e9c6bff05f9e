//! Databases for tests: a file of SQLite, or a database of its own on the PostgreSQL that the test
//! command provides. Both are gone when the test ends.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use nianbao_persistence::migrate;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, SqlxPostgresConnector, Statement, sqlx,
};
use tempfile::TempDir;
use uuid::Uuid;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

/// A migrated database that nobody else uses.
pub struct TestDatabase {
    url: String,
    kept: Kept,
}

/// What goes when the test ends.
enum Kept {
    Directory(#[expect(dead_code, reason = "removes itself")] TempDir),
    Database { server: Server, name: String },
}

impl TestDatabase {
    /// A new database with the present schema and nothing in it.
    pub async fn create(backend: Backend) -> Self {
        match backend {
            Backend::Sqlite => {
                let directory = tempfile::tempdir().expect("a directory for the database");
                let url = format!("sqlite://{}", directory.path().join("nianbao.db").display());
                migrate(&url).await.expect("the schema");
                Self { url, kept: Kept::Directory(directory) }
            }
            Backend::Postgres => Self::on(Server::of_the_test_command()).await,
        }
    }

    /// A new database with the present schema on a server that the test started.
    pub async fn on(server: Server) -> Self {
        let template = server.template().await;
        Self::made(server, &format!("TEMPLATE {template}")).await
    }

    /// A new database without any schema.
    pub async fn empty(server: Server) -> Self {
        Self::made(server, "").await
    }

    async fn made(server: Server, how: &str) -> Self {
        let name = format!("test_{}", Uuid::new_v4().simple());
        server.execute(&format!("CREATE DATABASE {name} {how}")).await;
        Self { url: server.url(&name), kept: Kept::Database { server, name } }
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Changes rows behind the back of whoever uses it.
    pub async fn change(&self, sql: &str) {
        let connection: DatabaseConnection = match self.url.strip_prefix("sqlite://") {
            Some(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                sqlx::SqlitePool::connect_with(options).await.expect("the file").into()
            }
            None => sqlx::PgPool::connect(&self.url).await.expect("PostgreSQL answers").into(),
        };
        connection.execute_unprepared(sql).await.expect(sql);
        connection.close().await.expect("the connection closes");
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Kept::Database { server, name } = &self.kept {
            let drop = format!("DROP DATABASE {name} WITH (FORCE)");
            let server = server.clone();
            // A runtime of its own: that of the test may be ending, and cannot wait here.
            let dropping = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                runtime.expect("a runtime").block_on(server.execute(&drop));
            });
            // What a test leaves behind goes with the cluster; the test has failed already.
            let _ = dropping.join();
        }
    }
}

/// A PostgreSQL on which databases may be created.
#[derive(Clone, Debug)]
pub struct Server {
    url: String,
}

/// Whoever makes the template holds this lock; the others wait and find it.
const LOCK: i64 = 0x6e69_616e_6261_6f02;

impl Server {
    /// The server that the test command provides.
    pub fn of_the_test_command() -> Self {
        let url = std::env::var("NIANBAO_TEST_POSTGRES_URL").unwrap_or_default();
        if url.is_empty() {
            panic!(
                "no PostgreSQL to test against: run `make test`, or `tests/with-postgres cargo nextest run …`"
            );
        }
        Self::at(url)
    }

    /// The server with this URL of any of its databases.
    pub fn at(url: String) -> Self {
        Self { url }
    }

    /// The URL of one of its databases.
    fn url(&self, database: &str) -> String {
        let (address, options) = self.url.split_once('?').unwrap_or((&self.url, ""));
        let (address, _) = address.rsplit_once('/').expect("a URL with a database");
        format!("{address}/{database}?{options}")
    }

    async fn connect(&self) -> DatabaseConnection {
        let pool = sqlx::postgres::PgPoolOptions::new().max_connections(1).connect(&self.url).await;
        SqlxPostgresConnector::from_sqlx_postgres_pool(pool.expect("PostgreSQL answers"))
    }

    /// Executes a statement by itself.
    pub async fn execute(&self, sql: &str) {
        let connection = self.connect().await;
        connection.execute_unprepared(sql).await.expect(sql);
        connection.close().await.expect("the connection closes");
    }

    /// The name of a database with the present schema, made by whichever test comes first.
    async fn template(&self) -> String {
        let name = format!("nianbao_template_{:016x}", schema());
        let connection = self.connect().await;
        execute(&connection, &format!("SELECT pg_advisory_lock({LOCK})")).await;
        let found = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
        let found = connection.query_one_raw(Statement::from_string(DbBackend::Postgres, found));
        if found.await.expect("the list of databases").is_none() {
            let unfinished = "nianbao_template_unfinished";
            execute(&connection, &format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)"))
                .await;
            execute(&connection, &format!("CREATE DATABASE {unfinished}")).await;
            migrate(&self.url(unfinished)).await.expect("the schema");
            execute(&connection, &format!("ALTER DATABASE {unfinished} RENAME TO {name}")).await;
        }
        connection.close().await.expect("the connection closes");
        name
    }
}

async fn execute(connection: &DatabaseConnection, sql: &str) {
    connection.execute_unprepared(sql).await.expect(sql);
}

/// A number that changes with the steps of the schema: a PostgreSQL that outlives a run may hold a
/// template of another day.
fn schema() -> u64 {
    let steps = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/persistence/src/migration");
    let files = std::fs::read_dir(steps).expect("the steps of the schema");
    let mut files: Vec<_> = files.map(|file| file.expect("a step").path()).collect();
    files.sort();
    let mut hasher = DefaultHasher::new();
    files.iter().for_each(|file| hasher.write(&std::fs::read(file).expect("a step")));
    hasher.finish()
}
