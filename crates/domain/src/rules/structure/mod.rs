//! STR: six sections, three tables, no row of one's own, and what the sections must tell.

mod accountability;
mod local_row;
pub(super) mod overview;
mod problems;
mod sections;
mod tables;
mod titles;

use super::{Rule, fees};

pub(super) static RULES: &[Rule] = &[
    sections::RULE,
    tables::BLOCKS,
    tables::REQUESTS,
    tables::PROCEEDINGS,
    local_row::RULE,
    tables::PRESENCE,
    overview::TOPICS,
    accountability::RULE,
    problems::RULE,
    overview::SUBSTANCE,
    fees::REPORTED,
];
