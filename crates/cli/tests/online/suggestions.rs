use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

use futures_util::stream::Empty;
use nianbao_proto::Encoded;
use nianbao_proto::v1::report_service_server::{ReportService, ReportServiceServer};
use nianbao_proto::v1::{
    AcknowledgeFindingRequest, Attachment, BatchGetReportsRequest, BatchGetReportsResponse,
    CellReference, ChangeEditionRequest, ChangeEditionResponse, Column, CreateReportRequest,
    DeleteReportRequest, DownloadAttachmentRequest, DownloadAttachmentResponse, Finding,
    GetAttachmentRequest, GetReportRequest, GetRevisionRequest, ImportReportRequest,
    ImportReportResponse, Line, ListAttachmentsRequest, ListAttachmentsResponse,
    ListReportsRequest, ListReportsResponse, ListRevisionsRequest, ListRevisionsResponse,
    RenderFillInRequest, RenderFillInResponse, RenderReportRequest, RenderReportResponse, Report,
    RevalidateReportsRequest, RevalidateReportsResponse, Revision, SuggestedChange, Suggestion,
    UpdateReportRequest, ValidateReportRequest, ValidateReportResponse, WaiveFindingRequest,
    WithdrawDecisionRequest, cell::Number,
};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;
use tonic::{Request, Response, Status};

const NAME: &str = "organizations/siqian/reports/2024";
const CERTAIN: &str = "aaaa000011112222";
const TIED: &str = "bbbb000011112222";
const CONSEQUENCE: &str = "bbbb999911112222";

/// A server that finds a few things wrong, and writes down what it is told to change.
struct Register {
    address: String,
    updates: Arc<Mutex<Vec<UpdateReportRequest>>>,
    _runtime: Runtime,
}

impl Register {
    fn start() -> Self {
        let runtime = Runtime::new().unwrap();
        let updates = Arc::default();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let service = ReportServiceServer::new(Answers(Arc::clone(&updates)));
        let incoming = TcpIncoming::from(listener).with_nodelay(Some(true));
        runtime.spawn(Server::builder().add_service(service).serve_with_incoming(incoming));
        Self { address, updates, _runtime: runtime }
    }

    fn apply(&self, choice: &str, further: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao"));
        command.env_clear().env("NIANBAO_SERVER", &self.address);
        command.args(["report", "update", NAME, "--apply-suggestion", choice]).args(further);
        command.output().unwrap()
    }

    fn updates(&self) -> Vec<UpdateReportRequest> {
        self.updates.lock().unwrap().clone()
    }
}

