//! Bytes to text: UTF-8, UTF-16, GB18030, Big5 and whatever else a page declares.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::{MAX_BYTES, ReadError, lexicon};

/// How far into a page its declaration may stand; browsers look at 1024 bytes.
const DECLARED_WITHIN: usize = 4096;
/// How much of a document is looked at to tell its encoding.
const SAMPLE: usize = 64 << 10;
/// How much of it tells whether it is text of two bytes a character.
const TOLD_BY: usize = 2048;
/// One character in so many may be none of Chinese text.
const STRANGE_AT_MOST: usize = 20;
/// One damaged character in so many bytes is a scar; more is another encoding.
const BYTES_A_SCAR: usize = 500;
/// So many bytes are decoded at a time.
const PIECE: usize = 64 << 10;

/// The text, and the name of the encoding it was in.
///
/// A byte order mark decides; then zero bytes, which only UTF-16 has; then UTF-8,
/// if the bytes are it, since pages are often declared wrongly. Of the declaration, GB18030,
/// which contains GBK and GB2312, and Big5, that one is taken which gives the most characters that
/// reports are written with. The text may have as many bytes as a document may.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), ReadError> {
    let candidates = match (Encoding::for_bom(bytes), wide(bytes)) {
        (Some((encoding, mark)), _) => {
            let found = decoded(encoding, &bytes[mark..])?;
            return found.ok_or_else(|| undecodable(&[encoding]));
        }
        (None, Some(encoding)) => vec![encoding],
        (None, None) => match std::str::from_utf8(bytes) {
            Ok(text) => return Ok((Cow::Borrowed(text), UTF_8.name())),
            Err(_) => narrow(bytes),
        },
    };
    for encoding in &candidates {
        if let Some(found) = decoded(encoding, bytes)? {
            return Ok(found);
        }
    }
    Err(undecodable(&candidates))
}

fn undecodable(tried: &[&'static Encoding]) -> ReadError {
    ReadError::Undecodable { tried: tried.iter().map(|encoding| name(encoding)).collect() }
}

/// The text; none where the bytes are not of the encoding, but for a scar here and there.
///
/// Decoded piece by piece: bytes of another encoding are told before they have become three times
/// as many.
fn decoded(
    encoding: &'static Encoding,
    bytes: &[u8],
) -> Result<Option<(Cow<'static, str>, &'static str)>, ReadError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut text, mut scars, mut rest) = (String::new(), 0, bytes);
    loop {
        let piece = &rest[..rest.len().min(PIECE)];
        let is_last = piece.len() == rest.len();
        let from = text.len();
        text.reserve(decoder.max_utf8_buffer_length(piece.len()).unwrap_or_default());
        let (_, read, damaged) = decoder.decode_to_string(piece, &mut text, is_last);
        if damaged {
            scars += text[from..].matches(char::REPLACEMENT_CHARACTER).count().max(1);
        }
        if scars > bytes.len() / BYTES_A_SCAR + usize::from(scars > 0) {
            return Ok(None);
        }
        if text.len() > MAX_BYTES {
            return Err(ReadError::TooMuchText { limit: MAX_BYTES });
        }
        if is_last {
            return Ok(Some((Cow::Owned(text), name(encoding))));
        }
        rest = &rest[read..];
    }
}

/// GBK is read as GB18030, of which it is a part.
fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == encoding_rs::GBK || encoding == GB18030 { "GB18030" } else { encoding.name() }
}

/// Whether bytes are UTF-16, with a byte order mark or without.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    let marked = Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8);
    marked || wide(bytes).is_some()
}

/// UTF-16 without a byte order mark, told by the zero bytes of its digits, spaces and line ends: in
/// the one order of the bytes it is text, in the other it is not.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(TOLD_BY)];
    if !sample.contains(&0) {
        return None;
    }
    let is_text = |encoding: &&'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let strange = text.chars().filter(|c| !is_of_text(*c)).count();
        strange * STRANGE_AT_MOST <= text.chars().count()
    };
    [UTF_16LE, UTF_16BE].into_iter().find(is_text)
}

/// What Chinese text is made of, marks and letters of any width included.
fn is_of_text(c: char) -> bool {
    matches!(c, ' '..='~' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{30ff}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// The encodings of bytes that are no clean UTF-8, best first. A page cut within a character is
/// still UTF-8, and that is the least likely to look right by accident.
fn narrow(bytes: &[u8]) -> Vec<&'static Encoding> {
    let mut candidates: Vec<&'static Encoding> = Vec::new();
    for encoding in [declared(bytes), Some(GB18030), Some(BIG5)].into_iter().flatten() {
        if !candidates.iter().any(|known| name(known) == name(encoding)) && encoding != UTF_8 {
            candidates.push(encoding);
        }
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let familiar = |encoding: &&'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        std::cmp::Reverse(text.chars().filter(|c| lexicon::is_familiar(*c)).count())
    };
    candidates.sort_by_cached_key(familiar);
    candidates.insert(0, UTF_8);
    candidates
}

/// The encoding named by `<meta charset=…>`, `<meta … content="text/html; charset=…">` or
/// `<?xml … encoding="…"?>`. One that is not written with the letters of ASCII cannot be meant.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    let xml = head.starts_with(b"<?xml").then(|| label(&head, b"encoding=")).flatten();
    let encoding = xml.or_else(|| label(&head, b"charset="))?;
    encoding.is_ascii_compatible().then_some(encoding)
}

