//! Reports without a fault.

use nianbao_domain::finding::Severity;

use crate::pair::PAIRS;

#[test]
fn a_clean_pair_of_reports_raises_no_failure() {
    let mut raised = Vec::new();
    for (number, pair) in PAIRS.iter().enumerate() {
        for it in pair.check().findings {
            if it.severity < Severity::Info {
                let quote = it.observation.quote.map(|it| it.text).unwrap_or_default();
                raised.push(format!("{number} {} {} {quote}", it.code, it.observation.message.zh));
            }
        }
    }
    assert!(raised.is_empty(), "{} findings:\n{}", raised.len(), raised.join("\n"));
}

#[test]
fn a_clean_pair_is_assessed_arithmetic_and_all() {
    for (number, pair) in PAIRS.iter().enumerate() {
        let undecided = pair.check().not_assessed;
        let undecided =
            undecided.iter().filter(|it| it.code.starts_with('T') && it.code.len() == 6);
        assert_eq!(undecided.count(), 0, "{number}");
    }
}
