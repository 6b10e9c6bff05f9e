//! The metadata of a page.

use nianbao_domain::report::limits;

use crate::identity::PREFIX;
use crate::page::{Media, Meta};
use crate::value::trim;

/// The attributes of the tag that is being read, as far as they matter.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    current: Vec<u8>,
    /// `colspan`, 1 where absent or no number.
    pub column_span: Option<usize>,
    /// `rowspan`.
    pub row_span: Option<usize>,
    name: String,
    content: String,
    rel: String,
    href: String,
    source: String,
    value: String,
    /// The `type` of a field of a form.
    kind: String,
    /// Whether the element is not shown.
    pub hidden: bool,
}

/// A value of more bytes is none: half an address leads elsewhere.
const LONGEST: usize = limits::URI;
/// So many names of this system's own are kept; it writes ten.
const MOST: usize = 64;

impl Attributes {
    /// The name of the next attribute.
    pub(super) fn name(&mut self, name: &[u8]) {
        self.current.clear();
        self.current.extend(name.iter().take(16));
        self.hidden |= name == b"hidden";
    }

    /// Its value.
    pub(super) fn value(&mut self, value: &[u8]) {
        let value = Some(value).filter(|value| value.len() <= LONGEST).unwrap_or_default();
        let words = || String::from_utf8_lossy(value).into_owned();
        match self.current.as_slice() {
            b"colspan" => self.column_span = trim(&words()).parse().ok(),
            b"rowspan" => self.row_span = trim(&words()).parse().ok(),
            b"name" | b"property" => self.name = words().to_ascii_lowercase(),
            b"content" => self.content = words(),
            b"rel" => self.rel = words().to_ascii_lowercase(),
            b"href" => self.href = words(),
            b"src" | b"data" => self.source = words(),
            b"value" => self.value = words(),
            b"type" => self.kind = words().to_ascii_lowercase(),
            b"style" => self.hidden |= hides(value),
            _ => {}
        }
    }

    /// Files the metadata of a `meta` element.
    pub(super) fn describe(&mut self, meta: &mut Meta) {
        let content = trim(&self.content).to_owned();
        let field = match self.name.as_str() {
            "articletitle" => &mut meta.article_title,
            "pubdate" | "publishdate" | "article:published_time" => &mut meta.published,
            "contentsource" | "source" => &mut meta.source,
            "sitename" => &mut meta.site,
            "url" | "og:url" => &mut meta.uri,
            name if name.starts_with(PREFIX) && meta.identity.len() < MOST => {
                meta.identity.entry(name.to_owned()).or_insert(content);
                return;
            }
            _ => return,
        };
        if field.is_empty() {
            *field = content;
        }
    }

    /// Files the address of a document that the page links to or embeds.
    pub(super) fn attach(&self, media: &mut Media) {
        [&self.href, &self.source].into_iter().for_each(|address| media.link(trim(address)));
    }

    /// What a field of a form shows.
    pub(super) fn shown(&self) -> Option<&str> {
        matches!(self.kind.as_str(), "" | "text" | "number" | "tel").then_some(&self.value)
    }

    /// Files a picture behind a line.
    pub(super) fn picture(&self, media: &mut Media, line: u32) {
        media.picture(trim(&self.source), line);
    }

    /// Files the address of a `link` element.
    pub(super) fn link(&mut self, meta: &mut Meta) {
        if self.rel == "canonical" && meta.uri.is_empty() {
            meta.uri = trim(&self.href).to_owned();
        }
    }
}

/// The declarations that hide an element, or strike it out.
const HIDING: [(&str, &str); 5] = [
    ("display", "none"),
    ("visibility", "hidden"),
    ("mso-hide", "all"),
    ("text-decoration", "line-through"),
    ("text-decoration-line", "line-through"),
];

/// Whether a style hides its element.
fn hides(style: &[u8]) -> bool {
    let is_hiding = |declaration: &[u8]| {
        let Some(at) = declaration.iter().position(|byte| *byte == b':') else { return false };
        let (name, value) = (declaration[..at].trim_ascii(), declaration[at + 1..].trim_ascii());
        let value = value.split(|byte| *byte == b'!').next().unwrap_or_default().trim_ascii();
        let is = |words: &[u8], known: &str| words.eq_ignore_ascii_case(known.as_bytes());
        HIDING.iter().any(|(known, hiding)| is(name, known) && is(value, hiding))
    };
    style.split(|byte| *byte == b';').any(is_hiding)
}
