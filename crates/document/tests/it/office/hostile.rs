//! Office documents and archives that want to cost more than they are.

use std::io::{Cursor, Write};

use nianbao_document::archive::{self, ArchiveError, EntryProblem};
use nianbao_document::{Format, MAX_BYTES, MAX_CELLS, PackageError, ReadError, read};
use proptest::prelude::*;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::docx::{self, Word, document};
use super::xlsx::{Numbers, Workbook, workbook};
use super::{TYPES, package};
use crate::article::page;
use crate::figures::Figures;

const MEGABYTE: usize = 1 << 20;

fn word(main: &str) -> Result<nianbao_document::Draft, ReadError> {
    read(&package(&[TYPES, ("word/document.xml", main)]), Format::Docx)
}

fn excel(sheet: &str) -> Result<nianbao_document::Draft, ReadError> {
    read(&workbook(&[("a", sheet)], &["甲".repeat(10_000)]), Format::Xlsx)
}

/// An entry of so many megabytes of spaces.
fn bomb(name: &str, megabytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(TYPES.0, SimpleFileOptions::default()).unwrap();
    zip.start_file(name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
    let spaces = vec![b' '; MEGABYTE];
    (0..megabytes).for_each(|_| zip.write_all(&spaces).unwrap());
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_part_that_inflates_without_end_is_refused() {
    let bytes = bomb("word/document.xml", MAX_BYTES / MEGABYTE + 1);
    assert!(bytes.len() < MEGABYTE);
    let refused = read(&bytes, Format::Docx);
    let part = "word/document.xml".to_owned();
    let limit = 32 << 20;
    assert_eq!(refused, Err(PackageError::TooLarge { part, limit }.into()));
    let mut entries = archive::entries(&bytes).unwrap().skip(1);
    let problem = EntryProblem::TooLarge { limit: MAX_BYTES };
    let name = "word/document.xml".to_owned();
    assert_eq!(entries.next(), Some(Err(ArchiveError::Entry { name, problem })));
}

/// Makes every line of the table of contents point to the first entry.
fn overlapping(mut bytes: Vec<u8>) -> Vec<u8> {
    let lines: Vec<usize> =
        (0..bytes.len() - 46).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
    let (crc_and_sizes, first) = (16..28, lines[0]);
    for line in &lines {
        for at in crc_and_sizes.clone() {
            bytes[line + at] = bytes[first + at];
        }
        bytes[line + 42..line + 46].fill(0);
    }
    bytes
}

#[test]
fn entries_that_share_their_bytes_are_refused() {
    let text: String = (0..2_000).map(|at| format!("{at} ")).collect();
    let names: Vec<String> = (0..50).map(|at| format!("{at}.txt")).collect();
    let mut parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    parts[0].1 = &text;
    let bytes = overlapping(package(&parts));
    assert_eq!(archive::entries(&bytes).err(), Some(ArchiveError::Damaged));
}

#[test]
fn a_size_that_is_not_true_is_not_trusted() {
    let bytes = document("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
    let at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    for size in [0_u32, 1, u32::MAX - 1] {
        let mut lying = bytes.clone();
        lying[at + 24..at + 28].copy_from_slice(&size.to_le_bytes());
        let _ = read(&lying, Format::Docx);
        let _ = archive::entries(&lying).map(Iterator::count);
    }
}

#[test]
fn entities_and_document_types_are_refused() {
    let laughs =
        "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><w:document>&b;</w:document>";
    let part = || "word/document.xml".to_owned();
    assert_eq!(word(laughs), Err(PackageError::DocumentType(part()).into()));
    let external = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
    assert_eq!(word(external), Err(PackageError::DocumentType(part()).into()));
    let undefined = "<w:document><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>";
    assert_eq!(word(undefined), Err(PackageError::Xml(part()).into()));
}

#[test]
fn markup_that_is_cut_off_or_crossed_is_refused() {
    for main in
        ["<w:document><w:p>", "<w:document><w:p></w:document>", "<w:document", "<a b=\"", "\u{0}<"]
    {
        let refused = word(main).unwrap_err();
        assert!(matches!(refused, ReadError::Package(PackageError::Xml(_))), "{main}: {refused}");
    }
    let not_utf_8 = package(&[TYPES]);
    assert!(matches!(
        read(&not_utf_8, Format::Docx),
        Err(ReadError::Package(PackageError::Missing(_)))
    ));
}

#[test]
fn nesting_without_end_is_refused() {
    for open in ["<w:tbl><w:tr><w:tc>", "<w:sdt><w:sdtContent>", "<x>", "<w:ins>"] {
        let refused = word(&open.repeat(100_000)).unwrap_err();
        let is_too_deep =
            matches!(refused, ReadError::Package(PackageError::TooDeep { limit: 256, .. }));
        assert!(is_too_deep, "{open}: {refused}");
    }
    let refused = excel(&"<row><c>".repeat(100_000)).unwrap_err();
    assert!(matches!(refused, ReadError::Package(PackageError::TooDeep { .. })), "{refused}");
}

#[test]
fn millions_of_cells_are_refused() {
    let blanks = format!("<worksheet><row>{}</row></worksheet>", "<c/>".repeat(MAX_CELLS + 1));
    assert_eq!(excel(&blanks), Err(ReadError::TooManyCells { limit: MAX_CELLS }));
}

#[test]
fn a_diagonal_of_cells_is_refused_before_it_is_filled() {
    let cell = |at: usize| {
        let column = at % 900;
        let (here, next) = (super::xlsx::letters(column), super::xlsx::letters(column + 1));
        let row = at + 1;
        format!(
            "<row r=\"{row}\"><c r=\"{here}{row}\"><v>1</v></c><c r=\"{next}{row}\"><v>1</v></c></row>"
        )
    };
    let cells: String = (0..5_000).map(cell).collect();
    let refused = excel(&format!("<worksheet>{cells}</worksheet>"));
    assert_eq!(refused, Err(ReadError::TooManyCells { limit: MAX_CELLS }));
}

#[test]
fn a_lone_cell_at_the_end_of_a_worksheet_costs_nothing() {
    let sheet = "<worksheet><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></worksheet>";
    assert!(matches!(excel(sheet), Err(ReadError::NotAReport(_))));
    let merged = "<worksheet><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><mergeCells>\
                  <mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    assert!(matches!(excel(merged), Err(ReadError::NotAReport(_))));
}

#[test]
fn very_many_merged_areas_are_refused() {
    let merges: String =
        (1..=2_000).map(|row| format!("<mergeCell ref=\"A{row}:XFD1048576\"/>")).collect();
    let sheet = format!(
        "<worksheet><row r=\"1048576\"><c r=\"B1048576\"><v>1</v></c></row>{merges}</worksheet>"
    );
    assert_eq!(excel(&sheet), Err(ReadError::TooManyCells { limit: MAX_CELLS }));
}

#[test]
fn a_string_that_is_shared_by_very_many_cells_counts_every_time() {
    let row = "<row><c t=\"s\"><v>0</v></c></row>".repeat(2_000);
    let refused = excel(&format!("<worksheet>{row}</worksheet>")).unwrap_err();
    assert!(matches!(refused, ReadError::TooMuchText { .. }), "{refused}");
}

#[test]
fn styles_lists_and_worksheets_without_end_are_refused() {
    let many = |of: fn(usize) -> String| (0..10_001).map(of).collect::<String>();
    let related =
        super::relationships(&[("a", "styles", "styles.xml"), ("b", "numbering", "numbering.xml")]);
    let styles = format!("<s>{}</s>", many(|at| format!("<style styleId=\"{at}\"/>")));
    let lists = format!("<n>{}</n>", many(|at| format!("<num numId=\"{at}\"/>")));
    let definitions =
        format!("<n>{}</n>", many(|at| format!("<abstractNum abstractNumId=\"{at}\"/>")));
    for (part, text) in [("styles", &styles), ("numbering", &lists), ("numbering", &definitions)] {
        let part = format!("word/{part}.xml");
        let bytes = package(&[
            TYPES,
            ("word/document.xml", "<d/>"),
            ("word/_rels/document.xml.rels", &related),
            (&part, text),
        ]);
        let refused = read(&bytes, Format::Docx);
        assert_eq!(refused, Err(PackageError::TooMany { part, limit: 10_000 }.into()));
    }
    let book = format!("<workbook>{}</workbook>", many(|_| "<sheet r:id=\"a\"/>".to_owned()));
    let refused = read(&package(&[TYPES, ("xl/workbook.xml", &book)]), Format::Xlsx);
    let part = "xl/workbook.xml".to_owned();
    assert_eq!(refused, Err(PackageError::TooMany { part, limit: 1_000 }.into()));
}

#[test]
fn very_many_of_anything_in_a_document_end_in_time() {
    for scrap in [
        "<w:p/>",
        "<w:p><w:r><w:t>规章</w:t></w:r></w:p>",
        "<w:tbl/>",
        "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
        "<w:tr/>",
        "<w:tc/>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:p>",
        "<w:txbxContent/>",
        "<w:sdtPr/>",
        "<mc:Choice/>",
    ] {
        let _ = read(&document(&scrap.repeat(5_000)), Format::Docx);
        let rows = format!("<w:tbl>{}</w:tbl>", scrap.repeat(5_000));
        let _ = read(&document(&rows), Format::Docx);
    }
}

#[test]
fn spans_of_cells_that_cover_the_moon_are_refused() {
    let cell = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr></w:tc></w:tr>";
    let refused = read(&document(&format!("<w:tbl>{}</w:tbl>", cell.repeat(70_000))), Format::Docx);
    assert_eq!(refused, Err(ReadError::TooManyCells { limit: MAX_CELLS }));
}

#[test]
fn of_parts_with_one_name_one_is_read() {
    let name = "word/document.xml";
    let twice = package(&[TYPES, (name, "<w:a/>"), ("WORD/document.xml", "<!DOCTYPE a>")]);
    assert!(read(&twice, Format::Docx).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_a_stretch_missing_or_changed_is_read_or_refused(
        from in 0.0..1.0_f64, length in 0..400_usize, byte in any::<u8>(),
    ) {
        let figures = Figures::distinct(nianbao_domain::form::Edition::E2021);
        let files = [
            (Format::Docx, page(&figures, &Word::new(docx::Merged::Spans))),
            (Format::Xlsx, page(&figures, &Workbook::new(Numbers::Shared))),
        ];
        for (format, file) in files {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss,
                reason = "a place in a small file")]
            let at = (file.len() as f64 * from) as usize;
            let end = (at + length).min(file.len());
            let mut shorter = file.clone();
            shorter.drain(at..end);
            let mut changed = file;
            changed[at..end].fill(byte);
            for bytes in [shorter, changed] {
                let _ = Format::detect(&bytes, None, None);
                let _ = read(&bytes, format);
                let _ = archive::entries(&bytes).map(Iterator::count);
            }
        }
    }
}
