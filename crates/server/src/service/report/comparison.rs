//! What a report was compared with.

use nianbao_application::reports::{ComparedWith, Comparison};
use nianbao_domain::finding::Message;
use nianbao_proto::v1;

/// What the report was compared with, as a message.
pub(super) fn compared(comparison: Comparison) -> v1::Comparison {
    let Comparison { previous, previous_absent, siblings, children, children_without_report } =
        comparison;
    let Message { zh, en } = previous_absent.unwrap_or_default();
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    v1::Comparison {
        previous: previous.into_iter().map(compared_with).collect(),
        previous_absent: zh,
        previous_absent_en: en,
        siblings: count(siblings),
        children: count(children),
        children_without_report,
    }
}

/// One report that it was compared with.
pub(super) fn compared_with(report: ComparedWith) -> v1::ComparedReport {
    let ComparedWith { organization, year, source } = report;
    let (name, revision) =
        source.map_or((String::new(), 0), |(key, revision)| (key.to_string(), revision));
    v1::ComparedReport {
        name,
        organization,
        report_year: year.map_or(0, |year| i32::from(year.get())),
        revision: i32::try_from(revision).unwrap_or(i32::MAX),
    }
}
