//! The service end to end: every behaviour over gRPC, on SQLite and on PostgreSQL.
//!
//! A test is an `async fn` that is written once; the macros below make two of it. The modules under
//! `process` run the program itself.

#![cfg(test)]

/// Tests that need one server, on every store. Each has a database of its own, and a server that
/// must still end well after it.
macro_rules! with_a_server {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                let server = nianbao_tests::TestServer::start(nianbao_tests::Backend::Sqlite).await;
                super::$test(&server).await;
                server.stop().await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                let server = nianbao_tests::TestServer::start(nianbao_tests::Backend::Postgres).await;
                super::$test(&server).await;
                server.stop().await;
            })+
        }
    };
}

/// Tests that start what they need themselves, on every store.
macro_rules! on_every_store {
    ($($test:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(nianbao_tests::Backend::Sqlite).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(nianbao_tests::Backend::Postgres).await;
            })+
        }
    };
}

mod access;
mod audit;
mod command;
mod completeness;
mod errors;
mod etags;
mod forms;
mod freshness;
mod given;
mod health;
mod hostile;
mod latency;
mod organizations;
mod process;
mod python;
mod reflection;
mod reports;
mod request_ids;
mod rules;
mod sizes;
