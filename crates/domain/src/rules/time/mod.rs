//! TIM: periods, deadlines and dates.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
