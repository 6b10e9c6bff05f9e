use nianbao_domain::form::Edition;
use nianbao_proto::v1::{
    self, Cell, CellState, Column, CreateReportRequest, ErrorReason, Line, LocalCell, LocalRow,
    Publication, Report, ReportKind, ReportState, TableId, Unit,
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::{Refusal, Refused};
use nianbao_tests::samples::{self, SIQIAN};
use tonic::Code;

use crate::given;

with_a_server!(
    a_created_report_says_what_was_said_in_it,
    cells_that_are_not_listed_are_blank,
    a_consolidated_report_stands_beside_the_own_one,
    an_organ_has_one_report_of_a_kind_a_year,
    a_report_of_an_unregistered_organ_is_refused,
    a_cell_that_the_edition_does_not_print_is_refused_by_its_name,
    every_field_that_cannot_be_used_is_named_at_once,
    an_id_that_contradicts_the_report_is_refused,
    what_is_only_checked_is_not_created,
    findings_are_counted_and_stop_nothing,
);

async fn a_created_report_says_what_was_said_in_it(server: &TestServer) {
    given::organ(server, "siqian").await;
    let mut said = Report {
        source_key: "sq-2024".to_owned(),
        publication: Some(Publication {
            uri: "https://www.zhenghe.gov.cn/2024".to_owned(),
            publish_date: "2025-01-20".to_owned(),
        }),
        ..samples::report(2024)
    };
    said.sheet.as_mut().unwrap().local_rows.push(LocalRow {
        table: TableId::Requests.into(),
        label: "（八）其他".to_owned(),
        after: Line::Handled.into(),
        cells: vec![LocalCell { column: Column::NaturalPerson.into(), raw: "1".to_owned() }],
    });
    let answered = given::created(server, SIQIAN, said.clone()).await;
    let expected = Report {
        name: "organizations/siqian/reports/2024".to_owned(),
        uid: answered.uid.clone(),
        kind: ReportKind::Own.into(),
        state: ReportState::Draft.into(),
        revision: 1,
        etag: answered.etag.clone(),
        validation: answered.validation.clone(),
        create_time: answered.create_time,
        update_time: answered.create_time,
        ..said
    };
    assert_eq!(answered, expected);
    assert!(!answered.uid.is_empty() && !answered.etag.is_empty());
    assert!(answered.create_time.is_some() && answered.validation.is_some());
    assert_eq!(given::stored(server, &answered.name).await, answered);
}

async fn cells_that_are_not_listed_are_blank(server: &TestServer) {
    given::organ(server, "siqian").await;
    let slash = Cell {
        column: Column::InForce.into(),
        state: CellState::NotApplicable.into(),
        raw: "/".to_owned(),
        ..Default::default()
    };
    let money = Cell {
        column: Column::AmountCollected.into(),
        number: Some(v1::cell::Number::Amount("0.120000".to_owned())),
        ..Default::default()
    };
    let report = Report {
        sheet: Some(v1::Sheet {
            edition: v1::Edition::Edition2021.into(),
            rows: vec![row(Line::GovernmentRules, slash), row(Line::AdministrativeCharges, money)],
            local_rows: vec![],
        }),
        ..samples::report(2024)
    };
    let sheet = given::created(server, SIQIAN, report).await.sheet.unwrap();
    let cells = || sheet.rows.iter().flat_map(|row| &row.cells);
    assert_eq!(cells().count(), Edition::E2021.layout().cells().len());
    let said = samples::cell(&sheet, Line::GovernmentRules, Column::InForce).unwrap();
    assert_eq!((said.state(), said.raw.as_str()), (CellState::NotApplicable, "/"));
    let said = samples::cell(&sheet, Line::AdministrativeCharges, Column::AmountCollected).unwrap();
    assert_eq!(said.number, Some(v1::cell::Number::Amount("0.12".to_owned())));
    assert_eq!(said.unit(), Unit::TenThousandYuan);
    assert_eq!(
        cells().filter(|cell| cell.state() == CellState::Blank).count(),
        cells().count() - 2
    );
}

async fn a_consolidated_report_stands_beside_the_own_one(server: &TestServer) {
    given::report(server).await;
    let consolidated = Report {
        kind: ReportKind::Consolidated.into(),
        compiled_by: "政和县人民政府办公室".to_owned(),
        ..samples::report(2024)
    };
    let request = CreateReportRequest {
        report_id: "2024-consolidated".to_owned(),
        ..given::create(SIQIAN, consolidated)
    };
    let created = server.reports().create_report(request).await.unwrap().into_inner();
    assert_eq!(created.name, "organizations/siqian/reports/2024-consolidated");
    assert_eq!(created.compiled_by, "政和县人民政府办公室");
}

async fn an_organ_has_one_report_of_a_kind_a_year(server: &TestServer) {
    let first = given::report(server).await;
    let refusal = refused(server, SIQIAN, samples::report(2024)).await;
    refusal.is(Code::AlreadyExists, ErrorReason::ResourceExists);
    assert_eq!(refusal.resource.as_ref(), Some(&first.name));
    assert_eq!(given::stored(server, &first.name).await, first);
}

async fn a_report_of_an_unregistered_organ_is_refused(server: &TestServer) {
    let refusal = refused(server, "organizations/nowhere", samples::report(2024)).await;
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    assert_eq!(refusal.resource.as_deref(), Some("organizations/nowhere"));
    for parent in ["", "organizations/-", "siqian"] {
        let refusal = refused(server, parent, samples::report(2024)).await;
        assert_eq!(refusal.fields, ["parent"], "{parent}");
    }
}

async fn a_cell_that_the_edition_does_not_print_is_refused_by_its_name(server: &TestServer) {
    given::organ(server, "siqian").await;
    let cell = Cell { state: CellState::Blank.into(), ..procurement() };
    let report = with_row(row(Line::GovernmentProcurement, cell));
    let refusal = refused(server, SIQIAN, report).await;
    refusal.is(Code::InvalidArgument, ErrorReason::CellNotOnForm);
    assert_eq!(refusal.metadata["cell"], "government_procurement.procurement_amount");
    assert_eq!(refusal.metadata["form"], "forms/2021");
    assert_eq!(refusal.fields, ["report.sheet.rows[0].cells[0]"]);
}

async fn every_field_that_cannot_be_used_is_named_at_once(server: &TestServer) {
    given::organ(server, "siqian").await;
    let report = Report {
        report_year: 24,
        kind: 9,
        title: "题".repeat(501),
        publication: Some(Publication { uri: "ftp://x".to_owned(), publish_date: "x".to_owned() }),
        ..with_row(row(
            Line::GovernmentRules,
            Cell { column: Column::Issued.into(), ..Cell::default() },
        ))
    };
    let refusal = refused(server, SIQIAN, report).await;
    refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
    for field in [
        "report.report_year",
        "report.kind",
        "report.title",
        "report.publication.uri",
        "report.publication.publish_date",
    ] {
        assert!(refusal.fields.iter().any(|it| it == field), "{field}: {:?}", refusal.fields);
    }
    let of_cell = |field: &String| field.starts_with("report.sheet.rows[0].cells[0]");
    assert!(refusal.fields.iter().any(of_cell), "{:?}", refusal.fields);
    let nothing = CreateReportRequest { parent: SIQIAN.to_owned(), ..Default::default() };
    assert_eq!(server.reports().create_report(nothing).await.refusal().fields, ["report"]);
}

async fn an_id_that_contradicts_the_report_is_refused(server: &TestServer) {
    given::organ(server, "siqian").await;
    for report_id in ["2023", "2024-consolidated", "x"] {
        let request = CreateReportRequest {
            report_id: report_id.to_owned(),
            ..given::create(SIQIAN, samples::report(2024))
        };
        let refusal = server.reports().create_report(request).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, ["report_id"]);
    }
}

