//! T4: reconsideration and litigation, beside its equations.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
