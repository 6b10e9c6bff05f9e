//! Checking reports, stored ones and ones sent along.

use nianbao_application::Error;
use nianbao_application::access::Caller;
use nianbao_application::reports::{Organ, Subject};
use nianbao_domain::finding::Stage;
use nianbao_proto::v1::validate_report_request::{Organ as GivenOrgan, Target};
use nianbao_proto::v1::{ValidateReportRequest, ValidateReportResponse};
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use crate::answer::{invalid, status};
use crate::service::validation;

impl Reports {
    pub(super) async fn validate(
        &self,
        caller: &Caller,
        request: ValidateReportRequest,
    ) -> Result<ValidateReportResponse, Status> {
        let ValidateReportRequest { target, organ, stage } = request;
        let stage: Stage =
            wire::field::concept(stage, "stage").map_err(invalid)?.unwrap_or_default();
        let validation = match target {
            Some(Target::Name(name)) => {
                let key = wire::name::report(&name, "name").map_err(invalid)?;
                self.application.validate_stored(caller, &key, stage).await
            }
            Some(Target::Report(report)) => {
                let wire::Parsed { organization, year, kind, source_key: _, content } =
                    wire::Parsed::read(report, "report").map_err(invalid)?;
                let organ = given_organ(organ)?.or(organization.map(Organ::Registered));
                let subject = Subject { content: &content, year, kind, stage, document: None };
                self.application
                    .validate_sent(caller, subject, organ.unwrap_or(Organ::Unknown))
                    .await
            }
            None => {
                return Err(status(Error::invalid(
                    "target",
                    "missing: a name or a report is needed",
                )));
            }
        };
        let validation = validation.map_err(status)?;
        Ok(validation::answer(&validation, self.application.limits().max_findings))
    }
}

fn given_organ(organ: Option<GivenOrgan>) -> Result<Option<Organ>, Status> {
    match organ {
        None => Ok(None),
        Some(GivenOrgan::OrganizationName(name)) => {
            let id = wire::name::organization(&name, "organization_name").map_err(invalid)?;
            Ok(Some(Organ::Registered(id)))
        }
        Some(GivenOrgan::Organization(organ)) => {
            let organ = wire::particulars(organ, "organization").map_err(invalid)?;
            Ok(Some(Organ::Given(Box::new(organ))))
        }
    }
}
