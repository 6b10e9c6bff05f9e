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
    let mut reasons = Reasons::default();
    repair.shape.iter().for_each(|shape| reasons.add(shape.words()));
    repair.changes.iter().filter_map(Change::slip).for_each(|slip| reasons.add(slip.words()));
    if repair.changes.iter().any(|change| !change.printed) {
        reasons.add(("空白处应有数字", "a blank that must be a number"));
    }
    for (zh, en) in repair.confirmed.iter().map(|source| source.words()) {
        reasons.add((&format!("与{zh}一致"), &format!("{en} says the same")));
    }
    for (zh, en) in repair.contradicted.iter().map(|source| source.words()) {
        reasons.add((&format!("但与{zh}不一致"), &format!("yet {en} says otherwise")));
    }
    if reading == Reading::BlanksAsZero {
        reasons.add(("其余空白按 0 计", "other blanks read as 0"));
    }
    Message::new(reasons.zh.join("；"), reasons.en.join("; "))
}

/// Reasons in both languages, each once.
#[derive(Default)]
struct Reasons {
    zh: Vec<String>,
    en: Vec<String>,
}

impl Reasons {
    fn add(&mut self, (zh, en): (&str, &str)) {
        if self.zh.iter().all(|it| it != zh) {
            self.zh.push(zh.to_owned());
            self.en.push(en.to_owned());
        }
    }
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
