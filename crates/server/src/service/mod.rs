//! The tonic services: read the request, call the application, write the answer, map the error.

mod call;
mod document;
mod form;
mod health;
mod list;
mod organization;
mod press;
mod rendering;
mod report;
mod rule;
mod server;
mod succession;
mod validation;
mod workshop;

use std::sync::Arc;

use nianbao_application::Application;
use nianbao_persistence::SqlStore;
use nianbao_proto::FILE_DESCRIPTOR_SET;
use nianbao_proto::v1::form_service_server::FormServiceServer;
use nianbao_proto::v1::organization_service_server::OrganizationServiceServer;
use nianbao_proto::v1::report_service_server::ReportServiceServer;
use nianbao_proto::v1::rule_service_server::RuleServiceServer;
use nianbao_proto::v1::server_service_server::ServerServiceServer;
use tonic::service::Routes;
use tonic::service::interceptor::InterceptedService;
use tonic_health::pb::health_server::{Health as HealthCheck, HealthServer};

use crate::access::Guard;
use crate::cache::AnswerCache;
pub use health::{Health, watch_store};
pub use press::Press;

/// What every service needs.
pub(crate) type Shared = Arc<Application<SqlStore>>;

/// Every service of the contract behind the guard; health and reflection before it.
pub fn routes(
    application: &Shared,
    cache: &Arc<AnswerCache>,
    guard: &Guard,
    max_request_bytes: usize,
    press: Arc<Press>,
    health: HealthServer<impl HealthCheck>,
) -> Routes {
    let form = FormServiceServer::new(form::Forms).max_decoding_message_size(max_request_bytes);
    let server = server::Info::new(application.clone(), max_request_bytes);
    let server = ServerServiceServer::new(server).max_decoding_message_size(max_request_bytes);
    let organizations = organization::Organizations::new(application.clone());
    let organizations =
        OrganizationServiceServer::new(organizations).max_decoding_message_size(max_request_bytes);
    let reports = report::Reports::new(application.clone(), cache.clone(), press);
    let reports = ReportServiceServer::new(reports)
        .max_decoding_message_size(max_request_bytes)
        .max_encoding_message_size(usize::MAX);
    let rules = rule::Rules::new(application.clone());
    let rules = RuleServiceServer::new(rules).max_decoding_message_size(max_request_bytes);
    let mut routes = Routes::builder();
    routes
        .add_service(health)
        .add_service(InterceptedService::new(form, guard.clone()))
        .add_service(InterceptedService::new(server, guard.clone()))
        .add_service(InterceptedService::new(organizations, guard.clone()))
        .add_service(InterceptedService::new(reports, guard.clone()))
        .add_service(InterceptedService::new(rules, guard.clone()));
    let reflection = || {
        tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(FILE_DESCRIPTOR_SET)
            .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
    };
    // Older clients ask for v1alpha only.
    match (reflection().build_v1(), reflection().build_v1alpha()) {
        (Ok(v1), Ok(v1alpha)) => {
            routes.add_service(v1).add_service(v1alpha);
        }
        (Err(error), _) | (_, Err(error)) => {
            tracing::error!(%error, "no reflection: the descriptor set is broken");
        }
    }
    routes.routes()
}
