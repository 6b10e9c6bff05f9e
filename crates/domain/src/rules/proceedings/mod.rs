//! T4: reconsideration and litigation, beside its equations.

mod after_reconsideration;
mod more_than_requests;
mod pending;

use super::Rule;

pub(super) static RULES: &[Rule] =
    &[after_reconsideration::RULE, more_than_requests::RULE, pending::RULE];
