//! Rules that users write, in CEL: read, bounded, checked once, then run against many reports.
//!
//! An expression passes a gate before the library sees it, is parsed on a thread of its own, is
//! checked for names and kinds, and has a known upper bound of steps; see `docs/adr/0008-user-rules.md`.

mod compile;
mod error;
mod file;
mod fuzzing;
mod gate;
mod kind;
mod lower;
mod position;
mod program;
mod rule;
mod rules;
mod step;
mod trial;
mod values;
mod variable;
mod verdict;

pub use error::{ExpressionError, Problem};
pub use file::{FileError, FileProblem, RuleFile};
pub use fuzzing::exercise;
pub use position::Position;
pub use program::Program;
pub use rule::CompiledRule;
pub use rules::UserRules;
pub use verdict::Verdict;

#[cfg(test)]
mod tests;
