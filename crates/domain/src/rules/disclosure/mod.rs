//! T2: what was disclosed proactively.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
