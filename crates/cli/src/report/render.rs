//! A report written as a document.

use nianbao_proto::v1::{RenderReportRequest, ReportView};

use super::read::view;
use crate::arguments::Render;
use crate::client::{Client, Patience};
use crate::convert::deliver;
use crate::failure::Failure;
use crate::output::Output;

/// Has a report written as a document.
pub async fn run(client: &Client, arguments: &Render, output: &mut Output) -> Result<(), Failure> {
    let Render { name, to, view: asked, revision, output: path } = arguments;
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
    let document = client.call_patiently(Patience::to_receive(), render).await?;
    deliver(&document.content, to.is_text(), path.as_deref(), output)
}
