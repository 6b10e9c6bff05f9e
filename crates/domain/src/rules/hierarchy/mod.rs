//! HIR: a consolidated report against those of its units.

mod breakdown;
mod comparison;
mod missing_units;
mod not_less;
mod sum;

use super::{Case, Children, Rule, Sink, absence};
use crate::finding::Message;
use crate::report::ReportKind;

pub(super) static RULES: &[Rule] =
    &[not_less::RULE, sum::RULE, missing_units::RULE, breakdown::RULE];

/// The units below, for a consolidated report; where nobody looked, the rule is not assessable.
fn children<'c, 'a>(case: &'c Case<'a>, sink: &mut Sink<'_>) -> Option<&'c Children<'a>> {
    match case.kind {
        ReportKind::Own => None,
        ReportKind::Consolidated => {
            if case.children.is_none() {
                sink.not_assessable(["children"], absence::children());
            }
            case.children.as_ref()
        }
    }
}

/// The units below that have a report to compare with.
fn reported<'c, 'a>(case: &'c Case<'a>, sink: &mut Sink<'_>) -> Option<&'c Children<'a>> {
    let children = children(case, sink)?;
    if children.reports.is_empty() {
        let reason = Message::new("下级单位都没有报告", "no unit below has a report");
        sink.not_assessable(["children"], reason);
        return None;
    }
    Some(children)
}
