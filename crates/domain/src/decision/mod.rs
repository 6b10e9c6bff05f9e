//! Decisions about findings: acknowledgements and waivers, and when they hold.

mod answer;
mod kind;
mod record;
#[cfg(test)]
pub(crate) mod trial;

pub use answer::{Answer, AnswerState, answers};
pub use kind::{DecisionKind, UnknownDecisionKind};
pub use record::{Decision, Import, MAX_DECISIONS, superseded};
