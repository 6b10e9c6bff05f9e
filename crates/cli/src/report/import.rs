//! Importing published pages, a file after the other.

use std::path::PathBuf;

use nianbao_domain::finding::Message;
use nianbao_proto::v1::ImportReportRequest;
use nianbao_wire::Concept;

use super::imported::{HEADER, Imported};
use crate::arguments::{DataFormat, Import};
use crate::client::{Client, RequestId};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Source, Unreadable, sources};
use crate::organization::resource_name;
use crate::output::Output;
use crate::progress::Progress;
use crate::record;

/// Imports everything that the paths name, a result line a file.
pub async fn run(
    client: &Client,
    arguments: &Import,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let found = sources(&arguments.paths);
    let progress = Progress::new(found.len(), output.is_watched());
    let id = RequestId::given_or_new(arguments.writing.request_id);
    let mut tally = Tally::default();
    if format == DataFormat::Csv {
        record::write(output, &HEADER.map(str::to_owned))?;
    }
    for source in found {
        let (name, result) = import(client, arguments, id, source).await;
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
    Ok(tally.exit)
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

async fn import(
    client: &Client,
    arguments: &Import,
    id: RequestId,
    source: Result<Source, (PathBuf, Unreadable)>,
) -> (String, Imported) {
    let source = match source {
        Ok(source) => source,
        Err((folder, why)) => {
            return (folder.display().to_string(), Imported::Unreadable(why.message));
        }
    };
    let name = source.to_string();
    let bytes = match source.read() {
        Ok(bytes) => bytes,
        Err(why) => return (name, Imported::Unreadable(why.message)),
    };
    let request = request(arguments, id, &source, bytes);
    let import = async || client.reports().import_report(request.clone()).await;
    let result = match client.call(import).await {
        Ok(answer) => Imported::Draft(Box::new(answer)),
        Err(refusal) => Imported::Refused(refusal),
    };
    (name, result)
}

fn request(
    arguments: &Import,
    id: RequestId,
    source: &Source,
    bytes: Vec<u8>,
) -> ImportReportRequest {
    let Import { organization, source_uri, expected, writing, .. } = arguments;
    ImportReportRequest {
        parent: resource_name(organization),
        request_id: id.of_part(source.to_string().as_bytes()),
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

/// How many files came to what.
#[derive(Default)]
struct Tally {
    imported: usize,
    failed: usize,
    exit: Exit,
}

impl Tally {
    fn add(&mut self, result: &Imported) {
        let exit = match result {
            Imported::Draft(_) => Exit::Clean,
            Imported::Refused(refusal) => refusal.exit(),
            Imported::Unreadable(_) => Exit::Unreadable,
        };
        match result {
            Imported::Draft(_) => self.imported += 1,
            Imported::Refused(_) | Imported::Unreadable(_) => self.failed += 1,
        }
        self.exit = self.exit.and(exit);
    }

    fn say(&self, output: &mut Output) {
        let Self { imported, failed, .. } = self;
        let Message { zh, en } = Message::new(
            format!("成功 {imported} 个，未导入 {failed} 个"),
            format!("{imported} imported, {failed} not"),
        );
        output.say(output.language.pick(zh, en));
    }
}
