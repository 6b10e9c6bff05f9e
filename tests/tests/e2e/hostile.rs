//! Words that no database or no person can use are refused alike on every store, never a fault.

use bytes::Bytes;
use nianbao_proto::v1::{
    CreateOrganizationRequest, ErrorReason, ImportReportRequest, Organization, Publication, Report,
};
use nianbao_tests::TestServer;
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    a_report_with_a_character_that_no_store_holds_is_refused,
    an_organ_with_a_character_that_no_store_holds_is_refused,
    a_page_with_a_character_that_no_store_holds_is_read_or_refused,
    a_page_with_more_words_than_a_report_may_have_is_refused,
);

const NUL: &str = "a\0b";

async fn a_report_with_a_character_that_no_store_holds_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    let publication = Some(Publication { uri: format!("https://x/{NUL}"), ..Default::default() });
    let mut words = samples::report(2024);
    words.narrative.as_mut().unwrap().sections[0].text = NUL.to_owned();
    let mut raw = samples::report(2024);
    raw.sheet.as_mut().unwrap().rows[0].cells[0].raw = NUL.to_owned();
    for (report, field) in [
        (Report { title: NUL.to_owned(), ..samples::report(2024) }, "report.title"),
        (Report { source_key: NUL.to_owned(), ..samples::report(2024) }, "report.source_key"),
        (Report { publication, ..samples::report(2024) }, "report.publication.uri"),
        (words, "report.narrative.sections[0].text"),
        (raw, "report.sheet.rows[0].cells[0].raw"),
    ] {
        let refusal = server.reports().create_report(given::create(SIQIAN, report)).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert!(refusal.fields.iter().all(|it| it == field), "{:?}", refusal.fields);
    }
}

async fn an_organ_with_a_character_that_no_store_holds_is_refused(server: &TestServer) {
    let named = |name: &str| samples::organ(name);
    let aliases = vec![NUL.to_owned()];
    for (organ, field) in [
        (named(NUL), "organization.display_name"),
        (Organization { aliases, ..named("某镇") }, "organization.aliases[0]"),
        (Organization { source_key: NUL.to_owned(), ..named("某镇") }, "organization.source_key"),
    ] {
        let request = CreateOrganizationRequest {
            organization: Some(organ),
            organization_id: "siqian".to_owned(),
            ..Default::default()
        };
        let refusal = server.organizations().create_organization(request).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, [field]);
    }
}

async fn a_page_with_a_character_that_no_store_holds_is_read_or_refused(server: &TestServer) {
    let page = String::from_utf8(page::read(SIQIAN_2024).to_vec()).unwrap();
    let pages = [
        format!("{page}\n{NUL}\n"),
        page.replace("一、总体情况", &format!("一、总体情况\n\n{NUL}")),
        page.replacen("司前镇", "司\0前镇", 1),
        page.replacen("863732.45", "863\u{0}732.45", 1),
    ];
    for (at, page) in pages.into_iter().enumerate() {
        let parent = given::organ(server, &format!("organ-{at}")).await.name;
        let content = Bytes::from(page);
        for media_type in ["text/plain", "text/html", ""] {
            let request = ImportReportRequest {
                parent: parent.clone(),
                content: content.clone(),
                media_type: media_type.to_owned(),
                validate_only: media_type.is_empty(),
                report_year: 2024,
                ..Default::default()
            };
            if let Err(status) = server.reports().import_report(request).await {
                let refused = Refusal::of(status);
                assert!(
                    [Code::InvalidArgument, Code::AlreadyExists].contains(&refused.code),
                    "{at} {media_type}: {:?}",
                    refused.status
                );
            }
        }
    }
}

async fn a_page_with_more_words_than_a_report_may_have_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    let page = String::from_utf8(page::read(SIQIAN_2024).to_vec()).unwrap();
    let much = "政府信息公开工作。\n".repeat(60_000);
    let request = ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page.replace("一、总体情况", &format!("一、总体情况\n\n{much}")).into(),
        ..Default::default()
    };
    let refusal = server.reports().import_report(request).await.refusal();
    refusal.is(Code::ResourceExhausted, ErrorReason::MessageTooLarge);
    let bytes = |key: &str| refusal.metadata[key].parse::<usize>().unwrap();
    assert!(bytes("found") > much.len() - 1000 && bytes("limit") < bytes("found"));
}
