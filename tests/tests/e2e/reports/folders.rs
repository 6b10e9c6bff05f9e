//! Folders, archives and kept files as somebody at the command line has them.

use std::fs;

use nianbao_proto::v1::Organization;
use nianbao_tests::TestServer;
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::samples;

use crate::command::{import, run};
use crate::given;

with_a_server!(
    a_folder_is_imported_once_however_often_it_is_asked_for,
    the_organ_of_a_file_is_found_by_its_name,
    a_year_or_an_organ_other_than_asked_is_told_and_nothing_is_overwritten,
    an_original_is_fetched_back_byte_for_byte,
    a_report_is_written_as_documents,
    large_files_go_in_side_by_side_and_come_back,
);

/// A folder with the reports of these years as JSON, a file each, and one that is no report.
fn folder(years: std::ops::Range<i32>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for year in years {
        let report = serde_json::to_vec(&samples::report(year)).unwrap();
        fs::write(folder.path().join(format!("{year}.json")), report).unwrap();
    }
    fs::write(folder.path().join("nothing.txt"), "今天是").unwrap();
    folder
}

async fn a_folder_is_imported_once_however_often_it_is_asked_for(server: &TestServer) {
    given::organ(server, "siqian").await;
    let folder = folder(2015..2023);
    let first = import(server, folder.path(), &["--organization", "siqian"]).await;
    let lines = first.lines();
    assert_eq!(lines.len(), 9, "{}", first.talk);
    for (line, year) in lines.iter().zip(2015..2023) {
        let name = format!("organizations/siqian/reports/{year}");
        assert_eq!(line["response"]["report"]["name"], name, "in the order of the files");
    }
    assert_eq!(lines[8]["error"]["reason"], "DOCUMENT_UNREADABLE");
    assert!(first.talk.contains("导入 8 个，已在库而跳过 0 个"), "{}", first.talk);
    let again = import(server, folder.path(), &["--organization", "siqian", "--jobs", "1"]).await;
    for (line, year) in again.lines().iter().zip(2015..2023) {
        let name = format!("organizations/siqian/reports/{year}/attachments/1");
        assert_eq!(line["kept"], name);
    }
    assert!(again.talk.contains("导入 0 个，已在库而跳过 8 个"), "{}", again.talk);
    assert_eq!((first.code, again.code), (Some(2), Some(2)), "the one that is no report");
}

async fn the_organ_of_a_file_is_found_by_its_name(server: &TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("a.txt");
    fs::write(&page, page::read(SIQIAN_2024)).unwrap();
    let nobody = import(server, &page, &[]).await;
    assert_eq!((nobody.code, &nobody.lines()[0]["error"]["code"]), (Some(3), &"UNMATCHED".into()));
    let organ = |alias: &str| Organization {
        aliases: vec![alias.to_owned()],
        ..samples::organ("司前镇人民政府")
    };
    given::registered(server, "siqian", organ("司前镇人民政府办公室")).await;
    let found = import(server, &page, &[]).await;
    let name = &found.lines()[0]["response"]["report"]["name"];
    assert_eq!(name, "organizations/siqian/reports/2024", "{}", found.talk);
    given::registered(server, "other", organ("司前镇人民政府办公室")).await;
    fs::write(&page, [&page::read(SIQIAN_2024)[..], b"\n"].concat()).unwrap();
    let ambiguous = import(server, &page, &[]).await;
    let told = ambiguous.lines()[0]["error"]["message"]["zh"].to_string();
    assert!(told.contains("不止一个"), "{told}");
}

