//! IDN: whose report it is.

mod credit_code;
mod division;
mod organ;
mod pattern;
mod voice;
mod year;

use super::Rule;
use crate::finding::{Message, Quote};
use crate::report::Content;

pub(super) static RULES: &[Rule] =
    &[pattern::RULE, year::RULE, organ::RULE, voice::RULE, credit_code::RULE, division::RULE];

/// The title as a quotation: it stands before every section.
fn quoted(content: &Content) -> Quote {
    let text = super::naming::shortened(content.title.trim());
    Quote { section: 0, line: 0, text, ordinal: 0 }
}

fn without_title() -> Message {
    Message::new("报告没有标题", "the report has no title")
}
