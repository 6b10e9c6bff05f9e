//! Withdrawing decisions: their findings are open again.

use nianbao_domain::decision::Decision;
use nianbao_domain::report::ReportKey;

use super::DecisionError;
use super::change::{Decided, permission_for};
use crate::access::Scope;
use crate::application::Committed;
use crate::idempotency::Call;
use crate::store::{Store, StoredReport};
use crate::{Application, Error};

impl<S: Store> Application<S> {
    /// Withdraws what was decided about a finding of a report that is still as the etag says: about
    /// these values, or about any where no evidence is given.
    pub async fn withdraw_decision(
        &self,
        call: &Call<'_>,
        (key, etag): (&ReportKey, &str),
        (identity, evidence): (&str, Option<&str>),
        reason: String,
    ) -> Result<StoredReport, Error> {
        let scope = call.caller.authorize(call.method)?;
        let meant = |it: &Decision| {
            it.identity == identity && evidence.is_none_or(|evidence| it.evidence == evidence)
        };
        let missing =
            || DecisionError::NoDecision { report: key.clone(), identity: identity.to_owned() };
        let withdraw = async {
            let present = self.unchanged(scope, key, etag).await?;
            let ended: Vec<_> = present.decisions.iter().filter(|it| meant(it)).cloned().collect();
            if ended.is_empty() {
                return Err(missing().into());
            }
            self.end(call, scope, present, Decided { made: Vec::new(), ended, reason }).await
        };
        let withdrawn = self.once(call, withdraw).await?;
        self.report_of(call, scope, withdrawn).await
    }

    /// Nobody withdraws what they could not have decided.
    async fn end(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        present: StoredReport,
        decided: Decided,
    ) -> Result<Committed<StoredReport>, Error> {
        let mut needed = decided.ended.iter().map(|decision| permission_for(decision.kind));
        if let Some(permission) = needed.find(|permission| !call.caller.may(*permission)) {
            let field = "identity".to_owned();
            return Err(DecisionError::NotAllowed { permission, field }.into());
        }
        let organization = self.organ_of(scope, &present.head.key).await?;
        self.commit_decided(call, scope, present, &organization, decided).await
    }
}
