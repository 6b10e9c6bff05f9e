//! Moments: chrono here, `google.protobuf.Timestamp` on the wire.

use chrono::{DateTime, Utc};
use pbjson_types::Timestamp;

/// The moment on the wire.
pub fn timestamp(moment: DateTime<Utc>) -> Timestamp {
    moment.into()
}

/// The moment that a timestamp names; none outside the calendar or with other than 0 to 999 999 999 nanoseconds.
pub fn moment(timestamp: &Timestamp) -> Option<DateTime<Utc>> {
    let Timestamp { seconds, nanos } = timestamp;
    let nanos = u32::try_from(*nanos).ok().filter(|nanos| *nanos < 1_000_000_000)?;
    DateTime::from_timestamp(*seconds, nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_comes_back_to_the_nanosecond() {
        for moment_ in ["2025-01-20T00:00:00Z", "1969-12-31T23:59:59.999999999Z"] {
            let there: DateTime<Utc> = moment_.parse().unwrap();
            assert_eq!(moment(&timestamp(there)), Some(there));
        }
    }

    #[test]
    fn what_is_no_timestamp_names_no_moment() {
        for (seconds, nanos) in [(0, -1), (0, 1_000_000_000), (i64::MAX, 0)] {
            assert_eq!(moment(&Timestamp { seconds, nanos }), None);
        }
    }
}
