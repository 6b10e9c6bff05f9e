//! HIR-004: numbers that the text lists by unit add up to the total that it states.
//!
//! It needs no other report: the list is in the sentence. What makes a list whole, and which lists can
//! be read in several ways, is the same as for any itemized list (TXT-001).

use crate::rules::narrative::{fails, observation};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("HIR-004", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for told in case.told() {
        let by_unit = told.reading.lists.iter().filter(|list| list.is_by_organ());
        let failing: Vec<_> = by_unit.filter(|list| fails(list)).collect();
        if !failing.is_empty() {
            let quote = case.sentences().quote(&told.sentence);
            sink.raise(observation(&told.sentence, &failing).quoting(quote));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Validation, trial};

    fn of(code: &str, text: &str) -> Validation {
        let content = trial::saying(text);
        trial::of(code, &Case::new(&content))
    }

    /// 宿迁市 2023
    const BY_UNIT: &str = "全市共办理政府信息公开申请3607件，其中市政府349件、市各有关部门933件、沭阳县477件、泗阳县301件、泗洪县874件、宿豫区216件、宿城区348件、宿迁经济技术开发区55件、市湖滨新区26件、苏州宿迁工业园区12件、市洋河新区16件。";

    #[test]
    fn a_breakdown_that_adds_up_raises_nothing() {
        assert_eq!(of("HIR-004", BY_UNIT), Validation::default());
        let fees = "全市收取信息处理费25件2950元，其中沭阳县自然资源和规划局1件420元，泗洪县人民政府2件290元，泗洪县公安局15件1500元，宿城分局1件140元，宿迁市公安局6件600元。";
        assert_eq!(of("HIR-004", fees), Validation::default());
    }

    #[test]
    fn a_breakdown_that_does_not_is_told_by_this_rule_alone() {
        let wrong = BY_UNIT.replace("沭阳县477件", "沭阳县467件");
        let findings = of("HIR-004", &wrong).findings;
        assert_eq!(findings[0].observation.expected, "3597");
        assert_eq!(findings[0].observation.found, "3607");
        assert_eq!(of("TXT-001", &wrong), Validation::default());
    }

    #[test]
    fn a_selection_of_units_is_no_breakdown() {
        let text = "全市共办理政府信息公开申请3607件，其中沭阳县477件、泗阳县301件、泗洪县874件。";
        assert_eq!(of("HIR-004", text), Validation::default());
    }
}
