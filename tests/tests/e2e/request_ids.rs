//! A call with a request id is safe to repeat.

use futures_util::future::join_all;
use nianbao_proto::v1::{
    BatchCreateOrganizationsRequest, ChangeEditionRequest, CreateOrganizationRequest,
    CreateReportRequest, DeleteReportRequest, Edition, ErrorReason, ImportReportRequest,
    ListReportsRequest, Organization, Report, UpdateOrganizationRequest, UpdateReportRequest,
};
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples::{self, SIQIAN};
use nianbao_tests::{Backend, TestServer};
use tonic::Code;

use crate::given;

with_a_server!(
    a_repeated_call_is_given_the_first_answer,
    a_repeated_call_is_given_the_first_answer_after_later_changes,
    repeats_at_the_same_time_make_one_record,
    repeats_of_an_import_at_the_same_time_make_one_report,
    repeats_of_a_deletion_at_the_same_time_are_all_answered,
    repeats_about_an_organ_at_the_same_time_make_one_record,
    a_request_id_is_looked_up_before_the_etag,
    a_request_id_with_other_content_is_refused,
    a_request_id_belongs_to_one_method,
    a_refused_call_leaves_its_request_id_free,
    what_is_only_checked_leaves_its_request_id_free,
    a_repeated_deletion_deletes_nothing_more,
    a_repeated_creation_does_not_bring_back_what_was_deleted,
    a_request_id_is_a_uuid,
);
on_every_store!(a_repeated_call_is_given_the_first_answer_by_the_next_server);

const CALLERS: usize = 16;

async fn a_repeated_call_is_given_the_first_answer(server: &TestServer) {
    let organ = CreateOrganizationRequest {
        organization: Some(samples::organ("司前镇人民政府办公室")),
        organization_id: "siqian".to_owned(),
        request_id: given::request_id(),
        ..Default::default()
    };
    let mut organizations = server.organizations();
    let first = organizations.create_organization(organ.clone()).await.unwrap().into_inner();
    let again = organizations.create_organization(organ.clone()).await.unwrap().into_inner();
    assert_eq!(again, first);
    let batch = BatchCreateOrganizationsRequest {
        requests: vec![CreateOrganizationRequest {
            request_id: String::new(),
            organization_id: "shitun".to_owned(),
            ..organ
        }],
        request_id: given::request_id(),
        ..Default::default()
    };
    let first = organizations.batch_create_organizations(batch.clone()).await.unwrap().into_inner();
    let again = organizations.batch_create_organizations(batch).await.unwrap().into_inner();
    assert_eq!(again, first);
    let import = ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page::read(SIQIAN_2024),
        request_id: given::request_id(),
        ..Default::default()
    };
    let first = server.reports().import_report(import.clone()).await.unwrap().into_inner();
    let again = server.reports().import_report(import).await.unwrap().into_inner();
    assert_eq!(again, first);
}

async fn a_repeated_call_is_given_the_first_answer_after_later_changes(server: &TestServer) {
    given::organ(server, "siqian").await;
    let request = create();
    let first = server.reports().create_report(request.clone()).await.unwrap().into_inner();
    let update = retitle(&first, "新题");
    let second = server.reports().update_report(update).await.unwrap().into_inner();
    let again = server.reports().create_report(request).await.unwrap().into_inner();
    assert_eq!(again, first);
    assert_eq!(given::stored(server, &first.name).await, second);
}

async fn repeats_at_the_same_time_make_one_record(server: &TestServer) {
    given::organ(server, "siqian").await;
    let request = create();
    let repeat =
        async |_| server.reports().create_report(request.clone()).await.unwrap().into_inner();
    let created = join_all((0..CALLERS).map(repeat)).await;
    assert!(created.iter().all(|report| *report == created[0]), "{created:?}");
    let request =
        UpdateReportRequest { request_id: given::request_id(), ..retitle(&created[0], "新题") };
    let repeat =
        async |_| server.reports().update_report(request.clone()).await.unwrap().into_inner();
    let updated = join_all((0..CALLERS).map(repeat)).await;
    assert!(updated.iter().all(|report| *report == updated[0]), "{updated:?}");
    assert_eq!(updated[0].revision, 2);
    let list = ListReportsRequest { parent: SIQIAN.to_owned(), ..Default::default() };
    let listed = server.reports().list_reports(list).await.unwrap().into_inner();
    assert_eq!(listed.reports.len(), 1);
}

