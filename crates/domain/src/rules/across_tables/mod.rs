//! XTB: what tables and narrative say of the same thing.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
