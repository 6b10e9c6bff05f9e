//! Standard health, for each service: serving while the database gives signs of life.

use nianbao_application::store::Store;
use nianbao_persistence::SqlStore;
use nianbao_proto::v1::form_service_server::FormServiceServer;
use nianbao_proto::v1::organization_service_server::OrganizationServiceServer;
use nianbao_proto::v1::report_service_server::ReportServiceServer;
use nianbao_proto::v1::server_service_server::ServerServiceServer;
use tokio_util::sync::CancellationToken;
use tonic::server::NamedService;
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::{Health as HealthCheck, HealthServer};
use tonic_health::server::HealthReporter;

use super::{Shared, form, organization, report, server};
use crate::run::PULSE;

/// Tells the health service how each service is.
#[derive(Clone)]
pub struct Health {
    reporter: HealthReporter,
}

/// Services that need the database, and the server as a whole.
const WITH_STORE: [&str; 3] = [
    "",
    OrganizationServiceServer::<organization::Organizations>::NAME,
    ReportServiceServer::<report::Reports>::NAME,
];
const WITHOUT_STORE: [&str; 2] =
    [FormServiceServer::<form::Forms>::NAME, ServerServiceServer::<server::Info>::NAME];

impl Health {
    /// The reporter and the service it reports to.
    pub fn new() -> (Self, HealthServer<impl HealthCheck>) {
        let (reporter, service) = tonic_health::server::health_reporter();
        (Self { reporter }, service)
    }

    async fn set(&self, services: &[&str], status: ServingStatus) {
        for service in services {
            self.reporter.set_service_status(*service, status).await;
        }
    }

    /// Nobody should send new calls.
    pub async fn stop(&self) {
        self.set(&WITH_STORE, ServingStatus::NotServing).await;
        self.set(&WITHOUT_STORE, ServingStatus::NotServing).await;
    }
}

/// Asks the store for signs of life until told to stop.
pub async fn watch_store(application: Shared, health: Health, stop: CancellationToken) {
    health.set(&WITHOUT_STORE, ServingStatus::Serving).await;
    let mut was_alive = None;
    loop {
        let is_alive = is_alive(application.store()).await;
        if was_alive != Some(is_alive) {
            let status = if is_alive { ServingStatus::Serving } else { ServingStatus::NotServing };
            health.set(&WITH_STORE, status).await;
            was_alive = Some(is_alive);
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(PULSE) => {}
        }
    }
}

async fn is_alive(store: &SqlStore) -> bool {
    match store.ping().await {
        Ok(()) => true,
        Err(error) => {
            tracing::warn!(%error, "the database gives no sign of life");
            false
        }
    }
}
