//! Changing and deleting reports.

use nianbao_proto::v1::{DeleteReportRequest, Narrative, Report, UpdateReportRequest};
use pbjson_types::FieldMask;

use super::suggestion::Chosen;
use super::{read, show};
use crate::arguments::{CellSetting, DataFormat, Delete, Update};
use crate::client::{Client, RequestId};
use crate::failure::Failure;
use crate::input::Source;
use crate::output::Output;

/// Changes cells, or fields.
pub async fn update(
    client: &Client,
    arguments: &Update,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let (mut report, mask) = fields(arguments)?;
    let choice = arguments.apply_suggestion.as_ref();
    if mask.paths.is_empty() && arguments.cells.is_empty() && choice.is_none() {
        return Err(Failure::usage("没有写出要修改的内容", "nothing to change was given"));
    }
    report.name.clone_from(&arguments.name);
    // The etag is older than the check, so that a suggestion for another content is refused.
    report.etag = read::etag(client, &arguments.name, arguments.etag.as_deref()).await?;
    let chosen = match choice {
        Some(choice) => Some(Chosen::of(client, &arguments.name, choice).await?),
        None => None,
    };
    let request = UpdateReportRequest {
        report: Some(report),
        update_mask: (!mask.paths.is_empty()).then_some(mask),
        cell_changes: match &chosen {
            Some(chosen) => chosen.cell_changes()?,
            None => arguments.cells.iter().copied().map(CellSetting::to_change).collect(),
        },
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let update = async || client.reports().update_report(request.clone()).await;
    let report = client.call(update).await?;
    let (zh, en) = match arguments.writing.validate_only {
        true => ("可以修改（没有保存）", "can be updated (nothing was stored)"),
        false => ("已修改", "updated"),
    };
    show::changed(report, zh, en, format, output)?;
    if format == DataFormat::Text {
        chosen.iter().for_each(|chosen| chosen.say(output));
    }
    Ok(())
}

/// The fields that were said, and which they are.
fn fields(arguments: &Update) -> Result<(Report, FieldMask), Failure> {
    let Update { title, compiled_by, source_key, narrative_file, .. } = arguments;
    let said = [
        ("title", title.is_some()),
        ("compiled_by", compiled_by.is_some()),
        ("source_key", source_key.is_some()),
        ("narrative", narrative_file.is_some()),
    ];
    let paths = said.iter().filter(|(_, said)| *said).map(|(path, _)| (*path).to_owned());
    let narrative = narrative_file.as_deref().map(|path| narrative(&Source::named(path)));
    let report = Report {
        title: title.clone().unwrap_or_default(),
        compiled_by: compiled_by.clone().unwrap_or_default(),
        source_key: source_key.clone().unwrap_or_default(),
        narrative: narrative.transpose()?,
        ..Report::default()
    };
    Ok((report, FieldMask { paths: paths.collect() }))
}

fn narrative(source: &Source) -> Result<Narrative, Failure> {
    let bytes = source.read().map_err(|why| why.failure(source))?;
    serde_json::from_slice(&bytes).map_err(|error| {
        Failure::unreadable(
            format!("{source} 不是 nianbao.v1.Narrative 的 JSON：{error}"),
            format!("{source} is no nianbao.v1.Narrative in JSON: {error}"),
        )
    })
}

/// Deletes a report that was never submitted.
pub async fn delete(
    client: &Client,
    arguments: &Delete,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let request = DeleteReportRequest {
        name: arguments.name.clone(),
        etag: read::etag(client, &arguments.name, arguments.etag.as_deref()).await?,
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let delete = async || client.reports().delete_report(request.clone()).await;
    let answer = client.call(delete).await?;
    if format == DataFormat::Json {
        output.json_lines(&answer);
        return Ok(());
    }
    let done = match (arguments.writing.validate_only, &arguments.name) {
        (true, name) => {
            output.language.pick(format!("可以删除 {name}"), format!("can be deleted: {name}"))
        }
        (false, name) => output.language.pick(format!("已删除 {name}"), format!("deleted {name}")),
    };
    output.line(done);
    Ok(())
}
