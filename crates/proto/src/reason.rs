//! The name under which an error reason travels.

use crate::v1::ErrorReason;

const PREFIX: &str = "ERROR_REASON_";

impl ErrorReason {
    /// The domain of every `google.rpc.ErrorInfo`.
    pub const DOMAIN: &'static str = "nianbao.v1";

    /// The `reason` of a `google.rpc.ErrorInfo`: the name of the value without its prefix.
    pub fn reason(self) -> &'static str {
        let name = self.as_str_name();
        name.strip_prefix(PREFIX).unwrap_or(name)
    }

    /// The value that a received `reason` names; `None` for one that a newer server has added.
    pub fn from_reason(reason: &str) -> Option<Self> {
        Self::from_str_name(&format!("{PREFIX}{reason}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_travels_without_its_prefix() {
        assert_eq!(ErrorReason::RequestIdReused.reason(), "REQUEST_ID_REUSED");
    }

    #[test]
    fn a_received_reason_finds_its_value() {
        assert_eq!(ErrorReason::from_reason("ETAG_MISMATCH"), Some(ErrorReason::EtagMismatch));
        assert_eq!(ErrorReason::from_reason("ERROR_REASON_ETAG_MISMATCH"), None);
    }
}
