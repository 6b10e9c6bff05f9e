//! Creating a report from a document.

use nianbao_domain::report::ReportYear;
use nianbao_proto::v1::CreateReportRequest;

use super::show;
use crate::arguments::{Create, DataFormat, Expected};
use crate::client::{Client, RequestId};
use crate::failure::Failure;
use crate::input::{Document, Source};
use crate::organization::resource_name;
use crate::output::Output;

/// Creates a draft of what a document says.
pub async fn run(
    client: &Client,
    arguments: &Create,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let source = Source::named(&arguments.file);
    let bytes = source.read().map_err(|why| why.failure(&source))?;
    let document = Document::read(&bytes, &source).map_err(|why| why.failure(&source))?;
    let parent = match (&arguments.organization, &document.organization_id) {
        (Some(said), _) => resource_name(said),
        (None, Some(id)) => id.resource_name(),
        (None, None) => return Err(no_organ()),
    };
    let document = with_expected(document, &arguments.expected)?;
    let request = CreateReportRequest {
        parent,
        report: Some(document.to_parsed().to_message()),
        report_id: String::new(),
        request_id: RequestId::given_or_new(arguments.writing.request_id).single(),
        validate_only: arguments.writing.validate_only,
    };
    let create = async || client.reports().create_report(request.clone()).await;
    let report = client.call(create).await?;
    show::changed(report, "已新建", "created", format, output)
}

/// The document with what it does not tell itself; a year that it tells otherwise is refused.
fn with_expected(mut document: Document, expected: &Expected) -> Result<Document, Failure> {
    let said = expected.year.map(year).transpose()?;
    document.year = match (said, document.year) {
        (Some(said), Some(found)) if said != found => {
            return Err(Failure::usage(
                format!("文件的报告年度是 {found}，不是 {said}"),
                format!("the document reports on {found}, not on {said}"),
            ));
        }
        (None, None) => {
            return Err(Failure::usage(
                "文件没有说明报告年度，请用 --year 写出",
                "the document tells no report year: state it with --year",
            ));
        }
        (said, found) => said.or(found),
    };
    document.kind = expected.kind.unwrap_or(document.kind);
    if let Some(key) = &expected.source_key {
        document.source_key.clone_from(key);
    }
    Ok(document)
}

fn year(year: i32) -> Result<ReportYear, Failure> {
    let read = ReportYear::try_from(i64::from(year)).ok();
    read.ok_or_else(|| {
        Failure::usage(format!("{year} 不是报告年度"), format!("{year} is no report year"))
    })
}

fn no_organ() -> Failure {
    Failure::usage(
        "请用 --organization 写出报告所属的机关",
        "state with --organization whose report it is",
    )
}
