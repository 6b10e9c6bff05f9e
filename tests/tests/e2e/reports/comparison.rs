//! What a report is compared with.

use nianbao_proto::v1::{
    Comparison, ErrorReason, NotAssessed, Organization, OrganizationLevel, Report, ReportKind,
    SeenOrganization, SucceedOrganizationsRequest, SuccessionKind, ValidateReportRequest,
    ValidateReportResponse,
    validate_report_request::{Organ, Target},
};
use nianbao_tests::TestServer;
use nianbao_tests::refusal::Refused;
use nianbao_tests::samples;
use tonic::Code;

use crate::given;

with_a_server!(
    a_report_is_compared_with_that_of_the_year_before,
    a_renamed_organ_is_compared_with_its_predecessor,
    merged_organs_are_compared_together_or_not_at_all,
    siblings_are_compared_with_each_other,
    a_consolidated_report_is_compared_with_the_units_below,
    a_report_sent_along_is_compared_like_a_stored_one,
    a_report_of_nobody_is_compared_with_what_is_sent_along,
    what_cannot_be_compared_is_refused,
);

async fn a_report_is_compared_with_that_of_the_year_before(server: &TestServer) {
    organs(server, &["a"]).await;
    report(server, "a", 2024).await;
    let name = "organizations/a/reports/2024";
    let answer = validated(server, stored(name)).await;
    let unlike = |it: &&NotAssessed| it.code == "XYR-001";
    let reason = answer.not_assessed.iter().find(unlike).unwrap().reason.clone();
    let nothing = compared(answer);
    assert_eq!(reason, nothing.previous_absent);
    assert!(nothing.previous.is_empty(), "{nothing:?}");
    assert!(nothing.previous_absent.contains("2023"), "{nothing:?}");
    assert!(nothing.previous_absent_en.contains("2023"), "{nothing:?}");
    report(server, "a", 2023).await;
    let compared = comparison(server, "a", 2024).await;
    let previous = &compared.previous[0];
    assert_eq!(previous.name, "organizations/a/reports/2023");
    assert_eq!((previous.organization.as_str(), previous.report_year), ("机关a", 2023));
    assert_eq!((previous.revision, compared.previous_absent.as_str()), (1, ""));
    let answer = validated(server, stored(name)).await;
    assert!(answer.not_assessed.iter().all(|it| it.code != "XYR-001"), "{answer:?}");
    let copied = answer.findings.iter().find(|it| it.code == "XYR-006");
    assert!(copied.is_some(), "the figures are last year's: {:?}", answer.findings);
}

async fn a_renamed_organ_is_compared_with_its_predecessor(server: &TestServer) {
    organs(server, &["a", "b"]).await;
    report(server, "a", 2023).await;
    succeed(server, SuccessionKind::Rename, &["a"], &["b"]).await;
    report(server, "b", 2024).await;
    assert_eq!(previous(server, "b").await, ["organizations/a/reports/2023"]);
    report(server, "b", 2023).await;
    assert_eq!(previous(server, "b").await, ["organizations/b/reports/2023"]);
}

async fn merged_organs_are_compared_together_or_not_at_all(server: &TestServer) {
    organs(server, &["a", "b", "c", "d"]).await;
    report(server, "a", 2023).await;
    succeed(server, SuccessionKind::Merge, &["a", "b"], &["c"]).await;
    report(server, "c", 2024).await;
    let compared = comparison(server, "c", 2024).await;
    assert!(compared.previous.is_empty() && compared.previous_absent.contains("机关b"));
    report(server, "b", 2023).await;
    let both = ["organizations/a/reports/2023", "organizations/b/reports/2023"];
    assert_eq!(previous(server, "c").await, both);
}

async fn siblings_are_compared_with_each_other(server: &TestServer) {
    given::organ(server, "county").await;
    for id in ["a", "b", "c"] {
        register(server, id, "organizations/county", OrganizationLevel::Township).await;
        report(server, id, 2024).await;
    }
    register(server, "bureau", "organizations/county", OrganizationLevel::County).await;
    report(server, "bureau", 2024).await;
    report(server, "a", 2023).await;
    assert_eq!(comparison(server, "a", 2024).await.siblings, 2);
    assert_eq!(comparison(server, "bureau", 2024).await.siblings, 0);
    assert_eq!(comparison(server, "a", 2023).await.siblings, 0);
}

async fn a_consolidated_report_is_compared_with_the_units_below(server: &TestServer) {
    given::organ(server, "county").await;
    for id in ["a", "b"] {
        register(server, id, "organizations/county", OrganizationLevel::Township).await;
    }
    report(server, "a", 2024).await;
    let consolidated = Report { kind: ReportKind::Consolidated.into(), ..samples::report(2024) };
    given::created(server, "organizations/county", consolidated).await;
    let name = "organizations/county/reports/2024-consolidated";
    let answer = validated(server, stored(name)).await;
    let missing = answer.findings.iter().find(|it| it.code == "HIR-003").unwrap();
    assert!(missing.message_zh.contains("机关b"), "{missing:?}");
    let compared = compared(answer);
    assert_eq!((compared.children, compared.siblings), (1, 0));
    assert_eq!(compared.children_without_report, ["机关b"]);
}

