//! Importing a document that was read as a draft.

use nianbao_domain::decision::Decision;
use nianbao_domain::finding::Stage;
use nianbao_domain::organization::OrganizationId;
use nianbao_domain::report::{Content, Draft, Publication, ReportKey, ReportKind, ReportYear};
use nianbao_domain::rules::Validation;

use super::Original;
use super::assess::Subject;
use super::create::{NewReport, Source};
use crate::error::ViolationReason;
use crate::idempotency::Call;
use crate::store::{Store, StoredReport};
use crate::{Application, Error};

/// What the caller expects of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportExpectation {
    /// The organ whose report it is.
    pub organization: OrganizationId,
    /// The year, where the caller says one.
    pub year: Option<ReportYear>,
    /// The kind, where the caller says one.
    pub kind: Option<ReportKind>,
    /// The caller's own key for the new report.
    pub source_key: String,
    /// Where the document was found.
    pub source_uri: String,
}

/// A report made from a document.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The draft report.
    pub report: StoredReport,
    /// What was found, judged as a published page: never stops an import.
    pub validation: Validation,
}

impl<S: Store> Application<S> {
    /// Creates a draft of what a document says, and keeps the document with it; findings never stop it.
    pub async fn import_report(
        &self,
        call: &Call<'_>,
        draft: Draft,
        original: Original,
        expected: ImportExpectation,
    ) -> Result<Imported, Error> {
        let scope = call.caller.authorize(call.method)?;
        let key = expected.key(&draft)?;
        let source = Source { original, uri: expected.source_uri.clone() };
        let organization = self.organ_of(scope, &key).await?;
        let new = expected.report(key, draft.content, draft.decisions);
        let (seen, new) = (draft.evidence, self.with_brought(call, new)?);
        let (year, kind) = (Some(new.key.year), new.key.kind);
        let (content, stage, document) = (&new.content, Stage::PublishedPage, Some(&seen));
        let subject = Subject { content, year, kind, stage, document };
        let (organ, decided) = (Some(&organization), new.decisions.as_slice());
        let evidence = self.evidence(scope, &subject, organ).await?;
        let validation = self.judged(subject, organ, &evidence, decided);
        // What is stored is a draft like any other: its counts are what ValidateReport will say.
        let draft = Subject { stage: Stage::Draft, document: None, ..subject };
        let summary = self.judged(draft, organ, &evidence, decided).summary();
        let imported = self.once(call, self.store_new(call, new, summary, Some(source))).await?;
        Ok(Imported { report: self.report_of(call, scope, imported).await?, validation })
    }
}

impl ImportExpectation {
    /// Organ, year and kind, or a clear answer where document and caller disagree.
    fn key(&self, draft: &Draft) -> Result<ReportKey, Error> {
        if let Some(found) = draft.organization.clone().filter(|it| *it != self.organization) {
            let asked = self.organization.clone();
            let what = format!("the document is the report of {found}, not of {asked}");
            let reason = ViolationReason::DocumentOrganizationMismatch { asked, found };
            return Err(Error::violation("parent", reason, what));
        }
        let year = match (self.year, draft.year) {
            (Some(asked), Some(found)) if asked != found => {
                let what = format!("the document reports on {found}, {asked} was asked for");
                let reason = ViolationReason::DocumentYearMismatch { asked, found };
                return Err(Error::violation("report_year", reason, what));
            }
            (asked, found) => asked.or(found).ok_or_else(|| {
                let what = "the document tells no year: state report_year";
                Error::violation("report_year", ViolationReason::DocumentYearUnknown, what)
            })?,
        };
        let kind = self.kind.unwrap_or(draft.kind);
        if kind != draft.kind {
            let what =
                format!("the document is {}, {} was asked for", draft.kind.code(), kind.code());
            let reason = ViolationReason::DocumentKindMismatch { asked: kind, found: draft.kind };
            return Err(Error::violation("kind", reason, what));
        }
        Ok(ReportKey { organization: self.organization.clone(), year, kind })
    }

    fn report(self, key: ReportKey, mut content: Content, decisions: Vec<Decision>) -> NewReport {
        if content.publication.is_none() && !self.source_uri.is_empty() {
            content.publication = Some(Publication { uri: self.source_uri, publish_date: None });
        }
        NewReport { key, source_key: self.source_key, content, decisions }
    }
}
