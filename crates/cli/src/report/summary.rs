//! A report in one line, and in a row of a listing.

use nianbao_domain::form::Edition;
use nianbao_domain::report::{ReportKind, ReportState, RevisionKind};
use nianbao_proto::v1::Report;
use nianbao_wire::Concept;
use pbjson_types::Timestamp;

use crate::language::Language;

/// What the last check came to, in counts; empty where it is not told.
pub fn validation(report: &Report, language: Language) -> String {
    let Some(checked) = &report.validation else { return String::new() };
    let (blocking, warnings, infos) = (checked.blocking, checked.warnings, checked.infos);
    let counts = language.pick(
        format!("阻断 {blocking}，警告 {warnings}，提示 {infos}"),
        format!("{blocking} blocking, {warnings} warnings, {infos} infos"),
    );
    let answered = [
        (checked.waived, language.pick("已豁免", "waived")),
        (checked.acknowledged, language.pick("已确认", "acknowledged")),
    ];
    let answered = answered.iter().filter(|(count, _)| *count > 0).map(|(count, word)| {
        language.pick(format!("，{word} {count}"), format!(", {count} {word}"))
    });
    answered.fold(counts, |counts, answered| counts + &answered)
}

/// A time in UTC, as the standard JSON form writes it; empty where there is none.
pub fn time(time: Option<&Timestamp>) -> String {
    let time = time.and_then(|time| serde_json::to_value(time).ok());
    time.and_then(|time| time.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The edition of its figures, where they are told.
pub fn edition(report: &Report) -> Option<Edition> {
    Edition::from_wire(report.sheet.as_ref()?.edition)
}

/// The public code of its kind.
pub fn kind_code(report: &Report) -> &'static str {
    ReportKind::from_wire(report.kind).map_or("", ReportKind::code)
}

/// The public code of its state.
pub fn state_code(report: &Report) -> &'static str {
    ReportState::from_wire(report.state).map_or("", ReportState::code)
}

/// Its state in a word.
pub fn state_word(report: &Report, language: Language) -> &'static str {
    let Some(state) = ReportState::from_wire(report.state) else { return "" };
    let zh = match state {
        ReportState::Draft => "起草",
        ReportState::Submitted => "已报送",
        ReportState::SentBack => "退回",
        ReportState::Accepted => "审核通过",
        ReportState::Published => "已发布",
        ReportState::Corrected => "更正",
    };
    language.pick(zh, state.code())
}

/// Why a revision was written, in a word.
pub fn revision_word(kind: i32, language: Language) -> &'static str {
    match RevisionKind::from_wire(kind) {
        Some(RevisionKind::Draft) => language.pick("起草", "draft"),
        Some(RevisionKind::Submitted) => language.pick("报送", "submitted"),
        Some(RevisionKind::Published) => language.pick("发布", "published"),
        Some(RevisionKind::Correction) => language.pick("更正", "correction"),
        None => "",
    }
}

/// Name, revision, state, edition and what the last check came to, in one line.
pub fn line(report: &Report, language: Language) -> String {
    let revision = report.revision;
    let mut parts = vec![
        report.name.clone(),
        language.pick(format!("修订 {revision}"), format!("revision {revision}")),
        state_word(report, language).to_owned(),
    ];
    parts.extend(
        edition(report).map(|edition| {
            language.pick(format!("{edition}年版格式"), format!("form of {edition}"))
        }),
    );
    parts.push(validation(report, language));
    parts.retain(|part| !part.is_empty());
    parts.join(language.pick("，", ", "))
}
