//! Findings and what a check comes to → the messages.

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::finding::{
    Finding, Message, NotAssessed, Observation, Quote, Severity, SuggestedChange, Suggestion,
};
use nianbao_domain::form::Measure;
use nianbao_domain::rules::Validation;
use nianbao_domain::sheet::Amount;
use nianbao_proto::v1;

use crate::concept::Concept;
use crate::decision::answer;
use crate::sheet::cell_reference;

/// One observation by one rule, with its identity and evidence.
pub fn finding(finding: &Finding) -> v1::Finding {
    let Finding { code, severity, basis, observation, caused_by, suggestions, answer: answered } =
        finding;
    let Observation { cells, expected, found, quote: words, message, reading } = observation;
    let Message { zh, en } = message;
    v1::Finding {
        code: code.to_string(),
        severity: severity.to_wire(),
        cells: cells.iter().copied().map(cell_reference).collect(),
        expected: expected.clone(),
        found: found.clone(),
        quote: words.as_ref().map(quote),
        message_zh: zh.clone(),
        message_en: en.clone(),
        basis: basis.to_string(),
        identity: finding.identity(),
        evidence: finding.evidence(),
        caused_by: caused_by.clone().unwrap_or_default(),
        reading: reading.to_wire(),
        suggestions: suggestions.iter().map(suggestion).collect(),
        answer: answered.as_ref().map(answer),
    }
}

fn suggestion(suggestion: &Suggestion) -> v1::Suggestion {
    let Suggestion { unique, changes, message: Message { zh, en } } = suggestion;
    v1::Suggestion {
        unique: *unique,
        changes: changes.iter().map(suggested_change).collect(),
        message_zh: zh.clone(),
        message_en: en.clone(),
    }
}

fn suggested_change(change: &SuggestedChange) -> v1::SuggestedChange {
    let SuggestedChange { cell, from, to } = change;
    let printed = |number: i64| match cell.measure() {
        Measure::Money(_) => Amount { millionths: number }.to_string(),
        Measure::Count | Measure::SignedCount => number.to_string(),
    };
    v1::SuggestedChange {
        cell: Some(cell_reference(*cell)),
        from: from.map(printed).unwrap_or_default(),
        to: printed(*to),
    }
}

/// The ordinal is part of the identity already.
fn quote(quote: &Quote) -> v1::Quote {
    let Quote { section, line, text, ordinal: _ } = quote;
    v1::Quote { section: i32::from(*section), line: line_number(*line), text: text.clone() }
}

/// A rule that could not be decided.
pub fn not_assessed(rule: &NotAssessed) -> v1::NotAssessed {
    let NotAssessed { code, reason: Message { zh, en }, missing } = rule;
    v1::NotAssessed {
        code: code.to_string(),
        reason: zh.clone(),
        missing: missing.clone(),
        reason_en: en.clone(),
    }
}

/// What a check comes to; findings that are answered count no longer.
pub fn outcome(validation: &Validation) -> v1::ValidationOutcome {
    match validation.open().map(|finding| finding.severity).min() {
        Some(Severity::Blocking) => v1::ValidationOutcome::Invalid,
        Some(Severity::Warning) => v1::ValidationOutcome::Warnings,
        Some(Severity::Info) | None => v1::ValidationOutcome::Valid,
    }
}

/// A line of a document that is no part of the report.
pub fn removed_line(chrome: &PlacedText) -> v1::RemovedLine {
    let PlacedText { line, text } = chrome;
    v1::RemovedLine { line: line_number(*line), text: text.clone() }
}

fn line_number(line: u32) -> i32 {
    i32::try_from(line).unwrap_or(i32::MAX)
}
