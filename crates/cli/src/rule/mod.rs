//! `nianbao rule`: the catalogue, and rules that users write.

mod file;
mod online;
mod show;
mod trial;
mod tried;

use crate::arguments::{CheckRules, Connection, DataFormat, RuleCommand};
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

pub use file::{Ruling, tested};

/// The collection that every rule is in.
const COLLECTION: &str = "rules/";

/// Tests a file of rules; needs no server.
pub fn check(
    arguments: &CheckRules,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    tried::run(arguments, format, output)
}

/// Works with rules on a server.
pub async fn run(
    connection: &Connection,
    command: &RuleCommand,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let client = Client::new(connection)?;
    match command {
        RuleCommand::Check(it) => return check(it, format, output),
        RuleCommand::Test(it) => return trial::run(&client, it, format, output).await,
        RuleCommand::List(it) => online::list(&client, it, format, output).await?,
        RuleCommand::Get(it) => online::get(&client, it, format, output).await?,
        RuleCommand::Create(it) => online::create(&client, it, format, output).await?,
        RuleCommand::Update(it) => online::update(&client, it, format, output).await?,
        RuleCommand::Enable(it) => online::enable(&client, it, format, output).await?,
        RuleCommand::Retire(it) => online::retire(&client, it, format, output).await?,
    }
    Ok(Exit::Clean)
}

/// The name of a rule, of which people say the code only, in either case.
fn resource_name(said: &str) -> String {
    let code = said.strip_prefix(COLLECTION).unwrap_or(said);
    format!("{COLLECTION}{}", code.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_rule_is_enough() {
        assert_eq!(resource_name("usr-fees"), "rules/USR-FEES");
        assert_eq!(resource_name("rules/T3-001"), "rules/T3-001");
    }
}
