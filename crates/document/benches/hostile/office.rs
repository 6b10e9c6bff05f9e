//! Word files, workbooks and archives.

use std::io::{Cursor, Write};

use nianbao_document::archive::MAX_ENTRIES;
use nianbao_document::{Format, MAX_BYTES, MAX_CELLS, MAX_LINES, MAX_TEXT};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::case::{Case, numbered, times};

const MEGABYTE: usize = 1 << 20;
/// A part may have so many bytes, inflated.
const PART: usize = 32 * MEGABYTE;
/// Text may have so many bytes.
const TEXT: usize = MAX_TEXT;
const TITLE: &str = "甲县财政局2024年政府信息公开工作年度报告";

pub fn cases() -> Vec<Case> {
    [bombs(), word(), workbook(), archives()].concat()
}

type Part<'a> = (&'a str, &'a [u8]);

/// A ZIP file of parts, the types in front.
fn package(parts: &[Part<'_>]) -> Vec<u8> {
    zip(&[&[("[Content_Types].xml", b"<Types/>".as_slice())], parts].concat(), true)
}

fn zip(parts: &[Part<'_>], deflated: bool) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(deflated.then_some(1));
    let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    for (name, bytes) in parts {
        let _ = zip.start_file(*name, options.compression_method(method));
        let _ = zip.write_all(bytes);
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A file of the largest size: a picture that nobody looks at is what is large in it.
fn with_picture(parts: &[Part<'_>]) -> Vec<u8> {
    let bytes = package(parts);
    let picture = vec![0x5a; MAX_BYTES - bytes.len() - 4096];
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let Ok(mut zip) = ZipWriter::new_append(Cursor::new(bytes)) else { return Vec::new() };
    let _ = zip.start_file("media/picture.bin", options);
    let _ = zip.write_all(&picture);
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn bombs() -> Vec<Case> {
    const BEYOND: usize = MAX_BYTES + 1;
    vec![
        Case::new("a bomb", Format::Docx, || {
            package(&[("word/document.xml", &vec![b' '; BEYOND])])
        }),
        Case::new("a bomb for strings", Format::Xlsx, || {
            let strings = vec![b' '; BEYOND];
            book("<worksheet/>", &strings)
        }),
        Case::new("parts, as many as may be", Format::Docx, || {
            let names: Vec<String> = (0..MAX_ENTRIES - 3).map(|at| format!("word/{at}")).collect();
            let parts: Vec<Part<'_>> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
            package(&parts)
        }),
        Case::new("long names of parts", Format::Docx, || {
            let names: Vec<String> =
                (0..MAX_ENTRIES - 3).map(|at| format!("word/{at:01500}")).collect();
            let parts: Vec<Part<'_>> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
            package(&parts)
        }),
        Case::new("cut off", Format::Docx, || {
            let mut bytes = document(&times("<w:p>", "字", TEXT / 3), &[]);
            bytes.truncate(bytes.len() / 2);
            bytes
        }),
        Case::new("lines of a table of contents", Format::Zip, || {
            times("PK\u{3}\u{4}", &format!("PK\u{1}\u{2}{}", "\0".repeat(42)), MAX_BYTES / 46 - 1)
        }),
        Case::new("a page by another name", Format::Xlsx, || times("", "<td>", MAX_BYTES / 4)),
        Case::new("macros", Format::Docx, || {
            let project = vec![0xcc; PART];
            document(
                &times("", "<w:p><w:r><w:t>字</w:t></w:r></w:p>", 10),
                &[("word/vbaProject.bin", &project)],
            )
        }),
        Case::new("macros", Format::Xlsx, || {
            let project = vec![0xcc; PART];
            package(&[("xl/workbook.xml", BOOK), ("xl/vbaProject.bin", &project)])
        }),
    ]
}

fn document(body: &[u8], more: &[Part<'_>]) -> Vec<u8> {
    let body = [
        format!(
            "<w:document><w:body><w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>\
                 <w:p><w:r><w:t>二、主动公开政府信息情况</w:t></w:r></w:p>"
        )
        .as_bytes(),
        body,
        b"</w:body></w:document>",
    ]
    .concat();
    with_picture(&[&[("word/document.xml", body.as_slice())], more].concat())
}

fn docx(name: &str, make: fn() -> Vec<u8>) -> Case {
    Case::new(name, Format::Docx, make)
}

fn body(scrap: &str) -> Vec<u8> {
    document(&times("", scrap, (PART - 1000) / scrap.len()), &[])
}

fn table(scrap: &str, count: usize) -> Vec<u8> {
    document(&[times("<w:tbl>", scrap, count), b"</w:tbl>".to_vec()].concat(), &[])
}

fn word() -> Vec<Case> {
    vec![
        docx("one line", || {
            document(
                &[times("<w:p><w:r><w:t>", "字", TEXT / 3 - 100), b"</w:t></w:r></w:p>".to_vec()]
                    .concat(),
                &[],
            )
        }),
        docx("lines, as many as may be", || {
            document(&times("", "<w:p><w:r><w:t>字</w:t></w:r></w:p>", MAX_LINES - 10), &[])
        }),
        docx("labels and values", || {
            document(
                &times(
                    "",
                    "<w:p><w:r><w:t>规章</w:t></w:r></w:p><w:p><w:r><w:t>2</w:t></w:r></w:p>",
                    MAX_LINES / 2 - 10,
                ),
                &[],
            )
        }),
        docx("nesting", || document(&times("", "<w:sdt><w:sdtContent>", MAX_BYTES / 64), &[])),
        docx("nested tables, as deep as may be", || {
            let nested = format!(
                "{}{}",
                "<w:tbl><w:tr><w:tc>".repeat(80),
                "</w:tc></w:tr></w:tbl>".repeat(80)
            );
            body(&nested)
        }),
        docx("entities", || {
            document(&times("<!DOCTYPE a [", "<!ENTITY a \"&a;&a;\">", 1_000_000), &[])
        }),
        docx("references", || body("<w:p><w:r><w:t>&amp;&#20108;</w:t></w:r></w:p>")),
        docx("attributes of an element", || {
            document(
                &[numbered_to(PART - 1000, |at| format!(" a{at}=\"1\"")), b"/>".to_vec()].concat(),
                &[],
            )
        }),
        docx("blank cells, as many as may be", || {
            table("<w:tr><w:tc/><w:tc/><w:tc/><w:tc/></w:tr>", 390_000)
        }),
        docx("cells with numbers", || {
            table(
                "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr>",
                MAX_LINES / 2 - 10,
            )
        }),
        docx("rows without cells", || table("<w:tr/>", PART / 7 - 1000)),
        docx("cells of layout", || table("<w:tr><w:tc><w:tbl/></w:tc></w:tr>", PART / 35 - 100)),
        docx("wide spans", || {
            table("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"64\"/></w:tcPr></w:tc></w:tr>", 60_000)
        }),
        docx("small tables", || body("<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>")),
        docx("fields", || body("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>")),
        docx("lists", || {
            let lists: String = (0..4_990)
                .map(|at| {
                    format!("<w:num w:numId=\"{at}\"><w:abstractNumId w:val=\"{at}\"/></w:num>")
                })
                .collect();
            let definitions: String = (0..4_990).map(|at| format!("<w:abstractNum w:abstractNumId=\"{at}\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>")).collect();
            let numbering = format!("<w:numbering>{definitions}{lists}</w:numbering>");
            let related: &[u8] = b"<Relationships><Relationship Type=\"/numbering\" Target=\"numbering.xml\"/></Relationships>";
            let paragraphs: String = (0..MAX_LINES - 10).map(|at| format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{}\"/></w:numPr></w:pPr><w:r><w:t>字</w:t></w:r></w:p>", at % 4_990)).collect();
            document(
                paragraphs.as_bytes(),
                &[
                    ("word/numbering.xml", numbering.as_bytes()),
                    ("word/_rels/document.xml.rels", related),
                ],
            )
        }),
        docx("UTF-16", || {
            let text =
                format!("\u{feff}<w:document>{}</w:document>", "<w:p/>".repeat(PART / 12 - 100));
            with_picture(&[("word/document.xml", &crate::page::wide(&text))])
        }),
    ]
}

const BOOK: &[u8] = b"<workbook><sheet name=\"a\" r:id=\"a\"/></workbook>";

fn book(sheet: &str, strings: &[u8]) -> Vec<u8> {
    let related: &[u8] =
        b"<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"a.xml\"/>\
        <Relationship Id=\"s\" Type=\"/sharedStrings\" Target=\"s.xml\"/></Relationships>";
    with_picture(&[
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", related),
        ("xl/a.xml", sheet.as_bytes()),
        ("xl/s.xml", strings),
    ])
}

fn sheet(rows: &str) -> Vec<u8> {
    book(
        &format!("<worksheet><row><c t=\"s\"><v>0</v></c></row>{rows}</worksheet>"),
        format!("<sst><si><t>{TITLE}</t></si><si><t>规章</t></si></sst>").as_bytes(),
    )
}

fn xlsx(name: &str, make: fn() -> Vec<u8>) -> Case {
    Case::new(name, Format::Xlsx, make)
}

fn workbook() -> Vec<Case> {
    vec![
        xlsx("blank cells, as many as may be", || {
            sheet(&format!("<row>{}</row>", "<c/>".repeat(MAX_CELLS - 10)))
        }),
        xlsx("rows without cells", || sheet(&"<row/>".repeat(PART / 6 - 100))),
        xlsx("blank rows", || sheet(&"<row><c/></row>".repeat(PART / 15 - 100))),
        xlsx("cells with numbers", || {
            sheet(&"<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(MAX_LINES / 2 - 10))
        }),
        xlsx("cells in a row", || {
            sheet(
                &format!("<row>{}</row>", "<c><v>1</v></c>".repeat(1_000))
                    .repeat(MAX_LINES / 1_000 - 1),
            )
        }),
        xlsx("labels in columns that differ", || {
            let row = |at: usize| {
                format!(
                    "<row r=\"{}\"><c r=\"{}{}\" t=\"s\"><v>1</v></c><c t=\"s\"><v>1</v></c></row>",
                    at + 2,
                    letters(at % 900),
                    at + 2
                )
            };
            sheet(&(0..3_000).map(row).collect::<String>())
        }),
        xlsx("shared strings", || {
            book(
                "<worksheet/>",
                &[times("<sst>", "<si/>", PART / 5 - 10), b"</sst>".to_vec()].concat(),
            )
        }),
        xlsx("a giant shared string", || {
            book(
                "<worksheet/>",
                &[times("<sst><si><t>", "字", PART / 3 - 100), b"</t></si></sst>".to_vec()]
                    .concat(),
            )
        }),
        xlsx("a string that is shared", || {
            let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(MAX_LINES - 10);
            book(
                &format!("<worksheet>{rows}</worksheet>"),
                format!("<sst><si><t>{}</t></si></sst>", "字".repeat(9)).as_bytes(),
            )
        }),
        xlsx("merged cells", || {
            let areas: String =
                (1..PART / 34).map(|at| format!("<mergeCell ref=\"A{at}:B{at}\"/>")).collect();
            sheet(&format!("<mergeCells>{areas}</mergeCells>"))
        }),
        xlsx("hidden columns", || {
            sheet(&"<col min=\"1\" max=\"16384\" hidden=\"1\"/>".repeat(PART / 45 - 100))
        }),
        xlsx("nesting", || sheet(&"<row><c>".repeat(1_000_000))),
        xlsx("formulas", || sheet(&"<row><c><f>A1</f></c></row>".repeat(MAX_LINES - 10))),
        xlsx("worksheets, as many as may be", || {
            let listed: String =
                (0..1_000).map(|at| format!("<sheet name=\"{at}\" r:id=\"a\"/>")).collect();
            let related: &[u8] = b"<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"a.xml\"/></Relationships>";
            with_picture(&[
                ("xl/workbook.xml", format!("<workbook>{listed}</workbook>").as_bytes()),
                ("xl/_rels/workbook.xml.rels", related),
                ("xl/a.xml", "<worksheet><row><c/></row></worksheet>".as_bytes()),
            ])
        }),
    ]
}

/// The name of a column.
fn letters(at: usize) -> String {
    let letter = |of: usize| char::from(b'A' + u8::try_from(of % 26).unwrap_or_default());
    [at / 676, at / 26, at].map(letter).into_iter().collect()
}

fn numbered_to(size: usize, piece: fn(usize) -> String) -> Vec<u8> {
    let mut bytes = numbered("<w:p", piece);
    bytes.truncate(size);
    while bytes.last().is_some_and(|last| *last != b'"') || bytes.ends_with(b"=\"") {
        bytes.pop();
    }
    bytes
}

fn archives() -> Vec<Case> {
    let archive = |name: &str, make| Case::new(name, Format::Zip, make);
    vec![
        archive("documents, as many as may be", || {
            let names: Vec<String> = (0..MAX_ENTRIES).map(|at| format!("{at}.html")).collect();
            let parts: Vec<Part<'_>> =
                names.iter().map(|name| (name.as_str(), &b"<p>"[..])).collect();
            zip(&parts, true)
        }),
        archive("archives in an archive", || {
            let mut inner = zip(&[("a.txt", b"a")], true);
            for _ in 0..1_000 {
                inner = zip(&[("a.zip", inner.as_slice())], false);
            }
            inner
        }),
        archive("a bomb", || zip(&[("a.txt", &vec![b' '; MAX_BYTES + 1]), ("b.txt", b"b")], true)),
        archive("bombs", || {
            let spaces = vec![b' '; MAX_BYTES];
            let names: Vec<String> = (0..12).map(|at| format!("{at}.txt")).collect();
            let parts: Vec<Part<'_>> =
                names.iter().map(|name| (name.as_str(), spaces.as_slice())).collect();
            zip(&parts, true)
        }),
        archive("lines of text, a document of a line", || times("PK\u{3}\u{4}", "字", MAX_LINES)),
    ]
}
