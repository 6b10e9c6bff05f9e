//! Checking reports: the same rules for stored ones, for ones sent along and for imports.

use nianbao_domain::evidence::DocumentEvidence;
use nianbao_domain::finding::Stage;
use nianbao_domain::form::fold;
use nianbao_domain::organization::{Organization, OrganizationId, Particulars, Standing};
use nianbao_domain::report::{Content, ReportKey, ReportKind, ReportYear, Title, china_date};
use nianbao_domain::rules::{Case, Validation, validate};

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

impl<S: Store> Application<S> {
    /// Checks the working revision of a stored report; stores nothing.
    pub async fn validate_stored(
        &self,
        caller: &Caller,
        key: &ReportKey,
        stage: Stage,
    ) -> Result<Validation, Error> {
        let scope = caller.authorize(Method::ValidateReport)?;
        let stored = self.stored(scope, key, super::View::Working).await?;
        let organization = self.store.organization(scope, &key.organization).await?;
        let content = &stored.revision.content;
        let subject =
            Subject { content, year: Some(key.year), kind: key.kind, stage, document: None };
        self.assess(scope, subject, organization.as_ref()).await
    }

    /// Checks a report sent along; stores nothing.
    pub async fn validate_sent(
        &self,
        caller: &Caller,
        subject: Subject<'_>,
        organ: Organ,
    ) -> Result<Validation, Error> {
        let scope = caller.authorize(Method::ValidateReport)?;
        let organization = match organ {
            Organ::Unknown => None,
            Organ::Given(particulars) => Some(self.unregistered(*particulars)?),
            Organ::Registered(id) => {
                let found = self.store.organization(scope, &id).await?;
                Some(found.ok_or(Error::NotFound(Resource::Organization(id)))?)
            }
        };
        self.assess(scope, subject, organization.as_ref()).await
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

    /// Loads the evidence that rules ask for, and runs them.
    pub(super) async fn assess(
        &self,
        scope: &Scope,
        subject: Subject<'_>,
        organization: Option<&Organization>,
    ) -> Result<Validation, Error> {
        let name = Title::read(&subject.content.title).organ;
        let titled = match (name.as_deref(), organization) {
            (Some(name), Some(organ)) if !is_named(organ, name) => {
                self.store.organization_named(scope, &fold(name)).await?
            }
            _ => None,
        };
        let mut case = Case::new(subject.content);
        case.stage = subject.stage;
        case.year = subject.year;
        case.kind = subject.kind;
        case.organization = organization;
        case.titled_organization = titled.as_ref();
        case.standing = Standing::of(None, organization, name.as_deref());
        case.document = subject.document;
        case.date = Some(china_date(self.clock.now()));
        Ok(validate(&case))
    }
}

fn is_named(organ: &Organization, name: &str) -> bool {
    let folded = fold(name);
    organ.names().any(|known| fold(known) == folded)
}
