//! Findings as this program shows them, whether they come from here or from a server.

mod answer;
mod missing;
mod observed;
mod record;
mod text;
mod verdict;

pub use answer::{Answer, decision_words, is_answered};
pub use missing::not_assessed_lines;
pub use observed::{Change, Finding, NotAssessed, Suggestion, Words, cell_code};
pub use record::Subject;
pub use text::{FindingText, cell_labels, counts, from_words};
pub use verdict::{Outcome, Verdict};
