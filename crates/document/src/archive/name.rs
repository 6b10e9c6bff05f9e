//! The names of entries.

use encoding_rs::GB18030;

/// A name is shown up to so many characters.
const LONGEST: usize = 255;

/// Decodes a name: UTF-8, or else GB18030, in which Chinese systems write them without saying so.
/// Marks that would disturb a line of output become question marks.
pub(super) fn decoded(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.into(),
        Err(_) => GB18030.decode_without_bom_handling(raw).0,
    };
    let shown = |c: char| if c.is_control() { '?' } else { c };
    name.chars().take(LONGEST).map(shown).collect()
}

/// Whether an entry is a file of the system that packed it, and no document: hidden files, Windows'
/// caches of pictures, the folders of macOS, and what office programs leave beside open documents.
pub(super) fn is_of_the_system(name: &str) -> bool {
    let mut parts = name.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".");
    parts.any(|part| {
        let hidden = part.starts_with('.') && !part.starts_with("..");
        hidden
            || part.starts_with("~$")
            || part == "__MACOSX"
            || part.eq_ignore_ascii_case("thumbs.db")
            || part.eq_ignore_ascii_case("desktop.ini")
    })
}

/// Whether a name is that of an archive.
pub(super) fn is_archive(name: &str) -> bool {
    const EXTENSIONS: [&str; 9] = ["zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "cab"];
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_utf_8_or_gb18030() {
        assert_eq!(decoded("年报/甲.docx".as_bytes()), "年报/甲.docx");
        assert_eq!(decoded(&GB18030.encode("年报/甲.docx").0), "年报/甲.docx");
        assert_eq!(decoded(b"a\x1b[31m\nb"), "a?[31m?b");
        assert_eq!(decoded(&[b'a'; 1000]).len(), LONGEST);
    }

    #[test]
    fn files_of_the_system_are_told_from_documents() {
        for name in ["__MACOSX/甲.docx", ".DS_Store", "甲/._乙.docx", "~$甲.docx", "a\\Thumbs.db"]
        {
            assert!(is_of_the_system(name), "{name}");
        }
        for name in ["甲.docx", "../甲.docx", "./甲.docx", "甲/乙.html"] {
            assert!(!is_of_the_system(name), "{name}");
        }
    }
}
