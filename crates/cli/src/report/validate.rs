//! Checking a report on the server.

use nianbao_domain::form::Edition;
use nianbao_proto::v1::{
    Report, ValidateReportRequest, validate_report_request::Organ, validate_report_request::Target,
};
use nianbao_wire::Concept;

use super::{comparison, read, summary};
use crate::arguments::{DataFormat, Validate};
use crate::check::write_verdict;
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::finding::{Subject, Verdict};
use crate::input::{Document, Source};
use crate::organization::resource_name;
use crate::output::Output;
use crate::record;

/// Checks a stored report, or one in a file.
pub async fn run(
    client: &Client,
    arguments: &Validate,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let (target, subject) = target(client, arguments, format).await?;
    let organ = arguments.organization.as_deref().map(resource_name);
    let request = ValidateReportRequest {
        target: Some(target),
        organ: organ.map(Organ::OrganizationName),
        stage: arguments.stage.to_wire(),
        ..ValidateReportRequest::default()
    };
    let validate = async || client.reports().validate_report(request.clone()).await;
    let answer = client.call(validate).await?;
    if format == DataFormat::Json {
        output.json_lines(&answer);
        return Ok(Verdict::from(answer).outcome.exit());
    }
    let compared = answer.comparison.clone();
    let verdict = Verdict::from(answer);
    if format == DataFormat::Csv {
        record::write(output, &Subject::header())?;
        let records = subject.records(&verdict, output.language);
        records.iter().try_for_each(|fields| record::write(output, fields))?;
    } else {
        output.line(output.paint().strong(&subject.source));
        if let Some(compared) = &compared {
            output.line(comparison::line(compared, output.language));
        }
        write_verdict(&verdict, subject.edition.parse().ok(), output);
    }
    Ok(verdict.outcome.exit())
}

/// What is to be checked, and what its findings are about.
async fn target(
    client: &Client,
    arguments: &Validate,
    format: DataFormat,
) -> Result<(Target, Subject), Failure> {
    let Some(file) = &arguments.file else {
        let name = arguments.name.clone().unwrap_or_default();
        let report = match format {
            DataFormat::Json => Report::default(),
            DataFormat::Text | DataFormat::Csv => {
                read::fields(client, &name, &["name", "report_year", "kind", "sheet"]).await?
            }
        };
        return Ok((Target::Name(name.clone()), subject(name, &report)));
    };
    let source = Source::named(file);
    let bytes = source.read().map_err(|why| why.failure(&source))?;
    let document = Document::read(&bytes, &source).map_err(|why| why.failure(&source))?;
    let report = document.to_parsed().to_message();
    let subject = subject(source.to_string(), &report);
    Ok((Target::Report(report), subject))
}

fn subject(source: String, report: &Report) -> Subject {
    let organization = report.name.split("/reports/").next().unwrap_or_default();
    Subject {
        source,
        organization: organization.to_owned(),
        year: Some(report.report_year)
            .filter(|year| *year != 0)
            .map_or(String::new(), |it| it.to_string()),
        kind: summary::kind_code(report),
        edition: summary::edition(report).map_or("", Edition::code),
    }
}