async fn a_report_sent_along_is_compared_like_a_stored_one(server: &TestServer) {
    organs(server, &["a"]).await;
    report(server, "a", 2023).await;
    let organ = Some(Organ::OrganizationName("organizations/a".to_owned()));
    let request = ValidateReportRequest { organ, ..sent(samples::report(2024)) };
    let compared = compared(validated(server, request).await);
    assert_eq!(compared.previous[0].name, "organizations/a/reports/2023");
}

async fn a_report_of_nobody_is_compared_with_what_is_sent_along(server: &TestServer) {
    let request = ValidateReportRequest {
        previous_report: Some(samples::report(2023)),
        sibling_reports: vec![samples::report(2024); 3],
        ..sent(samples::report(2024))
    };
    let answer = compared(validated(server, request).await);
    let previous = &answer.previous[0];
    assert_eq!((previous.name.as_str(), previous.report_year, previous.revision), ("", 2023, 0));
    assert_eq!(previous.organization, "司前镇人民政府办公室");
    assert_eq!((answer.siblings, answer.children), (3, 0));
    let own = |it| Report { kind: ReportKind::Consolidated.into(), ..it };
    let request = ValidateReportRequest {
        child_reports: vec![samples::report(2024)],
        ..sent(own(samples::report(2024)))
    };
    assert_eq!(compared(validated(server, request).await).children, 1);
    let alone = compared(validated(server, sent(samples::report(2024))).await);
    assert_eq!(alone, Comparison::default(), "nobody looked");
}

async fn what_cannot_be_compared_is_refused(server: &TestServer) {
    organs(server, &["a"]).await;
    report(server, "a", 2024).await;
    let along =
        |request| ValidateReportRequest { previous_report: Some(samples::report(2023)), ..request };
    let of_a = Some(Organ::OrganizationName("organizations/a".to_owned()));
    let no_sheet = Report { sheet: None, ..samples::report(2024) };
    for (request, field) in [
        (along(stored("organizations/a/reports/2024")), "name"),
        (
            along(ValidateReportRequest { organ: of_a, ..sent(samples::report(2024)) }),
            "organization_name",
        ),
        (along(sent(samples::report(2023))), "previous_report.report_year"),
        (
            ValidateReportRequest {
                child_reports: vec![samples::report(2024)],
                ..sent(samples::report(2024))
            },
            "child_reports",
        ),
        (
            ValidateReportRequest {
                sibling_reports: vec![samples::report(2024), no_sheet],
                ..sent(samples::report(2024))
            },
            "sibling_reports[1].sheet",
        ),
    ] {
        let refusal = server.reports().validate_report(request).await.refusal();
        refusal.is(Code::InvalidArgument, ErrorReason::FieldInvalid);
        assert_eq!(refusal.fields, [field]);
    }
}

async fn organs(server: &TestServer, ids: &[&str]) {
    for id in ids {
        register(server, id, "", OrganizationLevel::Township).await;
    }
}

async fn register(server: &TestServer, id: &str, parent: &str, level: OrganizationLevel) {
    let organ = Organization {
        parent: parent.to_owned(),
        level: level.into(),
        ..samples::organ(&format!("机关{id}"))
    };
    given::registered(server, id, organ).await;
}

async fn report(server: &TestServer, id: &str, year: i32) {
    given::created(server, &format!("organizations/{id}"), samples::report(year)).await;
}

async fn succeed(server: &TestServer, kind: SuccessionKind, from: &[&str], to: &[&str]) {
    let request = SucceedOrganizationsRequest {
        kind: kind.into(),
        predecessors: seen(server, from).await,
        successors: seen(server, to).await,
        date: "2024-03-01".to_owned(),
        ..Default::default()
    };
    server.organizations().succeed_organizations(request).await.unwrap();
}

async fn seen(server: &TestServer, ids: &[&str]) -> Vec<SeenOrganization> {
    let mut seen = Vec::new();
    for id in ids {
        let name = format!("organizations/{id}");
        let get = nianbao_proto::v1::GetOrganizationRequest { name: name.clone() };
        let organ = server.organizations().get_organization(get).await.unwrap().into_inner();
        seen.push(SeenOrganization { name, etag: organ.etag });
    }
    seen
}

fn stored(name: &str) -> ValidateReportRequest {
    ValidateReportRequest { target: Some(Target::Name(name.to_owned())), ..Default::default() }
}

fn sent(report: Report) -> ValidateReportRequest {
    ValidateReportRequest { target: Some(Target::Report(report)), ..Default::default() }
}

async fn validated(server: &TestServer, request: ValidateReportRequest) -> ValidateReportResponse {
    server.reports().validate_report(request).await.unwrap().into_inner()
}

fn compared(answer: ValidateReportResponse) -> Comparison {
    answer.comparison.unwrap()
}

async fn comparison(server: &TestServer, id: &str, year: i32) -> Comparison {
    let name = format!("organizations/{id}/reports/{year}");
    compared(validated(server, stored(&name)).await)
}

/// The names of the reports that the one of 2024 is compared with.
async fn previous(server: &TestServer, id: &str) -> Vec<String> {
    comparison(server, id, 2024).await.previous.into_iter().map(|it| it.name).collect()
}
