//! A report → the message.

use chrono::{DateTime, Utc};
use nianbao_domain::decision::Decision;
use nianbao_domain::report::{
    Content, Head, Publication, ReportKey, RevisionNumber, ValidationSummary,
};
use nianbao_proto::v1;
use uuid::Uuid;

use super::{narrative, publication};
use crate::concept::Concept;
use crate::decision::decision;
use crate::sheet::sheet;
use crate::text::written_date;
use crate::time::timestamp;

/// A report as it stands, with its decisions and the content of one of its revisions.
pub fn report(
    head: &Head,
    content: &Content,
    revision: RevisionNumber,
    decisions: &[Decision],
) -> v1::Report {
    headed(head, revision, with_decisions(decisions, contained(content)))
}

/// The message with decisions.
pub(super) fn with_decisions(decisions: &[Decision], said: v1::Report) -> v1::Report {
    v1::Report { decisions: decisions.iter().map(decision).collect(), ..said }
}

/// A report as lists show it: the working revision without sheet and narrative.
pub fn listed_report(
    head: &Head,
    title: &str,
    compiled_by: &str,
    published: Option<&Publication>,
) -> v1::Report {
    let said = v1::Report {
        title: title.to_owned(),
        compiled_by: compiled_by.to_owned(),
        publication: published.map(publication::message),
        ..v1::Report::default()
    };
    headed(head, head.working_revision, said)
}

/// What a revision says, without a word about whose it is.
pub(super) fn contained(content: &Content) -> v1::Report {
    let Content { title, compiled_by, sheet: figures, narrative: words, publication, provenance } =
        content;
    v1::Report {
        compiled_by: compiled_by.clone(),
        title: title.clone(),
        sheet: Some(sheet(figures, provenance)),
        narrative: Some(narrative::message(words)),
        publication: publication.as_ref().map(publication::message),
        ..v1::Report::default()
    }
}

/// What a revision says, with the name of the report.
pub(super) fn named(key: &ReportKey, uid: Uuid, content: v1::Report) -> v1::Report {
    v1::Report {
        name: key.to_string(),
        uid: uid.to_string(),
        report_year: i32::from(key.year.get()),
        kind: key.kind.to_wire(),
        ..content
    }
}

/// What the last check came to is about the working revision only.
fn headed(head: &Head, revision: RevisionNumber, content: v1::Report) -> v1::Report {
    let Head {
        uid,
        key,
        source_key,
        state,
        version: _,
        working_revision,
        published_revision,
        create_time,
        update_time,
        validation: checked,
        validate_time,
        recheck: _,
        decisions: _,
    } = head;
    v1::Report {
        source_key: source_key.clone(),
        state: state.to_wire(),
        revision: signed(revision),
        published_revision: published_revision.map_or(0, signed),
        etag: head.etag(),
        validation: (revision == *working_revision).then(|| validation(checked, *validate_time)),
        create_time: Some(timestamp(*create_time)),
        update_time: Some(timestamp(*update_time)),
        ..named(key, *uid, content)
    }
}

fn validation(summary: &ValidationSummary, checked: DateTime<Utc>) -> v1::ReportValidation {
    let ValidationSummary {
        blocking,
        warnings,
        infos,
        waived,
        acknowledged,
        answered_until,
        not_assessed,
        rule_set,
        hits: _,
    } = summary;
    v1::ReportValidation {
        blocking: signed(*blocking),
        warnings: signed(*warnings),
        infos: signed(*infos),
        not_assessed: signed(*not_assessed),
        rule_set: rule_set.clone(),
        validate_time: Some(timestamp(checked)),
        waived: signed(*waived),
        acknowledged: signed(*acknowledged),
        answered_until: written_date(*answered_until),
    }
}

/// A count that the wire gives 31 bits.
pub(super) fn signed(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
