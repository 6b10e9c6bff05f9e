//! What kind of document bytes are.

use crate::{MAX_BYTES, ReadError, package};

/// A format of documents that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A web page.
    Html,
    /// Plain text, as copied or extracted from a page.
    Text,
    /// The figures of a report, as [`crate::csv`] writes them.
    Csv,
    /// PDF with a text layer.
    Pdf,
    /// `nianbao.v1.Report` in the standard JSON form; read by the wire crate.
    Json,
    /// `nianbao.v1.Report` in binary; read by the wire crate.
    Protobuf,
    /// A document of a word processor (Office Open XML), with or without macros.
    Docx,
    /// A workbook (Office Open XML), with or without macros.
    Xlsx,
    /// An archive of many documents; read by [`crate::archive`].
    Zip,
}

/// How much of a document is looked at to recognize it.
const SNIFFED: usize = 2048;

impl Format {
    /// Every format that one document can have; an archive holds many.
    pub const DOCUMENTS: [Self; 8] = [
        Self::Html,
        Self::Text,
        Self::Csv,
        Self::Docx,
        Self::Xlsx,
        Self::Pdf,
        Self::Json,
        Self::Protobuf,
    ];

    /// Recognizes a format: by the media type or else the name of the file where these are telling,
    /// and by the bytes where they are not or where they say no more than "text". Office documents
    /// and archives are known by their bytes alone: pages are often called `.doc` and `.xls`.
    ///
    /// # Errors
    /// [`ReadError::Empty`], [`ReadError::TooLarge`], [`ReadError::Package`] for damaged, encrypted
    /// and old office documents, or [`ReadError::UnknownFormat`] for formats that are not read.
    pub fn detect(
        bytes: &[u8],
        media_type: Option<&str>,
        filename: Option<&str>,
    ) -> Result<Self, ReadError> {
        if bytes.len() > MAX_BYTES {
            return Err(ReadError::TooLarge { limit: MAX_BYTES, found: bytes.len() });
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(ReadError::Empty);
        }
        if is_zip(bytes) {
            return package::format_of(bytes)?.ok_or(ReadError::UnknownFormat);
        }
        if let Some(refusal) = package::refuse_ole(bytes) {
            return Err(refusal.into());
        }
        let named = media_type.and_then(of_media_type).or_else(|| of_name(filename?));
        match named {
            Some(format) if format != Self::Text => Ok(format),
            _ => of_content(bytes).ok_or(ReadError::UnknownFormat),
        }
    }

    /// The media type that names the format.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Text => "text/plain",
            Self::Csv => "text/csv",
            Self::Pdf => "application/pdf",
            Self::Json => "application/json",
            Self::Protobuf => "application/x-protobuf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Zip => "application/zip",
        }
    }
}

fn of_media_type(media_type: &str) -> Option<Format> {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "text/html" | "application/xhtml+xml" => Some(Format::Html),
        "text/plain" | "text/markdown" => Some(Format::Text),
        "text/csv" | "application/csv" => Some(Format::Csv),
        "application/pdf" | "application/x-pdf" => Some(Format::Pdf),
        "application/json" | "text/json" => Some(Format::Json),
        "application/x-protobuf" | "application/protobuf" | "application/vnd.google.protobuf" => {
            Some(Format::Protobuf)
        }
        _ => None,
    }
}

fn of_name(filename: &str) -> Option<Format> {
    let (_, extension) = filename.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" | "shtml" | "xhtml" => Some(Format::Html),
        "txt" | "text" | "md" => Some(Format::Text),
        "csv" => Some(Format::Csv),
        "pdf" => Some(Format::Pdf),
        "json" => Some(Format::Json),
        "pb" | "binpb" => Some(Format::Protobuf),
        _ => None,
    }
}

/// Bytes that no text of a report begins with: pictures, and formats that only look like text.
const UNREAD: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"MIME-Version:"];
/// What the XML of office programs says at its beginning where it is one file.
const FLAT: [&[u8]; 3] = [b"mso-application", b"<pkg:package", b"<office:document"];

/// How a PDF file begins, and how far into the file that may stand.
const PDF: &[u8] = b"%PDF-";
const PDF_WITHIN: usize = 1024;

