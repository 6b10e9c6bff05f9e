//! What the server does, each against a limit measured in the same run.
//!
//! A limit is the least that must happen: the same bytes through tonic without us, the same rows in
//! the database without us. Ours and the limit take turns, and the ratio of each pair of turns is
//! what counts: a machine that gets slower gets slower for both.
//!
//! `cargo bench -p nianbao-tests --bench limits`, with `tests/with-postgres` before it for PostgreSQL.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench that meets the unexpected ends, and prints what it measured"
)]

mod caller;
mod commit_loop;
mod creates;
mod echo;
mod pair;
mod point_read;
mod reads;
mod subject;

use nianbao_tests::Backend;
use tokio::runtime::{Builder, Runtime};

fn main() {
    // cargo passes --bench; anything else names the benches to run.
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|it| name.contains(it));
    println!("{:<34}{:>12}{:>12}{:>9}{:>9}", "", "ours /s", "limit /s", "ratio", "wanted");
    for backend in [Backend::Sqlite, Backend::Postgres] {
        if is_wanted("GetRevision") {
            reads::revision(backend);
        }
        if is_wanted("GetReport") {
            reads::report(backend);
        }
        if is_wanted("CreateReport") {
            creates::create(backend);
        }
    }
}

/// One thread for whoever serves, one for whoever calls: neither borrows the other's processor.
fn one_thread(name: &str) -> Runtime {
    let runtime =
        Builder::new_multi_thread().worker_threads(1).thread_name(name).enable_all().build();
    runtime.expect("a runtime")
}
