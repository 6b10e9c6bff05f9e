//! What a page shows or offers beside its text.

use nianbao_domain::evidence::PlacedText;

/// What a page shows or offers beside its text, as far as a report may be in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Media {
    /// The addresses of the documents that it links to.
    pub attachments: Vec<String>,
    /// Its pictures, with the last line of text before each.
    pub pictures: Vec<PlacedText>,
    /// Whether a script holds words of a report.
    pub is_scripted: bool,
    /// Whether it has text that it does not show.
    pub hides: bool,
}

/// What names of documents end with that a report may be in.
const DOCUMENTS: [&str; 10] =
    [".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ofd", ".zip", ".rar"];
/// So many of a kind are kept.
const MOST: usize = 100;
/// Words of every report, as scripts hold them: as they are, or escaped.
const TELLING: [&str; 2] = ["政府信息公开", "\\u653f\\u5e9c\\u4fe1\\u606f\\u516c\\u5f00"];

impl Media {
    /// Takes an address that the page links to, if it is that of a document.
    pub(super) fn link(&mut self, address: &str) {
        let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        let is_new = || !self.attachments.iter().any(|known| known == address);
        let is_document = DOCUMENTS.iter().any(|end| path.ends_with(end));
        if is_document && self.attachments.len() < MOST && is_new() {
            self.attachments.push(address.to_owned());
        }
    }

    /// Takes a picture by its address, behind a line.
    pub(super) fn picture(&mut self, address: &str, line: u32) {
        let is_inline = address.starts_with("data:");
        let name = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next());
        let name = name.filter(|_| !is_inline).unwrap_or("data:");
        if !name.is_empty() && self.pictures.len() < MOST {
            self.pictures.push(PlacedText { line, text: name.to_owned() });
        }
    }

    /// Takes note of what a script says.
    pub(super) fn script(&mut self, text: &str) {
        self.is_scripted |= TELLING.iter().any(|words| text.contains(words));
    }
}
