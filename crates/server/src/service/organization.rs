//! OrganizationService: the register of organs.

use nianbao_application::access::Method;
use nianbao_application::organizations::NewOrganization;
use nianbao_application::{Call, Error};
use nianbao_domain::organization::{OrganizationId, Particulars};
use nianbao_proto::v1::organization_service_server::OrganizationService;
use nianbao_proto::v1::{
    self, BatchCreateOrganizationsRequest, BatchCreateOrganizationsResponse,
    CloseOrganizationRequest, CreateOrganizationRequest, GetOrganizationRequest,
    ListOrganizationsRequest, ListOrganizationsResponse, SucceedOrganizationsRequest,
    SucceedOrganizationsResponse, UpdateOrganizationRequest,
};
use nianbao_wire as wire;
use tonic::{Request, Response, Status};

use super::call::{Repeatable, caller};
use super::list::Wanted;
use super::{Shared, succession};
use crate::answer::{invalid, status};

/// The register of organs.
pub struct Organizations {
    application: Shared,
}

impl Organizations {
    /// The service over the use cases.
    pub fn new(application: Shared) -> Self {
        Self { application }
    }

    async fn register(
        &self,
        call: &Call<'_>,
        new: Vec<NewOrganization>,
    ) -> Result<Vec<v1::Organization>, Status> {
        let organs = self.application.create_organizations(call, new).await.map_err(status)?;
        Ok(organs.iter().map(wire::organization).collect())
    }
}

#[tonic::async_trait]
impl OrganizationService for Organizations {
    async fn create_organization(
        &self,
        request: Request<CreateOrganizationRequest>,
    ) -> Result<Response<v1::Organization>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::CreateOrganization)?;
        let new = new_organization(request, "")?;
        let created = self.application.create_organization(&call, new).await.map_err(status)?;
        Ok(Response::new(wire::organization(&created)))
    }

    async fn get_organization(
        &self,
        request: Request<GetOrganizationRequest>,
    ) -> Result<Response<v1::Organization>, Status> {
        let caller = caller(&request)?;
        let id = wire::name::organization(&request.into_inner().name, "name").map_err(invalid)?;
        let organ = self.application.organization(&caller, &id).await.map_err(status)?;
        Ok(Response::new(wire::organization(&organ)))
    }

    async fn list_organizations(
        &self,
        request: Request<ListOrganizationsRequest>,
    ) -> Result<Response<ListOrganizationsResponse>, Status> {
        let caller = caller(&request)?;
        let ListOrganizationsRequest { page_size, page_token, filter, order_by, read_mask } =
            request.into_inner();
        let mask =
            wire::ReadMask::<v1::Organization>::read(read_mask.as_ref(), wire::ReadMask::all())
                .map_err(invalid)?;
        let wanted = Wanted {
            parent: None,
            page_size,
            page_token: &page_token,
            filter: &filter,
            order_by: &order_by,
        };
        let query = wanted.query(self.application.limits())?;
        let page = self.application.organizations(&caller, &query).await.map_err(status)?;
        let organizations =
            page.organizations.iter().map(|organ| mask.apply(wire::organization(organ))).collect();
        Ok(Response::new(ListOrganizationsResponse {
            organizations,
            next_page_token: page.next_page_token,
        }))
    }

    async fn update_organization(
        &self,
        request: Request<UpdateOrganizationRequest>,
    ) -> Result<Response<v1::Organization>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::UpdateOrganization)?;
        let UpdateOrganizationRequest {
            organization,
            update_mask,
            request_id: _,
            validate_only: _,
        } = request;
        let organ =
            organization.ok_or_else(|| status(Error::invalid("organization", "missing")))?;
        let id = wire::name::organization(&organ.name, "organization.name").map_err(invalid)?;
        let etag = required_etag(&organ.etag, "organization.etag")?;
        let update = wire::particulars_update(organ, update_mask.as_ref()).map_err(invalid)?;
        let updated = self.application.update_organization(&call, &id, &etag, update).await;
        Ok(Response::new(wire::organization(&updated.map_err(status)?)))
    }

    async fn batch_create_organizations(
        &self,
        request: Request<BatchCreateOrganizationsRequest>,
    ) -> Result<Response<BatchCreateOrganizationsResponse>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::BatchCreateOrganizations)?;
        let limit = self.application.limits().max_batch_size;
        if request.requests.len() > limit {
            return Err(status(Error::TooMany { limit, found: request.requests.len() }));
        }
        if request.requests.is_empty() {
            return Err(status(Error::invalid("requests", "missing: at least one is needed")));
        }
        let items = request.requests.into_iter().enumerate();
        let new: Vec<_> =
            items.map(|(at, item)| item_of_batch(item, at)).collect::<Result<_, _>>()?;
        let organizations = self.register(&call, new).await?;
        Ok(Response::new(BatchCreateOrganizationsResponse { organizations }))
    }

    async fn succeed_organizations(
        &self,
        request: Request<SucceedOrganizationsRequest>,
    ) -> Result<Response<SucceedOrganizationsResponse>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::SucceedOrganizations)?;
        let stated = succession::stated(request, self.application.limits())?;
        let succeeded = self.application.succeed_organizations(&call, stated).await;
        Ok(Response::new(succession::answer(&succeeded.map_err(status)?)))
    }

    async fn close_organization(
        &self,
        request: Request<CloseOrganizationRequest>,
    ) -> Result<Response<v1::Organization>, Status> {
        let caller = caller(&request)?;
        let request = request.into_inner();
        let call = request.call(&caller, Method::CloseOrganization)?;
        let CloseOrganizationRequest { name, etag, valid_to, request_id: _, validate_only: _ } =
            request;
        let id = wire::name::organization(&name, "name").map_err(invalid)?;
        let etag = required_etag(&etag, "etag")?;
        let valid_to = wire::field::date(&valid_to, "valid_to").map_err(invalid)?;
        let closed = self.application.close_organization(&call, &id, &etag, valid_to).await;
        Ok(Response::new(wire::organization(&closed.map_err(status)?)))
    }
}

