//! Reading reports and revisions, encoded where they were read before.

use nianbao_application::Error;
use nianbao_application::access::{Caller, Method, Scope};
use nianbao_application::query::ReportField;
use nianbao_application::reports::View;
use nianbao_application::store::{ListedReport, Store, StoredReport, Version};
use nianbao_domain::decision::Decision;
use nianbao_domain::report::ReportKey;
use nianbao_proto::Encoded;
use nianbao_proto::v1::{self, ReportView};
use nianbao_wire as wire;
use tonic::Status;

use super::Reports;
use crate::answer::{invalid, status};
use crate::cache::Kept;
use crate::service::list::{Wanted, revisions};

impl Reports {
    pub(super) async fn get(
        &self,
        caller: &Caller,
        request: &v1::GetReportRequest,
    ) -> Result<Encoded<v1::Report>, Status> {
        let key = wire::name::report(&request.name, "name").map_err(invalid)?;
        let view = view(request.view)?;
        if request.read_mask.is_some() {
            let mask = read_mask(request.read_mask.as_ref(), wire::ReadMask::all())?;
            let stored = self.application.report(caller, &key, view).await.map_err(status)?;
            return Ok(Encoded::new(&mask.apply(message(&stored))));
        }
        if let Some(kept) = self.kept(caller, &key, view).await? {
            return Ok(kept);
        }
        let epoch = self.cache.epoch(&key);
        let stored = self.application.report(caller, &key, view).await.map_err(status)?;
        let answer = Encoded::new(&message(&stored));
        let kept = Kept { version: Version::of(&stored.head), epoch, answer: answer.clone() };
        self.cache.keep_report(&key, view, kept);
        Ok(answer)
    }

    /// The report as it was last encoded, where that is what is stored.
    async fn kept(
        &self,
        caller: &Caller,
        key: &ReportKey,
        view: View,
    ) -> Result<Option<Encoded<v1::Report>>, Status> {
        let scope = caller.authorize(Method::GetReport).map_err(status)?;
        // Nobody else writes, and the caller sees everything: no commit since is all it takes.
        if self.application.store().is_sole_writer() && *scope == Scope::All {
            return Ok(self.cache.report(key, view));
        }
        let version = self.application.version(caller, key).await.map_err(status)?;
        Ok(self.cache.report_of(key, view, version))
    }

    pub(super) async fn revision(
        &self,
        caller: &Caller,
        name: &str,
    ) -> Result<Encoded<v1::Revision>, Status> {
        let (key, number) = wire::name::revision(name, "name").map_err(invalid)?;
        let scope = caller.authorize(Method::GetRevision).map_err(status)?;
        if *scope == Scope::All
            && let Some(kept) = self.cache.revision(&key, number)
        {
            return Ok(kept);
        }
        let epoch = self.cache.epoch(&key);
        let (head, revision) =
            self.application.revision(caller, &key, number).await.map_err(status)?;
        let answer = Encoded::new(&wire::revision(&key, head.uid, &revision));
        let kept = Kept { version: Version::of(&head), epoch, answer: answer.clone() };
        self.cache.keep_revision(&key, number, kept);
        Ok(answer)
    }

    pub(super) async fn list(
        &self,
        caller: &Caller,
        request: &v1::ListReportsRequest,
    ) -> Result<v1::ListReportsResponse, Status> {
        let mask =
            read_mask(request.read_mask.as_ref(), wire::ReadMask::<v1::Report>::without_content())?;
        let parent = wire::name::organization_or_any(&request.parent, "parent").map_err(invalid)?;
        let v1::ListReportsRequest {
            parent: _,
            page_size,
            page_token,
            filter,
            order_by,
            read_mask: _,
        } = request;
        let wanted = Wanted { parent, page_size: *page_size, page_token, filter, order_by };
        let query = wanted
            .query::<ReportField>(self.application.limits())?
            .with_content(mask.wants_content());
        let page = self.application.reports(caller, &query).await.map_err(status)?;
        let reports = page.reports.iter().map(|report| {
            let decisions = page.decisions.get(&report.head.key);
            mask.apply(listed(report, decisions.map_or(&[], Vec::as_slice)))
        });
        let reports = reports.collect();
        Ok(v1::ListReportsResponse { reports, next_page_token: page.next_page_token })
    }

