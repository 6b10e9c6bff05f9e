//! TIM: periods, deadlines and dates.

mod deadline;
mod early;
mod period;
mod publication;

use super::Rule;

pub(super) static RULES: &[Rule] =
    &[deadline::DEPARTMENTS, deadline::GOVERNMENTS, period::RULE, early::RULE];
