//! Revisions of a report.

use nianbao_proto::v1::{GetRevisionRequest, ListRevisionsRequest, Revision};

use super::{show, summary};
use crate::arguments::{self, DataFormat, Revisions};
use crate::client::Client;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::Output;
use crate::{listing, paging, record};

/// Lists the revisions of a report, newest first.
pub async fn list(
    client: &Client,
    arguments: &Revisions,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let mut request = ListRevisionsRequest {
        parent: arguments.name.clone(),
        page_size: arguments.part.page_size,
        page_token: arguments.part.page_token.clone(),
        read_mask: None,
    };
    let list = async |request: &ListRevisionsRequest| {
        client.call(async || client.reports().list_revisions(request.clone()).await).await
    };
    let mut answer = list(&request).await?;
    while arguments.part.all && !answer.next_page_token.is_empty() {
        request.page_token = std::mem::take(&mut answer.next_page_token);
        let page = list(&request).await?;
        answer.revisions.extend(page.revisions);
        answer.next_page_token = page.next_page_token;
    }
    match format {
        DataFormat::Json => output.json_lines(&answer),
        DataFormat::Text => write_text(&answer.revisions, output),
        DataFormat::Csv => write_records(&answer.revisions, output)?,
    }
    paging::say_next(&answer.next_page_token, format, output);
    Ok(())
}

/// Shows one revision, as it was.
pub async fn get(
    client: &Client,
    arguments: &arguments::Revision,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let request = GetRevisionRequest { name: arguments.name.clone() };
    let get = async || client.reports().get_revision(request.clone()).await;
    let revision = client.call(get).await?;
    if format == DataFormat::Json {
        output.json_lines(&revision);
        return Ok(());
    }
    show::one(revision.report.unwrap_or_default(), format, output)
}

fn write_text(revisions: &[Revision], output: &mut Output) {
    let language = output.language;
    let heading =
        language.pick(["修订", "缘由", "时间", "提交者"], ["REVISION", "KIND", "TIME", "AUTHOR"]);
    let rows: Vec<_> =
        revisions.iter().map(|it| row(it, for_people(&time(it)), language)).collect();
    listing::aligned(&heading, &rows).iter().for_each(|line| output.line(line));
}

fn write_records(revisions: &[Revision], output: &mut Output) -> Result<(), Failure> {
    record::write(
        output,
        &["name", "revision", "kind", "create_time", "author"].map(str::to_owned),
    )?;
    for revision in revisions {
        let mut fields = vec![revision.name.clone()];
        fields.extend(row(revision, time(revision), Language::En));
        record::write(output, &fields)?;
    }
    Ok(())
}

fn row(revision: &Revision, time: String, language: Language) -> Vec<String> {
    vec![
        revision.number.to_string(),
        summary::revision_word(revision.kind, language).to_owned(),
        time,
        revision.author.clone(),
    ]
}

/// When it was committed.
fn time(revision: &Revision) -> String {
    summary::time(revision.create_time.as_ref())
}

/// The day and the second, without the fraction.
fn for_people(time: &str) -> String {
    match time.split_once('T').zip(time.get(11..19)) {
        Some(((day, _), second)) => format!("{day} {second} UTC"),
        None => time.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_need_no_fractions_of_a_second() {
        assert_eq!(for_people("2026-11-23T01:27:24.650082+00:00"), "2026-11-23 01:27:24 UTC");
        assert_eq!(for_people(""), "");
    }
}
