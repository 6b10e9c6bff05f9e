//! What all documents of a run are checked with.

use std::cell::RefCell;

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
    pub troubles: RefCell<Vec<(String, Message)>>,
}

impl Settings<'_> {
    /// Notes what went wrong for a document.
    pub fn note(&self, source: &Source, troubles: Vec<Message>) {
        let troubles = troubles.into_iter().map(|trouble| (source.to_string(), trouble));
        self.troubles.borrow_mut().extend(troubles);
    }

    /// Tells what went wrong, and what the run comes to for it.
    pub fn tell(&self, output: &mut Output) -> Exit {
        let (troubles, language) = (self.troubles.take(), output.language);
        for (source, trouble) in &troubles {
            let label = language.pick("错误：", "error: ");
            let colon = language.pick("：", ": ");
            output.say(format_args!("{label}{source}{colon}{}", language.of(trouble)));
        }
        if troubles.is_empty() { Exit::Clean } else { Exit::Unreadable }
    }
}
