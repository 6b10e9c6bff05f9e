use bytes::Bytes;
use nianbao_proto::v1::{
    Attachment, AttachmentRole, DeleteReportRequest, DownloadAttachmentRequest, ErrorReason,
    GetAttachmentRequest, GetServerInfoRequest, ImportReportRequest, ListAttachmentsRequest,
};
use nianbao_tests::TestServer;
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    the_original_is_kept_byte_for_byte,
    a_large_original_comes_in_parts_that_any_client_takes,
    a_download_goes_on_at_an_offset,
    a_download_that_cannot_be_is_refused,
    an_import_that_comes_again_keeps_its_original_once,
    nothing_is_kept_of_what_is_only_checked,
    files_are_listed_and_found_by_their_digest,
    a_list_that_cannot_be_asked_for_is_refused,
    a_file_goes_with_its_report,
    the_name_of_a_file_has_limits,
);

const NAME: &str = "organizations/siqian/reports/2024/attachments/1";
const URI: &str = "https://www.zhenghe.gov.cn/siqian/2024.html";

fn request() -> ImportReportRequest {
    ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page::read(SIQIAN_2024),
        filename: "司前镇 2024.txt".to_owned(),
        source_uri: URI.to_owned(),
        ..Default::default()
    }
}

async fn kept(server: &TestServer, request: ImportReportRequest) -> Attachment {
    let original = server.reports().import_report(request).await.unwrap().into_inner().original;
    attachment(server, &original).await
}

async fn attachment(server: &TestServer, name: &str) -> Attachment {
    let request = GetAttachmentRequest { name: name.to_owned() };
    server.reports().get_attachment(request).await.unwrap().into_inner()
}

/// The bytes of a file, the greatest part, and what the first message says of it.
async fn downloaded(
    server: &TestServer,
    request: DownloadAttachmentRequest,
) -> (Vec<u8>, usize, Attachment) {
    let (mut bytes, mut greatest, mut about) = (Vec::new(), 0, None);
    let start = usize::try_from(request.offset).unwrap();
    let mut parts = server.reports().download_attachment(request).await.unwrap().into_inner();
    while let Some(part) = parts.message().await.unwrap() {
        assert_eq!(usize::try_from(part.offset).unwrap(), start + bytes.len());
        assert_eq!(part.attachment.is_some(), about.is_none(), "in the first message only");
        about = about.or(part.attachment);
        greatest = greatest.max(part.content.len());
        bytes.extend_from_slice(&part.content);
    }
    (bytes, greatest, about.unwrap())
}

fn whole() -> DownloadAttachmentRequest {
    DownloadAttachmentRequest { name: NAME.to_owned(), ..Default::default() }
}

/// A JSON document of a report, with spaces up to so many bytes.
fn large(bytes: usize) -> Bytes {
    let mut content = serde_json::to_vec(&samples::report(2024)).unwrap();
    let end = content.pop().unwrap();
    content.resize(bytes - 1, b' ');
    content.push(end);
    content.into()
}

async fn the_original_is_kept_byte_for_byte(server: &TestServer) {
    given::organ(server, "siqian").await;
    let answer = server.reports().import_report(request()).await.unwrap().into_inner();
    let (report, document) = (answer.report.unwrap(), answer.document.unwrap());
    assert_eq!(answer.original, NAME);
    let kept = attachment(server, NAME).await;
    assert_eq!((kept.name.as_str(), kept.role()), (NAME, AttachmentRole::Original));
    assert_eq!(
        (kept.filename.as_str(), kept.media_type.as_str()),
        ("司前镇 2024.txt", "text/plain")
    );
    assert_eq!(kept.source_uri, URI);
    assert_eq!(kept.create_time, report.create_time);
    assert_eq!(kept.revision, format!("{}/revisions/1", report.name));
    assert_eq!(usize::try_from(kept.size_bytes).unwrap(), request().content.len());
    assert_eq!(document.digest, format!("sha256:{}", kept.sha256));
    assert_eq!(document.sm3, format!("sm3:{}", kept.sm3));
    assert_eq!((kept.sha256.len(), kept.sm3.len()), (64, 64));
    assert!(!kept.author.is_empty());
    let (bytes, _, about) = downloaded(server, whole()).await;
    assert!(bytes == request().content);
    assert_eq!(about, kept);
}

async fn a_large_original_comes_in_parts_that_any_client_takes(server: &TestServer) {
    given::organ(server, "siqian").await;
    let content = large(3 << 20);
    kept(server, ImportReportRequest { content: content.clone(), ..request() }).await;
    let info = server.server().get_server_info(GetServerInfoRequest {}).await.unwrap().into_inner();
    let (bytes, greatest, _) = downloaded(server, whole()).await;
    assert!(bytes == content);
    assert_eq!(i64::try_from(greatest).unwrap(), info.limits.unwrap().max_chunk_bytes);
}

async fn a_download_goes_on_at_an_offset(server: &TestServer) {
    given::organ(server, "siqian").await;
    let content = large(600_000);
    kept(server, ImportReportRequest { content: content.clone(), ..request() }).await;
    for (offset, limit) in
        [(1, 0), (262_144, 0), (599_999, 0), (600_000, 0), (0, 1), (262_143, 2), (5, 700_000)]
    {
        let part = DownloadAttachmentRequest { offset, limit, ..whole() };
        let (bytes, _, _) = downloaded(server, part).await;
        let start = usize::try_from(offset).unwrap();
        let length = if limit == 0 { usize::MAX } else { usize::try_from(limit).unwrap() };
        let end = content.len().min(start.saturating_add(length));
        assert!(bytes == content[start..end], "{offset}, {limit}");
    }
}

