//! The one place that reads the clock and makes random identities.

use chrono::{DateTime, SubsecRound, Utc};
use nianbao_application::{Clock, IdSource};
use uuid::Uuid;

/// The clock of the machine.
pub struct SystemClock;

/// Random identities that sort by the time they were made.
pub struct RandomIds;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the Clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}

impl IdSource for RandomIds {
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}
