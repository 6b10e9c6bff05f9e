//! The units that a consolidated report adds up, and their reports of the year.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use futures_util::future::try_join3;
use nianbao_domain::organization::{Level, OrganType, Organization, OrganizationId};
use nianbao_domain::report::{ReportKey, ReportKind, ReportYear};
use nianbao_domain::rules::Children;

use super::{RelatedReport, related};
use crate::access::Scope;
use crate::query::{Direction, Operator, OrganizationField, OrganizationQuery, Predicate, Value};
use crate::store::{ComparedOrgans, ComparedQuery, Store};
use crate::{Application, Error};

/// Most units below a government; with more nobody looks, since a sum needs all of them.
pub const MAX_UNITS: usize = 1000;

/// The units below a government.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    pub(super) reports: Vec<RelatedReport>,
    pub(super) without_report: Vec<String>,
}

impl Units {
    /// The units as rules see them.
    pub(super) fn children(&self) -> Children<'_> {
        let without_report = self.without_report.iter().map(String::as_str).collect();
        Children { reports: related::all(&self.reports), without_report }
    }
}

impl<S: Store> Application<S> {
    /// For a consolidated report: of every organ directly below the government, its own report, or
    /// the consolidated one of a government instead of everything below that; and the government's
    /// own report, where it has one beside its office's.
    pub(super) async fn units(
        &self,
        scope: &Scope,
        of: Option<(&Organization, ReportYear)>,
        kind: ReportKind,
    ) -> Result<Option<Units>, Error> {
        let Some((organ, year)) = of.filter(|_| kind == ReportKind::Consolidated) else {
            return Ok(None);
        };
        let (list, query) = (below(&organ.id), reports_below(&organ.id, year));
        let (units, reports, own) = try_join3(
            async { Ok(self.store.organizations(scope, &list).await?) },
            async { Ok::<_, Error>(self.store.compared(scope, &query).await?) },
            self.compared_report(
                scope,
                ReportKey { organization: organ.id.clone(), year, kind: ReportKind::Own },
                organ,
            ),
        )
        .await?;
        if units.len() > MAX_UNITS {
            return Ok(None);
        }
        let mut reported = BTreeMap::new();
        for report in reports {
            let key = (report.head.key.organization.clone(), report.head.key.kind);
            reported.insert(key, RelatedReport::from(report));
        }
        Ok(Some(added_up(&units, reported, year, own)))
    }
}

type Reported = BTreeMap<(OrganizationId, ReportKind), RelatedReport>;

fn added_up(
    units: &[Organization],
    mut reported: Reported,
    year: ReportYear,
    own: Option<RelatedReport>,
) -> Units {
    let mut found = Units { reports: own.into_iter().collect(), ..Units::default() };
    for unit in units {
        match report_of(unit, &mut reported) {
            Some(report) => found.reports.push(report),
            None if owes_a_report(unit, year) => {
                found.without_report.push(unit.display_name.clone());
            }
            None => {}
        }
    }
    found
}

/// A government counts with its consolidated report. Townships, and governments of unknown level,
/// may have an own report only.
fn report_of(unit: &Organization, reported: &mut Reported) -> Option<RelatedReport> {
    let mut take = |kind| reported.remove(&(unit.id.clone(), kind));
    match (unit.organ_type, unit.level) {
        (Some(OrganType::Government), Some(Level::Township) | None) | (None, _) => {
            take(ReportKind::Consolidated).or_else(|| take(ReportKind::Own))
        }
        (Some(OrganType::Government), Some(_)) => take(ReportKind::Consolidated),
        (Some(_), _) => take(ReportKind::Own),
    }
}

/// Whoever existed in the year has a report for it, but for those that others took over within it:
/// their successors report.
fn owes_a_report(unit: &Organization, year: ReportYear) -> bool {
    let day = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1);
    let (first, next) = (day(year.get().into()), day(i32::from(year.get()) + 1));
    let (Some(first), Some(next)) = (first, next) else { return false };
    let existed =
        unit.valid_from.is_none_or(|from| from < next) && unit.valid_to.is_none_or(|to| first < to);
    let was_taken_over = unit.successors.iter().any(|it| it.date.year() == first.year());
    existed && !was_taken_over
}

fn below(parent: &OrganizationId) -> OrganizationQuery {
    let (field, operator) = (OrganizationField::Parent, Operator::Equal);
    let value = Value::Text(parent.as_str().to_owned());
    OrganizationQuery {
        parent: None,
        predicates: vec![Predicate { field, operator, value }],
        order: vec![(OrganizationField::Id, Direction::Ascending)],
        after: None,
        limit: MAX_UNITS + 1,
        with_content: false,
        fingerprint: 0,
    }
}

fn reports_below(parent: &OrganizationId, year: ReportYear) -> ComparedQuery {
    let parent = parent.clone();
    let organs = ComparedOrgans::Below { parent, level: None, organ_type: None };
    ComparedQuery { organs, year, kind: None, limit: ReportKind::ALL.len() * (MAX_UNITS + 1) }
}
