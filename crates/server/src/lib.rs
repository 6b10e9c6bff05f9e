//! The gRPC service: tonic services, settings, telemetry, wiring, workers, shutdown.

pub mod access;
mod answer;
mod cache;
mod clock;
pub mod config;
mod decode;
mod run;
mod service;
mod telemetry;
mod trace;

pub use run::{RunError, migrate, run};
pub use telemetry::start as start_telemetry;
