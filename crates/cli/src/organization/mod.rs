//! `nianbao organization`: the register of organs on a server.

mod attributes;
mod batch;
mod file;
mod read;
mod record;
mod show;
mod succession;
mod write;

use crate::arguments::{Connection, DataFormat, OrganizationCommand};
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

/// The collection that every organ is in.
const COLLECTION: &str = "organizations/";

/// Works with organs.
pub async fn run(
    connection: &Connection,
    command: &OrganizationCommand,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let client = Client::new(connection)?;
    match command {
        OrganizationCommand::Create(it) => write::create(&client, it, format, output).await?,
        OrganizationCommand::Get(it) => read::get(&client, it, format, output).await?,
        OrganizationCommand::List(it) => read::list(&client, it, format, output).await?,
        OrganizationCommand::Update(it) => write::update(&client, it, format, output).await?,
        OrganizationCommand::Import(it) => batch::import(&client, it, format, output).await?,
        OrganizationCommand::Succeed(it) => {
            succession::succeed(&client, it, format, output).await?;
        }
        OrganizationCommand::Close(it) => succession::close(&client, it, format, output).await?,
    }
    Ok(Exit::Clean)
}

/// The name of an organ, of which people may say the last part only.
pub fn resource_name(said: &str) -> String {
    if said.is_empty() || said.contains('/') {
        return said.to_owned();
    }
    format!("{COLLECTION}{said}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_part_of_a_name_is_enough() {
        assert_eq!(resource_name("siqian"), "organizations/siqian");
        assert_eq!(resource_name("organizations/siqian"), "organizations/siqian");
        assert_eq!(resource_name(""), "");
    }
}
