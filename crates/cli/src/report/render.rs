//! A report written as a document.

use std::path::Path;

use nianbao_proto::v1::{RenderReportRequest, ReportView};

use super::read::view;
use crate::arguments::Render;
use crate::client::Client;
use crate::failure::Failure;
use crate::output::Output;
use crate::replacement;

/// Has a report written as a document.
pub async fn run(client: &Client, arguments: &Render, output: &mut Output) -> Result<(), Failure> {
    let Render { name, to, view: asked, revision, output: path } = arguments;
    let path = path.as_deref().filter(|path| *path != Path::new("-"));
    if path.is_none() {
        output.refuse_on_terminal(to.is_text())?;
    }
    let request = match revision {
        None => RenderReportRequest {
            name: name.clone(),
            rendition: to.number(),
            view: asked.map_or(ReportView::Unspecified.into(), view),
        },
        Some(number) => RenderReportRequest {
            name: format!("{name}/revisions/{number}"),
            rendition: to.number(),
            view: ReportView::Unspecified.into(),
        },
    };
    let render = async || client.reports().render_report(request.clone()).await;
    let document = client.call(render).await?;
    match path {
        Some(path) => replacement::write(path, &document.content),
        None => {
            output.write(&document.content);
            Ok(())
        }
    }
}
