//! China Standard Time, in which the law sets its dates.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// UTC+8, without summer time.
const CHINA_STANDARD_TIME: TimeDelta = TimeDelta::hours(8);

/// The day it is in China at a moment: deadlines end at 24:00 China Standard Time.
pub fn china_date(at: impl Into<DateTime<Utc>>) -> NaiveDate {
    let at = at.into();
    at.checked_add_signed(CHINA_STANDARD_TIME).unwrap_or(at).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_china_begins_eight_hours_earlier() {
        let day = |at: &str| china_date(at.parse::<DateTime<Utc>>().unwrap()).to_string();
        assert_eq!(day("2026-01-31T15:59:59Z"), "2026-01-31");
        assert_eq!(day("2026-01-31T16:00:00Z"), "2026-02-01");
    }

    #[test]
    fn the_end_of_time_is_a_day_too() {
        assert_eq!(china_date(DateTime::<Utc>::MAX_UTC), NaiveDate::MAX);
    }
}
