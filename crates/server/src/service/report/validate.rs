//! Checking reports, stored ones and ones sent along.

use nianbao_application::Error;
use nianbao_application::access::Caller;
use nianbao_application::reports::{Checked, Organ, RelatedReport, SentEvidence, Subject};
use nianbao_domain::finding::Stage;
use nianbao_proto::v1::validate_report_request::{Organ as GivenOrgan, Target};
use nianbao_proto::v1::{self, ValidateReportRequest, ValidateReportResponse};
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use super::comparison::compared;
use crate::answer::{invalid, status};
use crate::service::validation;

impl Reports {
    pub(super) async fn validate(
        &self,
        caller: &Caller,
        request: ValidateReportRequest,
    ) -> Result<ValidateReportResponse, Status> {
        let ValidateReportRequest {
            target,
            organ,
            stage,
            previous_report,
            sibling_reports,
            child_reports,
        } = request;
        let stage: Stage =
            wire::field::concept(stage, "stage").map_err(invalid)?.unwrap_or_default();
        let sent = evidence(previous_report, sibling_reports, child_reports)?;
        let checked = match target {
            Some(Target::Name(_)) if !sent.is_empty() => {
                let what = "a stored report is compared with what is stored: send the report itself, or no other";
                return Err(status(Error::invalid("name", what)));
            }
            Some(Target::Name(name)) => {
                let key = wire::name::report(&name, "name").map_err(invalid)?;
                self.application.validate_stored(caller, &key, stage).await
            }
            Some(Target::Report(report)) => {
                let wire::Parsed { organization, year, kind, source_key: _, content, decisions } =
                    wire::Parsed::read(report, "report").map_err(invalid)?;
                let organ = given_organ(organ)?.or(organization.map(Organ::Registered));
                let subject = Subject { content: &content, year, kind, stage, document: None };
                self.application
                    .validate_sent(
                        caller,
                        subject,
                        organ.unwrap_or(Organ::Unknown),
                        sent,
                        &decisions,
                    )
                    .await
            }
            None => {
                return Err(status(Error::invalid(
                    "target",
                    "missing: a name or a report is needed",
                )));
            }
        };
        let Checked { validation, comparison } = checked.map_err(status)?;
        let answer = validation::answer(&validation, self.application.limits().max_findings);
        Ok(ValidateReportResponse { comparison: Some(compared(comparison)), ..answer })
    }
}

/// Reads the reports that were sent along to be compared with.
fn evidence(
    previous: Option<v1::Report>,
    siblings: Vec<v1::Report>,
    children: Vec<v1::Report>,
) -> Result<SentEvidence, Status> {
    let all = |reports: Vec<v1::Report>, field: &str| -> Result<_, Status> {
        let reports = reports.into_iter().enumerate();
        reports.map(|(at, report)| related(report, &format!("{field}[{at}]"))).collect()
    };
    Ok(SentEvidence {
        previous: previous.map(|report| related(report, "previous_report")).transpose()?,
        siblings: all(siblings, "sibling_reports")?,
        children: all(children, "child_reports")?,
    })
}

fn related(report: v1::Report, field: &str) -> Result<RelatedReport, Status> {
    let parsed = wire::Parsed::read(report, field).map_err(invalid)?;
    Ok(RelatedReport::sent(parsed.year, parsed.kind, parsed.content))
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
