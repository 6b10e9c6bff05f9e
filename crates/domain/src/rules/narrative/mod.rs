//! TXT: the words against the figures, and against themselves.

mod agreement;
mod comparison;
mod itemized_list;
mod none_received;
mod parts;
mod readings;
mod stated;
mod year;

use super::Rule;

pub(super) use stated::stated;

pub(super) static RULES: &[Rule] =
    &[itemized_list::RULE, none_received::RULE, agreement::RECEIVED, year::RULE, parts::RULE];
