//! CNT: what the text must not contain.

mod chrome;
mod essay;
mod foreign;
mod leftover;
mod length;
mod personal;
mod placeholder;
mod regulations;
mod secrecy;

use super::Rule;

pub(super) static RULES: &[Rule] = &[
    leftover::RULE,
    personal::RULE,
    secrecy::RULE,
    regulations::RULE,
    length::RULE,
    chrome::RULE,
    foreign::RULE,
    essay::RULE,
];
