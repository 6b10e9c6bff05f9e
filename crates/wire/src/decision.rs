//! Decisions about findings, both ways.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use nianbao_domain::decision::{
    Answer, AnswerState, Decision, DecisionKind, Import, MAX_DECISIONS,
};
use nianbao_proto::v1;
use pbjson_types::Timestamp;

use crate::limits;
use crate::sheet::OutputOnly;
use crate::text::{Quoted, date, required_text, written_date};
use crate::time::{moment, timestamp};
use crate::violation::{Faults, Path};

/// A decision on the wire.
pub fn decision(decision: &Decision) -> v1::Decision {
    let Decision { kind, code, identity, evidence, reason, author, time, import } = decision;
    let wire_kind = match kind {
        DecisionKind::Acknowledgement => v1::DecisionKind::Acknowledgement,
        DecisionKind::Waiver { .. } => v1::DecisionKind::Waiver,
    };
    v1::Decision {
        kind: wire_kind.into(),
        code: code.clone(),
        identity: identity.clone(),
        evidence: evidence.clone(),
        reason: reason.clone(),
        expire_date: written_date(kind.expire_date()),
        author: author.clone(),
        create_time: Some(timestamp(*time)),
        imported_by: import.as_ref().map(|import| import.by.clone()).unwrap_or_default(),
        import_time: import.as_ref().map(|import| timestamp(import.time)),
    }
}

/// What was decided about a finding, and whether it holds.
pub(crate) fn answer(answer: &Answer) -> v1::Answer {
    let Answer { decision: decided, state } = answer;
    let state = match state {
        AnswerState::Holds => v1::AnswerState::Holds,
        AnswerState::OtherValues => v1::AnswerState::OtherValues,
        AnswerState::Expired => v1::AnswerState::Expired,
        AnswerState::Insufficient => v1::AnswerState::Insufficient,
    };
    v1::Answer { decision: Some(decision(decided)), state: state.into() }
}

/// Reads the decisions of the report at this path, each about other values.
pub(crate) fn read_all(
    decisions: Vec<v1::Decision>,
    output_only: OutputOnly,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Vec<Decision> {
    if decisions.len() > MAX_DECISIONS {
        let field = &at.field("decisions");
        faults.invalid(field, format_args!("more than {MAX_DECISIONS} decisions"));
        return Vec::new();
    }
    let mut said = BTreeSet::new();
    let decisions = decisions.into_iter().enumerate().filter_map(|(number, decision)| {
        let at = &at.item("decisions", number);
        let read = read(decision, output_only, at, faults)?;
        if !said.insert((read.identity.clone(), read.evidence.clone())) {
            faults.invalid(at, "decides about the same finding and values as another one");
        }
        Some(read)
    });
    decisions.collect()
}

fn read(
    decision: v1::Decision,
    output_only: OutputOnly,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<Decision> {
    let v1::Decision {
        kind,
        code,
        identity,
        evidence,
        reason,
        expire_date,
        author,
        create_time,
        imported_by,
        import_time,
    } = decision;
    let kind = read_kind(kind, &expire_date, at, faults);
    let code = required_text(code, limits::RULE_CODE, &at.field("code"), faults);
    let identity = digest(identity, &at.field("identity"), faults);
    let evidence = digest(evidence, &at.field("evidence"), faults);
    let reason = required_text(reason, limits::REASON, &at.field("reason"), faults);
    let author = required_text(author, limits::DISPLAY_NAME, &at.field("author"), faults);
    let time = required_moment(create_time, &at.field("create_time"), faults);
    let import = match output_only {
        OutputOnly::Ignored => None,
        OutputOnly::Kept => read_import(imported_by, import_time, at, faults),
    };
    let (kind, time) = (kind?, time?);
    Some(Decision { kind, code, identity, evidence, reason, author, time, import })
}

fn read_kind(
    kind: i32,
    expire_date: &str,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<DecisionKind> {
    let day = &at.field("expire_date");
    match v1::DecisionKind::try_from(kind) {
        Ok(v1::DecisionKind::Acknowledgement) if expire_date.is_empty() => {
            Some(DecisionKind::Acknowledgement)
        }
        Ok(v1::DecisionKind::Acknowledgement) => {
            faults.invalid(day, "only a waiver has a last day: leave it out");
            None
        }
        Ok(v1::DecisionKind::Waiver) => {
            let expire_date = required_date(expire_date, day, faults)?;
            Some(DecisionKind::Waiver { expire_date })
        }
        Ok(v1::DecisionKind::Unspecified) | Err(_) => {
            let why = format_args!("{kind}: name a value of nianbao.v1.DecisionKind");
            faults.invalid(&at.field("kind"), why);
            None
        }
    }
}

fn read_import(
    by: String,
    time: Option<Timestamp>,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<Import> {
    if by.is_empty() {
        return None;
    }
    let by = required_text(by, limits::DISPLAY_NAME, &at.field("imported_by"), faults);
    let time = required_moment(time, &at.field("import_time"), faults)?;
    Some(Import { by, time })
}

/// Reads a day that has to be given.
pub(crate) fn required_date(words: &str, at: &Path<'_>, faults: &mut Faults) -> Option<NaiveDate> {
    if words.is_empty() {
        faults.invalid(at, "missing: YYYY-MM-DD is expected");
    }
    date(words, at, faults)
}

/// Reads an identity or evidence: 32 digits in lower-case hexadecimal.
pub(crate) fn digest(words: String, at: &Path<'_>, faults: &mut Faults) -> String {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if words.len() != limits::DIGEST || !words.bytes().all(is_digit) {
        let digits = limits::DIGEST;
        let why =
            format_args!("{} is not {digits} of 0-9 and a-f, as findings have", Quoted(&words));
        faults.invalid(at, why);
    }
    words
}

/// Times that every store can hold.
fn required_moment(
    time: Option<Timestamp>,
    at: &Path<'_>,
    faults: &mut Faults,
) -> Option<DateTime<Utc>> {
    let read = time.as_ref().and_then(moment).filter(|time| (1970..=9999).contains(&time.year()));
    if read.is_none() {
        faults.invalid(at, "missing, or no time of the years 1970 to 9999");
    }
    read
}
