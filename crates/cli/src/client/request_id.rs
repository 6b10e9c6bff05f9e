//! Ids that make a write safe to repeat.

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// The id of an invocation, from which every write of it has its own.
#[derive(Clone, Copy, Debug)]
pub struct RequestId(Uuid);

impl RequestId {
    /// The id that the caller gave, or else a new one.
    pub fn given_or_new(given: Option<Uuid>) -> Self {
        Self(given.unwrap_or_else(Uuid::new_v4))
    }

    /// For an invocation that writes once.
    pub fn single(self) -> String {
        self.0.to_string()
    }

    /// For one of several writes: the same for the same part in every run with this id.
    pub fn of_part(self, part: &[u8]) -> String {
        let mut digest = Sha256::new();
        digest.update(self.0.as_bytes());
        digest.update(part);
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest.finalize()).for_each(|(byte, digested)| *byte = digested);
        Builder::from_custom_bytes(bytes).into_uuid().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_same_id_in_every_run_with_the_same_id() {
        let one = RequestId::given_or_new(Some(Uuid::from_u128(1)));
        let other = RequestId::given_or_new(Some(Uuid::from_u128(2)));
        assert_eq!(one.of_part(b"a"), one.of_part(b"a"));
        assert_ne!(one.of_part(b"a"), one.of_part(b"b"));
        assert_ne!(one.of_part(b"a"), other.of_part(b"a"));
    }
}
