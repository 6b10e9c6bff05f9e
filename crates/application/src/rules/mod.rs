//! Rules that users write: written, tested, watched in shadow, put into force, taken back.

mod change;
mod create;
mod current;
mod enable;
mod error;
mod read;
mod retire;
mod trial;
mod update;

pub use create::NewRule;
pub(crate) use current::CurrentRules;
pub use error::RuleError;
pub use read::{CountedRule, ListedRule, RulePage};
pub use trial::{TrialSubject, Tried, TriedReport, TriedRule};
