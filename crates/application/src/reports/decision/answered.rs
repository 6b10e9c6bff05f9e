//! Checks with what was decided.

use chrono::NaiveDate;
use nianbao_domain::decision::Decision;
use nianbao_domain::finding::Stage;
use nianbao_domain::organization::Organization;
use nianbao_domain::report::{Content, ReportKey, china_date};
use nianbao_domain::rules::Validation;

use crate::access::Scope;
use crate::reports::Subject;
use crate::reports::assess::assess;
use crate::reports::evidence::Evidence;
use crate::store::Store;
use crate::{Application, Error};

impl<S: Store> Application<S> {
    /// What the rules say of a subject and the evidence about it, with what was decided about it.
    pub(in crate::reports) fn judged(
        &self,
        subject: Subject<'_>,
        organization: Option<&Organization>,
        evidence: &Evidence,
        decisions: &[Decision],
    ) -> Validation {
        assess(subject, organization, evidence).answered_by(decisions, self.today())
    }

    /// The same of a content that is stored, or about to be, with the evidence that is there.
    pub(in crate::reports) async fn assess_stored(
        &self,
        scope: &Scope,
        (key, content, stage): (&ReportKey, &Content, Stage),
        organization: &Organization,
        decisions: &[Decision],
    ) -> Result<Validation, Error> {
        let (year, kind) = (Some(key.year), key.kind);
        let subject = Subject { content, year, kind, stage, document: None };
        let evidence = self.evidence(scope, &subject, Some(organization)).await?;
        Ok(self.judged(subject, Some(organization), &evidence, decisions))
    }

    /// The day, China Standard Time.
    pub(in crate::reports) fn today(&self) -> NaiveDate {
        china_date(self.clock.now())
    }
}
