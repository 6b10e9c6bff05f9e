//! PDF files.

use lopdf::{Dictionary, Stream};
use nianbao_document::{Format, MAX_BYTES};

use crate::case::{Case, times};

const MEGABYTE: usize = 1 << 20;

fn pdf(name: &str, make: fn() -> Vec<u8>) -> Case {
    Case::new(name, Format::Pdf, make)
}

/// A file of objects, numbered from 1: the first is the catalog, the second the root of the pages.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    for (number, object) in (1..).zip(objects) {
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    bytes.extend(b"trailer <</Root 1 0 R>>");
    bytes
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn deflated(dictionary: &str, content: Vec<u8>) -> Vec<u8> {
    let mut squeezed = Stream::new(Dictionary::new(), content);
    let _ = squeezed.compress();
    stream(&format!("{dictionary}/Filter/FlateDecode"), &squeezed.content)
}

/// A file of one page with this content, in a font of letters, and more objects from the sixth on.
fn with_content(content: Vec<u8>, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/MediaBox[0 0 595 842]>>".to_vec(),
        b"<</Type/Page/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
            .to_vec(),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

/// The same operators again and again, as many bytes as a page may have.
fn drawn(head: &str, scrap: &str) -> Vec<u8> {
    drawn_so_often(head, scrap, (16 * MEGABYTE - 100 - head.len()) / scrap.len())
}

fn drawn_so_often(head: &str, scrap: &str, count: usize) -> Vec<u8> {
    padded(with_content(deflated("", times(head, scrap, count)), &[]))
}

/// As large as a file may be: an object that nothing refers to makes up for it.
fn padded(mut bytes: Vec<u8>) -> Vec<u8> {
    let padding = vec![0x5a; MAX_BYTES - bytes.len() - 100];
    let object = stream("", &padding);
    bytes.extend(b"\n900000 0 obj ");
    bytes.extend(object);
    bytes
}

pub fn cases() -> Vec<Case> {
    [content(), objects(), fonts()].concat()
}

fn content() -> Vec<Case> {
    vec![
        pdf("a bomb", || padded(with_content(deflated("", vec![b' '; 100 * MEGABYTE]), &[]))),
        pdf("glyphs, as many as may be", || {
            drawn_so_often("BT /F 9 Tf 50 700 Td ", "(AAAAAAAAAAAAAA) Tj ", 100_000)
        }),
        pdf("glyphs in places of their own", || {
            let mut content = String::from("BT /F 9 Tf ");
            for at in 0..400_000_u32 {
                content.push_str(&format!("1 0 0 1 {} {} Tm (A) Tj ", at % 590, at * 7 % 841));
            }
            padded(with_content(deflated("", content.into_bytes()), &[]))
        }),
        pdf("lines of glyphs", || {
            let mut content = String::from("BT /F 9 Tf ");
            for at in 0..300_000_u32 {
                content.push_str(&format!("1 0 0 1 50 {} Tm (A 1) Tj ", f64::from(at) * 0.0028));
            }
            padded(with_content(deflated("", content.into_bytes()), &[]))
        }),
        pdf("operators, as many as may be", || drawn_so_often("", "q Q ", 1_999_990)),
        pdf("operands", || drawn("", "1 ")),
        pdf("ruling lines, as many as may be", || {
            let mut content = String::from("BT /F 9 Tf 100 700 Td (A) Tj ET\n");
            for at in 0..9_990 {
                let place = f64::from(at % 1_000) * 0.8;
                content.push_str(&format!(
                    "{place} 0 m {place} 800 l S 0 {place} m 590 {place} l S\n"
                ));
            }
            padded(with_content(deflated("", content.into_bytes()), &[]))
        }),
        pdf("a lattice of many cells", || lattice(130, 1)),
        pdf("a lattice of too many cells", || lattice(280, 1)),
        pdf("lattices on many pages", || lattice(40, 100)),
        pdf("rectangles", || drawn("BT /F 9 Tf (A) Tj ET ", "1 1 9 .5 re f ")),
        pdf("paths", || drawn("0 0 m ", "1 1 l ")),
        pdf("forms in forms", || {
            let form = stream(
                "/Subtype/Form/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>",
                b"BT /F 9 Tf 1 1 Td (A) Tj ET /X Do /X Do",
            );
            padded(with_content(stream("", &b"/X Do ".repeat(100_000)), &[form]))
        }),
        pdf("strings", || drawn("BT /F 9 Tf ", "() Tj ")),
        pdf("hexadecimal", || drawn("BT /F 9 Tf ", "<41> Tj ")),
        pdf("inline pictures", || drawn("", "BI ID EI ")),
        pdf("marked content", || drawn("BT /F 9 Tf ", "/S BMC EMC ")),
    ]
}

/// Lattices with a letter in every cell.
fn lattice(side: usize, pages: usize) -> Vec<u8> {
    let mut content = String::new();
    let step = 560.0 / side as f64;
    for at in 0..=side {
        let place = 10.0 + at as f64 * step;
        content.push_str(&format!("{place} 10 m {place} 570 l S 10 {place} m 570 {place} l S\n"));
    }
    content.push_str("BT /F 1 Tf ");
    for at in 0..side * side {
        let (x, y) = (10.5 + (at % side) as f64 * step, 10.5 + (at / side) as f64 * step);
        content.push_str(&format!("1 0 0 1 {x} {y} Tm (1) Tj "));
    }
    let kids: String = (0..pages).map(|at| format!("{} 0 R ", at + 6)).collect();
    let page = b"<</Type/Page/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_vec();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/MediaBox[0 0 595 842]>>").into_bytes(),
        b"null".to_vec(),
        deflated("", content.into_bytes()),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
    ];
    objects.extend(std::iter::repeat_n(page, pages));
    padded(file(&objects))
}