fn talk(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_certain_suggestion_is_sent_as_changes_of_cells_with_the_etag() {
    let register = Register::start();
    let output = register.apply(CERTAIN, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("granted.natural_person：12 → 21"), "{said}");
    let updates = register.updates();
    let [update] = &updates[..] else { panic!("{updates:?}") };
    let [change] = &update.cell_changes[..] else { panic!("{update:?}") };
    assert_eq!((change.line(), change.column()), (Line::Granted, Column::NaturalPerson));
    assert_eq!(change.cell.as_ref().unwrap().number, Some(Number::Count(21)));
    assert_eq!(update.report.as_ref().unwrap().etag, "7");
    assert!(update.update_mask.is_none() && !update.validate_only);
}

#[test]
fn what_is_only_checked_says_so() {
    let register = Register::start();
    let output = register.apply(CERTAIN, &["--validate-only"]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("没有保存"));
    assert!(register.updates()[0].validate_only);
}

#[test]
fn of_several_suggestions_one_has_to_be_named() {
    let register = Register::start();
    let output = register.apply(TIED, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(talk(&output).contains("2 种改法"), "{}", talk(&output));
    assert_eq!(register.apply(&format!("{TIED}:3"), &[]).status.code(), Some(2));
    assert_eq!(register.updates(), []);
    assert_eq!(register.apply(&format!("{TIED}:2"), &[]).status.code(), Some(0));
    let number = register.updates()[0].cell_changes[0].cell.as_ref().unwrap().number.clone();
    assert_eq!(number, Some(Number::Count(5)));
}

#[test]
fn nothing_changes_where_the_finding_is_gone_or_is_not_meant_alone() {
    let register = Register::start();
    let gone = register.apply("cccc000011112222", &[]);
    assert!(talk(&gone).contains("没有修改任何内容"), "{}", talk(&gone));
    let consequence = register.apply(CONSEQUENCE, &[]);
    assert!(talk(&consequence).contains(TIED), "{}", talk(&consequence));
    let short = register.apply("bbbb", &[]);
    assert!(talk(&short).contains("标识至少写前 8 位"), "{}", talk(&short));
    let codes = [gone, consequence, short].map(|it| it.status.code());
    assert_eq!((codes, register.updates()), ([Some(2); 3], Vec::new()));
}

#[test]
fn an_identity_may_be_cut_short_as_long_as_it_is_clear() {
    let register = Register::start();
    assert_eq!(register.apply(&CERTAIN[..8], &[]).status.code(), Some(0));
}

fn finding(identity: &str, numbers: &[&str]) -> Finding {
    let cell =
        Some(CellReference { line: Line::Granted.into(), column: Column::NaturalPerson.into() });
    let suggestion = |to: &&str| Suggestion {
        unique: numbers.len() == 1,
        changes: vec![SuggestedChange { cell, from: "12".to_owned(), to: (*to).to_owned() }],
        ..Suggestion::default()
    };
    let suggestions = numbers.iter().map(suggestion).collect();
    Finding { identity: identity.to_owned(), suggestions, ..Finding::default() }
}

struct Answers(Arc<Mutex<Vec<UpdateReportRequest>>>);

fn unasked<T>() -> Result<Response<T>, Status> {
    Err(Status::unimplemented("not in this register"))
}

#[tonic::async_trait]
impl ReportService for Answers {
    async fn get_report(
        &self,
        _: Request<GetReportRequest>,
    ) -> Result<Response<Encoded<Report>>, Status> {
        let (name, etag) = (NAME.to_owned(), "7".to_owned());
        Ok(Response::new(Encoded::new(&Report { name, etag, ..Report::default() })))
    }

    async fn validate_report(
        &self,
        _: Request<ValidateReportRequest>,
    ) -> Result<Response<ValidateReportResponse>, Status> {
        let consequence = Finding { caused_by: TIED.to_owned(), ..finding(CONSEQUENCE, &[]) };
        let findings = vec![finding(CERTAIN, &["21"]), finding(TIED, &["3", "5"]), consequence];
        Ok(Response::new(ValidateReportResponse { findings, ..Default::default() }))
    }

    async fn update_report(
        &self,
        request: Request<UpdateReportRequest>,
    ) -> Result<Response<Report>, Status> {
        self.0.lock().unwrap().push(request.into_inner());
        Ok(Response::new(Report { name: NAME.to_owned(), ..Report::default() }))
    }

    async fn create_report(
        &self,
        _: Request<CreateReportRequest>,
    ) -> Result<Response<Report>, Status> {
        unasked()
    }

    async fn list_reports(
        &self,
        _: Request<ListReportsRequest>,
    ) -> Result<Response<ListReportsResponse>, Status> {
        unasked()
    }

    async fn delete_report(
        &self,
        _: Request<DeleteReportRequest>,
    ) -> Result<Response<pbjson_types::Empty>, Status> {
        unasked()
    }

    async fn batch_get_reports(
        &self,
        _: Request<BatchGetReportsRequest>,
    ) -> Result<Response<BatchGetReportsResponse>, Status> {
        unasked()
    }

    async fn import_report(
        &self,
        _: Request<ImportReportRequest>,
    ) -> Result<Response<ImportReportResponse>, Status> {
        unasked()
    }

    async fn change_edition(
        &self,
        _: Request<ChangeEditionRequest>,
    ) -> Result<Response<ChangeEditionResponse>, Status> {
        unasked()
    }

    async fn list_revisions(
        &self,
        _: Request<ListRevisionsRequest>,
    ) -> Result<Response<ListRevisionsResponse>, Status> {
        unasked()
    }

    async fn get_revision(
        &self,
        _: Request<GetRevisionRequest>,
    ) -> Result<Response<Encoded<Revision>>, Status> {
        unasked()
    }

    async fn acknowledge_finding(
        &self,
        _: Request<AcknowledgeFindingRequest>,
    ) -> Result<Response<Report>, Status> {
        unasked()
    }

    async fn waive_finding(
        &self,
        _: Request<WaiveFindingRequest>,
    ) -> Result<Response<Report>, Status> {
        unasked()
    }

    async fn withdraw_decision(
        &self,
        _: Request<WithdrawDecisionRequest>,
    ) -> Result<Response<Report>, Status> {
        unasked()
    }

    type DownloadAttachmentStream = Empty<Result<DownloadAttachmentResponse, Status>>;

    async fn download_attachment(
        &self,
        _: Request<DownloadAttachmentRequest>,
    ) -> Result<Response<Self::DownloadAttachmentStream>, Status> {
        unasked()
    }

    async fn get_attachment(
        &self,
        _: Request<GetAttachmentRequest>,
    ) -> Result<Response<Attachment>, Status> {
        unasked()
    }

    async fn list_attachments(
        &self,
        _: Request<ListAttachmentsRequest>,
    ) -> Result<Response<ListAttachmentsResponse>, Status> {
        unasked()
    }

    async fn render_fill_in(
        &self,
        _: Request<RenderFillInRequest>,
    ) -> Result<Response<RenderFillInResponse>, Status> {
        unasked()
    }

    async fn render_report(
        &self,
        _: Request<RenderReportRequest>,
    ) -> Result<Response<RenderReportResponse>, Status> {
        unasked()
    }

    async fn revalidate_reports(
        &self,
        _: Request<RevalidateReportsRequest>,
    ) -> Result<Response<RevalidateReportsResponse>, Status> {
        unasked()
    }
}
