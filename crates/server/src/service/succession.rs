//! Successions of organs as requests state them.

use nianbao_application::organizations::{SeenOrganization, StatedSuccession, Succeeded};
use nianbao_application::{Error, Limits};
use nianbao_domain::organization::Organization;
use nianbao_proto::v1::{self, SucceedOrganizationsRequest, SucceedOrganizationsResponse};
use nianbao_wire as wire;
use tonic::Status;

use super::organization::required_etag;
use crate::answer::{invalid, status};

/// Reads a succession.
pub(super) fn stated(
    request: SucceedOrganizationsRequest,
    limits: &Limits,
) -> Result<StatedSuccession, Status> {
    let SucceedOrganizationsRequest {
        kind,
        predecessors,
        successors,
        date,
        request_id: _,
        validate_only: _,
    } = request;
    let (limit, found) = (limits.max_batch_size, predecessors.len() + successors.len());
    if found > limit {
        return Err(status(Error::TooMany { limit, found }));
    }
    Ok(StatedSuccession {
        kind: wire::field::required_concept(kind, "kind").map_err(invalid)?,
        date: wire::field::date(&date, "date").map_err(invalid)?,
        predecessors: seen(predecessors, "predecessors")?,
        successors: seen(successors, "successors")?,
    })
}

/// The organs of a succession as messages.
pub(super) fn answer(succeeded: &Succeeded) -> SucceedOrganizationsResponse {
    let messages = |organs: &[Organization]| organs.iter().map(wire::organization).collect();
    SucceedOrganizationsResponse {
        predecessors: messages(&succeeded.predecessors),
        successors: messages(&succeeded.successors),
    }
}

fn seen(organs: Vec<v1::SeenOrganization>, field: &str) -> Result<Vec<SeenOrganization>, Status> {
    if organs.is_empty() {
        return Err(status(Error::invalid(field, "missing: at least one is needed")));
    }
    let organs = organs.into_iter().enumerate();
    let read = |(at, v1::SeenOrganization { name, etag })| {
        let id =
            wire::name::organization(&name, &format!("{field}[{at}].name")).map_err(invalid)?;
        Ok(SeenOrganization { id, etag: required_etag(&etag, &format!("{field}[{at}].etag"))? })
    };
    organs.map(read).collect()
}
