//! What makes two findings the same, and what makes them say the same.

use sha2::{Digest, Sha256};

use super::Finding;

impl Finding {
    /// The same in every later check for the same rule, cells and place: the code, the cells and the
    /// sentence without its digits. A decision about a finding is kept by this.
    pub fn identity(&self) -> String {
        let seen = &self.observation;
        let mut digest = Fields::new(&self.code);
        seen.cells.iter().for_each(|cell| digest.add(&cell.to_string()));
        if let Some(quote) = &seen.quote {
            digest.add(&quote.section.to_string());
            digest.add(&without_digits(&quote.text));
            digest.add(&quote.ordinal.to_string());
        }
        digest.finish()
    }

    /// Changes when the values change: where only this differs, a decision is asked for again.
    pub fn evidence(&self) -> String {
        let seen = &self.observation;
        let mut digest = Fields::new(&seen.expected);
        digest.add(&seen.found);
        digest.add(seen.quote.as_ref().map_or("", |quote| quote.text.as_str()));
        digest.finish()
    }
}

/// What stays of a sentence when only its numbers change.
pub(crate) fn without_digits(sentence: &str) -> String {
    sentence.chars().filter(|c| !c.is_numeric()).collect()
}

/// A digest over fields that keeps their borders: `ab`, `c` is not `a`, `bc`.
struct Fields(Sha256);

impl Fields {
    fn new(first: &str) -> Self {
        let mut fields = Self(Sha256::new());
        fields.add(first);
        fields
    }

    fn add(&mut self, field: &str) {
        self.0.update((field.len() as u64).to_le_bytes());
        self.0.update(field.as_bytes());
    }

    /// Sixteen bytes in hexadecimal: enough against accidents, short enough to read aloud.
    fn finish(self) -> String {
        self.0.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::{Finding, Observation, Quote, Severity};

    fn finding(found: &str, text: &str) -> Finding {
        let quote = Quote { section: 1, line: 1, text: text.to_owned(), ordinal: 0 };
        let observation = Observation::new("", "").found(found).quoting(quote);
        Finding::new("TXT-001", Severity::Warning, "", observation)
    }

    #[test]
    fn changed_digits_keep_the_identity_and_change_the_evidence() {
        let (before, after) = (finding("20", "共公开20条"), finding("21", "共公开21条"));
        assert_eq!(before.identity(), after.identity());
        assert_ne!(before.evidence(), after.evidence());
    }

    #[test]
    fn another_sentence_is_another_finding() {
        assert_ne!(finding("20", "共公开20条").identity(), finding("20", "共发布20条").identity());
    }
}
