//! TXT: the words against the figures, and against themselves.

mod itemized_list;
mod list;
mod none_received;
mod numeral;
mod parts;
mod quantity;
mod reception;
mod wordings;
mod year;

use super::Rule;

pub(super) static RULES: &[Rule] =
    &[itemized_list::RULE, none_received::RULE, year::RULE, parts::RULE];
