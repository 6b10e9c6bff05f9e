//! Files that are kept with reports.

use std::path::Path;

use nianbao_proto::v1::{
    Attachment, AttachmentRole, DownloadAttachmentRequest, GetAttachmentRequest,
    ListAttachmentsRequest,
};
use sha2::{Digest, Sha256};
use tonic::Status;

use super::summary;
use crate::arguments::{Attachments, DataFormat, Download};
use crate::client::{Client, Patience};
use crate::failure::Failure;
use crate::output::Output;
use crate::progress::Progress;
use crate::replacement::Replacement;
use crate::{listing, paging, record};

/// What the name of an attachment has between that of its report and its number.
const ATTACHMENTS: &str = "/attachments/";
/// The number of the original.
const ORIGINAL: &str = "1";

/// Lists the files that are kept with a report, or with many.
pub async fn list(
    client: &Client,
    arguments: &Attachments,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let paging = &arguments.paging;
    let mut request = ListAttachmentsRequest {
        parent: arguments.name.clone(),
        page_size: paging.part.page_size,
        page_token: paging.part.page_token.clone(),
        filter: paging.filter.clone(),
        order_by: paging.order_by.clone(),
    };
    let list = async || client.reports().list_attachments(request.clone()).await;
    let mut answer = client.call(list).await?;
    while paging.part.all && !answer.next_page_token.is_empty() {
        request.page_token = std::mem::take(&mut answer.next_page_token);
        let list = async || client.reports().list_attachments(request.clone()).await;
        let next = client.call(list).await?;
        answer.attachments.extend(next.attachments);
        answer.next_page_token = next.next_page_token;
    }
    match format {
        DataFormat::Json => output.json_lines(&answer),
        DataFormat::Text => write_text(&answer.attachments, output),
        DataFormat::Csv => write_records(&answer.attachments, output)?,
    }
    paging::say_next(&answer.next_page_token, format, output);
    Ok(())
}

fn write_text(attachments: &[Attachment], output: &mut Output) {
    let heading = output.language.pick(
        ["名称", "文件", "字节", "格式", "SHA-256"],
        ["NAME", "FILE", "BYTES", "FORMAT", "SHA-256"],
    );
    let row = |it: &Attachment| {
        let size = it.size_bytes.to_string();
        vec![it.name.clone(), it.filename.clone(), size, it.media_type.clone(), it.sha256.clone()]
    };
    let rows: Vec<_> = attachments.iter().map(row).collect();
    listing::aligned(&heading, &rows).iter().for_each(|line| output.line(line));
}

fn write_records(attachments: &[Attachment], output: &mut Output) -> Result<(), Failure> {
    let names = ["name", "role", "filename", "media_type", "size_bytes", "sha256", "sm3"];
    let more = ["source_uri", "author", "create_time"];
    record::write(output, &names.iter().chain(&more).map(|&it| it.to_owned()).collect::<Vec<_>>())?;
    for it in attachments {
        let role = match it.role() {
            AttachmentRole::Original => "original",
            AttachmentRole::Unspecified => "",
        };
        let fields = [
            it.name.clone(),
            role.to_owned(),
            it.filename.clone(),
            it.media_type.clone(),
            it.size_bytes.to_string(),
            it.sha256.clone(),
            it.sm3.clone(),
            it.source_uri.clone(),
            it.author.clone(),
            summary::time(it.create_time.as_ref()),
        ];
        record::write(output, &fields)?;
    }
    Ok(())
}

/// Downloads a file, and holds it against its digest.
pub async fn download(
    client: &Client,
    arguments: &Download,
    output: &mut Output,
) -> Result<(), Failure> {
    let name = attachment_name(&arguments.name);
    let get = GetAttachmentRequest { name };
    let about = client.call(async || client.reports().get_attachment(get.clone()).await).await?;
    let path = arguments.output.as_deref().filter(|path| *path != Path::new("-"));
    if path.is_none() {
        output.refuse_on_terminal(about.media_type.starts_with("text/"))?;
    }
    let mut target = match path {
        Some(path) => Target::File(Box::new(Replacement::of(path)?)),
        None => Target::Stdout,
    };
    fetch(client, &about, &mut target, output).await?;
    match target {
        Target::File(replacement) => replacement.finish(),
        Target::Stdout => Ok(()),
    }
}

/// A report stands for its original.
fn attachment_name(name: &str) -> String {
    if name.contains(ATTACHMENTS) {
        name.to_owned()
    } else {
        format!("{name}{ATTACHMENTS}{ORIGINAL}")
    }
}

/// Where the bytes go.
enum Target {
    File(Box<Replacement>),
    Stdout,
}

/// Reads the bytes part by part; where the connection is lost it goes on where it stopped.
async fn fetch(
    client: &Client,
    about: &Attachment,
    target: &mut Target,
    output: &mut Output,
) -> Result<(), Failure> {
    let size = u64::try_from(about.size_bytes).unwrap_or_default();
    let progress = Progress::of_bytes(size, output.is_watched());
    let (mut digest, mut offset) = (Sha256::new(), 0_u64);
    while offset < size {
        let before = offset;
        let part = DownloadAttachmentRequest {
            name: about.name.clone(),
            offset: i64::try_from(offset).unwrap_or(i64::MAX),
            limit: 0,
        };
        let start = async || client.reports().download_attachment(part.clone()).await;
        let mut parts = client.call(start).await?;
        let broken: Option<Status> = loop {
            match Patience::with_a_part().wait(parts.message()).await {
                Ok(Some(part)) => {
                    digest.update(&part.content);
                    offset += part.content.len() as u64;
                    match target {
                        Target::File(file) => file.append(&part.content)?,
                        Target::Stdout => output.write(&part.content),
                    }
                    progress.to(offset);
                }
                Ok(None) => break None,
                Err(status) => break Some(status),
            }
        };
        match broken {
            Some(status) if offset == before => return Err(client.refusal(&status).into()),
            None if offset < size => return Err(incomplete(about)),
            Some(_) | None => {}
        }
    }
    progress.finish();
    let found: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    if found == about.sha256 { Ok(()) } else { Err(incomplete(about)) }
}

fn incomplete(about: &Attachment) -> Failure {
    let name = &about.name;
    Failure::unreadable(
        format!("{name} 下载不完整：与登记的 SHA-256 不符，请重新下载"),
        format!("{name} did not come whole: its SHA-256 is another; download it again"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_stands_for_its_original() {
        let report = "organizations/siqian/reports/2024";
        let original = format!("{report}/attachments/1");
        assert_eq!(attachment_name(report), original);
        assert_eq!(attachment_name(&original), original);
    }
}
