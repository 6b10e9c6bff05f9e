//! IDN-006: the division within the organ's credit code is the organ's own, or one above it.
//!
//! Characters 3 to 8 name the authority that registered the organ, at the time of registration: a city
//! may register the organs of its counties, and codes of divisions have changed since. So it warns at
//! most.

use crate::finding::{Message, Observation};
use crate::organization::DivisionCode;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("IDN-006", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(organ) = case.organization else {
        let reason =
            Message::new("没有登记的机关信息", "the organ of the report is not registered");
        return sink.not_assessable(["organization"], reason);
    };
    let (Some(code), Some(division)) = (&organ.credit_code, &organ.division_code) else {
        let reason = Message::new(
            "没有登记统一社会信用代码或行政区划代码",
            "the credit code or the division code of the organ is not registered",
        );
        let missing = [
            organ.credit_code.is_none().then_some("credit_code"),
            organ.division_code.is_none().then_some("division_code"),
        ];
        return sink.not_assessable(missing.into_iter().flatten(), reason);
    };
    if !is_at_or_above(code.division(), division) {
        let registered = code.division();
        sink.raise(
            Observation::new(
                format!(
                    "统一社会信用代码中的区划 {registered} 不是机关的区划 {division}，也不是它的上级；请核对是不是别的机关的代码。区划调整过的，可以说明原因后忽略"
                ),
                format!(
                    "the credit code was registered in {registered}, which is neither the organ's division {division} nor above it"
                ),
            )
            .expected(division, registered),
        );
    }
}

/// Whether a division of six digits is the same as another one or contains it.
fn is_at_or_above(registered: &str, division: &DivisionCode) -> bool {
    let own = significant(division.as_str());
    registered.starts_with(NATIONAL) || own.starts_with(significant(registered))
}

/// Registered with the central authority.
const NATIONAL: &str = "10";

/// The digits that name something: 00 stands for a whole province or prefecture, 01 for the urban
/// districts of a prefecture, which have no organs of their own.
fn significant(code: &str) -> &str {
    let mut digits = code;
    if digits.len() == 6 {
        digits = digits.strip_suffix("00").or(digits.strip_suffix("01")).unwrap_or(digits);
    }
    if digits.len() == 4 { digits.strip_suffix("00").unwrap_or(digits) } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::{Validation, trial};

    fn of(code: Option<&str>, division: Option<&str>) -> Validation {
        let mut organ = trial::organization("a", "某局");
        organ.credit_code = code.map(|code| code.parse().unwrap());
        organ.division_code = division.map(|division| division.parse().unwrap());
        let content = trial::content();
        let mut case = Case::new(&content);
        case.organization = Some(&organ);
        trial::of("IDN-006", &case)
    }

    #[test]
    fn the_division_of_the_organ_or_of_one_above_it_raises_nothing() {
        for (code, division) in [
            ("11370883004325769B", "370883"),
            ("11370883004325769B", "370883101"),
            ("113325000026455663", "332501"),
            ("113325000026455663", "3325"),
        ] {
            assert_eq!(of(Some(code), Some(division)), Validation::default(), "{code} {division}");
        }
    }

    #[test]
    fn another_division_warns_since_it_may_be_outdated() {
        for (code, division) in [
            ("11341702486344515H", "341881"),
            ("113325000026455663", "331100"),
            ("11370883004325769B", "37"),
        ] {
            let findings = of(Some(code), Some(division)).findings;
            assert_eq!(findings[0].severity, Severity::Warning, "{code} {division}");
        }
    }

    #[test]
    fn without_both_codes_nothing_is_decided() {
        let missing = |validation: Validation| validation.not_assessed[0].missing.clone();
        assert_eq!(missing(of(None, Some("370883"))), ["credit_code"]);
        assert_eq!(missing(of(Some("11370883004325769B"), None)), ["division_code"]);
        let content = trial::content();
        assert_eq!(missing(trial::of("IDN-006", &Case::new(&content))), ["organization"]);
    }
}
