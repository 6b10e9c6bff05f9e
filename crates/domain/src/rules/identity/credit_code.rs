//! IDN-005: the unified social credit codes of a document are well-formed.
//!
//! A code that is entered for an organ has to pass both check digits to be a [`CreditCode`] at all.
//! One that merely stands in a document may be anybody's, so that it only warns.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::finding::{Observation, StageSeverity};
use crate::organization::{CreditCode, CreditCodeError};
use crate::rules::naming::line;
use crate::rules::quotation::Ordinals;
use crate::rules::{Case, Rule, Sink, absence};

pub(super) const RULE: Rule = Rule::new("IDN-005", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(document) = case.document else {
        return sink.not_assessable(["document"], absence::document());
    };
    let (mut seen, mut ordinals) = (BTreeSet::new(), Ordinals::default());
    for printed in &document.credit_codes {
        let code: String = printed.text.nfkc().filter(|c| !c.is_whitespace()).collect();
        let Err(error) = code.parse::<CreditCode>() else { continue };
        if seen.insert(code.clone()) {
            let quote = ordinals.quote(0, printed.line, printed.text.trim());
            let seen = Observation::new(
                format!(
                    "{}的统一社会信用代码“{code}”无效：{}；请核对",
                    line(printed.line),
                    reason(error)
                ),
                format!("the unified social credit code {code} is not valid: {error}"),
            );
            sink.raise_as(StageSeverity::WARNING, seen.found(code).quoting(quote));
        }
    }
}

fn reason(error: CreditCodeError) -> &'static str {
    match error {
        CreditCodeError::Length => "应为 18 位",
        CreditCodeError::Alphabet => "有不能用的字符（只用数字和 I、O、S、V、Z 以外的大写字母）",
        CreditCodeError::OrganizationCheck => "第 17 位（主体标识码的校验码）不符",
        CreditCodeError::Check => "第 18 位校验码不符",
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::{DocumentEvidence, PlacedText};
    use crate::finding::Severity;
    use crate::rules::trial;

    fn warned(codes: &[&str]) -> Vec<String> {
        let placed = |code: &&str| PlacedText { line: 3, text: (*code).to_owned() };
        let credit_codes = codes.iter().map(placed).collect();
        let document = DocumentEvidence { credit_codes, ..DocumentEvidence::default() };
        let findings = trial::reading("IDN-005", &trial::content(), &document).findings;
        assert!(findings.iter().all(|it| it.severity == Severity::Warning));
        let mut identities: Vec<_> = findings.iter().map(|it| it.identity()).collect();
        identities.dedup();
        assert_eq!(identities.len(), findings.len());
        findings.into_iter().map(|it| it.observation.found).collect()
    }

    #[test]
    fn a_code_whose_check_fails_is_a_warning_once() {
        let wrong = "11370883004325769C";
        assert_eq!(warned(&[wrong, wrong]), [wrong]);
        assert_eq!(warned(&[wrong, "11370883004325768C"]).len(), 2);
    }

    #[test]
    fn a_valid_code_raises_nothing_in_any_width() {
        assert_eq!(warned(&["11370883004325769B", "１１370883004325769b"]), [""; 0]);
    }
}
