//! Elements whose content is no text of the report.

/// An element whose content is dropped.
#[derive(Debug)]
pub(super) struct Dropped {
    /// Its name.
    pub name: Vec<u8>,
    /// Why.
    pub why: Why,
    /// How often it is open within itself.
    depth: usize,
}

/// Why an element is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// For what it is: a script is never text.
    NoText,
    /// It leads to other pages.
    Navigation,
    /// It is not shown.
    Hidden,
}

impl Dropped {
    /// An element that begins.
    pub(super) fn new(name: &[u8], why: Why) -> Self {
        Self { name: name.to_vec(), why, depth: 1 }
    }

    /// Takes note of an element within it.
    pub(super) fn begin(&mut self, name: &[u8], self_closing: bool) {
        self.depth += usize::from(self.name == name && !self_closing);
    }

    /// Whether it ends with this end of an element.
    pub(super) fn ends(&mut self, name: &[u8]) -> bool {
        self.depth -= usize::from(self.name == name);
        self.depth == 0
    }
}

/// Whether an element has no content, so that no tag closes it.
pub(super) fn is_void(name: &[u8]) -> bool {
    const VOID: [&[u8]; 13] = [
        b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta",
        b"param", b"source", b"wbr",
    ];
    VOID.contains(&name)
}
