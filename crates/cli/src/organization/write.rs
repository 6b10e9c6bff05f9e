//! Registering and changing organs.

use nianbao_proto::v1::{CreateOrganizationRequest, UpdateOrganizationRequest};

use super::{read, resource_name, show};
use crate::arguments::{CreateOrganization, DataFormat, UpdateOrganization};
use crate::client::{Client, RequestId};
use crate::failure::Failure;
use crate::output::Output;

/// Registers an organ.
pub async fn create(
    client: &Client,
    arguments: &CreateOrganization,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let (organ, _) = arguments.attributes.to_message();
    let request = CreateOrganizationRequest {
        organization: Some(organ),
        organization_id: arguments.id.clone().unwrap_or_default(),
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let create = async || client.organizations().create_organization(request.clone()).await;
    let organ = client.call(create).await?;
    show::one(&organ, format, output)
}

/// Changes an organ.
pub async fn update(
    client: &Client,
    arguments: &UpdateOrganization,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let (mut organ, mask) = arguments.attributes.to_message();
    if mask.paths.is_empty() {
        return Err(Failure::usage("没有写出要修改的属性", "no attribute to change was given"));
    }
    organ.name = resource_name(&arguments.name);
    organ.etag = match &arguments.etag {
        Some(etag) => etag.clone(),
        None => read::fetch(client, &organ.name).await?.etag,
    };
    let request = UpdateOrganizationRequest {
        organization: Some(organ),
        update_mask: Some(mask),
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let update = async || client.organizations().update_organization(request.clone()).await;
    let organ = client.call(update).await?;
    show::one(&organ, format, output)
}
