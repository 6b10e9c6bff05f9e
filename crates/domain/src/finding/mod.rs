//! What rules observe. Findings are the product, not errors.

mod identity;
mod message;
mod observation;
mod severity;
mod suggestion;

pub(crate) use identity::without_digits;
pub use message::Message;
pub use observation::{Finding, NotAssessed, Observation, Quote};
pub use severity::{Severity, Stage, StageSeverity};
pub use suggestion::{SuggestedChange, Suggestion};