/// Whether bytes are a ZIP file, which begins with an entry or, if there is none, with its end.
fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn of_content(bytes: &[u8]) -> Option<Format> {
    if UNREAD.iter().any(|magic| bytes.starts_with(magic)) {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SNIFFED)];
    if crate::charset::is_wide(sample) {
        let (text, _) = crate::charset::decode(&sample[..sample.len() & !1]).ok()?;
        let text = text.replace('\0', "");
        return of_content(text.as_bytes()).filter(|_| !text.is_empty());
    }
    let head = sample.strip_prefix(b"\xef\xbb\xbf").unwrap_or(sample);
    let start = head.trim_ascii_start().to_ascii_lowercase();
    let says = |words: &&[u8]| start.windows(words.len()).any(|it| it == *words);
    if start.starts_with(b"<?xml") && FLAT.iter().any(says) {
        return None;
    }
    if start.starts_with(b"{") {
        return Some(Format::Json);
    }
    if start.starts_with(crate::csv::HEADER.as_bytes()) {
        return Some(Format::Csv);
    }
    if is_markup(&start) {
        return Some(Format::Html);
    }
    if bytes[..bytes.len().min(PDF_WITHIN + PDF.len())].windows(PDF.len()).any(|it| it == PDF) {
        return Some(Format::Pdf);
    }
    (!head.contains(&0)).then_some(Format::Text)
}

fn is_markup(start: &[u8]) -> bool {
    const TAGS: [&[u8]; 12] = [
        b"<!doctype",
        b"<html",
        b"<head",
        b"<meta",
        b"<body",
        b"<div",
        b"<table",
        b"<p>",
        b"<p ",
        b"<!--",
        b"<title",
        b"<?xml",
    ];
    TAGS.iter().any(|tag| start.starts_with(tag))
        || (start.starts_with(b"<") && start.windows(2).any(|pair| pair == b"</"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_media_type_goes_before_the_name_and_the_name_before_the_bytes() {
        let detect = |media, name| Format::detect(b"x", media, name);
        assert_eq!(detect(Some("text/html; charset=gbk"), Some("a.csv")), Ok(Format::Html));
        assert_eq!(detect(Some("application/octet-stream"), Some("a.CSV")), Ok(Format::Csv));
        assert_eq!(detect(None, Some("a.binpb")), Ok(Format::Protobuf));
        assert_eq!(detect(None, None), Ok(Format::Text));
    }

    #[test]
    fn what_is_called_text_may_be_a_page() {
        let page = b"\xef\xbb\xbf\n<!DOCTYPE html><p>x</p>";
        assert_eq!(Format::detect(page, Some("text/plain"), None), Ok(Format::Html));
        assert_eq!(Format::detect(b" {\"sheet\":{}}", None, Some("a.txt")), Ok(Format::Json));
        let figures = crate::csv::HEADER.as_bytes();
        assert_eq!(Format::detect(figures, None, None), Ok(Format::Csv));
    }

    #[test]
    fn a_pdf_file_may_begin_with_junk() {
        let junk = |count: usize| [vec![b'\n'; count], b"%PDF-1.7".to_vec()].concat();
        assert_eq!(Format::detect(&junk(0), Some("text/plain"), None), Ok(Format::Pdf));
        assert_eq!(Format::detect(&junk(1024), None, Some("a.bin")), Ok(Format::Pdf));
        assert_eq!(Format::detect(&junk(1025), None, None), Ok(Format::Text));
        assert_eq!(Format::detect(b"x", None, Some("A.PDF")), Ok(Format::Pdf));
    }

    #[test]
    fn what_is_not_read_is_refused() {
        assert_eq!(Format::detect(b" \n", None, Some("a.html")), Err(ReadError::Empty));
        assert_eq!(Format::detect(b"\x89PNG", None, None), Err(ReadError::UnknownFormat));
        assert_eq!(Format::detect(b"a\0b", None, None), Err(ReadError::UnknownFormat));
        for bytes in [&b"{\\rtf1"[..], b"MIME-Version: 1.0", b"<?xml?><?mso-application?>"] {
            assert_eq!(Format::detect(bytes, None, Some("a.doc")), Err(ReadError::UnknownFormat));
        }
    }
}
