//! TXT-012: a part does not exceed its whole.
//!
//! Unlike a sum, one item is enough, and 其中 need not list everything. What follows a list that adds
//! up is no part of it, nor what may be part of an earlier count.

use crate::finding::Observation;
use crate::rules::naming::{section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::{Case, Rule, Sink};
use crate::statement::{Item, List};

pub(super) const RULE: Rule = Rule::new("TXT-012", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for told in case.told() {
        let exceeding = told.reading.lists.iter().find_map(|list| Some((list, exceeding(list)?)));
        if let Some((list, item)) = exceeding {
            let quote = case.sentences().quote(&told.sentence);
            sink.raise(observation(&told.sentence, list, item).quoting(quote));
        }
    }
}

/// The first item that is larger than the total, roundings of both allowed.
pub(super) fn exceeding(list: &List) -> Option<&Item> {
    if list.has_rival {
        return None;
    }
    let (total, mut sum) = (list.total.value.millionths, 0);
    for item in &list.items {
        let rounding = list.total.rounding.millionths + item.quantity.rounding.millionths;
        if sum == total {
            return None;
        }
        if item.quantity.value.millionths > total + rounding {
            return Some(item);
        }
        sum += item.quantity.value.millionths;
    }
    None
}

fn observation(sentence: &Sentence<'_>, list: &List, item: &Item) -> Observation {
    let (total, part, unit) = (list.total.value, item.quantity.value, list.total.classifier);
    let place = format!("{}第 {} 行", section(sentence.section), sentence.line);
    Observation::new(
        format!("{place}：总数为 {total} {unit}，其中一项却有 {part} {unit}；请核对总数和这一项"),
        format!(
            "{}: the total says {total}, yet one of its items is {part}",
            section_en(sentence.section)
        ),
    )
    .expected(format!("≤ {total}"), part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Validation, trial};

    fn seen(text: &str) -> Vec<String> {
        let content = trial::saying(text);
        let case = Case::new(&content);
        assert_eq!(trial::of("TXT-001", &case), Validation::default(), "{text}");
        let findings = trial::of("TXT-012", &case).findings;
        findings.into_iter().map(|it| it.observation.found).collect()
    }

    #[test]
    fn an_item_larger_than_its_total_is_told_alone() {
        // 临洮县新添镇 2022
        let text = "全年主动公开政务信息382条，包括政府网站35条，今日定西等媒体上发布信息80条，“新添镇”微信公众号2443条，其中乡村振兴228条、民政社保45条、党建58条。";
        assert_eq!(seen(text), ["2443"]);
        // 临夏州公安局 2023
        assert_eq!(seen("新媒体发布信息2808条，其中微博12984条。"), ["12984"]);
    }

    #[test]
    fn what_is_no_part_of_the_total_may_be_larger() {
        for text in [
            "收到申请20件，办结5件，其中自然人15件。",
            "公开信息20条，其中动态12条、公告8条，微信推送30条。",
            "收到政府信息公开申请5件，其中自然人3件，制发规范性文件30件。",
            "公开信息4.5万条，其中微博45800条。",
            "公开信息20条，其中单条阅读量3000次。",
            "公开信息20条，同比增加5条，其中微信8条。",
        ] {
            assert_eq!(seen(text), [""; 0], "{text}");
        }
    }
}
