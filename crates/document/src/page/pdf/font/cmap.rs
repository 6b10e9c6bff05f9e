//! Character maps: which codes there are, and which characters they mean (ISO 32000-1, 9.7.5 and
//! 9.10.3; Adobe technical note 5014).

use crate::page::pdf::lexer::Lexer;
use crate::page::pdf::object::Object;
use crate::page::pdf::parser::{self, Next};

/// A code with its length in bytes: `<41>` and `<0041>` are not the same.
pub(super) type Code = (u8, u32);

/// A character map.
#[derive(Clone, Debug, Default)]
pub(super) struct CMap {
    /// Lengths of codes with the range that each byte may be in.
    pub codespaces: Vec<(Vec<u8>, Vec<u8>)>,
    /// Ranges of codes with what the first of them means, sorted.
    ranges: Vec<Range>,
}

#[derive(Clone, Debug)]
struct Range {
    length: u8,
    from: u32,
    to: u32,
    target: Target,
}

/// What the first code of a range means.
#[derive(Clone, Debug)]
enum Target {
    /// UTF-16, the last character of which counts up with the code.
    Text(Box<[u16]>),
    /// The number of a glyph in the font.
    Glyph(u32),
}

/// More entries than any font has glyphs.
const MOST: usize = 200_000;
/// Ranges of codes; real ones are one or two.
const MOST_CODESPACES: usize = 64;

impl CMap {
    /// Reads a character map; what is broken in it is skipped.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let (mut map, mut operands, mut held) = (Self::default(), Vec::new(), 0);
        let mut lexer = Lexer::new(bytes, 0);
        while map.ranges.len() < MOST {
            let before = lexer.position();
            match parser::next(&mut lexer) {
                Some((Next::Value(value), values)) => {
                    held += values;
                    if held <= MOST {
                        operands.push(value);
                    }
                }
                Some((Next::Word(word), _)) => {
                    map.take(word, &operands);
                    operands.clear();
                    held = 0;
                }
                // Broken syntax: go on behind it.
                None if before < bytes.len() => {
                    lexer.jump(lexer.position().max(before + 1));
                    operands.clear();
                }
                None => break,
            }
        }
        map.codespaces.truncate(MOST_CODESPACES);
        map.ranges.sort_by_key(|range| (range.length, range.from));
        map
    }

    fn take(&mut self, word: &[u8], operands: &[Object]) {
        match word {
            b"endcodespacerange" => {
                let pairs = operands.chunks_exact(2);
                self.codespaces.extend(pairs.filter_map(|pair| {
                    let (from, to) = (pair[0].string()?, pair[1].string()?);
                    let fits = from.len() == to.len() && (1..=4).contains(&from.len());
                    fits.then(|| (from.to_vec(), to.to_vec()))
                }));
            }
            b"endbfchar" | b"endcidchar" => {
                for pair in operands.chunks_exact(2) {
                    self.push(&pair[0], &pair[0], &pair[1]);
                }
            }
            b"endbfrange" | b"endcidrange" => {
                for range in operands.chunks_exact(3) {
                    self.push_range(&range[0], &range[1], &range[2]);
                }
            }
            _ => {}
        }
    }

    fn push_range(&mut self, from: &Object, to: &Object, target: &Object) {
        let Some(targets) = target.array() else { return self.push(from, to, target) };
        let Some((length, first)) = from.string().and_then(code) else { return };
        for (code, target) in (first..=u32::MAX).zip(targets.iter().take(MOST)) {
            if let Some(target) = text(target) {
                self.ranges.push(Range { length, from: code, to: code, target });
            }
        }
    }

    fn push(&mut self, from: &Object, to: &Object, target: &Object) {
        let codes = (from.string().and_then(code), to.string().and_then(code));
        let target = target.index().map(Target::Glyph).or_else(|| text(target));
        if let (Some((length, from)), Some((also, to)), Some(target)) = (codes.0, codes.1, target)
            && length == also
            && from <= to
        {
            self.ranges.push(Range { length, from, to, target });
        }
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.ranges.len()
    }

    fn find(&self, (length, code): Code) -> Option<(&Target, u32)> {
        let at = self.ranges.partition_point(|range| (range.length, range.from) <= (length, code));
        let range = self.ranges.get(at.checked_sub(1)?)?;
        (range.length == length && code <= range.to).then(|| (&range.target, code - range.from))
    }

    /// What a code means.
    pub(super) fn text(&self, code: Code) -> Option<String> {
        let (Target::Text(units), offset) = self.find(code)? else { return None };
        let mut characters: Vec<char> =
            char::decode_utf16(units.iter().copied()).collect::<Result<_, _>>().ok()?;
        let last = characters.last_mut()?;
        *last = char::from_u32(u32::from(*last).checked_add(offset)?)?;
        Some(characters.into_iter().collect())
    }

    /// Which glyph a code shows, where the map says so.
    pub(super) fn glyph(&self, code: Code) -> Option<u32> {
        match self.find(code)? {
            (Target::Glyph(first), offset) => first.checked_add(offset),
            (Target::Text(_), _) => None,
        }
    }

    /// How many bytes the next code has, by the ranges that codes may be in; one where there are
    /// no such ranges, and the shortest where the bytes are in none of them.
    pub(super) fn code_length(&self, bytes: &[u8]) -> usize {
        let fits = |(from, to): &&(Vec<u8>, Vec<u8>)| {
            let in_range =
                |at: usize| bytes.get(at).is_some_and(|it| (from[at]..=to[at]).contains(it));
            (0..from.len()).all(in_range)
        };
        let lengths = |it: &(Vec<u8>, Vec<u8>)| it.0.len();
        let fitting = self.codespaces.iter().find(fits).map(lengths);
        fitting.or_else(|| self.codespaces.iter().map(lengths).min()).unwrap_or(1)
    }
}

