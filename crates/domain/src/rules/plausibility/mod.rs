//! PLA: against similar organs.

mod not_applicable;
mod peers;
mod zero;

use super::Rule;

pub(super) static RULES: &[Rule] = &[zero::RULE, not_applicable::RULE];
