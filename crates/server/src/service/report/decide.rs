//! Decisions about findings.

use nianbao_application::access::{Caller, Method};
use nianbao_application::reports::About;
use nianbao_domain::decision::DecisionKind;
use nianbao_proto::v1;
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use super::read::message;
use crate::answer::{invalid, status};
use crate::service::call::Repeatable;
use crate::service::organization::required_etag;

impl Reports {
    pub(super) async fn acknowledge(
        &self,
        caller: &Caller,
        request: v1::AcknowledgeFindingRequest,
    ) -> Result<v1::Report, Status> {
        let call = request.call(caller, Method::AcknowledgeFinding)?;
        let v1::AcknowledgeFindingRequest { name, identity, evidence, reason, etag, .. } = request;
        let key = wire::name::report(&name, "name").map_err(invalid)?;
        let about = about(identity, evidence, reason)?;
        let etag = required_etag(&etag, "etag")?;
        let kind = DecisionKind::Acknowledgement;
        let decided = self.application.decide(&call, &key, &etag, about, kind).await;
        decided.map(|report| message(&report)).map_err(status)
    }

    pub(super) async fn waive(
        &self,
        caller: &Caller,
        request: v1::WaiveFindingRequest,
    ) -> Result<v1::Report, Status> {
        let call = request.call(caller, Method::WaiveFinding)?;
        let v1::WaiveFindingRequest { name, identity, evidence, reason, expire_date, etag, .. } =
            request;
        let key = wire::name::report(&name, "name").map_err(invalid)?;
        let about = about(identity, evidence, reason)?;
        let expire_date =
            wire::field::required_date(&expire_date, "expire_date").map_err(invalid)?;
        let etag = required_etag(&etag, "etag")?;
        let kind = DecisionKind::Waiver { expire_date };
        let decided = self.application.decide(&call, &key, &etag, about, kind).await;
        decided.map(|report| message(&report)).map_err(status)
    }

    pub(super) async fn withdraw(
        &self,
        caller: &Caller,
        request: v1::WithdrawDecisionRequest,
    ) -> Result<v1::Report, Status> {
        let call = request.call(caller, Method::WithdrawDecision)?;
        let v1::WithdrawDecisionRequest { name, identity, evidence, reason, etag, .. } = request;
        let key = wire::name::report(&name, "name").map_err(invalid)?;
        let identity = wire::field::digest(identity, "identity").map_err(invalid)?;
        let evidence = match evidence.as_str() {
            "" => None,
            _ => Some(wire::field::digest(evidence, "evidence").map_err(invalid)?),
        };
        let reason = wire::field::reason(reason, "reason").map_err(invalid)?;
        let etag = required_etag(&etag, "etag")?;
        let meant = (identity.as_str(), evidence.as_deref());
        let withdrawn =
            self.application.withdraw_decision(&call, (&key, &etag), meant, reason).await;
        withdrawn.map(|report| message(&report)).map_err(status)
    }
}

fn about(identity: String, evidence: String, reason: String) -> Result<About, Status> {
    Ok(About {
        identity: wire::field::digest(identity, "identity").map_err(invalid)?,
        evidence: wire::field::digest(evidence, "evidence").map_err(invalid)?,
        reason: wire::field::reason(reason, "reason").map_err(invalid)?,
    })
}