/// A code that a string of one to four bytes is.
fn code(bytes: &[u8]) -> Option<Code> {
    let length = u8::try_from(bytes.len()).ok().filter(|length| (1..=4).contains(length))?;
    Some((length, bytes.iter().fold(0, |code, byte| (code << 8) | u32::from(*byte))))
}

fn text(target: &Object) -> Option<Target> {
    const LONGEST: usize = 64;
    let bytes = target.string().filter(|bytes| !bytes.is_empty() && bytes.len() <= LONGEST)?;
    let unit = |pair: &[u8]| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        single => u16::from(single[0]),
    };
    Some(Target::Text(bytes.chunks(2).map(unit).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &[u8] = b"1 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange\n\
        2 beginbfchar <0003> <0020> <0004> <D867DE3D> endbfchar\n\
        2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<00660069> <4E8C>] endbfrange\n\
        1 begincidrange <20> <7e> 1 endcidrange";

    #[test]
    fn codes_mean_characters_one_by_one_and_in_ranges() {
        let map = CMap::parse(MAP);
        let text = |code| map.text((2, code)).unwrap_or_default();
        assert_eq!([text(3), text(4), text(0x11), text(0x12)], [" ", "\u{29e3d}", "丁", "丂"]);
        assert_eq!([text(0x20), text(0x21), text(0x13)], ["fi", "二", ""]);
        assert_eq!(map.text((1, 3)), None);
        assert_eq!(map.glyph((1, 0x41)), Some(0x22));
    }

    #[test]
    fn the_first_byte_tells_how_long_a_code_is() {
        let map = CMap::parse(MAP);
        assert_eq!(map.code_length(b"A"), 1);
        assert_eq!(map.code_length(b"\xb0\xa1"), 2);
        assert_eq!(CMap::default().code_length(b"A"), 1);
    }

    #[test]
    fn what_is_broken_is_skipped() {
        let map =
            CMap::parse(b"beginbfchar <01> <4E00 endbfchar ) ] beginbfchar <02> <4E8C> endbfchar");
        assert_eq!(map.text((1, 2)).as_deref(), Some("二"));
        assert_eq!(CMap::parse(b"\xff[[[[<").text((1, 1)), None);
    }
}
