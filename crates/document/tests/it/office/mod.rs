//! Office documents, made of as little markup as office programs need.

pub mod docx;
mod excel;
mod hostile;
mod word;
pub mod xlsx;

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

/// A ZIP file with these parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub const TYPES: (&str, &str) = (
    "[Content_Types].xml",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
);

const SCHEMA: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The part that says that something is what the package is about.
pub fn root(target: &str) -> String {
    relationships(&[("rId1", "officeDocument", target)])
}

/// Relationships as identifier, kind and target.
pub fn relationships(of: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{SCHEMA}/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", of.iter().map(one).collect::<String>())
}

/// Text as markup.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
