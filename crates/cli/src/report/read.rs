//! Reading reports.

use nianbao_proto::v1::{
    BatchGetReportsRequest, GetReportRequest, ListReportsRequest, Report, ReportView,
};
use pbjson_types::FieldMask;

use super::{show, summary};
use crate::arguments::{BatchGet, DataFormat, Get, List, View};
use crate::client::{Client, Refusal};
use crate::failure::Failure;
use crate::listing;
use crate::organization::resource_name;
use crate::output::Output;
use crate::{paging, record};

/// What stands for all organs.
const ALL_ORGANS: &str = "-";

/// Shows one report.
pub async fn get(
    client: &Client,
    arguments: &Get,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let request = GetReportRequest {
        name: arguments.name.clone(),
        view: view(arguments.view),
        read_mask: None,
    };
    let get = async || client.reports().get_report(request.clone()).await;
    show::one(client.call(get).await?, format, output)
}

/// Asks for some fields of a report.
pub async fn fields(client: &Client, name: &str, fields: &[&str]) -> Result<Report, Refusal> {
    let paths = fields.iter().map(|&field| field.to_owned()).collect();
    let request = GetReportRequest {
        name: name.to_owned(),
        view: ReportView::Working.into(),
        read_mask: Some(FieldMask { paths }),
    };
    client.call(async || client.reports().get_report(request.clone()).await).await
}

/// The etag that the caller has seen, or else the present one.
pub async fn etag(client: &Client, name: &str, seen: Option<&str>) -> Result<String, Refusal> {
    match seen {
        Some(etag) => Ok(etag.to_owned()),
        None => Ok(fields(client, name, &["name", "etag"]).await?.etag),
    }
}

/// Shows several reports.
pub async fn batch_get(
    client: &Client,
    arguments: &BatchGet,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let request = BatchGetReportsRequest {
        names: arguments.names.clone(),
        view: view(arguments.view),
        ..BatchGetReportsRequest::default()
    };
    let get = async || client.reports().batch_get_reports(request.clone()).await;
    let answer = client.call(get).await?;
    match format {
        DataFormat::Json => output.json_lines(&answer),
        DataFormat::Text => listed(&answer.reports, output),
        DataFormat::Csv => write_records(&answer.reports, output)?,
    }
    Ok(())
}

/// Shows a page of reports, or all of them.
pub async fn list(
    client: &Client,
    arguments: &List,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let paging = &arguments.paging;
    let mut request = ListReportsRequest {
        parent: resource_name(arguments.organization.as_deref().unwrap_or(ALL_ORGANS)),
        page_size: paging.part.page_size,
        page_token: paging.part.page_token.clone(),
        filter: paging.filter.clone(),
        order_by: paging.order_by.clone(),
        read_mask: None,
    };
    let list = async |request: &ListReportsRequest| {
        client.call(async || client.reports().list_reports(request.clone()).await).await
    };
    let mut answer = list(&request).await?;
    while paging.part.all && !answer.next_page_token.is_empty() {
        request.page_token = std::mem::take(&mut answer.next_page_token);
        let page = list(&request).await?;
        answer.reports.extend(page.reports);
        answer.next_page_token = page.next_page_token;
    }
    match format {
        DataFormat::Text => listed(&answer.reports, output),
        DataFormat::Json => output.json_lines(&answer),
        DataFormat::Csv => write_records(&answer.reports, output)?,
    }
    paging::say_next(&answer.next_page_token, format, output);
    Ok(())
}

pub(super) fn view(view: View) -> i32 {
    match view {
        View::Working => ReportView::Working.into(),
        View::Published => ReportView::Published.into(),
    }
}

fn listed(reports: &[Report], output: &mut Output) {
    let language = output.language;
    let heading = language.pick(
        ["名称", "状态", "修订", "核对结果", "标题"],
        ["NAME", "STATE", "REVISION", "CHECK", "TITLE"],
    );
    let row = |report: &Report| {
        vec![
            report.name.clone(),
            summary::state_word(report, language).to_owned(),
            report.revision.to_string(),
            summary::validation(report, language),
            report.title.clone(),
        ]
    };
    let rows: Vec<_> = reports.iter().map(row).collect();
    listing::aligned(&heading, &rows).iter().for_each(|line| output.line(line));
}

const HEADER: [&str; 12] = [
    "name",
    "year",
    "kind",
    "state",
    "revision",
    "published_revision",
    "blocking",
    "warnings",
    "infos",
    "title",
    "source_key",
    "etag",
];

fn write_records(reports: &[Report], output: &mut Output) -> Result<(), Failure> {
    record::write(output, &HEADER.map(str::to_owned))?;
    reports.iter().try_for_each(|report| record::write(output, &record_of(report)))
}

fn record_of(report: &Report) -> [String; 12] {
    let checked = report.validation.clone().unwrap_or_default();
    [
        report.name.clone(),
        report.report_year.to_string(),
        summary::kind_code(report).to_owned(),
        summary::state_code(report).to_owned(),
        report.revision.to_string(),
        report.published_revision.to_string(),
        checked.blocking.to_string(),
        checked.warnings.to_string(),
        checked.infos.to_string(),
        report.title.clone(),
        report.source_key.clone(),
        report.etag.clone(),
    ]
}
