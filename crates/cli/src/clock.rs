//! The one place of the command line that reads the clock: a check without a server has a day too.

use std::time::SystemTime;

/// The moment of the check.
#[expect(clippy::disallowed_methods, reason = "this is the clock of a check without a server")]
pub fn now() -> SystemTime {
    SystemTime::now()
}
