//! The use cases over a store without a database.

mod access;
mod decisions;
mod evidence;
mod repetition;
mod reports;
mod rules;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, Utc};
use nianbao_domain::form::Edition;
use nianbao_domain::organization::Particulars;
use nianbao_domain::report::{Content, ReportKey};
use nianbao_domain::sheet::Sheet;
use uuid::Uuid;

use crate::access::{Caller, Method};
use crate::memory::MemoryStore;
use crate::organizations::NewOrganization;
use crate::reports::NewReport;
use crate::{Application, Call, Clock, IdSource, Limits};

struct Noon;

struct Counting(AtomicU32);

impl Clock for Noon {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH
    }
}

impl IdSource for Counting {
    fn next(&self) -> Uuid {
        Uuid::from_u128(self.0.fetch_add(1, Ordering::Relaxed).into())
    }
}

fn application() -> Application<MemoryStore> {
    within(Limits { max_batch_size: 2, ..Limits::default() })
}

fn within(limits: Limits) -> Application<MemoryStore> {
    Application::new(
        MemoryStore::default(),
        Arc::new(Noon),
        Arc::new(Counting(AtomicU32::new(1))),
        limits,
    )
}

fn administrator() -> Caller {
    Caller::administrator("admin")
}

fn organ(id: &str, parent: Option<&str>) -> NewOrganization {
    let parent = parent.map(|id| id.parse().unwrap());
    let particulars = Particulars { display_name: id.to_owned(), parent, ..Particulars::default() };
    NewOrganization { id: id.parse().unwrap(), particulars }
}

fn key(name: &str) -> ReportKey {
    format!("organizations/{name}").parse().unwrap()
}

fn report(name: &str) -> NewReport {
    let content = Content::blank(Sheet::blank(Edition::E2021));
    NewReport { key: key(name), source_key: String::new(), content, decisions: Vec::new() }
}

async fn with_organ(id: &str) -> Application<MemoryStore> {
    let (application, caller) = (application(), administrator());
    let call = Call::new(&caller, Method::CreateOrganization);
    application.create_organization(&call, organ(id, None)).await.unwrap();
    application
}