async fn a_year_or_an_organ_other_than_asked_is_told_and_nothing_is_overwritten(
    server: &TestServer,
) {
    given::organ(server, "siqian").await;
    given::organ(server, "shitun").await;
    let folder = folder(2020..2021);
    let file = folder.path().join("2020.json");
    let refused = import(server, &file, &["--organization", "siqian", "--year", "2019"]).await;
    assert_eq!(refused.lines()[0]["error"]["reason"], "DOCUMENT_YEAR_MISMATCH");
    import(server, &file, &["--organization", "siqian"]).await;
    let before = given::stored(server, "organizations/siqian/reports/2020").await;
    let mut other = samples::report(2020);
    other.title = "另一份".to_owned();
    fs::write(&file, serde_json::to_vec(&other).unwrap()).unwrap();
    let taken = import(server, &file, &["--organization", "siqian"]).await;
    assert_eq!(taken.lines()[0]["error"]["reason"], "RESOURCE_EXISTS");
    assert_eq!(given::stored(server, "organizations/siqian/reports/2020").await, before);
    let elsewhere = import(server, &file, &["--organization", "shitun"]).await;
    assert_eq!(elsewhere.code, Some(0), "the same file may be that of another organ");
}

async fn an_original_is_fetched_back_byte_for_byte(server: &TestServer) {
    given::organ(server, "siqian").await;
    let folder = tempfile::tempdir().unwrap();
    let (sent, fetched) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
    fs::write(&sent, page::read(SIQIAN_2024)).unwrap();
    import(server, &sent, &["--organization", "siqian"]).await;
    let name = "organizations/siqian/reports/2024";
    let saved = run(server, &["report", "download", name, "-o", fetched.to_str().unwrap()]).await;
    assert_eq!((saved.code, saved.data.len()), (Some(0), 0), "{}", saved.talk);
    assert_eq!(fs::read(&fetched).unwrap(), fs::read(&sent).unwrap());
    let attachment = format!("{name}/attachments/1");
    let written = run(server, &["report", "download", &attachment]).await;
    assert_eq!(written.data, fs::read(&sent).unwrap());
    let listed = run(server, &["report", "attachments", name, "--format", "csv"]).await;
    let listed = String::from_utf8(listed.data).unwrap();
    assert!(listed.lines().nth(1).unwrap().starts_with(&attachment), "{listed}");
    let missing = run(server, &["report", "download", &format!("{name}/attachments/2")]).await;
    assert_eq!(missing.code, Some(3));
}

async fn a_report_is_written_as_documents(server: &TestServer) {
    let report = given::report(server).await;
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("a.html");
    let render = ["report", "render", &report.name, "--to"];
    let saved = run(server, &[&render[..], &["html", "-o", page.to_str().unwrap()]].concat()).await;
    assert_eq!(saved.code, Some(0), "{}", saved.talk);
    assert!(fs::read_to_string(&page).unwrap().contains(&report.title));
    let written = run(server, &[&render[..], &["json", "--revision", "1"]].concat()).await;
    let read: nianbao_proto::v1::Report = serde_json::from_slice(&written.data).unwrap();
    assert_eq!(read, report);
    let unpublished = run(server, &[&render[..], &["csv", "--view", "published"]].concat()).await;
    assert_eq!(unpublished.code, Some(3));
}

async fn large_files_go_in_side_by_side_and_come_back(server: &TestServer) {
    given::organ(server, "siqian").await;
    let folder = tempfile::tempdir().unwrap();
    for year in [2021, 2022] {
        let mut report = serde_json::to_vec(&samples::report(year)).unwrap();
        report.extend(vec![b' '; 3 << 20]);
        fs::write(folder.path().join(format!("{year}.json")), report).unwrap();
    }
    let sent = import(server, folder.path(), &["--organization", "siqian", "--jobs", "2"]).await;
    assert_eq!((sent.code, sent.lines().len()), (Some(0), 2), "{}", sent.talk);
    for year in ["2021", "2022"] {
        let name = format!("organizations/siqian/reports/{year}");
        let fetched = run(server, &["report", "download", &name]).await;
        let sent = fs::read(folder.path().join(format!("{year}.json"))).unwrap();
        assert!(fetched.data == sent, "{year}: {}", fetched.talk);
    }
}
