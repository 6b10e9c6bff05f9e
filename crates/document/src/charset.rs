//! Bytes to text: UTF-8, GB18030 and whatever else a page declares.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

use crate::ReadError;

/// How far into a page its declaration may stand; browsers look at 1024 bytes.
const DECLARED_WITHIN: usize = 4096;
/// One damaged character in so many bytes is a scar; more is another encoding.
const BYTES_A_SCAR: usize = 500;

/// The text, and the name of the encoding it was in.
///
/// A byte order mark decides; then UTF-8, if the bytes are it, since pages are often declared
/// wrongly; then the declaration; then GB18030, which contains GBK and GB2312.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, &bytes[mark..]).ok_or(ReadError::Undecodable);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), UTF_8.name()));
    }
    let candidates = [Some(UTF_8), declared(bytes), Some(GB18030)];
    candidates
        .into_iter()
        .flatten()
        .find_map(|encoding| decoded(encoding, bytes))
        .ok_or(ReadError::Undecodable)
}

fn decoded<'a>(
    encoding: &'static Encoding,
    bytes: &'a [u8],
) -> Option<(Cow<'a, str>, &'static str)> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let scars = if damaged { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
    (scars <= bytes.len() / BYTES_A_SCAR + usize::from(damaged)).then(|| (text, name(encoding)))
}

/// GBK is read as GB18030, of which it is a part.
fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == encoding_rs::GBK || encoding == GB18030 { "GB18030" } else { encoding.name() }
}

/// The encoding named by `<meta charset=…>` or `<meta … content="text/html; charset=…">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const MARK: &[u8] = b"charset=";
    let head = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    let at = head.windows(MARK.len()).position(|window| window == MARK)?;
    let label = head[at + MARK.len()..].trim_ascii_start();
    let label = label.strip_prefix(b"\"").or(label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:".contains(byte));
    Encoding::for_label(&label[..end.unwrap_or(label.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "司前镇人民政府办公室２０２４年政府信息公开工作年度报告";

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let (text, name) = decode(bytes).unwrap();
        (text.into_owned(), name)
    }

    #[test]
    fn each_encoding_reads_back_as_the_same_words() {
        let gb = GB18030.encode(WORDS).0;
        assert_eq!(read(&gb), (WORDS.to_owned(), "GB18030"));
        assert_eq!(read(WORDS.as_bytes()), (WORDS.to_owned(), "UTF-8"));
        let marked = ["\u{feff}".as_bytes(), WORDS.as_bytes()].concat();
        assert_eq!(read(&marked), (WORDS.to_owned(), "UTF-8"));
        let wide: Vec<u8> =
            [0xfeff].into_iter().chain(WORDS.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), (WORDS.to_owned(), "UTF-16LE"));
    }

    #[test]
    fn a_declared_encoding_is_used_unless_the_bytes_are_utf_8() {
        let declared = |charset, words: &[u8]| {
            [format!("<meta charset=\"{charset}\">").as_bytes(), words].concat()
        };
        let big5 = encoding_rs::BIG5.encode("政府資訊公開工作年度報告").0;
        assert_eq!(read(&declared("big5", &big5)).1, "Big5");
        assert_eq!(read(&declared("gb2312", WORDS.as_bytes())).1, "UTF-8");
    }

    #[test]
    fn a_page_cut_within_a_character_is_still_read() {
        let words = WORDS.repeat(20);
        assert_eq!(read(&words.as_bytes()[..words.len() - 1]).1, "UTF-8");
    }

    #[test]
    fn noise_is_refused() {
        let noise: Vec<u8> =
            (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&noise), Err(ReadError::Undecodable));
    }
}
