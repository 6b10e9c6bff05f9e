//! Archives of many documents.

use std::io::{Cursor, Write};

use nianbao_document::archive::{ArchiveError, Entry, EntryProblem, entries};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::office::package;

fn names(bytes: &[u8]) -> Vec<Result<String, String>> {
    let name = |entry: Result<Entry, ArchiveError>| match entry {
        Ok(entry) => Ok(entry.name),
        Err(error) => Err(error.to_string()),
    };
    entries(bytes).unwrap().map(name).collect()
}

#[test]
fn documents_come_in_order_without_what_the_system_left_there() {
    let archive = package(&[
        ("2024/甲.html", "<p>甲</p>"),
        ("__MACOSX/2024/._甲.html", "x"),
        ("2024/.DS_Store", "x"),
        ("2024/~$乙.docx", "x"),
        ("2024/乙.txt", "乙"),
    ]);
    let all: Vec<Entry> = entries(&archive).unwrap().map(Result::unwrap).collect();
    let entry = |name: &str, text: &str| Entry { name: name.to_owned(), bytes: text.into() };
    assert_eq!(all, [entry("2024/甲.html", "<p>甲</p>"), entry("2024/乙.txt", "乙")]);
}

#[test]
fn names_in_gb18030_are_read_and_folders_left_out() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    zip.add_directory("dir/", options).unwrap();
    zip.start_file("XXXX.txt", options).unwrap();
    let mut bytes = zip.finish().unwrap().into_inner();
    let name = encoding_rs::GB18030.encode("年报").0.into_owned();
    while let Some(at) = bytes.windows(4).position(|window| window == b"XXXX") {
        bytes[at..at + 4].copy_from_slice(&name);
    }
    assert_eq!(names(&bytes), [Ok("年报.txt".to_owned())]);
}

#[test]
fn an_archive_within_is_refused_by_name_and_the_rest_still_comes() {
    let archive = package(&[("甲.zip", "x"), ("乙.RAR", "x"), ("丙.txt", "x")]);
    let nested = |name: &str| Err(format!("{name}: it is an archive itself; unpack it first"));
    assert_eq!(names(&archive), [nested("甲.zip"), nested("乙.RAR"), Ok("丙.txt".to_owned())]);
    let error = entries(&archive).unwrap().next().unwrap().unwrap_err();
    assert_eq!(error.message_zh(), "甲.zip：压缩包里还有压缩包，请先解压");
}

#[test]
fn a_name_that_points_elsewhere_is_only_a_name() {
    let archive = package(&[("../../etc/甲.txt", "x"), ("C:\\乙.txt", "x"), ("/丙.txt", "x")]);
    let all: Vec<String> = names(&archive).into_iter().map(Result::unwrap).collect();
    assert_eq!(all, ["../../etc/甲.txt", "C:\\乙.txt", "/丙.txt"]);
}

/// Sets the bit that says that an entry needs a password, in both of its headers.
fn encrypted(mut bytes: Vec<u8>) -> Vec<u8> {
    for (magic, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> =
            (0..bytes.len() - 4).filter(|place| bytes[*place..].starts_with(magic)).collect();
        places.into_iter().for_each(|place| bytes[place + at] |= 1);
    }
    bytes
}

#[test]
fn an_encrypted_document_says_so() {
    let error = entries(&encrypted(package(&[("甲.txt", "x")]))).unwrap().next().unwrap();
    let problem = EntryProblem::Encrypted;
    assert_eq!(error, Err(ArchiveError::Entry { name: "甲.txt".to_owned(), problem }));
}

#[test]
fn what_is_cut_off_or_no_archive_says_so() {
    let archive = package(&[("甲.txt", "x")]);
    for bytes in [&archive[..archive.len() - 30], b"PK\x03\x04", b""] {
        assert_eq!(entries(bytes).err(), Some(ArchiveError::Damaged));
    }
}

#[test]
fn a_document_whose_bytes_were_changed_is_damaged() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("a.txt", stored).unwrap();
    zip.write_all(b"0123456789").unwrap();
    let mut bytes = zip.finish().unwrap().into_inner();
    let at = bytes.windows(10).position(|window| window == b"0123456789").unwrap();
    bytes[at] = b'9';
    let error = entries(&bytes).unwrap().next().unwrap().unwrap_err();
    let problem = EntryProblem::Damaged;
    assert_eq!(error, ArchiveError::Entry { name: "a.txt".to_owned(), problem });
}
