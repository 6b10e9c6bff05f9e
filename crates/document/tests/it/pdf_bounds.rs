//! Hostile PDF files are refused or read in bounded time and memory.

use lopdf::{Dictionary, Stream};
use nianbao_document::{Format, PdfProblem, ReadError, read};
use proptest::prelude::*;

use crate::producer::{Producer, TYPST, WORD};
use crate::{article, figures};

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

fn object(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn deflated(content: Vec<u8>) -> Vec<u8> {
    let mut stream = Stream::new(Dictionary::new(), content);
    stream.compress().unwrap();
    stream.content
}

/// A file of one page with this content, in a font of letters, and more objects from the sixth on.
fn with_content(content: Vec<u8>, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/MediaBox[0 0 595 842]>>"),
        object("<</Type/Page/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"),
        content,
        object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

fn problem(bytes: &[u8]) -> Option<PdfProblem> {
    match read(bytes, Format::Pdf) {
        Err(ReadError::Pdf(problem)) => Some(problem),
        _ => None,
    }
}

fn too_much(bytes: &[u8]) -> Option<&'static str> {
    match problem(bytes) {
        Some(PdfProblem::TooMuch { what, .. }) => Some(what),
        _ => None,
    }
}

#[test]
fn a_stream_that_inflates_beyond_measure_is_refused() {
    let bomb = deflated(vec![b' '; 20 << 20]);
    let content = stream("/Filter/FlateDecode", &bomb);
    assert_eq!(too_much(&with_content(content.clone(), &[])), Some("bytes after decompression"));
    let contained = stream("/Type/ObjStm/N 1/First 9/Filter/FlateDecode", &bomb);
    assert_eq!(too_much(&with_content(vec![], &[contained])), Some("bytes after decompression"));
    let twice = stream("/Filter[/FlateDecode/FlateDecode]", &deflated(bomb));
    assert_eq!(too_much(&with_content(twice, &[])), Some("bytes after decompression"));
    let filters = format!("/Filter[{}]", "/FlateDecode".repeat(1_000));
    assert_eq!(too_much(&with_content(stream(&filters, b"x"), &[])), Some("filters of a stream"));
}

#[test]
fn many_small_bombs_are_one_large_one() {
    let small = stream("/Filter/FlateDecode", &deflated(vec![b' '; 1 << 20]));
    let contents = format!("[{}]", "6 0 R ".repeat(200));
    assert_eq!(
        too_much(&with_content(object(&contents), &[small])),
        Some("bytes in the content of a page")
    );
}

#[test]
fn pages_and_forms_within_themselves_are_read_once_or_to_a_depth() {
    let cycle = file(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]>>"),
        object("<</Type/Pages/Kids[2 0 R 3 0 R]>>"),
    ]);
    assert_eq!(problem(&cycle), Some(PdfProblem::Damaged));
    let form = stream(
        "/Subtype/Form/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>",
        b"BT /F 9 Tf 1 1 Td (A) Tj ET /X Do /X Do",
    );
    let own = with_content(stream("", b"/X Do"), std::slice::from_ref(&form));
    assert!(matches!(read(&own, Format::Pdf), Err(ReadError::NotAReport(_))));
    let often = with_content(stream("", &b"/X Do ".repeat(100_000)), &[form]);
    assert!(too_much(&often).is_some());
}

#[test]
fn nesting_and_numbers_of_values_are_bounded() {
    for scrap in ["[", "<<", "(", "<</A ", "[0 ", "<<<", "/", "q ", "BT ", "BI ", "/S BMC "] {
        let many = scrap.repeat(200_000);
        let kept = with_content(stream("", many.as_bytes()), &[object(&many)]);
        assert!(read(&kept, Format::Pdf).is_err(), "{scrap}");
    }
    let kids = format!("<</Type/Pages/Kids[{}]>>", "3 0 R ".repeat(150_000));
    let wide = file(&[object("<</Type/Catalog/Pages 2 0 R>>"), object(&kids)]);
    assert_eq!(too_much(&wide), Some("nodes of pages"));
    let objects = "1 0 obj 1 endobj ".repeat(1_000)
        + &(0..300_000).map(|at| format!("{at} 0 obj 1 endobj ")).collect::<String>();
    assert_eq!(too_much(format!("%PDF-1.7\n{objects}").as_bytes()), Some("objects"));
}

#[test]
fn very_many_lines_are_a_drawing_and_no_table() {
    let mut content = String::from("BT /F 9 Tf 100 700 Td (A) Tj ET\n");
    for at in 0..10_000 {
        let place = f64::from(at % 1_000) * 0.8;
        content.push_str(&format!("{place} 0 m {place} 800 l S 0 {place} m 590 {place} l S\n"));
    }
    let drawing = with_content(stream("", content.as_bytes()), &[]);
    assert!(matches!(read(&drawing, Format::Pdf), Err(ReadError::NotAReport(_))));
}

#[test]
fn widths_and_maps_shared_by_many_fonts_are_paid_for_by_each() {
    let fonts: String = (0..500).map(|at| format!("/F{at} {} 0 R", at + 7)).collect();
    let shown: String = (0..500).map(|at| format!("/F{at} 9 Tf (A) Tj ")).collect();
    let mut objects = vec![
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/MediaBox[0 0 595 842]>>"),
        object(&format!("<</Type/Page/Contents 4 0 R/Resources<</Font<<{fonts}>>>>>>")),
        stream("", format!("BT {shown} ET").as_bytes()),
        object(&format!("<</W[1[{}]]>>", "500 ".repeat(200_000))),
        object("null"),
    ];
    let font = object("<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[5 0 R]>>");
    objects.extend(std::iter::repeat_n(font, 500));
    assert_eq!(too_much(&file(&objects)), Some("values"));
}

#[test]
fn every_beginning_of_a_file_is_read_or_refused() {
    let whole = article::page(&figures::suqian(), &WORD);
    for part in 0..64 {
        let _ = read(&whole[..whole.len() * part / 64], Format::Pdf);
    }
}

/// Pieces of syntax, to be put in the place of others.
const SCRAPS: [&str; 22] = [
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "<",
    "/",
    " 0 R ",
    "endobj",
    "stream\n",
    "endstream",
    "obj",
    "-1 ",
    "99999999999 ",
    "1e9",
    ".5.",
    "Tj",
    "re f",
    "Do",
    "\u{0}",
    "q q Q Tm ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_scraps_in_a_file_are_read_or_refused(
        modern: bool,
        changes in proptest::collection::vec((any::<u32>(), 0..12_usize, 0..SCRAPS.len()), 1..40),
    ) {
        let producer = if modern { TYPST } else { Producer { compressed: false, ..WORD } };
        let mut bytes = article::page(&figures::suqian(), &producer);
        for (at, length, scrap) in changes {
            let at = at as usize % bytes.len();
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, SCRAPS[scrap].bytes());
        }
        if let Err(error) = read(&bytes, Format::Pdf) {
            prop_assert!(!error.message_zh().is_empty());
        }
    }
}
