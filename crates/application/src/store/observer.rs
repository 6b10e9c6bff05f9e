//! Who must hear of commits before they are acknowledged.

use nianbao_domain::report::ReportKey;

/// Hears of every commit before it is acknowledged, and of commits by other processes as soon as
/// the database tells of them.
pub trait CommitObserver: Send + Sync {
    /// These reports changed or were deleted; called after COMMIT and before anybody is answered.
    fn changed(&self, reports: &[ReportKey]);

    /// The store can no longer tell of other processes' commits: forget everything.
    fn lost_track(&self);

    /// The store tells of other processes' commits again.
    fn regained_track(&self);
}

/// Nobody listens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unobserved;

impl CommitObserver for Unobserved {
    fn changed(&self, _: &[ReportKey]) {}

    fn lost_track(&self) {}

    fn regained_track(&self) {}
}
