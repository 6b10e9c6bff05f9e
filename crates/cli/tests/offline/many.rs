//! Folders and archives of many documents, a line each.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use serde_json::Value;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::program::{PAGE, nianbao, root};

const SUMMARY: &str = "共 4 份：没有问题 1，有警告 0，有阻断性问题 1，无法读取 2\n";

fn page() -> Vec<u8> {
    fs::read(root().join(PAGE)).unwrap()
}

/// A report that no rule objects to.
fn clean() -> Vec<u8> {
    fs::read(root().join("tests/conformance/clean-township-2024.json")).unwrap()
}

/// Reports in folders, one more archive, and what is no report.
fn entries() -> [(&'static str, Vec<u8>); 4] {
    [
        ("a/页面.txt", page()),
        ("a/深/甲镇.json", clean()),
        ("b.zip", b"PK\x03\x04".to_vec()),
        ("c.txt", "今天是".into()),
    ]
}

fn write_archive(path: &Path) {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries() {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    fs::write(path, zip.finish().unwrap().into_inner()).unwrap();
}

fn write_folder(folder: &Path) {
    for (name, bytes) in entries() {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn a_folder_in_brief_is_a_line_a_file_and_a_summary() {
    let folder = tempfile::tempdir().unwrap();
    write_folder(folder.path());
    let path = folder.path().to_str().unwrap();
    let run = nianbao(&["check", "--brief", path]);
    insta::assert_snapshot!(run.data.replace(path, "年报"));
    assert_eq!((run.code, run.talk.as_str()), (2, SUMMARY));
}

#[test]
fn an_archive_in_brief_is_a_line_a_document() {
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("全县.zip");
    write_archive(&archive);
    let archive = archive.to_str().unwrap();
    let run = nianbao(&["check", "--brief", archive]);
    insta::assert_snapshot!(run.data.replace(archive, "全县.zip"));
    assert_eq!((run.code, run.talk.as_str()), (2, SUMMARY));
}

#[test]
fn a_document_of_an_archive_is_judged_like_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("全县.zip");
    write_archive(&archive);
    let documents = |path: &str| -> Vec<Value> {
        let data: Value =
            serde_json::from_str(&nianbao(&["check", "--format", "json", path]).data).unwrap();
        data["documents"].as_array().unwrap().clone()
    };
    let (packed, file) = (documents(archive.to_str().unwrap()), documents(PAGE));
    assert_eq!(packed[0]["source"], format!("{}!/a/页面.txt", archive.display()));
    for key in ["digest", "outcome", "findings", "not_assessed", "organization"] {
        assert_eq!(packed[0][key], file[0][key], "{key}");
    }
    assert_eq!(packed[2]["unreadable"]["zh"], "压缩包里还有压缩包，请先解压");
}

#[test]
fn the_exit_code_of_many_is_that_of_the_gravest() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    fs::write(folder.path().join("甲镇.json"), clean()).unwrap();
    assert_eq!(nianbao(&["check", "--brief", path]).code, 0);
    fs::write(folder.path().join("页面.txt"), page()).unwrap();
    assert_eq!(nianbao(&["check", "--brief", path]).code, 1);
    fs::write(folder.path().join("空.txt"), "").unwrap();
    assert_eq!(nianbao(&["check", "--brief", path]).code, 2);
}
