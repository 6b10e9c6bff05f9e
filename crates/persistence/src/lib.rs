//! The port [`Store`](nianbao_application::store::Store) on SQLite and PostgreSQL, with sea-orm.
//!
//! [`migrate`] brings the schema up to this program, [`SqlStore::open`] opens it. There is one write
//! path: change sets wait in a queue, and lanes write what is waiting in one transaction. Nothing
//! outside this crate knows that the database is one of rows.

mod address;
mod commit;
mod connection;
mod entity;
mod error;
mod fault;
mod figures;
mod hierarchy;
mod housekeeping;
mod listener;
mod mapping;
mod migrate;
mod migration;
mod narrative;
mod notice;
mod patience;
mod read;
mod recorded;
mod retention;
mod sequence;
mod settings;
mod shared;
mod statement_size;
mod store;
mod supplement;
mod workers;

pub use address::AddressError;
pub use error::OpenError;
pub use migrate::{migrate, pending};
pub use settings::Settings;
pub use store::SqlStore;
