//! What a report said before.

use nianbao_domain::report::{Head, ReportKey, Revision, RevisionNumber};

use crate::access::{Caller, Method};
use crate::query::RevisionQuery;
use crate::store::Store;
use crate::{Application, Error, Resource};

/// A page of revisions, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionPage {
    /// The head of their report.
    pub head: Head,
    /// The revisions.
    pub revisions: Vec<Revision>,
    /// For the next page; empty on the last.
    pub next_page_token: String,
}

impl<S: Store> Application<S> {
    /// One revision, as it was, of the report with this head.
    pub async fn revision(
        &self,
        caller: &Caller,
        key: &ReportKey,
        number: RevisionNumber,
    ) -> Result<(Head, Revision), Error> {
        let scope = caller.authorize(Method::GetRevision)?;
        let missing = || Error::NotFound(Resource::Revision(key.clone(), number));
        let head = self.store.head(scope, key).await?.ok_or_else(missing)?;
        let revision = self.store.revision(&head, number).await?.ok_or_else(missing)?;
        Ok((head, revision))
    }

    /// The revisions of a report, newest first, page by page.
    pub async fn revisions(
        &self,
        caller: &Caller,
        key: &ReportKey,
        query: RevisionQuery,
    ) -> Result<RevisionPage, Error> {
        let scope = caller.authorize(Method::ListRevisions)?;
        let head = self.head_in(scope, key).await?;
        let one_more = RevisionQuery { limit: query.limit + 1, ..query };
        let mut revisions = self.store.revisions(&head, &one_more).await?;
        let more = revisions.len() > query.limit;
        revisions.truncate(query.limit);
        let last = revisions.last().filter(|_| more);
        let next_page_token =
            last.map(|it| RevisionQuery::token(key, it.number)).unwrap_or_default();
        Ok(RevisionPage { head, revisions, next_page_token })
    }
}
