//! T3: what follows from table 3 beyond its printed equations.

mod blank_total;
mod zero_inflow;

use super::Rule;

pub(super) static RULES: &[Rule] = &[zero_inflow::RULE, blank_total::RULE];
