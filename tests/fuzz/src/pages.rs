//! The readers of documents: HTML, plain text, figures as CSV.

use nianbao_document::{Format, read};
use nianbao_domain::sheet::Cell;
use unicode_normalization::UnicodeNormalization;

/// Reads the bytes as a web page.
pub fn html(data: &[u8]) {
    document(data, Format::Html);
}

/// Reads the bytes as plain text.
pub fn text(data: &[u8]) {
    document(data, Format::Text);
}

/// Reads the bytes as figures.
pub fn csv(data: &[u8]) {
    document(data, Format::Csv);
}

/// What holds for every document: the same bytes give the same draft; an error says something in
/// both languages; no number is read that the bytes do not have; every cell without a number that
/// says more than nothing tells why.
fn document(data: &[u8], format: Format) {
    let first = read(data, format);
    assert_eq!(first, read(data, format));
    let draft = match first {
        Ok(draft) => draft,
        Err(error) => {
            assert!(!error.to_string().is_empty() && !error.message_zh().is_empty());
            return;
        }
    };
    assert_eq!(draft.content.excess(), None);
    let digits = digits(data);
    for (cell, said) in draft.content.sheet.cells() {
        let source = draft.content.provenance.cells.get(&cell);
        match said {
            Cell::Number(_) => {
                let number = draft.content.sheet.printed_number(cell);
                assert!(has_digits(&digits, &number), "{cell}: {number}");
            }
            Cell::Unreadable if format != Format::Csv => {
                assert!(source.is_some_and(|source| source.refusal.is_some()), "{cell}");
            }
            Cell::Unreadable | Cell::Blank | Cell::NotApplicable => {}
        }
    }
}

/// The digits of the bytes in their order, whatever their encoding and width. Digits of entities
/// and of the markup between stand among them.
fn digits(data: &[u8]) -> String {
    let wide = |of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = data.chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    let readings = [
        String::from_utf8_lossy(data).into_owned(),
        encoding_rs::GB18030.decode_without_bom_handling(data).0.into_owned(),
        encoding_rs::BIG5.decode_without_bom_handling(data).0.into_owned(),
        wide(u16::from_le_bytes),
        wide(u16::from_be_bytes),
    ];
    let mut digits = String::new();
    for reading in readings {
        digits.extend(plain(&reading).nfkc().filter(char::is_ascii_digit));
        digits.push('\n');
    }
    digits
}

/// Text with the characters that references stand for, such as `&#50;`, behind these.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for part in text.split_inclusive("&#") {
        let (hexadecimal, number) = match part.strip_prefix(['x', 'X']) {
            Some(rest) => (true, rest),
            None => (false, part),
        };
        let radix = if hexadecimal { 16 } else { 10 };
        let end = number.find(|c: char| !c.is_digit(radix)).unwrap_or(number.len());
        let referred = u32::from_str_radix(&number[..end], radix).ok().and_then(char::from_u32);
        plain.push_str(part);
        plain.extend(referred);
    }
    plain
}

/// Whether the digits of a number stand in this order among those of the bytes. Leading zeros and
/// those behind the point need not.
fn has_digits(digits: &str, number: &str) -> bool {
    let number: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    digits.lines().any(|line| {
        let mut line = line.chars();
        number.iter().all(|wanted| line.any(|digit| digit == *wanted))
    })
}
