//! Where the objects of a file stand.
//!
//! The table of cross-references is not used: it is what is damaged in damaged files, and what
//! hostile ones point anywhere with. Every object says its number where it stands, and what is
//! appended to a file replaces what stood there before, so one pass over the file, which skips the
//! bytes of streams, finds the same objects in time proportional to its length.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::ReadError;
use crate::page::pdf::lexer::{Lexer, is_space};
use crate::page::pdf::limits::{OBJECTS, exceeded};
use crate::page::pdf::object::{Dictionary, Object, Stream};
use crate::page::pdf::parser::{self, Next};

/// The objects of a file.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// By number: where the value begins, and its generation.
    pub objects: BTreeMap<u32, (usize, u16)>,
    /// The streams that hold objects, in the order of the file.
    pub containers: Vec<Stream>,
    /// The last dictionary that says where the document begins.
    pub trailer: Dictionary,
}

/// Looks through a file.
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, ReadError> {
    let (mut scan, mut ends) = (Scan::default(), StreamEnds::new(bytes));
    let mut from = 0;
    while let Some(at) = find(bytes, from, b"obj") {
        scan.keep_trailer(trailer(bytes, from, at));
        let after = at + 3;
        let Some((number, generation)) = number_before(bytes, at) else {
            from = after;
            continue;
        };
        if scan.objects.len() >= OBJECTS {
            return Err(exceeded(OBJECTS, "objects"));
        }
        let mut lexer = Lexer::new(bytes, after);
        let value = parser::next(&mut lexer);
        from = lexer.position().max(after);
        scan.objects.insert(number, (after, generation));
        if let Some((Next::Value(Object::Dictionary(dictionary)), _)) = value
            && let Some(start) = stream_start(bytes, from)
        {
            let range = ends.range(start, dictionary.get(b"Length").and_then(Object::index));
            from = range.end;
            scan.keep(dictionary, (number, generation), range);
        }
    }
    scan.keep_trailer(trailer(bytes, from, bytes.len()));
    Ok(scan)
}

impl Scan {
    fn keep(&mut self, dictionary: Dictionary, id: (u32, u16), bytes: std::ops::Range<usize>) {
        if dictionary.is(b"XRef") {
            self.keep_trailer(Some(dictionary));
        } else if dictionary.is(b"ObjStm") {
            let (number, generation) = id;
            let dictionary = Rc::new(dictionary);
            self.containers.push(Stream { dictionary, number, generation, bytes });
        }
    }

    fn keep_trailer(&mut self, trailer: Option<Dictionary>) {
        if let Some(trailer) = trailer.filter(|it| it.get(b"Root").is_some()) {
            self.trailer = trailer;
        }
    }
}

/// The first place of a word.
fn find(bytes: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(word.len()).position(|window| window == word).map(|at| from + at)
}

/// The number and generation that stand before `obj`.
fn number_before(bytes: &[u8], at: usize) -> Option<(u32, u16)> {
    let (generation, at) = digits_before(bytes, at)?;
    let (number, _) = digits_before(bytes, at)?;
    Some((number, u16::try_from(generation).ok()?))
}

fn digits_before(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    const LONGEST: usize = 10;
    let blanks = bytes[..at].iter().rev().take(8).take_while(|byte| is_space(**byte)).count();
    let end = at - blanks;
    let digits = bytes[..end].iter().rev().take(LONGEST).take_while(|byte| byte.is_ascii_digit());
    let start = end - digits.count();
    let number = std::str::from_utf8(&bytes[start..end]).ok()?.parse().ok()?;
    Some((number, start))
}

/// The last trailer between two objects.
fn trailer(bytes: &[u8], from: usize, to: usize) -> Option<Dictionary> {
    let between = &bytes[from.min(to)..to];
    let at = find(between, 0, b"trailer")?;
    match parser::next(&mut Lexer::new(between, at + 7))?.0 {
        Next::Value(Object::Dictionary(dictionary)) => Some(dictionary),
        Next::Value(_) | Next::Word(_) => None,
    }
}

/// Where the bytes of a stream begin, if a stream stands there.
pub(super) fn stream_start(bytes: &[u8], at: usize) -> Option<usize> {
    let mut lexer = Lexer::new(bytes, at);
    lexer.skip_space();
    let at = lexer.position();
    let rest = bytes[at..].strip_prefix(b"stream")?;
    let skipped = match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    Some(at + 6 + skipped)
}

/// Finds where streams end.
#[derive(Debug)]
pub(super) struct StreamEnds<'a> {
    bytes: &'a [u8],
    /// From here on no stream ends, so that it is looked for once.
    none_from: usize,
}

impl<'a> StreamEnds<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, none_from: bytes.len() }
    }

    /// The bytes of a stream: as many as it says, if `endstream` follows them, or else up to the
    /// next `endstream`.
    pub(super) fn range(&mut self, start: usize, length: Option<u32>) -> std::ops::Range<usize> {
        if let Some(length) = length
            && let Some(end) = start.checked_add(length as usize)
            && ends_at(self.bytes, end)
        {
            return start..end;
        }
        start..self.search(start)
    }

    fn search(&mut self, start: usize) -> usize {
        if start >= self.none_from {
            return self.bytes.len();
        }
        let Some(at) = find(self.bytes, start, b"endstream") else {
            self.none_from = start;
            return self.bytes.len();
        };
        match &self.bytes[start..at] {
            [.., b'\r', b'\n'] => at - 2,
            [.., b'\r' | b'\n'] => at - 1,
            _ => at,
        }
    }
}

fn ends_at(bytes: &[u8], end: usize) -> bool {
    let Some(rest) = bytes.get(end..) else { return false };
    let blanks = rest.iter().take(4).take_while(|byte| is_space(**byte)).count();
    rest[blanks..].starts_with(b"endstream")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_and_streams_skipped() {
        let file = b"%PDF-1.4\n1 0 obj <</A 1>> endobj\n2 0 obj <</Length 9 0 R>> stream\n7 0 obj 5\nendstream endobj\n\
            1 0 obj <</A 2>> endobj trailer <</Root 1 0 R>>";
        let scan = scan(file).unwrap();
        let mut numbers: Vec<_> = scan.objects.keys().copied().collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2]);
        let second = find(file, 90, b"1 0 obj").unwrap();
        assert_eq!(scan.objects[&1].0, second + 7);
        assert_eq!(scan.trailer.get(b"Root"), Some(&Object::Reference(1)));
    }

    #[test]
    fn a_stream_ends_where_it_says_or_else_where_it_does() {
        let file = b"endstream\nendstream";
        let mut ends = StreamEnds::new(file);
        assert_eq!(ends.range(0, Some(10)), 0..10);
        assert_eq!(ends.range(1, Some(3)), 1..9);
        assert_eq!(ends.range(11, None), 11..19);
    }
}
