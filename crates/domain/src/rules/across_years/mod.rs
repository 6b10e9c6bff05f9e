//! XYR: this year and the year before.

mod carried_over;
mod clean_up;
mod copied_words;
mod documents_in_force;
mod item_counts;
mod jump;
mod same_figures;
mod similarity;
mod stock;

use super::{Case, Related, Rule, Sink};

pub(super) static RULES: &[Rule] = &[
    carried_over::TOTAL,
    carried_over::COLUMNS,
    documents_in_force::RULE,
    item_counts::RULE,
    same_figures::RULE,
    copied_words::RULE,
    jump::RULE,
];

/// The reports of the year before; where there are none, the rule is not assessable.
fn reports<'c, 'a>(case: &'c Case<'a>, sink: &mut Sink<'_>) -> Option<&'c [Related<'a>]> {
    match case.previous.reports() {
        Ok(reports) => Some(reports),
        Err(reason) => {
            sink.not_assessable(["previous_year"], reason);
            None
        }
    }
}

/// Whose numbers of the year before are compared with, in both languages.
fn whose(reports: &[Related<'_>]) -> (String, &'static str) {
    match reports.len() {
        0 | 1 => ("上年报告".to_owned(), "last year's report"),
        all => (format!("并入本机关的 {all} 个机关上年报告合计"), "last year's reports together"),
    }
}
