//! CNT: what the text must not contain.

mod chrome;
mod leftover;
mod placeholder;

use super::Rule;

pub(super) static RULES: &[Rule] = &[leftover::RULE, chrome::RULE];