async fn repeats_of_an_import_at_the_same_time_make_one_report(server: &TestServer) {
    given::organ(server, "siqian").await;
    let import = ImportReportRequest {
        parent: SIQIAN.to_owned(),
        content: page::read(SIQIAN_2024),
        request_id: given::request_id(),
        ..Default::default()
    };
    let repeat =
        async |_| server.reports().import_report(import.clone()).await.unwrap().into_inner();
    let imported = join_all((0..CALLERS).map(repeat)).await;
    assert!(imported.iter().all(|it| *it == imported[0]), "{imported:?}");
    let Report { name, etag, .. } = imported[0].report.clone().unwrap();
    let change = ChangeEditionRequest {
        name,
        etag,
        edition: Edition::Edition2021.into(),
        request_id: given::request_id(),
        ..Default::default()
    };
    let repeat =
        async |_| server.reports().change_edition(change.clone()).await.unwrap().into_inner();
    let changed = join_all((0..CALLERS).map(repeat)).await;
    assert!(changed.iter().all(|it| *it == changed[0]), "{changed:?}");
    assert_eq!(changed[0].report.as_ref().unwrap().revision, 2);
}

async fn repeats_of_a_deletion_at_the_same_time_are_all_answered(server: &TestServer) {
    let Report { name, etag, .. } = given::report(server).await;
    let request_id = given::request_id();
    let delete = DeleteReportRequest { name, etag, request_id, ..Default::default() };
    let repeat = async |_| server.reports().delete_report(delete.clone()).await;
    let deleted = join_all((0..CALLERS).map(repeat)).await;
    assert!(deleted.iter().all(Result::is_ok), "{deleted:?}");
}

async fn repeats_about_an_organ_at_the_same_time_make_one_record(server: &TestServer) {
    let create = CreateOrganizationRequest {
        organization: Some(samples::organ("司前镇人民政府办公室")),
        organization_id: "siqian".to_owned(),
        request_id: given::request_id(),
        ..Default::default()
    };
    let repeat = async |_| {
        server.organizations().create_organization(create.clone()).await.unwrap().into_inner()
    };
    let created = join_all((0..CALLERS).map(repeat)).await;
    assert!(created.iter().all(|it| *it == created[0]), "{created:?}");
    let organ = Organization { display_name: "新名".to_owned(), ..created[0].clone() };
    let update = UpdateOrganizationRequest {
        organization: Some(organ),
        request_id: given::request_id(),
        ..Default::default()
    };
    let repeat = async |_| {
        server.organizations().update_organization(update.clone()).await.unwrap().into_inner()
    };
    let updated = join_all((0..CALLERS).map(repeat)).await;
    assert!(updated.iter().all(|it| *it == updated[0]), "{updated:?}");
}

async fn a_request_id_is_looked_up_before_the_etag(server: &TestServer) {
    let report = given::report(server).await;
    let update =
        UpdateReportRequest { request_id: given::request_id(), ..retitle(&report, "新题") };
    let first = server.reports().update_report(update.clone()).await.unwrap().into_inner();
    let again = server.reports().update_report(update.clone()).await.unwrap().into_inner();
    assert_eq!(again, first, "with the etag of then, which is old by now");
    let fresh = Report { etag: first.etag.clone(), ..update.report.clone().unwrap() };
    let update = UpdateReportRequest { report: Some(fresh), ..update };
    let again = server.reports().update_report(update).await.unwrap().into_inner();
    assert_eq!(again, first, "with the etag of now: it is the same request");
    assert_eq!(given::stored(server, &report.name).await, first);
}