fn many(head: &str, scrap: &str) -> Vec<u8> {
    times(head, scrap, (MAX_BYTES - head.len()) / scrap.len())
}

fn objects() -> Vec<Case> {
    const BEGIN: &str = "%PDF-1.7\n";
    vec![
        pdf("objects that hold nothing", || many(BEGIN, "1 0 obj 1 endobj ")),
        pdf("objects, as many as may be", || {
            let objects: String =
                (1..249_000).map(|at| format!("{at} 0 obj <</A 1/B 2>> endobj ")).collect();
            padded(format!("{BEGIN}{objects}").into_bytes())
        }),
        pdf("nested arrays", || many(BEGIN, "1 0 obj [")),
        pdf("brackets", || many(&format!("{BEGIN}1 0 obj "), "[")),
        pdf("dictionaries", || many(&format!("{BEGIN}1 0 obj "), "<<")),
        pdf("a string without end", || many(&format!("{BEGIN}1 0 obj ("), "(")),
        pdf("hexadecimal without end", || many(&format!("{BEGIN}1 0 obj <"), "4")),
        pdf("a name without end", || many(&format!("{BEGIN}1 0 obj /"), "a")),
        pdf("comments", || many(BEGIN, "%\n")),
        pdf("trailers", || many(BEGIN, "trailer <</A 1>> ")),
        pdf("streams without end", || many(BEGIN, "1 0 obj <<>> stream\n")),
        pdf("streams", || many(BEGIN, "1 0 obj <</Length 1>> stream\na\nendstream endobj\n")),
        pdf("numbers", || many(&format!("{BEGIN}1 0 obj ["), "1 ")),
        pdf("zeros", || many(BEGIN, "\0")),
        pdf("digits", || many(BEGIN, "1")),
        pdf("streams of objects", || {
            let head: String = (0..200_000).map(|at| format!("{} {} ", at + 10, at * 2)).collect();
            let content = format!("{head}{}", "1 ".repeat(200_000));
            let one = deflated(
                &format!("/Type/ObjStm/N 200000/First {}", head.len()),
                content.into_bytes(),
            );
            padded(with_content(vec![], &[one.clone(), one.clone(), one.clone(), one]))
        }),
        pdf("pages, as many as may be", || {
            let kids: String = (0..2_000).map(|at| format!("{} 0 R ", at + 5)).collect();
            let mut objects = vec![
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                format!("<</Type/Pages/Kids[{kids}]/Resources<</Font<</F 4 0 R>>>>>>").into_bytes(),
                deflated("", times("BT /F 9 Tf 50 700 Td ", "(AAAAAAA) Tj 0 -10 Td ", 50)),
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
            ];
            objects.extend(std::iter::repeat_n(b"<</Type/Page/Contents 3 0 R>>".to_vec(), 2_000));
            padded(file(&objects))
        }),
        pdf("pages within themselves", || {
            let kids = "2 0 R ".repeat(100_000);
            padded(file(&[
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                format!("<</Type/Pages/Kids[{kids}]>>").into_bytes(),
            ]))
        }),
        pdf("cut off", || {
            let mut bytes = lattice(100, 1);
            bytes.truncate(bytes.len() / 2);
            bytes
        }),
    ]
}

fn fonts() -> Vec<Case> {
    vec![
        pdf("a giant character map", || {
            let lines: String =
                (0..60_000).map(|at| format!("<{at:04x}> <{:04x}>\n", at + 1)).collect();
            mapped(&format!("60000 beginbfchar\n{lines}endbfchar\n"))
        }),
        pdf("ranges of a character map", || {
            mapped(&format!(
                "beginbfrange\n{}endbfrange\n",
                "<0000> <ffff> <0041>\n".repeat(200_000)
            ))
        }),
        pdf("ranges of codes", || {
            mapped(&format!(
                "begincodespacerange\n{}endcodespacerange\n",
                "<0000> <ffff>\n".repeat(300_000)
            ))
        }),
        pdf("long texts of a character map", || {
            let long = "4e00".repeat(10_000);
            mapped(&format!("beginbfchar\n{}endbfchar\n", format!("<0041> <{long}>\n").repeat(300)))
        }),
    ]
}

/// A page whose font has a map to Unicode.
fn mapped(map: &str) -> Vec<u8> {
    let content = deflated("", times("BT /G 9 Tf ", "<00410042> Tj ", 100_000));
    let descendants = b"[<</Type/Font/Subtype/CIDFontType2/DW 1000>>]".to_vec();
    let font =
        b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts 3 0 R/ToUnicode 6 0 R>>";
    padded(file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[7 0 R]/Resources<</Font<</G 5 0 R>>>>>>".to_vec(),
        descendants,
        content,
        font.to_vec(),
        deflated("", map.as_bytes().to_vec()),
        b"<</Type/Page/Contents 4 0 R>>".to_vec(),
    ]))
}
