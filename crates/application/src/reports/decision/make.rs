//! Acknowledging and waiving findings.

use nianbao_domain::decision::{Decision, DecisionKind, superseded};
use nianbao_domain::finding::{Finding, Severity, Stage};
use nianbao_domain::report::ReportKey;

use super::DecisionError;
use super::change::{Decided, permission_for};
use crate::access::Scope;
use crate::application::Committed;
use crate::idempotency::Call;
use crate::store::{Store, StoredReport};
use crate::{Application, Error};

/// Which finding is decided about, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The identity of the finding.
    pub identity: String,
    /// Its evidence, as the caller has seen it.
    pub evidence: String,
    /// Why.
    pub reason: String,
}

impl<S: Store> Application<S> {
    /// Decides about a finding of a report that is still as the etag says, in whatever state. The
    /// finding is one that the submission of the report would show now.
    pub async fn decide(
        &self,
        call: &Call<'_>,
        key: &ReportKey,
        etag: &str,
        about: About,
        kind: DecisionKind,
    ) -> Result<StoredReport, Error> {
        let scope = call.caller.authorize(call.method)?;
        let permission = permission_for(kind);
        if !call.caller.may(permission) {
            return Err(Error::Denied { permission });
        }
        let decided = self.once(call, self.make(call, scope, (key, etag), about, kind)).await?;
        self.report_of(call, scope, decided).await
    }

    async fn make(
        &self,
        call: &Call<'_>,
        scope: &Scope,
        (key, etag): (&ReportKey, &str),
        about: About,
        kind: DecisionKind,
    ) -> Result<Committed<StoredReport>, Error> {
        if kind.expire_date().is_some_and(|day| day < self.today()) {
            return Err(Error::invalid(
                "expire_date",
                "is over already: name today or a later day",
            ));
        }
        let present = self.unchanged(scope, key, etag).await?;
        let organization = self.organ_of(scope, key).await?;
        let subject = (key, &present.revision.content, Stage::Submission);
        let checked = self.assess_stored(scope, subject, &organization, &[]).await?;
        let finding = find(&checked.findings, key, &about)?;
        require_severity(finding, key, &about, kind)?;
        let named = (about.identity.as_str(), about.evidence.as_str());
        let ended = superseded(&present.decisions, named, &checked.findings).cloned().collect();
        let made = vec![Decision {
            kind,
            code: finding.code.to_string(),
            identity: about.identity,
            evidence: about.evidence,
            reason: about.reason,
            author: call.caller.id().to_owned(),
            time: self.clock.now(),
            import: None,
        }];
        let decided = Decided { made, ended, reason: String::new() };
        self.commit_decided(call, scope, present, &organization, decided).await
    }
}

/// The finding that is meant, with the values that the caller has seen.
fn find<'a>(
    findings: &'a [Finding],
    report: &ReportKey,
    about: &About,
) -> Result<&'a Finding, DecisionError> {
    let (report, identity) = (report.clone(), about.identity.clone());
    let of_it: Vec<_> = findings.iter().filter(|it| it.identity() == identity).collect();
    let seen = of_it.iter().find(|it| it.evidence() == about.evidence);
    match (seen, of_it.first()) {
        (Some(finding), _) => Ok(finding),
        (None, Some(other)) => {
            let evidence = other.evidence();
            Err(DecisionError::OtherEvidence { report, identity, evidence })
        }
        (None, None) => Err(DecisionError::NoFinding { report, identity }),
    }
}

/// What blocks is waived, anything else acknowledged.
fn require_severity(
    finding: &Finding,
    report: &ReportKey,
    about: &About,
    kind: DecisionKind,
) -> Result<(), DecisionError> {
    let (blocks, severity) = (finding.severity == Severity::Blocking, finding.severity);
    if blocks == matches!(kind, DecisionKind::Waiver { .. }) {
        return Ok(());
    }
    let (report, identity) = (report.clone(), about.identity.clone());
    Err(DecisionError::WrongSeverity { report, identity, severity })
}
