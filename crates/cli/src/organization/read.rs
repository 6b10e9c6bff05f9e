//! Reading organs.

use nianbao_proto::v1::{GetOrganizationRequest, ListOrganizationsRequest, Organization};

use super::{resource_name, show};
use crate::arguments::{DataFormat, GetOrganization, ListOrganizations};
use crate::client::{Client, Refusal};
use crate::failure::Failure;
use crate::output::Output;
use crate::paging;

/// Shows one organ.
pub async fn get(
    client: &Client,
    arguments: &GetOrganization,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let organ = fetch(client, &resource_name(&arguments.name)).await?;
    show::one(&organ, format, output)
}

/// Asks for one organ.
pub async fn fetch(client: &Client, name: &str) -> Result<Organization, Refusal> {
    let request = GetOrganizationRequest { name: name.to_owned() };
    client.call(async || client.organizations().get_organization(request.clone()).await).await
}

/// Shows a page of organs, or all of them.
pub async fn list(
    client: &Client,
    arguments: &ListOrganizations,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let paging = &arguments.paging;
    let mut request = ListOrganizationsRequest {
        page_size: paging.part.page_size,
        page_token: paging.part.page_token.clone(),
        filter: paging.filter.clone(),
        order_by: paging.order_by.clone(),
        read_mask: None,
    };
    let list = async |request: &_| {
        client
            .call(async || client.organizations().list_organizations(Clone::clone(request)).await)
            .await
    };
    let mut answer = list(&request).await?;
    while paging.part.all && !answer.next_page_token.is_empty() {
        request.page_token = std::mem::take(&mut answer.next_page_token);
        let page = list(&request).await?;
        answer.organizations.extend(page.organizations);
        answer.next_page_token = page.next_page_token;
    }
    match format {
        DataFormat::Text => show::listing(&answer.organizations, output),
        DataFormat::Json => output.json_lines(&answer),
        DataFormat::Csv => show::write_records(&answer.organizations, output)?,
    }
    paging::say_next(&answer.next_page_token, format, output);
    Ok(())
}
