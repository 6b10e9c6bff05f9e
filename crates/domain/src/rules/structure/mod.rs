//! STR: six sections, three tables, no row of one's own.

mod local_row;
mod sections;
mod tables;
mod titles;

use super::Rule;

pub(super) static RULES: &[Rule] = &[
    sections::RULE,
    tables::BLOCKS,
    tables::REQUESTS,
    tables::PROCEEDINGS,
    local_row::RULE,
    tables::PRESENCE,
];
