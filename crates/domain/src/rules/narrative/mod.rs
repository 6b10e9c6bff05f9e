//! TXT: the words against the figures, and against themselves.

mod agreement;
mod boast;
mod comparison;
mod itemized_list;
mod no_cases;
mod none_received;
mod outcome_sum;
mod part;
mod parts;
mod percentage;
mod readings;
mod stated;
mod unit_word;
mod year;

use super::Rule;

pub(super) use comparison::{Reach, reach};
pub(super) use itemized_list::{fails, observation};
pub(super) use stated::stated;

pub(super) static RULES: &[Rule] = &[
    itemized_list::RULE,
    none_received::RULE,
    agreement::RECEIVED,
    agreement::ANSWERED,
    agreement::CARRIED,
    agreement::OUTCOMES,
    percentage::RULE,
    agreement::CASES,
    no_cases::RULE,
    boast::RULE,
    agreement::DOCUMENTS,
    part::RULE,
    year::RULE,
    unit_word::RULE,
    parts::RULE,
];