async fn what_is_only_checked_is_not_created(server: &TestServer) {
    given::organ(server, "siqian").await;
    let checked = || CreateReportRequest {
        validate_only: true,
        ..given::create(SIQIAN, samples::report(2024))
    };
    let answered = server.reports().create_report(checked()).await.unwrap().into_inner();
    assert_eq!(answered.revision, 1);
    let refusal = server.reports().get_report(given::get(&answered.name)).await.refusal();
    refusal.is(Code::NotFound, ErrorReason::ResourceNotFound);
    given::created(server, SIQIAN, samples::report(2024)).await;
    let refusal = server.reports().create_report(checked()).await.refusal();
    refusal.is(Code::AlreadyExists, ErrorReason::ResourceExists);
}

async fn findings_are_counted_and_stop_nothing(server: &TestServer) {
    given::organ(server, "siqian").await;
    let sheet = Some(samples::sheet(Edition::E2019, 1));
    let report = Report { sheet, ..samples::report(2024) };
    let validation = given::created(server, SIQIAN, report).await.validation.unwrap();
    assert!(validation.blocking > 0, "the form of 2019 for 2024: {validation:?}");
    assert!(!validation.rule_set.is_empty());
}

fn procurement() -> Cell {
    Cell { column: Column::ProcurementAmount.into(), ..Default::default() }
}

fn row(line: Line, cell: Cell) -> v1::Row {
    v1::Row { line: line.into(), cells: vec![cell] }
}

fn with_row(row: v1::Row) -> Report {
    let edition = v1::Edition::Edition2021.into();
    let sheet = Some(v1::Sheet { edition, rows: vec![row], local_rows: vec![] });
    Report { sheet, ..samples::report(2024) }
}

async fn refused(server: &TestServer, parent: &str, report: Report) -> Refusal {
    server.reports().create_report(given::create(parent, report)).await.refusal()
}