/// Every change needs the etag of what the caller has seen.
pub(super) fn required_etag(etag: &str, field: &str) -> Result<String, Status> {
    if etag.is_empty() {
        return Err(status(Error::invalid(
            field,
            "missing: the etag of what you have read is needed",
        )));
    }
    Ok(etag.to_owned())
}

/// One call is one commit and one check: what makes it repeatable, or a check only, is the batch's.
fn item_of_batch(request: CreateOrganizationRequest, at: usize) -> Result<NewOrganization, Status> {
    let before = format!("requests[{at}].");
    let misplaced =
        [("request_id", !request.request_id.is_empty()), ("validate_only", request.validate_only)];
    match misplaced.into_iter().find(|(_, given)| *given) {
        Some((field, _)) => {
            let what = format!("say {field} once for the whole batch, beside the requests");
            Err(status(Error::invalid(format!("{before}{field}"), what)))
        }
        None => new_organization(request, &before),
    }
}

fn new_organization(
    request: CreateOrganizationRequest,
    before: &str,
) -> Result<NewOrganization, Status> {
    let CreateOrganizationRequest {
        organization,
        organization_id,
        request_id: _,
        validate_only: _,
    } = request;
    let root = format!("{before}organization");
    let organ = organization.ok_or_else(|| status(Error::invalid(&root, "missing")))?;
    let particulars = wire::particulars(organ, &root).map_err(invalid)?;
    let id = id(&organization_id, &particulars, &format!("{before}organization_id"))?;
    Ok(NewOrganization { id, particulars })
}

/// The id that was asked for, or the 统一社会信用代码 in lower case.
fn id(asked: &str, particulars: &Particulars, field: &str) -> Result<OrganizationId, Status> {
    let code = particulars.credit_code.as_ref().map(|code| code.as_str().to_ascii_lowercase());
    match (asked, code) {
        ("", Some(code)) => wire::name::organization_id(&code, field).map_err(invalid),
        ("", None) => {
            let what = "missing: an id is needed where there is no unified_social_credit_code to make it of";
            Err(status(Error::invalid(field, what)))
        }
        (asked, _) => wire::name::organization_id(asked, field).map_err(invalid),
    }
}
