//! `nianbao-server`: the life of the process.

mod command;

use std::process::ExitCode;

use clap::Parser;

use crate::command::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match command::execute(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => command::fail(&error),
    }
}
