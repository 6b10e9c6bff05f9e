//! Running the rules again over stored reports, a page after the other.

use nianbao_proto::v1::{RevalidateReportsRequest, RevalidateReportsResponse};

use crate::arguments::{DataFormat, Revalidate};
use crate::client::{Client, RequestId};
use crate::failure::Failure;
use crate::language::Language;
use crate::organization::resource_name;
use crate::output::Output;
use crate::record;

/// What stands for all organs.
const ALL_ORGANS: &str = "-";

/// Runs the rules again and tells which reports have other counts now.
pub async fn run(
    client: &Client,
    arguments: &Revalidate,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let id = RequestId::given_or_new(arguments.writing.request_id);
    let mut request = RevalidateReportsRequest {
        parent: resource_name(arguments.organization.as_deref().unwrap_or(ALL_ORGANS)),
        filter: arguments.filter.clone(),
        all: arguments.all,
        validate_only: arguments.writing.validate_only,
        ..RevalidateReportsRequest::default()
    };
    let mut told = RevalidateReportsResponse::default();
    if format == DataFormat::Csv {
        record::write(output, &["name".to_owned()])?;
    }
    loop {
        request.request_id = id.of_part(request.page_token.as_bytes());
        let revalidate = async || client.reports().revalidate_reports(request.clone()).await;
        let page = match client.call(revalidate).await {
            Ok(page) => page,
            Err(refusal) => {
                say(&told, output);
                return Err(refusal.into());
            }
        };
        write(&page, format, output)?;
        let next = add(&mut told, page);
        if output.is_watched() && !next.is_empty() {
            say(&told, output);
        }
        request.page_token = next;
        if request.page_token.is_empty() {
            break;
        }
    }
    if format == DataFormat::Json {
        output.json_lines(&told);
    }
    say(&told, output);
    Ok(())
}

/// The names of the reports that changed, as soon as they are known.
fn write(
    page: &RevalidateReportsResponse,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    for name in &page.changed_reports {
        match format {
            DataFormat::Text => output.line(name),
            DataFormat::Csv => record::write(output, std::slice::from_ref(name))?,
            DataFormat::Json => {}
        }
    }
    output.flush();
    Ok(())
}

/// Adds a page to what is told in the end, and gives the token of the next.
fn add(told: &mut RevalidateReportsResponse, page: RevalidateReportsResponse) -> String {
    let RevalidateReportsResponse { checked, changed, changed_reports, rule_set, next_page_token } =
        page;
    told.checked += checked;
    told.changed += changed;
    told.changed_reports.extend(changed_reports);
    told.rule_set = rule_set;
    next_page_token
}

fn say(told: &RevalidateReportsResponse, output: &mut Output) {
    let RevalidateReportsResponse { checked, changed, rule_set, .. } = told;
    output.say(match output.language {
        Language::Zh => {
            format!("已重新核对 {checked} 份，其中 {changed} 份结果有变化（规则版本 {rule_set}）")
        }
        Language::En => format!("{checked} checked again, {changed} changed (rule set {rule_set})"),
    });
}
