//! Standard health, for each service: serving while the database gives signs of life.

use nianbao_application::store::Store;
use nianbao_persistence::SqlStore;
use nianbao_proto::v1::form_service_server::FormServiceServer;
use nianbao_proto::v1::organization_service_server::OrganizationServiceServer;
use nianbao_proto::v1::report_service_server::ReportServiceServer;
use nianbao_proto::v1::rule_service_server::RuleServiceServer;
use nianbao_proto::v1::server_service_server::ServerServiceServer;
use tokio_util::sync::CancellationToken;
use tonic::server::NamedService;
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::{Health as HealthCheck, HealthServer};
use tonic_health::server::HealthReporter;

use super::{Shared, form, organization, report, rule, server};
use crate::run::PULSE;

/// Tells the health service how each service is.
#[derive(Clone)]
pub struct Health {
    reporter: HealthReporter,
}

/// Services that need the database, and the server as a whole.
const WITH_STORE: [&str; 4] = [
    "",
    OrganizationServiceServer::<organization::Organizations>::NAME,
    ReportServiceServer::<report::Reports>::NAME,
    RuleServiceServer::<rule::Rules>::NAME,
];
const WITHOUT_STORE: [&str; 2] =
    [FormServiceServer::<form::Forms>::NAME, ServerServiceServer::<server::Info>::NAME];

impl Health {
    /// The reporter and the service it reports to, for a server whose store was just opened.
    pub async fn new() -> (Self, HealthServer<impl HealthCheck>) {
        let (reporter, service) = tonic_health::server::health_reporter();
        let health = Self { reporter };
        health.set(&WITH_STORE, ServingStatus::Serving).await;
        health.set(&WITHOUT_STORE, ServingStatus::Serving).await;
        (health, service)
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

    /// Whoever watches has been told, and hears no more: an open watch must not hold the server.
    pub async fn end(mut self) {
        for service in WITH_STORE.iter().chain(&WITHOUT_STORE) {
            self.reporter.clear_service_status(service).await;
        }
    }
}

/// Asks the store for signs of life until told to stop.
pub async fn watch_store(application: Shared, health: Health, stop: CancellationToken) {
    let mut was_alive = true;
    while stop.run_until_cancelled(tokio::time::sleep(PULSE)).await.is_some() {
        let is_alive = is_alive(application.store()).await;
        if was_alive != is_alive && !stop.is_cancelled() {
            let status = if is_alive { ServingStatus::Serving } else { ServingStatus::NotServing };
            health.set(&WITH_STORE, status).await;
            was_alive = is_alive;
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
