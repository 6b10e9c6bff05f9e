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
