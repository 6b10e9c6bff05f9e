//! The report of the year before, along the succession of the organ.

use chrono::Datelike;
use nianbao_domain::finding::Message;
use nianbao_domain::organization::{Organization, OrganizationId, SuccessionKind, SuccessionLink};
use nianbao_domain::report::{ReportKey, ReportKind, ReportYear};
use nianbao_domain::rules::Previous;

use super::{RelatedReport, related};
use crate::access::Scope;
use crate::store::{ComparedOrgans, ComparedQuery, Store, compared_revision};
use crate::{Application, Error};

/// Successions that are followed one behind the other: a year holds no more.
const HOPS: usize = 3;

/// The reports of the year before.
#[derive(Clone, Debug)]
pub(in crate::reports) enum Preceding {
    /// Nobody looked.
    Unknown,
    /// There is none that can be compared.
    None(Message),
    /// The organ's own, or that of the one that it carries on whole.
    Report(Box<RelatedReport>),
    /// Those of organs that were merged.
    Merged(Vec<RelatedReport>),
}

impl Preceding {
    /// The reports as rules see them.
    pub(super) fn related(&self) -> Previous<'_> {
        match self {
            Self::Unknown => Previous::Unknown,
            Self::None(reason) => Previous::None(reason.clone()),
            Self::Report(report) => Previous::Report(report.related()),
            Self::Merged(reports) => Previous::Merged(related::all(reports)),
        }
    }

    /// The reports.
    pub(in crate::reports) fn reports(&self) -> &[RelatedReport] {
        match self {
            Self::Unknown | Self::None(_) => &[],
            Self::Report(report) => std::slice::from_ref(report),
            Self::Merged(reports) => reports,
        }
    }

    /// Why there is none.
    pub(in crate::reports) fn absent(&self) -> Option<&Message> {
        match self {
            Self::None(reason) => Some(reason),
            Self::Unknown | Self::Report(_) | Self::Merged(_) => None,
        }
    }
}

impl<S: Store> Application<S> {
    /// The organ's own report of the year before, where no other organ came in since; else those of
    /// its predecessors.
    pub(in crate::reports) async fn preceding(
        &self,
        scope: &Scope,
        of: Option<(&Organization, ReportYear)>,
        kind: ReportKind,
    ) -> Result<Preceding, Error> {
        let Some((organ, year)) = of else { return Ok(Preceding::Unknown) };
        let Some(before) = year.previous() else { return Ok(Preceding::None(first_year(year))) };
        let key = ReportKey { organization: organ.id.clone(), year: before, kind };
        let own = self.compared_report(scope, key, organ).await?;
        let links = links(organ, before);
        let Some(own) = own else {
            return match why_nothing_precedes(organ, &links, before) {
                Some(reason) => Ok(Preceding::None(reason)),
                None => self.of_predecessors(scope, (before, kind), links, None).await,
            };
        };
        let came_in = |link: &&SuccessionLink| {
            link.kind == SuccessionKind::Merge && link.date.year() == i32::from(year.get())
        };
        let came_in: Vec<_> = links.into_iter().filter(came_in).collect();
        if came_in.is_empty() {
            return Ok(Preceding::Report(Box::new(own)));
        }
        self.of_predecessors(scope, (before, kind), came_in, Some(own)).await
    }

    /// The reports of predecessors, or of theirs; all of them, or the reason why not.
    async fn of_predecessors(
        &self,
        scope: &Scope,
        (year, kind): (ReportYear, ReportKind),
        links: Vec<&SuccessionLink>,
        own: Option<RelatedReport>,
    ) -> Result<Preceding, Error> {
        let mut merged = own.is_some() || links.iter().any(|it| it.kind == SuccessionKind::Merge);
        let mut found: Vec<_> = own.into_iter().collect();
        let mut wanted: Vec<_> = links.into_iter().map(|link| link.organization.clone()).collect();
        for _ in 0..HOPS {
            let (reports, missing) = self.compared_named(scope, wanted, year, kind).await?;
            found.extend(reports);
            wanted = Vec::new();
            for id in missing {
                // The record of the organ names it, so that its name is no secret.
                let Some(organ) = self.store.organization(&Scope::All, &id).await? else {
                    return Ok(Preceding::None(no_report_of(id.as_str(), year)));
                };
                let links = self::links(&organ, year);
                if let Some(reason) = why_nothing_precedes(&organ, &links, year) {
                    return Ok(Preceding::None(reason));
                }
                merged |= links.iter().any(|it| it.kind == SuccessionKind::Merge);
                wanted.extend(links.into_iter().map(|link| link.organization.clone()));
            }
            if wanted.is_empty() {
                return Ok(whole(found, merged));
            }
        }
        Ok(Preceding::None(too_far(year)))
    }

