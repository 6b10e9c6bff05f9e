//! FormService: the statutory form as data.

use nianbao_application::access::Method;
use nianbao_domain::form::Edition;
use nianbao_proto::v1::form_service_server::FormService;
use nianbao_proto::v1::{Form, GetFormRequest, ListFormsRequest, ListFormsResponse};
use nianbao_wire as wire;
use tonic::{Request, Response, Status};

use super::call::caller;
use crate::answer::{invalid, missing, status};

/// The forms of this build.
pub struct Forms;

#[tonic::async_trait]
impl FormService for Forms {
    async fn list_forms(
        &self,
        request: Request<ListFormsRequest>,
    ) -> Result<Response<ListFormsResponse>, Status> {
        caller(&request)?.authorize(Method::ListForms).map_err(status)?;
        let forms = Edition::ALL.into_iter().map(wire::form).collect();
        Ok(Response::new(ListFormsResponse { forms }))
    }

    async fn get_form(&self, request: Request<GetFormRequest>) -> Result<Response<Form>, Status> {
        caller(&request)?.authorize(Method::GetForm).map_err(status)?;
        let name = request.into_inner().name;
        match wire::name::form(&name, "name").map_err(invalid)? {
            Some(edition) => Ok(Response::new(wire::form(edition))),
            None => Err(missing("nianbao.v1/Form", &name)),
        }
    }
}
