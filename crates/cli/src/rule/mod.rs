//! `nianbao rule`: rules that users write.

mod file;
mod tried;

use crate::arguments::{DataFormat, RuleCommand};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

pub use file::{Ruling, tested};

/// Works with rules.
pub fn run(
    command: &RuleCommand,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    match command {
        RuleCommand::Check(it) => tried::run(it, format, output),
    }
}
