//! How many files of an import came to what.

use nianbao_domain::finding::Message;

use super::imported::Imported;
use crate::exit::Exit;
use crate::output::Output;

/// How many files of an import came to what.
#[derive(Default)]
pub struct Tally {
    imported: usize,
    skipped: usize,
    refused: usize,
    unreadable: usize,
    exit: Exit,
}

impl Tally {
    /// Counts a file.
    pub fn add(&mut self, result: &Imported) {
        let exit = result.exit();
        let count = match result {
            Imported::Draft(_) => &mut self.imported,
            Imported::Skipped(_) => &mut self.skipped,
            _ if exit == Exit::Unreadable => &mut self.unreadable,
            _ => &mut self.refused,
        };
        *count += 1;
        self.exit = self.exit.and(exit);
    }

    /// What all of them come to.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// Says how many.
    pub fn say(&self, output: &mut Output) {
        let Self { imported, skipped, refused, unreadable, exit: _ } = self;
        let Message { zh, en } = Message::new(
            format!(
                "导入 {imported} 个，已在库而跳过 {skipped} 个，未接受 {refused} 个，无法读取 {unreadable} 个"
            ),
            format!(
                "{imported} imported, {skipped} skipped as already in, {refused} refused, {unreadable} unreadable"
            ),
        );
        output.say(output.language.pick(zh, en));
    }
}
