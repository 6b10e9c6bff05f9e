//! XYR: this year and the year before.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
