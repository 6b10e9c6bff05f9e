//! Putting a report into another edition of the form.

use nianbao_domain::form::Edition;
use nianbao_domain::form::Unit;
use nianbao_domain::sheet::Cell;
use nianbao_proto::v1::{self, ChangeEditionRequest, ChangeEditionResponse, NotCarriedCell};
use nianbao_wire::Concept;

use super::{read, summary};
use crate::arguments::{ChangeEdition, DataFormat};
use crate::client::{Client, RequestId};
use crate::failure::Failure;
use crate::finding::{cell_code, cell_labels};
use crate::output::Output;
use crate::record;

/// Changes the edition and shows what had no place in the new one.
pub async fn run(
    client: &Client,
    arguments: &ChangeEdition,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let name = &arguments.name;
    let request = ChangeEditionRequest {
        name: name.clone(),
        edition: arguments.to.to_wire(),
        etag: read::etag(client, name, arguments.etag.as_deref()).await?,
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let change = async || client.reports().change_edition(request.clone()).await;
    let answer = client.call(change).await?;
    match format {
        DataFormat::Json => output.json_lines(&answer),
        DataFormat::Text => write_text(&answer, arguments.to, output),
        DataFormat::Csv => write_records(&answer.not_carried, arguments.to, output)?,
    }
    Ok(())
}

fn write_text(answer: &ChangeEditionResponse, to: Edition, output: &mut Output) {
    let language = output.language;
    let report = answer.report.clone().unwrap_or_default();
    let done = output.paint().green(language.pick("已换格式", "changed"));
    output.line(format_args!("{done} {}", summary::line(&report, language)));
    let count = answer.not_carried.len();
    if count == 0 {
        return;
    }
    output.line(language.pick(
        format!("  {count} 个单元格的内容带不过去，保留在前一个修订中："),
        format!("  {count} cells have no place in the new form; the revision before keeps them:"),
    ));
    for left in &answer.not_carried {
        let (code, labels, said) = described(left, to);
        let reason = output.paint().faint(&left.reason);
        output.line(format_args!("    {labels}（{code}）= {said}  {reason}"));
    }
}

fn write_records(left: &[NotCarriedCell], to: Edition, output: &mut Output) -> Result<(), Failure> {
    record::write(output, &["cell", "label", "value", "reason"].map(str::to_owned))?;
    for it in left {
        let (code, labels, said) = described(it, to);
        record::write(output, &[code, labels, said, it.reason.clone()])?;
    }
    Ok(())
}

/// The code of the cell, its labels in the form that it comes from, and what it said.
fn described(left: &NotCarriedCell, to: Edition) -> (String, String, String) {
    let code = left.cell.map(cell_code).unwrap_or_default();
    let editions = Edition::ALL.into_iter().rev().filter(|edition| *edition != to);
    let labels = editions.map(|edition| cell_labels(&code, Some(edition))).find_map(|it| it);
    let said = left.value.as_ref().map(said).unwrap_or_default();
    (code, labels.unwrap_or_default(), said)
}

fn said(cell: &v1::Cell) -> String {
    let unit = Unit::from_wire(cell.unit).map_or("", Unit::symbol);
    match &cell.number {
        Some(v1::cell::Number::Count(count)) => count.to_string(),
        Some(v1::cell::Number::Amount(amount)) => format!("{amount}{unit}"),
        None if cell.state() == v1::CellState::NotApplicable => "/".to_owned(),
        None => Some(&cell.raw)
            .filter(|raw| !raw.is_empty())
            .cloned()
            .unwrap_or_else(|| Cell::Unreadable.state().to_owned()),
    }
}
