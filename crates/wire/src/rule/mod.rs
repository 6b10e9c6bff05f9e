//! Rules.

mod catalogue;
mod definition;
mod message;
mod update;
mod vector;

pub use catalogue::{catalogue_rule, explained_rule};
pub use definition::definition;
pub use message::{rule_definition, user_rule};
pub use update::definition_update;
pub use vector::vector_result;
