//! `nianbao report`: annual reports on a server.

mod attachments;
mod change;
mod comparison;
mod create;
mod decide;
mod edition;
mod fill_in;
mod import;
mod imported;
mod read;
mod register;
mod render;
mod revalidate;
mod revision;
mod settings;
mod show;
mod suggestion;
mod summary;
mod tally;
mod validate;

use crate::arguments::{Connection, DataFormat, ReportCommand};
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

/// Works with reports.
pub async fn run(
    connection: &Connection,
    command: &ReportCommand,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let client = Client::new(connection)?;
    match command {
        ReportCommand::Import(it) => return import::run(&client, it, format, output).await,
        ReportCommand::Validate(it) => return validate::run(&client, it, format, output).await,
        ReportCommand::Create(it) => create::run(&client, it, format, output).await?,
        ReportCommand::Get(it) => read::get(&client, it, format, output).await?,
        ReportCommand::BatchGet(it) => read::batch_get(&client, it, format, output).await?,
        ReportCommand::List(it) => read::list(&client, it, format, output).await?,
        ReportCommand::Update(it) => change::update(&client, it, format, output).await?,
        ReportCommand::Delete(it) => change::delete(&client, it, format, output).await?,
        ReportCommand::ChangeEdition(it) => edition::run(&client, it, format, output).await?,
        ReportCommand::Acknowledge(it) => decide::acknowledge(&client, it, format, output).await?,
        ReportCommand::Waive(it) => decide::waive(&client, it, format, output).await?,
        ReportCommand::WithdrawDecision(it) => {
            decide::withdraw(&client, it, format, output).await?;
        }
        ReportCommand::Revalidate(it) => revalidate::run(&client, it, format, output).await?,
        ReportCommand::Render(it) => render::run(&client, it, output).await?,
        ReportCommand::FillIn(it) => fill_in::run(&client, it, output).await?,
        ReportCommand::Attachments(it) => attachments::list(&client, it, format, output).await?,
        ReportCommand::Download(it) => attachments::download(&client, it, output).await?,
        ReportCommand::Revisions(it) => revision::list(&client, it, format, output).await?,
        ReportCommand::Revision(it) => revision::get(&client, it, format, output).await?,
    }
    Ok(Exit::Clean)
}
