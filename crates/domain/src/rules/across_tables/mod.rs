//! XTB: what tables and narrative say of the same thing.

mod scope;

use super::Rule;

pub(super) static RULES: &[Rule] = &[scope::RULE];
