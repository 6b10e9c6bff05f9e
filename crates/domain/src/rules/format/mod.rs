//! FMT: what a cell may hold.

mod approximation;
mod blank;
mod integer;
mod magnitude;
mod negative;
mod normalization;
mod signed;
mod stroke;
mod unit_in_cell;

use super::Rule;
pub(super) use approximation::approximations;
pub(super) use integer::decimals;

pub(super) static RULES: &[Rule] = &[
    integer::RULE,
    negative::RULE,
    blank::RULE,
    stroke::RULE,
    normalization::WIDTH,
    normalization::GROUPING,
    unit_in_cell::RULE,
    signed::RULE,
    magnitude::RULE,
    approximation::RULE,
];
