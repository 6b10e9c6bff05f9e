//! A document to be filled in, as the server makes it.

use nianbao_proto::v1::{RenderFillInRequest, RenderFillInResponse, Rendition};
use nianbao_wire::Concept;

use super::comparison;
use crate::arguments::{FillInFormat, FillInReport};
use crate::client::Client;
use crate::convert::deliver;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::Output;

/// Has a document made for the report that is to be.
pub async fn run(
    client: &Client,
    arguments: &FillInReport,
    output: &mut Output,
) -> Result<(), Failure> {
    let FillInReport { name, edition, target } = arguments;
    let rendition = match target.format() {
        FillInFormat::Xlsx => Rendition::Xlsx,
        FillInFormat::Docx => Rendition::Docx,
    };
    let request = RenderFillInRequest {
        name: name.clone(),
        rendition: rendition.into(),
        edition: edition.map_or(0, Concept::to_wire),
    };
    let render = async || client.reports().render_fill_in(request.clone()).await;
    let document = client.call(render).await?;
    deliver(&document.content, false, target.output.as_deref(), output)?;
    output.say(carried_over(&document, output.language));
    Ok(())
}

/// Where 上年结转 comes from, or why it is still to be filled in.
fn carried_over(document: &RenderFillInResponse, language: Language) -> String {
    if document.previous.is_empty() {
        let why = language.pick(&document.previous_absent, &document.previous_absent_en);
        let zh = format!("“上年结转”没有填入：{why}");
        return language.pick(zh, format!("nothing is carried over: {why}"));
    }
    let reports = comparison::reports_before(&document.previous, language);
    let zh = format!("“上年结转”取自{reports}");
    language.pick(zh, format!("carried over from {reports}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use nianbao_proto::v1::ComparedReport;

    #[test]
    fn people_are_told_where_what_was_carried_over_comes_from() {
        let before = ComparedReport {
            organization: "司前镇人民政府".to_owned(),
            report_year: 2024,
            ..ComparedReport::default()
        };
        let mut document =
            RenderFillInResponse { previous: vec![before], ..RenderFillInResponse::default() };
        let said = carried_over(&document, Language::Zh);
        assert_eq!(said, "“上年结转”取自上年 司前镇人民政府（2024 年度）");
        document.previous.clear();
        document.previous_absent_en = "no report".to_owned();
        assert_eq!(carried_over(&document, Language::En), "nothing is carried over: no report");
    }
}
