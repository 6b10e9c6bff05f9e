//! Registering many organs.

use nianbao_domain::finding::Message;
use nianbao_proto::v1::{
    BatchCreateOrganizationsRequest, BatchCreateOrganizationsResponse, GetServerInfoRequest,
};

use super::{file, show};
use crate::arguments::{DataFormat, ImportOrganizations};
use crate::client::{Client, RequestId};
use crate::failure::Failure;
use crate::input::Source;
use crate::output::Output;

/// Registers the organs of a file, batch by batch, each batch all or none.
pub async fn import(
    client: &Client,
    arguments: &ImportOrganizations,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let source = Source::named(&arguments.file);
    let bytes = source.read().map_err(|why| why.failure(&source))?;
    let requests = file::read(&bytes).map_err(|Message { zh, en }| {
        Failure::unreadable(format!("{source}：{zh}"), format!("{source}: {en}"))
    })?;
    let mut registered = BatchCreateOrganizationsResponse::default();
    let most = batch_size(client, requests.len()).await?;
    let id = RequestId::given_or_new(arguments.writing.request_id);
    for (number, batch) in requests.chunks(most).enumerate() {
        let request = BatchCreateOrganizationsRequest {
            requests: batch.to_vec(),
            request_id: id.of_part(&number.to_le_bytes()),
            validate_only: arguments.writing.validate_only,
        };
        let answer = client.call(async || {
            client.organizations().batch_create_organizations(request.clone()).await
        });
        match answer.await {
            Ok(answer) => registered.organizations.extend(answer.organizations),
            Err(refusal) => {
                say_registered(registered.organizations.len(), output);
                return Err(refusal.into());
            }
        }
    }
    match format {
        DataFormat::Text => show::listing(&registered.organizations, output),
        DataFormat::Json => output.json_lines(&registered),
        DataFormat::Csv => show::write_records(&registered.organizations, output)?,
    }
    Ok(())
}

/// How many organs go into a batch: all, unless the server takes fewer at once.
async fn batch_size(client: &Client, all: usize) -> Result<usize, Failure> {
    let info = async || client.server().get_server_info(GetServerInfoRequest {}).await;
    let limits = client.call(info).await?.limits.unwrap_or_default();
    let most = usize::try_from(limits.max_batch_size).ok().filter(|most| *most > 0);
    Ok(most.unwrap_or(all).max(1))
}

/// Says what stays where a later batch is refused.
fn say_registered(count: usize, output: &mut Output) {
    if count > 0 {
        let told = format!("此前已登记 {count} 个机关");
        output.say(output.language.pick(told, format!("{count} organs were registered before")));
    }
}
