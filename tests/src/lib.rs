//! The harness of the tests that need more than one crate: servers over databases of their own,
//! clients, small reports, the contract as data. A harness that meets the unexpected stops the test
//! that it serves.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a harness that meets the unexpected stops the test that it serves"
)]

pub mod clients;
pub mod cluster;
pub mod contract;
pub mod page;
pub mod postgres;
pub mod process;
pub mod raw;
pub mod refusal;
pub mod samples;
pub mod server;
pub mod store_contract;

pub use postgres::Backend;
pub use server::TestServer;
