//! Whether and when a report was published, as far as the case tells.

use chrono::NaiveDate;

use crate::finding::{Message, Stage};
use crate::report::{Publication, ReportYear};
use crate::rules::{Case, Sink};

/// What is known of the publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Published {
    /// On this day.
    On(NaiveDate),
    /// It was, or seems to have been, on a day that nobody knows.
    SomeDay,
    /// Nothing says that it was.
    NotYet,
}

impl Published {
    /// Of a case: a page, and whatever was read from a document, was published.
    pub(super) fn of(case: &Case<'_>) -> Self {
        let publication = case.content.publication.as_ref();
        let has_address = |it: &Publication| !it.uri.is_empty();
        match publication.and_then(|it| it.publish_date) {
            Some(date) => Self::On(date),
            None if case.stage == Stage::PublishedPage
                || case.document.is_some()
                || publication.is_some_and(has_address) =>
            {
                Self::SomeDay
            }
            None => Self::NotYet,
        }
    }
}

/// A day of the year after the report year, in which it is due.
pub(super) fn day_after(year: ReportYear, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(year.get()) + 1, month, day)
}

/// The report year, or that it is missing.
pub(super) fn year(case: &Case<'_>, sink: &mut Sink<'_>) -> Option<ReportYear> {
    if case.year.is_none() {
        let reason = Message::new(
            "报告年度不明，无法推算日期",
            "the report year is unknown, and so is the date that follows from it",
        );
        sink.not_assessable(["year"], reason);
    }
    case.year
}

/// The day of publication is missing.
pub(super) fn without_date(sink: &mut Sink<'_>) {
    let reason =
        Message::new("不知道公布日期；请登记公布日期", "the date of publication is not known");
    sink.not_assessable(["publish_date"], reason);
}

/// The day of the check is missing.
pub(super) fn without_today(sink: &mut Sink<'_>) {
    let reason = Message::new("不知道检查的日期", "the day of the check is not known");
    sink.not_assessable(["date"], reason);
}
