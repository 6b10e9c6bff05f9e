//! T3: what follows from table 3 beyond its printed equations.

mod blank_total;
mod catch_all;
mod counted_once;
mod old_open;
mod subtotal;
mod zero_inflow;

use super::Rule;

pub(super) static RULES: &[Rule] = &[
    zero_inflow::RULE,
    old_open::RULE,
    blank_total::RULE,
    catch_all::RULE,
    counted_once::RULE,
    subtotal::RULE,
];
