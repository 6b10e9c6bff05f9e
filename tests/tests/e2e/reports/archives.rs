//! Archives of many documents, as somebody at the command line has them.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use nianbao_tests::TestServer;
use nianbao_tests::page::{self, SIQIAN_2024};
use nianbao_tests::samples;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::command::{import, run};
use crate::given;

with_a_server!(
    an_archive_is_imported_document_by_document,
    an_archive_that_is_imported_again_is_skipped_document_by_document,
    the_same_document_in_an_archive_and_beside_it_is_imported_once,
    a_damaged_archive_is_told_and_stops_nothing,
);

/// Reports of three years in folders, an archive within, and what is no report.
fn mixed() -> Vec<u8> {
    let [of_2022, of_2023] = [2022, 2023].map(json);
    packed(&[
        ("2022/甲.json", &of_2022),
        ("2022/旧/乙.json", &of_2023),
        ("__MACOSX/2022/._甲.json", b"x"),
        ("更早的.zip", b"PK\x03\x04"),
        ("说明.txt", "今天是".as_bytes()),
        ("页面.txt", &page::read(SIQIAN_2024)),
    ])
}

fn json(year: i32) -> Vec<u8> {
    serde_json::to_vec(&samples::report(year)).unwrap()
}

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn written(folder: &Path, bytes: &[u8]) -> PathBuf {
    let path = folder.join("全镇.zip");
    fs::write(&path, bytes).unwrap();
    path
}

const OF_SIQIAN: [&str; 2] = ["--organization", "siqian"];

async fn an_archive_is_imported_document_by_document(server: &TestServer) {
    given::organ(server, "siqian").await;
    let folder = tempfile::tempdir().unwrap();
    let archive = written(folder.path(), &mixed());
    let imported = import(server, &archive, &OF_SIQIAN).await;
    let lines = imported.lines();
    let sources: Vec<_> = lines.iter().map(|line| line["source"].as_str().unwrap()).collect();
    let name = |entry: &str| format!("{}!/{entry}", archive.display());
    let names = ["2022/甲.json", "2022/旧/乙.json", "更早的.zip", "说明.txt", "页面.txt"];
    assert_eq!(sources, names.map(name));
    for (line, year) in [(0, 2022), (1, 2023), (4, 2024)] {
        let report = format!("organizations/siqian/reports/{year}");
        assert_eq!(lines[line]["response"]["report"]["name"], report);
    }
    let nested = &lines[2]["error"];
    assert_eq!(nested["code"], "UNREADABLE");
    assert_eq!(nested["message"]["zh"], "压缩包里还有压缩包，请先解压");
    assert_eq!(lines[3]["error"]["reason"], "DOCUMENT_UNREADABLE");
    let told = "导入 3 个，已在库而跳过 0 个，未接受 0 个，无法读取 2 个";
    assert!(imported.talk.contains(told), "{}", imported.talk);
    assert_eq!(imported.code, Some(2), "neither is a report that can be read");
    let kept = run(server, &["report", "download", "organizations/siqian/reports/2023"]).await;
    assert_eq!(kept.data, json(2023), "the original is the document, not the archive");
}

async fn an_archive_that_is_imported_again_is_skipped_document_by_document(server: &TestServer) {
    given::organ(server, "siqian").await;
    let folder = tempfile::tempdir().unwrap();
    let archive = written(folder.path(), &mixed());
    import(server, &archive, &OF_SIQIAN).await;
    let again = import(server, &archive, &[&OF_SIQIAN[..], &["--jobs", "1"]].concat()).await;
    let lines = again.lines();
    for (line, year) in [(0, 2022), (1, 2023), (4, 2024)] {
        let kept = format!("organizations/siqian/reports/{year}/attachments/1");
        assert_eq!(lines[line]["kept"], kept);
    }
    let told = "导入 0 个，已在库而跳过 3 个，未接受 0 个，无法读取 2 个";
    assert!(again.talk.contains(told), "{}", again.talk);
}

async fn the_same_document_in_an_archive_and_beside_it_is_imported_once(server: &TestServer) {
    given::organ(server, "siqian").await;
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), &packed(&[("内/甲.json", &json(2022))]));
    fs::write(folder.path().join("甲.json"), json(2022)).unwrap();
    let imported = import(server, folder.path(), &OF_SIQIAN).await;
    assert_eq!((imported.code, imported.lines().len()), (Some(0), 2), "{}", imported.talk);
    let told = "导入 1 个，已在库而跳过 1 个，未接受 0 个，无法读取 0 个";
    assert!(imported.talk.contains(told), "{}", imported.talk);
}

async fn a_damaged_archive_is_told_and_stops_nothing(server: &TestServer) {
    given::organ(server, "siqian").await;
    let folder = tempfile::tempdir().unwrap();
    let whole = mixed();
    let archive = written(folder.path(), &whole[..whole.len() / 2]);
    fs::write(folder.path().join("甲.json"), json(2022)).unwrap();
    let imported = import(server, folder.path(), &OF_SIQIAN).await;
    let lines = imported.lines();
    assert_eq!(lines[0]["source"], archive.display().to_string());
    assert_eq!(lines[0]["error"]["message"]["zh"], "压缩包已损坏或者不完整");
    assert_eq!(lines[1]["response"]["report"]["reportYear"], 2022);
    assert_eq!((imported.code, lines.len()), (Some(2), 2), "{}", imported.talk);
}
