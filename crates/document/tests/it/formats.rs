//! A format is known by what a file is, not by what it is called.

use nianbao_document::{Format, PackageError, ReadError, read};

use crate::figures;
use crate::layout::html::{Html, Markup};
use crate::office::docx::document;
use crate::office::xlsx::workbook;
use crate::office::{TYPES, package};

fn detected(bytes: &[u8], name: &str) -> Result<Format, ReadError> {
    Format::detect(bytes, None, Some(name))
}

fn compound_file(with: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(2048, 0);
    bytes.extend(with.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn office_documents_are_known_by_their_parts_whatever_their_name() {
    let word = document("<w:p/>");
    let excel = workbook(&[("a", "<worksheet/>")], &[]);
    for name in ["a.docx", "a.docm", "a.doc", "a.xlsx", "a.zip", "a.html", "a.json", "a"] {
        assert_eq!(detected(&word, name), Ok(Format::Docx), "{name}");
        assert_eq!(detected(&excel, name), Ok(Format::Xlsx), "{name}");
    }
    let media = Format::Xlsx.media_type();
    assert_eq!(Format::detect(&word, Some(media), None), Ok(Format::Docx));
}

#[test]
fn a_page_that_is_called_a_workbook_is_read_as_the_page_that_it_is() {
    let figures = figures::suqian();
    let page = crate::article::page(&figures, &Html::new(Markup::Spans));
    for name in ["a.xls", "a.xlsx", "a.doc", "a.docx"] {
        let format = detected(&page, name).unwrap();
        assert_eq!(format, Format::Html, "{name}");
    }
    let media = Some("application/vnd.ms-excel");
    assert_eq!(Format::detect(&page, media, Some("a.xls")), Ok(Format::Html));
    assert_eq!(read(&page, Format::Html).unwrap().content.sheet, figures.sheet());
}

#[test]
fn old_and_encrypted_documents_say_how_to_save_them() {
    let old = detected(&compound_file("WordDocument"), "a.doc").unwrap_err();
    assert_eq!(old, PackageError::Legacy.into());
    assert!(old.message_zh().contains("另存为 .docx 或 .xlsx"));
    assert!(old.to_string().contains("save it as .docx or .xlsx"));
    let encrypted = detected(&compound_file("EncryptedPackage"), "a.xlsx").unwrap_err();
    assert_eq!(encrypted, PackageError::Encrypted.into());
    assert!(encrypted.message_zh().contains("取消密码"));
}

#[test]
fn other_zip_files_are_archives_of_many_or_not_read() {
    let archive = package(&[("甲/word/乙.txt", "x"), ("xl/丙.txt", "y")]);
    assert_eq!(detected(&archive, "a.docx"), Ok(Format::Zip));
    assert_eq!(read(&archive, Format::Zip), Err(ReadError::ManyDocuments));
    assert_eq!(detected(&package(&[]), "a.zip"), Ok(Format::Zip));
    let slides = package(&[TYPES, ("ppt/presentation.xml", "<p/>")]);
    let open_document = package(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let ofd = package(&[("OFD.xml", "<ofd/>")]);
    for other in [slides, open_document, ofd] {
        assert_eq!(detected(&other, "a.docx"), Err(ReadError::UnknownFormat));
    }
}

#[test]
fn a_workbook_in_binary_parts_says_what_is_missing() {
    let binary = package(&[TYPES, ("xl/workbook.bin", "x")]);
    assert_eq!(detected(&binary, "a.xlsb"), Ok(Format::Xlsx));
    let missing = PackageError::Missing("xl/workbook.xml".to_owned());
    assert_eq!(read(&binary, Format::Xlsx), Err(missing.into()));
}

#[test]
fn macros_are_not_looked_at() {
    let workbook = package(&[
        TYPES,
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/vbaProject.bin", "<!DOCTYPE x>"),
    ]);
    assert!(matches!(read(&workbook, Format::Xlsx), Err(ReadError::NotAReport(_))));
}
