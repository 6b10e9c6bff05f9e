//! FMT: what a cell may hold.

mod blank;
mod integer;
mod negative;
mod unit_in_cell;

use super::Rule;
pub(super) use integer::decimals;

pub(super) static RULES: &[Rule] =
    &[integer::RULE, negative::RULE, blank::RULE, unit_in_cell::RULE];
