//! HIR: a consolidated report and the reports below it.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
