//! TIM: periods, deadlines and dates.

mod period;

use super::Rule;

pub(super) static RULES: &[Rule] = &[period::RULE];
