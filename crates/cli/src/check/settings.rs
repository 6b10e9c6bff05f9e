//! What all documents of a run are checked with.

use std::sync::{Mutex, PoisonError};

use nianbao_domain::finding::Message;
use nianbao_domain::organization::{Level, Organization};

use super::evidence::Evidence;
use crate::exit::Exit;
use crate::input::Source;
use crate::output::Output;
use crate::rule::Ruling;

/// What all documents of a run are checked with.
pub struct Settings<'r> {
    /// The level that was said.
    pub level: Option<Level>,
    /// The record of the organ.
    pub organ: Option<&'r Organization>,
    /// The rules that users wrote.
    pub ruling: &'r Ruling,
    /// What the documents are compared with.
    pub evidence: &'r Evidence,
    /// Whether certain corrections are previewed.
    pub fix_preview: bool,
    /// What went wrong beside the documents themselves: it is told behind them.
    pub troubles: Mutex<Vec<(String, Message)>>,
}

impl Settings<'_> {
    /// Notes what went wrong for a document.
    pub fn note(&self, source: &Source, troubles: Vec<Message>) {
        let troubles = troubles.into_iter().map(|trouble| (source.to_string(), trouble));
        self.troubles.lock().unwrap_or_else(PoisonError::into_inner).extend(troubles);
    }

    /// Tells what went wrong, and what the run comes to for it.
    pub fn tell(self, output: &mut Output) -> Exit {
        let troubles = self.troubles.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (mut troubles, language) = (troubles, output.language);
        // Threads note them as they come.
        troubles.sort_by(|(a, _), (b, _)| a.cmp(b));
        for (source, trouble) in &troubles {
            let label = language.pick("错误：", "error: ");
            let colon = language.pick("：", ": ");
            output.say(format_args!("{label}{source}{colon}{}", language.of(trouble)));
        }
        if troubles.is_empty() { Exit::Clean } else { Exit::Unreadable }
    }
}
