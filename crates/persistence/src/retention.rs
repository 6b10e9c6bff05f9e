//! How long requests that may be repeated are kept.

use chrono::{DateTime, TimeDelta, Utc};

/// Days that the record of a request is kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// The time of the oldest record that is kept at this time.
pub(crate) fn oldest_kept(now: DateTime<Utc>) -> DateTime<Utc> {
    now.checked_sub_signed(KEPT).unwrap_or(DateTime::UNIX_EPOCH)
}
