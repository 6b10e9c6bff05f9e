//! The readers of reports in the forms of the contract: JSON and binary.

use nianbao_wire::{Parsed, Violations, binary, json};

/// Reads the bytes as a report in JSON.
pub fn json(data: &[u8]) {
    match json::from_json(data) {
        Ok(report) => parsed(Parsed::read(report, "")),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Reads the bytes as a report in the binary form.
pub fn protobuf(data: &[u8]) {
    match binary::decode(data) {
        Ok(report) => parsed(Parsed::read(report, "")),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// What was read is written in both forms, and reads back from each as it was; what is wrong with
/// a report is said.
fn parsed(read: Result<Parsed, Violations>) {
    match read {
        Ok(report) => {
            let message = report.to_message();
            let decoded = binary::decode(&binary::encode(&message));
            assert_eq!(decoded.ok().as_ref(), Some(&message));
            let written = json::to_json(&message);
            let again = written.ok().map(|written| json::read(written.as_bytes()));
            assert_eq!(again.and_then(Result::ok), Some(report));
        }
        Err(violations) => assert!(!violations.to_string().is_empty()),
    }
}
