//! `nianbao`, the command line: checks, converts and explains annual reports without a server, and
//! works with those on a server over gRPC. It never opens a database.
//!
//! Data go to standard output, talk to standard error. The exit code is 0 where nothing blocks, 1 for
//! blocking findings, 2 for what cannot be read or is used wrongly, 3 where the server refuses for
//! another reason or cannot be reached.

mod arguments;
mod check;
mod client;
mod clock;
mod convert;
mod drawing;
mod exit;
mod explain;
mod failure;
mod finding;
mod form;
mod input;
mod language;
mod listing;
mod organization;
mod output;
mod paging;
mod paint;
mod parallel;
mod pdf;
mod progress;
mod record;
mod replacement;
mod report;
mod rule;
mod shown;

use std::env;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use arguments::{Arguments, Command, General, RuleCommand};
use exit::Exit;
use failure::Failure;
use language::Language;
use output::Output;

fn main() -> ExitCode {
    let locale = Language::of_locale(|name| env::var(name).ok());
    let arguments = match parsed() {
        Ok(arguments) => arguments,
        Err(error) => return refused(&error, locale),
    };
    let language = arguments.general.language.unwrap_or(locale);
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let mut output = Output::new(language, no_color);
    let exit = run(arguments, &mut output).unwrap_or_else(|failure| {
        failure.say(&mut output);
        failure.exit()
    });
    finished(output, exit).into()
}

fn parsed() -> Result<Arguments, clap::Error> {
    let matches = arguments::command().try_get_matches()?;
    Arguments::from_arg_matches(&matches)
}

/// Does what was asked for.
fn run(arguments: Arguments, output: &mut Output) -> Result<Exit, Failure> {
    let Arguments { general: General { format, .. }, command } = arguments;
    match &command {
        Command::Check(it) => check::run(it, format, output),
        Command::Convert(it) => convert::run(it, output),
        Command::Explain(it) => explain::run(it, format, output),
        Command::Form { command } => form::run(command, format, output),
        Command::Organization { connection, command } => {
            online()?.block_on(organization::run(connection, command, format, output))
        }
        Command::Rule { connection: _, command: RuleCommand::Check(it) } => {
            rule::check(it, format, output)
        }
        Command::Rule { connection, command } => {
            online()?.block_on(rule::run(connection, command, format, output))
        }
        Command::Report { connection, command } => {
            online()?.block_on(report::run(connection, command, format, output))
        }
    }
}

/// What runs calls to a server; one thread is enough for one call after the other.
fn online() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| {
        Failure::unreadable(
            format!("无法准备联机：{error}"),
            format!("cannot prepare to go online: {error}"),
        )
    })
}

/// Shows help or the version, or says what was wrong with the words.
fn refused(error: &clap::Error, language: Language) -> ExitCode {
    let is_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if error.use_stderr() && !is_help && language == Language::Zh {
        let mut output = Output::new(language, true);
        output.say(format_args!("错误：{}", arguments::usage_failure(error)));
        return Exit::Unreadable.into();
    }
    // Where nobody can read it, nothing more can be done.
    let _ = error.print();
    let exit = if error.use_stderr() { Exit::Unreadable } else { Exit::Clean };
    exit.into()
}

/// Hands on what was written; data that could not be are as bad as data that could not be read.
fn finished(output: Output, exit: Exit) -> Exit {
    let language = output.language;
    match output.finish() {
        Ok(()) => exit,
        Err(error) => {
            let mut output = Output::new(language, true);
            output.say(language.pick(
                format!("错误：无法写出结果：{error}"),
                format!("error: the result cannot be written: {error}"),
            ));
            exit.and(Exit::Unreadable)
        }
    }
}
