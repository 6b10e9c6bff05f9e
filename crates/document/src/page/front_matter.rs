//! What stands above the text of a Markdown file: a line of dashes, names with values, dashes again.

use std::collections::BTreeMap;

/// Front matter is short, in lines.
const LONGEST: usize = 40;
const BORDER: &str = "---";

/// The names with their values, and how many lines they take; nothing where there is no such matter.
pub(super) fn read<'a>(lines: impl Iterator<Item = &'a str>) -> (BTreeMap<String, String>, usize) {
    let none = || (BTreeMap::new(), 0);
    let mut lines = lines.map(str::trim_end).zip(1..).take(LONGEST);
    if lines.next().is_none_or(|(first, _)| first.trim_start_matches('\u{feff}') != BORDER) {
        return none();
    }
    let mut found = BTreeMap::new();
    for (line, number) in lines {
        if line == BORDER {
            return (found, number);
        }
        match line.split_once(':').filter(|(name, _)| is_name(name)) {
            Some((name, value)) => found.insert(name.to_owned(), unquoted(value.trim())),
            None => return none(),
        };
    }
    none()
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || b"._-".contains(&it))
}

fn unquoted(value: &str) -> String {
    match value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
        Some(inner) => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_above_the_text_have_values() {
        let (found, lines) = read("---\nnianbao.kind: \"own\"\ntitle: 甲\n---\n正文".lines());
        assert_eq!((found["nianbao.kind"].as_str(), found["title"].as_str()), ("own", "甲"));
        assert_eq!(lines, 4);
    }

    #[test]
    fn a_border_alone_is_none() {
        for text in ["", "正文", "---\n一、总体情况\n---", "---\na: b"] {
            assert_eq!(read(text.lines()), (BTreeMap::new(), 0), "{text}");
        }
    }
}
