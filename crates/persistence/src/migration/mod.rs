//! The schema, step by step: forward only, each step in a transaction of its own.
//!
//! A step that is released is never changed; a column goes in one release after nobody reads it.

mod column;
mod m0001_organization;
mod m0002_report;
mod m0003_journal;
mod m0004_request;
mod m0005_lease;
mod m0006_succession;
mod m0007_decision;
mod m0008_rule;
mod m0009_attachment;
mod run;

pub(crate) use run::{pending_on, steps, up};

use sea_orm_migration::prelude::*;

/// Every step, in order.
pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_organization::Migration),
            Box::new(m0002_report::Migration),
            Box::new(m0003_journal::Migration),
            Box::new(m0004_request::Migration),
            Box::new(m0005_lease::Migration),
            Box::new(m0006_succession::Migration),
            Box::new(m0007_decision::Migration),
            Box::new(m0008_rule::Migration),
            Box::new(m0009_attachment::Migration),
        ]
    }
}

/// Declares a step: its name is that of its file.
macro_rules! step {
    () => {
        #[derive(DeriveMigrationName)]
        pub(super) struct Migration;

        #[async_trait::async_trait]
        impl MigrationTrait for Migration {
            async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
                steps(manager).await
            }

            /// SQLite would leave half a step behind, too.
            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }
        }
    };
}
use step;
