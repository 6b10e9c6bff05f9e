//! Heads of reports.

use nianbao_application::store::StoreError;
use nianbao_domain::report::{
    Head, ReportKey, ReportKind, ReportState, ReportYear, ValidationSummary,
};

use super::{Unmappable, corrupt, rule, signed, time};
use crate::entity::report;

/// The row of a head.
pub(crate) fn report_row(head: &Head) -> report::Model {
    let ValidationSummary {
        blocking,
        warnings,
        infos,
        waived,
        acknowledged,
        answered_until,
        not_assessed,
        rule_set,
        hits,
    } = &head.validation;
    report::Model {
        uid: head.uid,
        organization_id: head.key.organization.as_str().to_owned(),
        report_year: year(head.key.year),
        kind: head.key.kind.number(),
        source_key: head.source_key.clone(),
        state: head.state.number(),
        version: signed(head.version),
        working_revision: head.working_revision.into(),
        published_revision: head.published_revision.map(i64::from),
        blocking: (*blocking).into(),
        warnings: (*warnings).into(),
        infos: (*infos).into(),
        not_assessed: (*not_assessed).into(),
        rule_set: rule_set.clone(),
        hits: rule::written_hits(hits),
        create_time: time(head.create_time),
        update_time: time(head.update_time),
        waived: (*waived).into(),
        acknowledged: (*acknowledged).into(),
        decisions: head.decisions.into(),
        recheck: signed(head.recheck),
        answered_until: *answered_until,
        validate_time: Some(time(head.validate_time)),
    }
}

/// A year as it is stored; every report year is one.
pub(crate) fn year(year: ReportYear) -> i16 {
    i16::try_from(year.get()).unwrap_or(i16::MAX)
}

/// The head of a row.
pub(crate) fn head(row: report::Model) -> Result<Head, StoreError> {
    let uid = row.uid;
    mapped(row).map_err(|what| corrupt("report", uid, what))
}

fn mapped(row: report::Model) -> Result<Head, Unmappable> {
    Ok(Head {
        uid: row.uid,
        key: ReportKey {
            organization: row.organization_id.parse()?,
            year: ReportYear::try_from(i64::from(row.report_year))?,
            kind: ReportKind::try_from(row.kind)?,
        },
        source_key: row.source_key,
        state: ReportState::try_from(row.state)?,
        version: row.version.try_into()?,
        working_revision: row.working_revision.try_into()?,
        published_revision: row.published_revision.map(u32::try_from).transpose()?,
        create_time: row.create_time,
        update_time: row.update_time,
        validation: ValidationSummary {
            blocking: row.blocking.try_into()?,
            warnings: row.warnings.try_into()?,
            infos: row.infos.try_into()?,
            waived: row.waived.try_into()?,
            acknowledged: row.acknowledged.try_into()?,
            answered_until: row.answered_until,
            not_assessed: row.not_assessed.try_into()?,
            rule_set: row.rule_set,
            hits: rule::hits(&row.hits)?,
        },
        validate_time: row.validate_time.unwrap_or(row.update_time),
        recheck: row.recheck.try_into()?,
        decisions: row.decisions.try_into()?,
    })
}
