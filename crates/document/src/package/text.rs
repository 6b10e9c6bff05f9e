//! The text of parts.

/// The text of a part: UTF-8, or UTF-16 with its mark, as the standard has it.
pub(super) fn decoded(bytes: Vec<u8>) -> Option<String> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let (encoding, _) = encoding_rs::Encoding::for_bom(&bytes)?;
        let (text, malformed) = encoding.decode_with_bom_removal(&bytes);
        return (!malformed).then(|| text.into_owned());
    }
    String::from_utf8(bytes).ok()
}