async fn a_download_that_cannot_be_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    let size = kept(server, request()).await.size_bytes;
    for (offset, limit, field) in [(size + 1, 0, "offset"), (-1, 0, "offset"), (0, -1, "limit")] {
        let request = DownloadAttachmentRequest { offset, limit, ..whole() };
        let refusal = server.reports().download_attachment(request).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.metadata["field"], field);
    }
    for name in [
        "organizations/siqian/reports/2024/attachments/2",
        "organizations/siqian/reports/2023/attachments/1",
        "organizations/other/reports/2024/attachments/1",
    ] {
        let request = DownloadAttachmentRequest { name: name.to_owned(), ..Default::default() };
        let refusal = server.reports().download_attachment(request).await.refusal();
        refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
        let request = GetAttachmentRequest { name: name.to_owned() };
        let refusal = server.reports().get_attachment(request).await.refusal();
        refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
        assert_eq!(refusal.metadata["name"], name);
    }
}

async fn an_import_that_comes_again_keeps_its_original_once(server: &TestServer) {
    given::organ(server, "siqian").await;
    let request = ImportReportRequest { request_id: given::request_id(), ..request() };
    let first = kept(server, request.clone()).await;
    assert_eq!(kept(server, request.clone()).await, first);
    assert_eq!(names(server, "organizations/-/reports/-", "").await, [NAME]);
    let content = large(100_000);
    let other = ImportReportRequest { content, ..request };
    let refusal = server.reports().import_report(other).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::RequestIdReused);
}

async fn nothing_is_kept_of_what_is_only_checked(server: &TestServer) {
    given::organ(server, "siqian").await;
    let checked = ImportReportRequest { validate_only: true, ..request() };
    let answer = server.reports().import_report(checked).await.unwrap().into_inner();
    assert_eq!(answer.original, "");
    assert_eq!(names(server, "organizations/-/reports/-", "").await, [] as [&str; 0]);
}

async fn names(server: &TestServer, parent: &str, filter: &str) -> Vec<String> {
    let (parent, filter) = (parent.to_owned(), filter.to_owned());
    let (mut names, mut page_token) = (Vec::new(), String::new());
    loop {
        let request = ListAttachmentsRequest {
            parent: parent.clone(),
            filter: filter.clone(),
            page_size: 1,
            page_token,
            ..Default::default()
        };
        let page = server.reports().list_attachments(request).await.unwrap().into_inner();
        names.extend(page.attachments.into_iter().map(|it| it.name));
        page_token = page.next_page_token;
        if page_token.is_empty() {
            return names;
        }
    }
}

async fn files_are_listed_and_found_by_their_digest(server: &TestServer) {
    for organ in ["siqian", "shitun"] {
        given::organ(server, organ).await;
    }
    let first = kept(server, request()).await;
    let parent = "organizations/shitun".to_owned();
    let second = kept(server, ImportReportRequest { parent, ..request() }).await;
    let content = serde_json::to_vec(&samples::report(2023)).unwrap().into();
    let third = kept(server, ImportReportRequest { content, ..request() }).await;
    let same = format!("sha256 = \"sha256:{}\"", first.sha256);
    let any = "organizations/-/reports/-";
    assert_eq!(names(server, any, &same).await, [second.name.clone(), first.name.clone()]);
    assert_eq!(names(server, any, "").await, [&*second.name, &*third.name, &*first.name]);
    assert_eq!(names(server, "organizations/siqian/reports/-", &same).await, [&*first.name]);
    assert_eq!(names(server, "organizations/siqian/reports/2023", "").await, [&*third.name]);
    assert_eq!(names(server, "organizations/-/reports/2024", "").await.len(), 2);
    let json = "media_type = \"application/json\" AND report_year = 2023";
    assert_eq!(names(server, any, json).await, [&*third.name]);
    assert_eq!(names(server, "organizations/siqian/reports/2022", "").await, [] as [&str; 0]);
}

async fn a_list_that_cannot_be_asked_for_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    let any = || ListAttachmentsRequest {
        parent: "organizations/-/reports/-".to_owned(),
        ..Default::default()
    };
    let refused = async |request| server.reports().list_attachments(request).await.refusal();
    let filter = "sha256 = \"ba78\"".to_owned();
    let refusal = refused(ListAttachmentsRequest { filter, ..any() }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FilterInvalid);
    let order_by = "size_bytes".to_owned();
    let refusal = refused(ListAttachmentsRequest { order_by, ..any() }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::OrderInvalid);
    let parent = "organizations/siqian".to_owned();
    let refusal = refused(ListAttachmentsRequest { parent, ..any() }).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    let parent = "organizations/other/reports/-".to_owned();
    let refusal = refused(ListAttachmentsRequest { parent, ..any() }).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn a_file_goes_with_its_report(server: &TestServer) {
    given::organ(server, "siqian").await;
    kept(server, request()).await;
    let report = given::stored(server, "organizations/siqian/reports/2024").await;
    let delete = DeleteReportRequest { name: report.name, etag: report.etag, ..Default::default() };
    server.reports().delete_report(delete).await.unwrap();
    let gone = GetAttachmentRequest { name: NAME.to_owned() };
    let refusal = server.reports().get_attachment(gone).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    kept(server, request()).await;
    assert!(downloaded(server, whole()).await.0 == request().content);
}

async fn the_name_of_a_file_has_limits(server: &TestServer) {
    given::organ(server, "siqian").await;
    for filename in ["长".repeat(256), "a\nb".to_owned()] {
        let request = ImportReportRequest { filename, ..request() };
        let refusal = server.reports().import_report(request).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.metadata["field"], "filename");
    }
}
