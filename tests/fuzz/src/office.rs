//! The readers of office documents and archives.

use std::io::{Cursor, Write};

use nianbao_document::{Format, archive, read};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
/// What parts are divided by in an input.
const DIVIDED: &[u8] = b"\n%%\n";

/// Reads the bytes as a document of a word processor: as they are where they are a ZIP file, and
/// otherwise as its main text, its numbering and its styles.
pub fn docx(data: &[u8]) {
    const NAMES: [&str; 3] = ["word/document.xml", "word/numbering.xml", "word/styles.xml"];
    const RELATED: &[u8] = b"<Relationships><Relationship Type=\"/numbering\" Target=\"numbering.xml\"/>\
        <Relationship Type=\"/styles\" Target=\"styles.xml\"/></Relationships>";
    document(data, &NAMES, &[("word/_rels/document.xml.rels", RELATED)], Format::Docx);
}

/// Reads the bytes as a workbook: as they are where they are a ZIP file, and otherwise as a
/// worksheet, the shared strings and another worksheet.
pub fn xlsx(data: &[u8]) {
    const NAMES: [&str; 3] = ["xl/a.xml", "xl/s.xml", "xl/b.xml"];
    const BOOK: &[u8] = b"<workbook><sheet name=\"a\" r:id=\"a\"/><sheet name=\"b\" r:id=\"b\"/></workbook>";
    const RELATED: &[u8] = b"<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"a.xml\"/>\
        <Relationship Id=\"b\" Type=\"/worksheet\" Target=\"b.xml\"/>\
        <Relationship Id=\"s\" Type=\"/sharedStrings\" Target=\"s.xml\"/></Relationships>";
    let fixed = [("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", RELATED)];
    document(data, &NAMES, &fixed, Format::Xlsx);
}

/// Lists the bytes as an archive, and reads them as whatever they are.
pub fn archives(data: &[u8]) {
    if let Ok(entries) = archive::entries(data) {
        let most = entries.most();
        let all: Vec<_> = entries.collect();
        assert!(all.len() <= most);
        let errors = all.iter().filter_map(|entry| entry.as_ref().err());
        errors.for_each(|error| assert!(!error.message_zh().is_empty()));
    }
    if let Ok(format @ (Format::Docx | Format::Xlsx | Format::Zip)) = Format::detect(data, None, None) {
        said(data, format);
    }
}

fn document(data: &[u8], names: &[&str], fixed: &[(&str, &[u8])], format: Format) {
    if data.starts_with(b"PK") {
        return said(data, format);
    }
    let mut parts = vec![TYPES];
    parts.extend_from_slice(fixed);
    let mut rest = data;
    for name in names {
        let at = rest.windows(DIVIDED.len()).position(|window| window == DIVIDED);
        let end = at.unwrap_or(rest.len());
        parts.push((name, &rest[..end]));
        rest = rest.get(end + DIVIDED.len()..).unwrap_or_default();
    }
    if let Some(bytes) = stored(&parts) {
        said(&bytes, format);
    }
}

fn stored(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, options).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

fn said(bytes: &[u8], format: Format) {
    match read(bytes, format) {
        Ok(draft) => assert_eq!(draft.content.excess(), None),
        Err(error) => {
            assert!(!error.message_zh().is_empty() && !error.to_string().is_empty());
        }
    }
}
