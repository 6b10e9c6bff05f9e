//! Time and identity come from outside: tests decide them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in whole microseconds: what every store keeps.
    fn now(&self) -> DateTime<Utc>;
}

/// Makes identities that are never reused.
pub trait IdSource: Send + Sync {
    /// A new UUID.
    fn next(&self) -> Uuid;
}
