//! Asking a running server whether it is well.

use std::time::Duration;

use nianbao_server::config::Config;
use tonic::transport::Endpoint;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

use super::CommandError;

const PATIENCE: Duration = Duration::from_secs(5);

/// Asks the server at the address of the settings, or of the address file where there is one.
pub async fn healthcheck(config: &Config) -> Result<(), CommandError> {
    let written = std::fs::read_to_string(&config.server.address_file);
    let address = written.unwrap_or_else(|_| config.server.listen.to_string());
    let unhealthy = |what: String| CommandError::Unhealthy { address: address.clone(), what };
    let endpoint = Endpoint::from_shared(format!("http://{address}"))
        .map_err(|error| unhealthy(error.to_string()))?;
    let connected = endpoint.connect_timeout(PATIENCE).timeout(PATIENCE).connect().await;
    let mut client = HealthClient::new(connected.map_err(|error| unhealthy(error.to_string()))?);
    let asked = client.check(HealthCheckRequest { service: String::new() }).await;
    let answer = asked.map_err(|status| unhealthy(status.message().to_owned()))?;
    match answer.into_inner().status() {
        ServingStatus::Serving => Ok(()),
        other => Err(unhealthy(other.as_str_name().to_owned())),
    }
}
