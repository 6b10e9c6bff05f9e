//! The order in which findings are listed.

use std::cmp::Reverse;

use crate::finding::Finding;

/// Gravest causes first, then those with most consequences, else as they come; every consequence
/// directly behind its cause.
pub(in crate::rules) fn put_in_order(findings: &mut Vec<Finding>) {
    if findings.iter().all(Finding::is_cause) {
        findings.sort_by_key(|finding| finding.severity);
        return;
    }
    let causes = causes(findings);
    let mut consequences = vec![0usize; findings.len()];
    causes.iter().flatten().for_each(|cause| consequences[*cause] += 1);
    let place = |at: usize| {
        let cause = causes[at].unwrap_or(at);
        let of_cause = (findings[cause].severity, Reverse(consequences[cause]), cause);
        (of_cause, causes[at].is_some(), findings[at].severity, at)
    };
    let mut order: Vec<_> = (0..findings.len()).map(place).collect();
    order.sort_unstable();
    let mut taken: Vec<_> = std::mem::take(findings).into_iter().map(Some).collect();
    findings.extend(order.iter().filter_map(|(.., at)| taken[*at].take()));
}

/// The place of the cause of every finding that is a consequence.
fn causes(findings: &[Finding]) -> Vec<Option<usize>> {
    let identities: Vec<_> =
        findings.iter().map(|it| it.is_cause().then(|| it.identity())).collect();
    let place = |cause: &String| identities.iter().position(|it| it.as_ref() == Some(cause));
    findings.iter().map(|it| it.caused_by.as_ref().and_then(place)).collect()
}
