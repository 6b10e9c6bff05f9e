//! The limit of a write: rows of the same content, in a transaction of their own for each report.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use nianbao_tests::Backend;
use nianbao_tests::postgres::TestDatabase;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, Value,
};
use uuid::Uuid;

/// One connection that writes what a created report has: its head, its revision, an event, an audit entry.
pub struct CommitLoop {
    connection: DatabaseConnection,
    backend: DbBackend,
    content: Content,
    next: AtomicI64,
    _database: TestDatabase,
}

/// The large columns of a revision, as our server wrote them.
struct Content {
    figures: Vec<u8>,
    supplement: String,
    narrative: String,
}

const ORGANS: i64 = 1000;

impl CommitLoop {
    /// Over a database of its own, with the content of a report that a server has just written.
    pub async fn over(written: &TestDatabase, backend: Backend) -> Self {
        let database = TestDatabase::create(backend).await;
        nianbao_persistence::migrate(database.url()).await.expect("a schema");
        let content = Content::read(&connect(written.url()).await).await;
        let connection = connect(database.url()).await;
        let backend = connection.get_database_backend();
        let commits =
            Self { connection, backend, content, next: AtomicI64::new(0), _database: database };
        for organ in 0..ORGANS {
            commits.register(organ).await;
        }
        commits
    }

    /// Commits until the turn is over.
    pub async fn run(&self, turn: Duration) -> u64 {
        let end = Instant::now() + turn;
        let mut committed = 0;
        while Instant::now() < end {
            self.commit(self.next.fetch_add(1, Ordering::Relaxed)).await;
            committed += 1;
        }
        committed
    }

    async fn commit(&self, number: i64) {
        let begin = if self.backend == DbBackend::Sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" };
        self.connection.execute_unprepared(begin).await.expect("a transaction");
        let (uid, now) = (Uuid::now_v7(), chrono::Utc::now());
        let (organ, year) = (format!("organ-{}", number % ORGANS), 2008 + number / ORGANS);
        let name = format!("organizations/{organ}/reports/{year}");
        let zero = || Value::from(0i64);
        let (one, small) = (Value::from(1i64), |number: i16| Value::from(number));
        let year = small(i16::try_from(year).unwrap_or(i16::MAX));
        let none = || Value::from(None::<i64>);
        self.insert(
            "report",
            vec![
                uid.into(),
                organ.into(),
                year,
                small(1),
                "".into(),
                small(1),
                one.clone(),
                one.clone(),
                none(),
                zero(),
                zero(),
                zero(),
                zero(),
                "2026.1".into(),
                now.into(),
                now.into(),
            ],
        )
        .await;
        let Content { figures, supplement, narrative } = &self.content;
        let title = "司前镇人民政府办公室2024年政府信息公开工作年度报告";
        self.insert(
            "revision",
            vec![
                uid.into(),
                one.clone(),
                small(1),
                small(2),
                title.into(),
                "".into(),
                Value::from(None::<String>),
                Value::from(None::<chrono::NaiveDate>),
                "token".into(),
                now.into(),
                figures.clone().into(),
                supplement.clone().into(),
                narrative.clone().into(),
            ],
        )
        .await;
        let hash = || Value::from(None::<Vec<u8>>);
        let event = Uuid::now_v7().into();
        self.insert(
            "event",
            vec![event, small(10), name.clone().into(), one, now.into(), none(), hash()],
        )
        .await;
        let entry = Uuid::now_v7().into();
        let request = Value::from(None::<Uuid>);
        let method = "CreateReport".into();
        self.insert(
            "audit_entry",
            vec![entry, "token".into(), method, name.into(), request, now.into(), none(), hash()],
        )
        .await;
        self.connection.execute_unprepared("COMMIT").await.expect("a commit");
    }

    async fn insert(&self, table: &str, values: Vec<Value>) {
        let places: Vec<String> = (1..=values.len()).map(|at| format!("${at}")).collect();
        let sql = format!("INSERT INTO {table} VALUES ({})", places.join(", "));
        let insert = Statement::from_sql_and_values(self.backend, sql, values);
        self.connection.execute_raw(insert).await.expect("a row");
    }

    async fn register(&self, organ: i64) {
        let (now, small) = (chrono::Utc::now(), |number: i16| Value::from(number));
        let date = || Value::from(None::<chrono::NaiveDate>);
        let id = format!("organ-{organ}");
        self.insert(
            "organization",
            vec![
                id.into(),
                Uuid::now_v7().into(),
                Value::from(1i64),
                "".into(),
                "司前镇人民政府办公室".into(),
                "[]".into(),
                small(4),
                small(2),
                small(2),
                "".into(),
                "".into(),
                Value::from(None::<String>),
                date(),
                date(),
                now.into(),
                now.into(),
            ],
        )
        .await;
    }
}

impl Content {
    async fn read(connection: &DatabaseConnection) -> Self {
        let select = "SELECT figures, supplement, narrative FROM revision LIMIT 1";
        let statement = Statement::from_string(connection.get_database_backend(), select);
        let row =
            connection.query_one_raw(statement).await.expect("a revision").expect("a revision");
        Self {
            figures: row.try_get_by_index(0).expect("figures"),
            supplement: row.try_get_by_index(1).expect("a supplement"),
            narrative: row.try_get_by_index(2).expect("a narrative"),
        }
    }
}

/// As durable as our server: WAL and a synchronous commit.
async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).min_connections(1).test_before_acquire(false).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
    });
    Database::connect(options).await.expect("the database")
}
