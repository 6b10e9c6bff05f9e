//! Checking reports: the same rules for stored ones, for ones sent along and for imports.

use std::sync::Arc;

use nianbao_domain::decision::Decision;
use nianbao_domain::evidence::DocumentEvidence;
use nianbao_domain::finding::Stage;
use nianbao_domain::organization::{Organization, OrganizationId, Particulars, Standing};
use nianbao_domain::report::{Content, ReportKey, ReportKind, ReportYear};
use nianbao_domain::rules::{Case, Validation, validate};
use nianbao_expression::UserRules;

use super::evidence::{Comparison, Evidence, SentEvidence};
use crate::access::{Caller, Method, Scope};
use crate::store::Store;
use crate::{Application, Error, Resource};

/// A report to check, with what is known about it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// What it says.
    pub content: &'a Content,
    /// Its year, where known.
    pub year: Option<ReportYear>,
    /// Its kind.
    pub kind: ReportKind,
    /// The occasion.
    pub stage: Stage,
    /// What reading its document showed.
    pub document: Option<&'a DocumentEvidence>,
}

/// Whose report one sent along is.
#[derive(Clone, Debug)]
pub enum Organ {
    /// Nobody says.
    Unknown,
    /// A registered organ.
    Registered(OrganizationId),
    /// An organ sent along; nothing of it is stored.
    Given(Box<Particulars>),
}

/// What a check came to, and what the report was compared with.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What the rule set says.
    pub validation: Validation,
    /// What the report was compared with.
    pub comparison: Comparison,
}

const NOT_WITH_EVIDENCE: &str = "a registered organ's report is compared with what is stored: name the organ, or send other reports along";

impl<S: Store> Application<S> {
    /// Checks the working revision of a stored report; stores nothing.
    pub async fn validate_stored(
        &self,
        caller: &Caller,
        key: &ReportKey,
        stage: Stage,
    ) -> Result<Checked, Error> {
        let scope = caller.authorize(Method::ValidateReport)?;
        let stored = self.stored(scope, key, super::View::Working).await?;
        let organization = self.store.organization(scope, &key.organization).await?;
        let content = &stored.revision.content;
        let subject =
            Subject { content, year: Some(key.year), kind: key.kind, stage, document: None };
        let evidence = self.evidence(scope, &subject, organization.as_ref()).await?;
        let validation = self.judged(subject, organization.as_ref(), &evidence, &stored.decisions);
        Ok(Checked { validation, comparison: evidence.comparison() })
    }

    /// Checks a report sent along, with what was decided about it, and with the evidence sent along
    /// where its organ is not registered; stores nothing.
    pub async fn validate_sent(
        &self,
        caller: &Caller,
        subject: Subject<'_>,
        organ: Organ,
        sent: SentEvidence,
        decisions: &[Decision],
    ) -> Result<Checked, Error> {
        let scope = caller.authorize(Method::ValidateReport)?;
        let registered = matches!(organ, Organ::Registered(_));
        if registered && !sent.is_empty() {
            return Err(Error::invalid("organization_name", NOT_WITH_EVIDENCE));
        }
        let organization = self.given_organ(scope, organ).await?;
        let organ = organization.as_ref();
        let evidence = if registered {
            self.evidence(scope, &subject, organ).await?
        } else {
            self.sent_evidence(scope, &subject, organ, sent).await?
        };
        let validation = self.judged(subject, organ, &evidence, decisions);
        Ok(Checked { validation, comparison: evidence.comparison() })
    }

    /// Checks a report with what is stored as evidence, and with these rules of users.
    pub(crate) async fn assess_with(
        &self,
        scope: &Scope,
        subject: Subject<'_>,
        organization: Option<&Organization>,
        rules: &Arc<UserRules>,
    ) -> Result<Validation, Error> {
        let mut evidence = self.evidence(scope, &subject, organization).await?;
        evidence.rules = Arc::clone(rules);
        Ok(assess(subject, organization, &evidence))
    }

    /// The organ that a caller names or sends along.
    pub(crate) async fn given_organ(
        &self,
        scope: &Scope,
        organ: Organ,
    ) -> Result<Option<Organization>, Error> {
        Ok(match organ {
            Organ::Unknown => None,
            Organ::Given(particulars) => Some(self.unregistered(*particulars)?),
            Organ::Registered(id) => {
                let found = self.store.organization(scope, &id).await?;
                Some(found.ok_or(Error::NotFound(Resource::Organization(id)))?)
            }
        })
    }

    /// An organ that exists for one check only.
    fn unregistered(&self, particulars: Particulars) -> Result<Organization, Error> {
        let uid = self.ids.next();
        let id = uid
            .simple()
            .to_string()
            .parse()
            .map_err(|_| Error::invalid("organization", "cannot be named"))?;
        Ok(Organization::register(id, uid, particulars, self.clock.now()))
    }
}

/// Runs the rules over a report and the evidence about it.
pub(super) fn assess(
    subject: Subject<'_>,
    organization: Option<&Organization>,
    evidence: &Evidence,
) -> Validation {
    let mut case = Case::new(subject.content);
    case.stage = subject.stage;
    case.year = subject.year;
    case.kind = subject.kind;
    case.organization = organization;
    case.standing = Standing::of(None, organization, evidence.name.as_deref());
    case.document = subject.document;
    evidence.lay_before(&mut case);
    let mut validation = validate(&case);
    evidence.rules.check(&case, &mut validation);
    validation
}
