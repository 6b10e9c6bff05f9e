//! Importing published pages: several on their way at once, told in the order of the files.

use futures_util::{StreamExt, stream};
use nianbao_proto::v1::{
    self, ErrorReason, ImportReportRequest, ListAttachmentsRequest, ReportKind,
};
use nianbao_wire::Concept;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use super::imported::{HEADER, Imported};
use super::register::Register;
use super::tally::Tally;
use crate::arguments::{DataFormat, Import};
use crate::client::{Client, Patience, Refusal, RequestId};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Document, Found, Source, sources, unpacked};
use crate::organization::resource_name;
use crate::output::Output;
use crate::progress::Progress;
use crate::record;

/// What all files of an import have in common.
struct Run<'a> {
    client: &'a Client,
    arguments: &'a Import,
    id: RequestId,
    /// The organs by name, where each file tells its own.
    register: Option<Register>,
}

/// Imports everything that the paths name, a result line a file.
pub async fn run(
    client: &Client,
    arguments: &Import,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let found = sources(&arguments.paths);
    let register = match &arguments.organization {
        Some(_) => None,
        None => Some(Register::read(client).await?),
    };
    let id = RequestId::given_or_new(arguments.writing.request_id);
    let run = Run { client, arguments, id, register };
    let progress = Progress::new(found.len(), output.is_watched());
    if format == DataFormat::Csv {
        record::write(output, &HEADER.map(str::to_owned))?;
    }
    let files = stream::unfold(read_ahead(found), async |mut files| {
        files.recv().await.map(|file| (file, files))
    });
    let results = files.map(|found| run.import(found)).buffered(arguments.jobs.into());
    let mut results = std::pin::pin!(results);
    let mut tally = Tally::default();
    while let Some((name, result)) = results.next().await {
        if let Imported::Refused(refusal) = &result
            && refusal.concerns_every_call()
        {
            progress.finish();
            tally.say(output);
            return Err(refusal.clone().into());
        }
        tally.add(&result);
        progress.around(|| write(&result, &name, arguments, format, output))?;
    }
    progress.finish();
    tally.say(output);
    Ok(tally.exit())
}

/// The files, archives unpacked, read as they are wanted: one waits, another is on its way.
fn read_ahead(found: Vec<Found>) -> mpsc::Receiver<Found> {
    let (give, files) = mpsc::channel(1);
    tokio::task::spawn_blocking(move || unpacked(found, |file| give.blocking_send(file).is_ok()));
    files
}

fn write(
    result: &Imported,
    name: &str,
    arguments: &Import,
    format: DataFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    match format {
        DataFormat::Text => result.write_text(name, arguments.writing.validate_only, output),
        DataFormat::Json => result.write_json(name, output),
        DataFormat::Csv => record::write(output, &result.record(name, output.language))?,
    }
    output.flush();
    Ok(())
}

impl Run<'_> {
    async fn import(&self, found: Found) -> (String, Imported) {
        let source = match found {
            Ok(source) => source,
            Err((place, why)) => {
                return (place.display().to_string(), Imported::Unreadable(why.message));
            }
        };
        let name = source.to_string();
        let bytes = match source.read() {
            Ok(bytes) => bytes,
            Err(why) => return (name, Imported::Unreadable(why.message)),
        };
        let result = self.import_bytes(&source, bytes).await;
        (name, result.unwrap_or_else(Imported::Refused))
    }

    async fn import_bytes(&self, source: &Source, bytes: Vec<u8>) -> Result<Imported, Refusal> {
        let digest: String =
            Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if let Some(kept) = self.kept(&digest).await? {
            return Ok(Imported::Skipped(kept));
        }
        let parent = match self.organ_of(source, &bytes) {
            Ok(parent) => parent,
            Err(refused) => return Ok(refused),
        };
        let request = self.request(parent, source, bytes);
        let patience = Patience::to_send(request.content.len());
        let import = async || self.client.reports().import_report(request.clone()).await;
        match self.client.call_patiently(patience, import).await {
            Ok(answer) => Ok(Imported::Draft(Box::new(answer))),
            // The same file twice: the other one was quicker.
            Err(refusal) if refusal.is_for(ErrorReason::ResourceExists) => {
                let kept = self.kept(&digest).await?;
                Ok(kept.map_or(Imported::Refused(refusal), Imported::Skipped))
            }
            Err(refusal) => Err(refusal),
        }
    }

    /// The report that has these bytes as its original already, of those that are meant.
    async fn kept(&self, digest: &str) -> Result<Option<String>, Refusal> {
        let Import { organization, expected, .. } = self.arguments;
        let organ = resource_name(organization.as_deref().unwrap_or("-"));
        let mut filter = format!("sha256 = \"{digest}\"");
        if let Some(year) = expected.year {
            filter += &format!(" AND report_year = {year}");
        }
        if let Some(kind) = expected.kind {
            let kind = ReportKind::try_from(kind.to_wire()).unwrap_or_default();
            filter += &format!(" AND kind = {}", kind.as_str_name());
        }
        let parent = format!("{organ}/reports/-");
        let request = ListAttachmentsRequest { parent, filter, page_size: 1, ..Default::default() };
        let list = async || self.client.reports().list_attachments(request.clone()).await;
        let found = self.client.call(list).await?.attachments.into_iter().next();
        Ok(found.map(|it: v1::Attachment| it.name))
    }

    /// Whose report it is: as was said, or as the document says.
    fn organ_of(&self, source: &Source, bytes: &[u8]) -> Result<String, Imported> {
        match (&self.arguments.organization, &self.register) {
            (Some(organ), _) => Ok(resource_name(organ)),
            (None, None) => Ok(String::new()),
            (None, Some(register)) => {
                let document = Document::read(bytes, source);
                let document = document.map_err(|why| Imported::Unreadable(why.message))?;
                register.organ_of(&document).map_err(Imported::Unmatched)
            }
        }
    }

    fn request(&self, parent: String, source: &Source, bytes: Vec<u8>) -> ImportReportRequest {
        let Import { source_uri, expected, writing, .. } = self.arguments;
        ImportReportRequest {
            parent,
            request_id: self.id.of_part(source.to_string().as_bytes()),
            content: bytes.into(),
            media_type: String::new(),
            filename: source.file_name().unwrap_or_default().to_owned(),
            source_uri: source_uri.clone(),
            report_year: expected.year.unwrap_or_default(),
            kind: expected.kind.map_or(0, Concept::to_wire),
            source_key: expected.source_key.clone().unwrap_or_default(),
            validate_only: writing.validate_only,
        }
    }
}
