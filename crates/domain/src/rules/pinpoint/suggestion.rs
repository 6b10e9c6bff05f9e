//! Repairs as suggestions for people.

use super::explanation::Explanation;
use super::figures::Figures;
use super::repair::{Change, Repair};
use crate::finding::{Message, SuggestedChange, Suggestion};
use crate::sheet::Reading;

/// How many suggestions a finding shows; further ones are counted.
const MOST: usize = 5;

/// The first few repairs as suggestions, best first.
pub(super) fn suggestions(
    figures: &Figures<'_>,
    explanation: &Explanation,
    reading: Reading,
) -> Vec<Suggestion> {
    let suggestion = |repair: &Repair| Suggestion {
        unique: explanation.unique,
        changes: repair.changes.iter().map(|change| suggested(figures, change)).collect(),
        message: words(repair, reading),
    };
    explanation.repairs.iter().take(MOST).map(suggestion).collect()
}

fn suggested(figures: &Figures<'_>, change: &Change) -> SuggestedChange {
    let cell = figures.sheet.layout().cells()[usize::from(change.at)];
    SuggestedChange { cell, from: change.printed.then_some(change.from), to: change.to }
}

/// Why just this: what it looks like, what speaks for it, and the reading it rests on.
fn words(repair: &Repair, reading: Reading) -> Message {
    let mut reasons = Vec::new();
    reasons.extend(repair.shape.map(|shape| shape.words()));
    for slip in repair.changes.iter().filter_map(|change| change.slip()) {
        if !reasons.contains(&slip.words()) {
            reasons.push(slip.words());
        }
    }
    if repair.changes.iter().any(|change| !change.printed) {
        reasons.push(("空白处应有数字", "a blank that must be a number"));
    }
    if repair.confirmed > 0 {
        reasons.push(("与其他依据（上年报告、文字）一致", "other evidence says the same"));
    }
    if repair.contradicted > 0 {
        reasons.push((
            "但现在填的数与其他依据（上年报告、文字）一致",
            "yet other evidence says what is there now",
        ));
    }
    if reading == Reading::BlanksAsZero {
        reasons.push(("其余空白按 0 计", "other blanks read as 0"));
    }
    joined(&reasons)
}

fn joined(reasons: &[(&str, &str)]) -> Message {
    let zh: Vec<_> = reasons.iter().map(|(zh, _)| *zh).collect();
    let en: Vec<_> = reasons.iter().map(|(_, en)| *en).collect();
    Message::new(zh.join("；"), en.join("; "))
}

/// How many repairs there are, and whether the search came to its end.
pub(super) fn remark(explanation: &Explanation) -> Option<Message> {
    let all = explanation.repairs.len();
    let Some(first) = explanation.repairs.first() else {
        return Some(Message::new(
            "同时有错的单元格较多，未能找出应改哪几格",
            "too many cells are wrong at once to tell which",
        ));
    };
    if explanation.unique {
        return None;
    }
    let cells = first.changes.len();
    let (least, at_least) = if explanation.complete { ("", "") } else { ("至少", "at least ") };
    let (zh, en) = match all.min(MOST) {
        shown if shown < all => (format!("，列出 {shown} 种"), format!(", {shown} of them listed")),
        _ => (String::new(), String::new()),
    };
    Some(Message::new(
        format!("只改 {cells} 格就能使相关的勾稽关系都成立的改法{least}有 {all} 种{zh}"),
        format!("{at_least}{all} ways to repair it by changing {cells} cells{en}"),
    ))
}