    /// The reports of some organs, and which have none: within the scope, and outside it only what
    /// is published.
    async fn compared_named(
        &self,
        scope: &Scope,
        organs: Vec<OrganizationId>,
        year: ReportYear,
        kind: ReportKind,
    ) -> Result<(Vec<RelatedReport>, Vec<OrganizationId>), Error> {
        let limit = organs.len();
        let named = ComparedOrgans::Named(organs.clone());
        let query = ComparedQuery { organs: named, year, kind: Some(kind), limit };
        let found = self.store.compared(scope, &query).await?;
        let is_missing =
            |id: &OrganizationId| found.iter().all(|it| it.head.key.organization != *id);
        let missing = organs.into_iter().filter(is_missing).collect();
        Ok((found.into_iter().map(RelatedReport::from).collect(), missing))
    }

    /// One report of an organ that is at hand, by the cheapest reads: mostly there is none.
    pub(super) async fn compared_report(
        &self,
        scope: &Scope,
        key: ReportKey,
        organ: &Organization,
    ) -> Result<Option<RelatedReport>, Error> {
        let Some(head) = self.store.head(scope, &key).await? else { return Ok(None) };
        let number = compared_revision(&head);
        let revision = self.store.revision(&head, number).await?;
        Ok(revision.map(|revision| RelatedReport {
            organization: organ.display_name.clone(),
            level: organ.level,
            organ_type: organ.organ_type,
            year: Some(key.year),
            kind: key.kind,
            content: revision.content,
            source: Some((key, number)),
        }))
    }
}

fn whole(mut reports: Vec<RelatedReport>, merged: bool) -> Preceding {
    match reports.pop() {
        Some(only) if reports.is_empty() && !merged => Preceding::Report(Box::new(only)),
        last => {
            reports.extend(last);
            Preceding::Merged(reports)
        }
    }
}

/// The successions that can explain where the report of this year is: an organ reports in the year
/// behind, so that one who took over then may have reported, or may have the predecessor's report.
fn links(organ: &Organization, year: ReportYear) -> Vec<&SuccessionLink> {
    let year = i32::from(year.get());
    let near = |link: &&SuccessionLink| (year..=year + 2).contains(&link.date.year());
    organ.predecessors.iter().filter(near).collect()
}

/// Why the predecessors of an organ without a report of its own cannot stand for it.
fn why_nothing_precedes(
    organ: &Organization,
    links: &[&SuccessionLink],
    year: ReportYear,
) -> Option<Message> {
    if links.is_empty() || stood_beside(organ, links, year) {
        return Some(no_report_of(&organ.display_name, year));
    }
    let split = links.iter().find(|link| link.kind == SuccessionKind::Split)?;
    let (name, date) = (&organ.display_name, split.date);
    Some(Message::new(
        format!("{name}于 {date} 由其他机关分立而来，分立前的 {year} 年度报告不能与其比较"),
        format!("{name} was split off on {date}: the report of {year} was that of a larger organ"),
    ))
}

/// Whether others were merged into an organ that existed in that year: then its own report is missing.
/// Where its beginning is not known, one organ that goes into another goes into one that existed.
fn stood_beside(organ: &Organization, links: &[&SuccessionLink], year: ReportYear) -> bool {
    let mut merged = links.iter().filter(|link| link.kind == SuccessionKind::Merge);
    match organ.valid_from {
        Some(from) => merged.any(|it| from < it.date && from.year() <= i32::from(year.get())),
        None => links.len() == 1 && merged.next().is_some(),
    }
}

fn no_report_of(name: &str, year: ReportYear) -> Message {
    Message::new(
        format!("没有{name} {year} 年度的报告可以比较"),
        format!("there is no report of {name} for {year} to compare with"),
    )
}

fn first_year(year: ReportYear) -> Message {
    Message::new(
        format!("{year} 年度是最早的报告年度，没有上一年度"),
        format!("{year} is the first year that was ever reported on"),
    )
}

fn too_far(year: ReportYear) -> Message {
    Message::new(
        format!("机关更替次数过多，未找到 {year} 年度的报告"),
        format!("too many successions one behind the other to find the report of {year}"),
    )
}
