//! What is too much for one call.

/// Limits that the application sets; the server states them in GetServerInfo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Items of a page where the caller does not say.
    pub default_page_size: usize,
    /// Most items of a page.
    pub max_page_size: usize,
    /// Most items of a batch.
    pub max_batch_size: usize,
    /// Most findings in one answer.
    pub max_findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { default_page_size: 50, max_page_size: 1000, max_batch_size: 1000, max_findings: 500 }
    }
}

impl Limits {
    /// The page size to use for what a caller asked.
    pub fn page_size(&self, asked: usize) -> usize {
        if asked == 0 { self.default_page_size } else { asked.min(self.max_page_size) }
    }
}