async fn a_request_id_with_other_content_is_refused(server: &TestServer) {
    let report = given::report(server).await;
    let update =
        UpdateReportRequest { request_id: given::request_id(), ..retitle(&report, "新题") };
    let updated = server.reports().update_report(update.clone()).await.unwrap().into_inner();
    let other = UpdateReportRequest {
        request_id: update.request_id.clone(),
        ..retitle(&updated, "另题")
    };
    let refusal = server.reports().update_report(other).await.refusal();
    refusal.is(Code::InvalidArgument, ErrorReason::RequestIdReused);
    assert_eq!(refusal.metadata["request_id"], update.request_id);
    assert_eq!(given::stored(server, &report.name).await, updated);
}

async fn a_request_id_belongs_to_one_method(server: &TestServer) {
    given::organ(server, "siqian").await;
    let create = create();
    let report = server.reports().create_report(create.clone()).await.unwrap().into_inner();
    let update =
        UpdateReportRequest { request_id: create.request_id, ..retitle(&report, "新题") };
    let updated = server.reports().update_report(update).await.unwrap().into_inner();
    assert_eq!(updated.title, "新题");
}

async fn a_refused_call_leaves_its_request_id_free(server: &TestServer) {
    let request = create();
    let refusal = server.reports().create_report(request.clone()).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    given::organ(server, "siqian").await;
    server.reports().create_report(request).await.unwrap();
}

async fn what_is_only_checked_leaves_its_request_id_free(server: &TestServer) {
    let organ = given::organ(server, "siqian").await;
    let organ = Organization { display_name: "新名".to_owned(), ..organ };
    let request = UpdateOrganizationRequest {
        organization: Some(organ),
        request_id: given::request_id(),
        ..Default::default()
    };
    let checked = UpdateOrganizationRequest { validate_only: true, ..request.clone() };
    server.organizations().update_organization(checked).await.unwrap();
    server.organizations().update_organization(request).await.unwrap();
}

async fn a_repeated_deletion_deletes_nothing_more(server: &TestServer) {
    let Report { name, etag, .. } = given::report(server).await;
    let delete =
        DeleteReportRequest { name, etag, request_id: given::request_id(), ..Default::default() };
    server.reports().delete_report(delete.clone()).await.unwrap();
    let second = given::created(server, SIQIAN, samples::report(2024)).await;
    server.reports().delete_report(delete).await.unwrap();
    assert_eq!(given::stored(server, &second.name).await, second);
}

async fn a_repeated_creation_does_not_bring_back_what_was_deleted(server: &TestServer) {
    given::organ(server, "siqian").await;
    let create = create();
    let Report { name, etag, .. } =
        server.reports().create_report(create.clone()).await.unwrap().into_inner();
    let delete = DeleteReportRequest { name: name.clone(), etag, ..Default::default() };
    server.reports().delete_report(delete).await.unwrap();
    let refusal = server.reports().create_report(create).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    let refusal = server.reports().get_report(given::get(&name)).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
}

async fn a_request_id_is_a_uuid(server: &TestServer) {
    given::organ(server, "siqian").await;
    for request_id in ["1", "司前", "0b9f2c1e-5d0a-4c6e-9a53"] {
        let request = CreateReportRequest { request_id: request_id.to_owned(), ..create() };
        let refusal = server.reports().create_report(request).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["request_id"]);
    }
}

async fn a_repeated_call_is_given_the_first_answer_by_the_next_server(backend: Backend) {
    let server = TestServer::start(backend).await;
    given::organ(&server, "siqian").await;
    let request = create();
    let first = server.reports().create_report(request.clone()).await.unwrap().into_inner();
    let next = TestServer::over(server.stop().await, |_| {}).await;
    let again = next.reports().create_report(request).await.unwrap().into_inner();
    assert_eq!(again, first);
    next.stop().await;
}

fn create() -> CreateReportRequest {
    let request_id = given::request_id();
    CreateReportRequest { request_id, ..given::create(SIQIAN, samples::report(2024)) }
}

fn retitle(report: &Report, title: &str) -> UpdateReportRequest {
    let Report { name, etag, .. } = report.clone();
    let report = Report { name, etag, title: title.to_owned(), ..Default::default() };
    UpdateReportRequest { report: Some(report), ..Default::default() }
}