fn label(head: &[u8], mark: &[u8]) -> Option<&'static Encoding> {
    let at = head.windows(mark.len()).position(|window| window == mark)?;
    let label = head[at + mark.len()..].trim_ascii_start();
    let label = label.strip_prefix(b"\"").or(label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:".contains(byte));
    Encoding::for_label(&label[..end.unwrap_or(label.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "司前镇人民政府办公室２０２４年政府信息公开工作年度报告";
    const TRADITIONAL: &str = "司前鎮人民政府辦公室2024年政府信息公開工作年度報告\n收到申請數量";

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let (text, name) = decode(bytes).unwrap();
        (text.into_owned(), name)
    }

    fn declaring(charset: &str, words: &[u8]) -> Vec<u8> {
        [format!("<meta charset=\"{charset}\">").as_bytes(), words].concat()
    }

    #[test]
    fn each_encoding_reads_back_as_the_same_words() {
        let gb = GB18030.encode(WORDS).0;
        assert_eq!(read(&gb), (WORDS.to_owned(), "GB18030"));
        assert_eq!(read(WORDS.as_bytes()), (WORDS.to_owned(), "UTF-8"));
        let marked = ["\u{feff}".as_bytes(), WORDS.as_bytes()].concat();
        assert_eq!(read(&marked), (WORDS.to_owned(), "UTF-8"));
        let big5 = BIG5.encode(TRADITIONAL).0;
        assert_eq!(read(&big5), (TRADITIONAL.to_owned(), "Big5"));
    }

    #[test]
    fn utf_16_is_told_by_its_mark_or_by_its_zeros() {
        for mark in ["\u{feff}", ""] {
            let units = || mark.encode_utf16().chain(TRADITIONAL.encode_utf16());
            let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
            assert_eq!(read(&little), (TRADITIONAL.to_owned(), "UTF-16LE"));
            let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
            assert_eq!(read(&big), (TRADITIONAL.to_owned(), "UTF-16BE"));
        }
    }

    #[test]
    fn a_declaration_in_any_form_is_used() {
        let korean = encoding_rs::EUC_KR.encode("정보공개").0;
        for head in [
            "<meta charset=euc-kr>",
            "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=EUC-KR'>",
            "<?xml version='1.0' encoding='euc-kr'?>",
        ] {
            let page = [head.as_bytes(), &korean[..]].concat();
            assert_eq!(declared(&page), Some(encoding_rs::EUC_KR), "{head}");
        }
    }

    #[test]
    fn a_wrong_declaration_is_not_believed() {
        let gb = GB18030.encode(WORDS).0;
        let big5 = BIG5.encode(TRADITIONAL).0;
        for wrong in ["big5", "utf-8", "utf-16", "windows-1252", "nonsense"] {
            assert_eq!(read(&declaring(wrong, &gb)).1, "GB18030", "{wrong}");
        }
        for wrong in ["gb2312", "utf-8"] {
            assert_eq!(read(&declaring(wrong, &big5)).1, "Big5", "{wrong}");
        }
        assert_eq!(read(&declaring("gb2312", WORDS.as_bytes())).1, "UTF-8");
    }

    #[test]
    fn a_page_cut_within_a_character_is_still_read() {
        let words = WORDS.repeat(20);
        assert_eq!(read(&words.as_bytes()[..words.len() - 1]).1, "UTF-8");
    }

    #[test]
    fn a_long_page_reads_back_as_the_same_words_wherever_its_pieces_end() {
        for pad in 0..3 {
            let words = "a".repeat(pad) + &WORDS.repeat(4_000);
            assert!(words.len() > 3 * PIECE);
            assert_eq!(read(&GB18030.encode(&words).0).0, words);
            let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(read(&[b"\xfe\xff", wide.as_slice()].concat()).0, words);
        }
    }

    #[test]
    fn text_that_grows_beyond_a_document_is_refused() {
        let wide: Vec<u8> = "字".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let bytes = [b"\xfe\xff".to_vec(), wide.repeat(MAX_BYTES / 3 + 1)].concat();
        assert!(bytes.len() < MAX_BYTES);
        assert_eq!(decode(&bytes), Err(ReadError::TooMuchText { limit: MAX_BYTES }));
    }

    #[test]
    fn noise_is_refused_with_what_was_tried() {
        let noise: Vec<u8> =
            (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let tried = vec!["UTF-8", "GB18030", "Big5"];
        assert_eq!(decode(&noise), Err(ReadError::Undecodable { tried }));
    }
}