    pub(super) async fn batch_get(
        &self,
        caller: &Caller,
        request: &v1::BatchGetReportsRequest,
    ) -> Result<v1::BatchGetReportsResponse, Status> {
        let mask = read_mask(request.read_mask.as_ref(), wire::ReadMask::all())?;
        let view = view(request.view)?;
        let keys = self.batch_keys(request)?;
        let reports = self.application.batch_reports(caller, &keys, view).await.map_err(status)?;
        let reports = reports.iter().map(|stored| mask.apply(message(stored))).collect();
        Ok(v1::BatchGetReportsResponse { reports })
    }

    /// The names of a batch, each once and all below the parent.
    fn batch_keys(&self, request: &v1::BatchGetReportsRequest) -> Result<Vec<ReportKey>, Status> {
        let limit = self.application.limits().max_batch_size;
        match request.names.len() {
            0 => return Err(status(Error::invalid("names", "missing: at least one is needed"))),
            found if found > limit => return Err(status(Error::TooMany { limit, found })),
            _ => {}
        }
        let parent = match request.parent.as_str() {
            "" => None,
            parent => wire::name::organization_or_any(parent, "parent").map_err(invalid)?,
        };
        let mut keys = Vec::with_capacity(request.names.len());
        let mut seen = std::collections::BTreeSet::new();
        for (at, name) in request.names.iter().enumerate() {
            let field = format!("names[{at}]");
            let key = wire::name::report(name, &field).map_err(invalid)?;
            if parent.as_ref().is_some_and(|parent| *parent != key.organization) {
                return Err(status(Error::invalid(
                    field,
                    format!("{name} does not lie under the parent"),
                )));
            }
            if !seen.insert(key.clone()) {
                return Err(status(Error::invalid(field, format!("{name} is named twice"))));
            }
            keys.push(key);
        }
        Ok(keys)
    }

    pub(super) async fn revisions(
        &self,
        caller: &Caller,
        request: &v1::ListRevisionsRequest,
    ) -> Result<v1::ListRevisionsResponse, Status> {
        let not_given = wire::ReadMask::<v1::Revision>::without_content();
        let mask = wire::ReadMask::read(request.read_mask.as_ref(), not_given).map_err(invalid)?;
        let key = wire::name::report(&request.parent, "parent").map_err(invalid)?;
        let query =
            revisions(&key, request.page_size, &request.page_token, self.application.limits())?;
        let page = self.application.revisions(caller, &key, query).await.map_err(status)?;
        let uid = page.head.uid;
        let answer = |it| {
            if mask.wants_content() {
                wire::revision(&key, uid, it)
            } else {
                wire::revision_entry(&key, it)
            }
        };
        let revisions =
            page.revisions.iter().map(|revision| mask.apply(answer(revision))).collect();
        Ok(v1::ListRevisionsResponse { revisions, next_page_token: page.next_page_token })
    }
}

/// A stored report as a message.
pub(super) fn message(stored: &StoredReport) -> v1::Report {
    let StoredReport { head, revision, decisions } = stored;
    wire::report(head, &revision.content, revision.number, decisions)
}

fn listed(report: &ListedReport, decisions: &[Decision]) -> v1::Report {
    let ListedReport { head, summary, content } = report;
    match content {
        Some(content) => wire::report(head, content, head.working_revision, decisions),
        None => wire::listed_report(
            head,
            &summary.title,
            &summary.compiled_by,
            summary.publication.as_ref(),
        ),
    }
}

pub(super) fn view(number: i32) -> Result<View, Status> {
    match ReportView::try_from(number) {
        Ok(ReportView::Unspecified | ReportView::Working) => Ok(View::Working),
        Ok(ReportView::Published) => Ok(View::Published),
        Err(_) => {
            Err(status(Error::invalid("view", format!("{number} is no value of ReportView"))))
        }
    }
}

fn read_mask(
    mask: Option<&pbjson_types::FieldMask>,
    not_given: wire::ReadMask<v1::Report>,
) -> Result<wire::ReadMask<v1::Report>, Status> {
    wire::ReadMask::read(mask, not_given).map_err(invalid)
}
