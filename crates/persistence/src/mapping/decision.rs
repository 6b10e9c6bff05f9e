//! Decisions about findings.

use nianbao_application::store::{DecisionChange, StoreError};
use nianbao_domain::decision::{Decision, DecisionKind, Import};

use super::{Unmappable, corrupt, signed, time};
use crate::entity::decision;

/// The rows of the decisions that begin with a change.
pub(crate) fn decision_rows(change: &DecisionChange) -> Vec<decision::Model> {
    change.made.iter().map(|made| decision_row(change, made)).collect()
}

fn decision_row(change: &DecisionChange, decision: &Decision) -> decision::Model {
    let Decision { kind, code, identity, evidence, reason, author, time: made, import } = decision;
    decision::Model {
        report_uid: change.head.uid,
        version: signed(change.head.version),
        identity: identity.clone(),
        evidence: evidence.clone(),
        kind: kind.number(),
        code: code.clone(),
        reason: reason.clone(),
        expire_date: kind.expire_date(),
        author: author.clone(),
        create_time: time(*made),
        imported_by: import.as_ref().map(|import| import.by.clone()),
        import_time: import.as_ref().map(|import| time(import.time)),
        ended_version: None,
        ended_by: None,
        end_reason: None,
        end_time: None,
    }
}

/// The decision of a row.
pub(crate) fn decision(row: decision::Model) -> Result<Decision, StoreError> {
    let (uid, version, identity) = (row.report_uid, row.version, row.identity.clone());
    mapped(row)
        .map_err(|what| corrupt("decision", format_args!("{uid}/{version}/{identity}"), what))
}

fn mapped(row: decision::Model) -> Result<Decision, Unmappable> {
    let import = match (row.imported_by, row.import_time) {
        (Some(by), Some(time)) => Some(Import { by, time }),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => return Err("half an import".into()),
    };
    Ok(Decision {
        kind: DecisionKind::from_parts(row.kind, row.expire_date)?,
        code: row.code,
        identity: row.identity,
        evidence: row.evidence,
        reason: row.reason,
        author: row.author,
        time: row.create_time,
        import,
    })
}
