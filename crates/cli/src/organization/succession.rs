//! Recording what became of organs.

use nianbao_proto::v1::{
    CloseOrganizationRequest, SeenOrganization, SucceedOrganizationsRequest,
    SucceedOrganizationsResponse,
};
use nianbao_wire::Concept;

use super::{read, resource_name, show};
use crate::arguments::{CloseOrganization, DataFormat, SucceedOrganizations};
use crate::client::{Client, RequestId};
use crate::failure::Failure;
use crate::output::Output;

/// Records a succession of organs.
pub async fn succeed(
    client: &Client,
    arguments: &SucceedOrganizations,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let request = SucceedOrganizationsRequest {
        kind: arguments.kind.to_wire(),
        predecessors: seen(client, &arguments.predecessors).await?,
        successors: seen(client, &arguments.successors).await?,
        date: arguments.date.clone(),
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let succeed = async || client.organizations().succeed_organizations(request.clone()).await;
    let answer = client.call(succeed).await?;
    if format == DataFormat::Json {
        output.json_lines(&answer);
        return Ok(());
    }
    let SucceedOrganizationsResponse { predecessors, successors } = answer;
    let organs = [predecessors, successors].concat();
    if format == DataFormat::Csv {
        return show::write_records(&organs, output);
    }
    organs.iter().try_for_each(|organ| show::one(organ, format, output))
}

/// Ends an organ.
pub async fn close(
    client: &Client,
    arguments: &CloseOrganization,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let name = resource_name(&arguments.name);
    let etag = match &arguments.etag {
        Some(etag) => etag.clone(),
        None => read::fetch(client, &name).await?.etag,
    };
    let request = CloseOrganizationRequest {
        name,
        etag,
        valid_to: arguments.date.clone(),
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let close = async || client.organizations().close_organization(request.clone()).await;
    let organ = client.call(close).await?;
    show::one(&organ, format, output)
}

/// The organs as they are now.
async fn seen(client: &Client, names: &[String]) -> Result<Vec<SeenOrganization>, Failure> {
    let mut seen = Vec::with_capacity(names.len());
    for name in names {
        let name = resource_name(name);
        let etag = read::fetch(client, &name).await?.etag;
        seen.push(SeenOrganization { name, etag });
    }
    Ok(seen)
}
