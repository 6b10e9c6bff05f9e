//! What it takes to write a report as a document.

use nianbao_domain::decision::Decision;
use nianbao_domain::organization::Organization;
use nianbao_domain::report::{Head, ReportKey, Revision, RevisionNumber};

use super::View;
use crate::access::{Caller, Method};
use crate::store::Store;
use crate::{Application, Error, Resource};

/// Which content of a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// That of a view.
    View(View),
    /// That of a revision.
    Revision(RevisionNumber),
}

/// A report to be written as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToRender {
    /// Its head.
    pub head: Head,
    /// The content that was chosen.
    pub revision: Revision,
    /// What was decided about its findings.
    pub decisions: Vec<Decision>,
    /// Whose it is.
    pub organization: Organization,
}

impl<S: Store> Application<S> {
    /// A report with everything that a document says of it.
    pub async fn report_to_render(
        &self,
        caller: &Caller,
        key: &ReportKey,
        chosen: Chosen,
    ) -> Result<ToRender, Error> {
        let scope = caller.authorize(Method::RenderReport)?;
        let head = self.head_in(scope, key).await?;
        let organization = self.organ_of(scope, key).await?;
        let (number, missing) = match chosen {
            Chosen::Revision(number) => (Some(number), Resource::Revision(key.clone(), number)),
            Chosen::View(View::Working) => {
                (Some(head.working_revision), Resource::Report(key.clone()))
            }
            Chosen::View(View::Published) => {
                (head.published_revision, Resource::Report(key.clone()))
            }
        };
        let number = number.ok_or_else(|| Error::NotFound(missing.clone()))?;
        let revision = self.store.revision(&head, number).await?;
        let revision = revision.ok_or(Error::NotFound(missing))?;
        let decisions = self.decisions_of(&head).await?;
        Ok(ToRender { head, revision, decisions, organization })
    }
}
