//! TXT-001: an itemized list adds up.
//!
//! `公开信息20条，其中年度报告2条，工作动态18条`: the items behind 其中 or 包括 that are counted
//! with the classifier of the total. 其中 may also pick out a few items only, so that the rule speaks
//! where the list is meant to be whole: at least three items that make up half of the total or more,
//! or one that is called the rest, or items that exceed the total. Wherever the sentence can be read
//! in another way, it says nothing. Breakdowns by organ are the matter of HIR-004, and an item that is
//! larger than its total that of TXT-012.

use super::part;
use crate::finding::Observation;
use crate::rules::naming::{section, section_en};
use crate::rules::sentence::Sentence;
use crate::rules::{Case, Rule, Sink};
use crate::statement::List;

pub(super) const RULE: Rule = Rule::new("TXT-001", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for told in case.told() {
        let of_things = told.reading.lists.iter().filter(|list| !list.is_by_organ());
        let failing: Vec<_> = of_things.filter(|list| fails(list)).collect();
        if !failing.is_empty() {
            let quote = case.sentences().quote(&told.sentence);
            sink.raise(observation(&told.sentence, &failing).quoting(quote));
        }
    }
}

/// What is wrong with the lists of a sentence.
pub(in crate::rules) fn observation(sentence: &Sentence<'_>, lists: &[&List]) -> Observation {
    let zh = lists.iter().map(|it| {
        let (count, sum, total, unit) =
            (it.items.len(), it.sum(), it.total.value, it.total.classifier);
        format!("总数为 {total} {unit}，列举的 {count} 项之和为 {sum} {unit}")
    });
    let en = lists
        .iter()
        .map(|it| format!("the total says {}, its items sum to {}", it.total.value, it.sum()));
    let join =
        |of: fn(&List) -> String| lists.iter().map(|list| of(list)).collect::<Vec<_>>().join("、");
    let place = format!("{}第 {} 行", section(sentence.section), sentence.line);
    Observation::new(
        format!("{place}：{}；请核对总数和各项", zh.collect::<Vec<_>>().join("；")),
        format!("{}: {}", section_en(sentence.section), en.collect::<Vec<_>>().join("; ")),
    )
    .expected(join(|it| it.sum().to_string()), join(|it| it.total.value.to_string()))
}

/// Whether a list is meant to be whole and does not add up.
pub(in crate::rules) fn fails(list: &List) -> bool {
    let (sum, total) = (list.sum().millionths, list.total.value.millionths);
    if list.items.len() < 2
        || list.is_cut
        || part::exceeding(list).is_some()
        || some_beginning_adds_up(list)
        || an_item_is_all(list)
    {
        return false;
    }
    let is_long = list.items.len() > 2 && sum >= total / 2;
    let exceeds = sum > total && !list.has_rival;
    let falls_short = sum < total && !list.is_open && (list.is_whole || is_long);
    exceeds || falls_short
}

/// What follows a list may be counted in the same way: it is enough that it adds up somewhere.
pub(super) fn some_beginning_adds_up(list: &List) -> bool {
    let (mut sum, mut rounding) = (0, list.total.rounding.millionths);
    list.items.iter().any(|item| {
        sum += item.quantity.value.millionths;
        rounding += item.quantity.rounding.millionths;
        (sum - list.total.value.millionths).abs() <= rounding
    })
}

/// Items that overlap: channels, one of which carried everything.
fn an_item_is_all(list: &List) -> bool {
    list.items.iter().any(|item| item.quantity.value == list.total.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial;

    fn seen(text: &str) -> Vec<(String, String)> {
        let content = trial::saying(text);
        let findings = trial::of("TXT-001", &Case::new(&content)).findings;
        let said = |it: Observation| (it.expected, it.found);
        findings.into_iter().map(|it| said(it.observation)).collect()
    }

    #[test]
    fn a_list_that_adds_up_raises_nothing_however_it_is_separated() {
        for text in [
            "共公开信息20条，其中年报2条，规章文件2条，规划2条，动态8条、业务3条，统计1条，其他2条。",
            "公开２０条（其中：动态１０条；公告８条；其他２条）",
            "公开信息1.2万条，包括网站1万条、微信1500条和微博500条。",
            "收到申请三件，其中自然人两件、法人一件。",
            "公开信息26条，其中，职能3条，占11.5%；监督检查13条，占50%；其他10条，占38.5%。",
            "网站公开72条，其中机构职能3条，领导信息10条，政务动态36条，财政信息6条，政策落实7条，规划2条，公文4条，总结2条，指南2条",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }

    #[test]
    fn a_list_that_does_not_add_up_is_told_with_both_numbers() {
        let text = "共公开信息72条，其中机构职能3条，领导信息10条，政务动态36条，其他22条。";
        assert_eq!(seen(text), [("71".to_owned(), "72".to_owned())]);
        let text = "收到申请２０件（其中自然人１５件，法人４件）。";
        assert_eq!(seen(text), [("19".to_owned(), "20".to_owned())]);
        assert_eq!(seen("公开5条，其中动态3条、公告3条。").len(), 1);
        let text = "公开信息26条，其中，职能3条，占11.5%；监督检查13条，占50%；其他9条，占35%。";
        assert_eq!(seen(text), [("25".to_owned(), "26".to_owned())]);
    }

    #[test]
    fn a_selection_is_no_list() {
        for text in [
            "收到申请20件，其中网络申请15件。",
            "公开信息382条，其中财政12条、环保5条、民生8条。",
            "公开信息20条，其中动态8条、公告5条、通知3条等。",
            "公开信息20条，其中网站20条、微信15条、微博3条。",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }

    #[test]
    fn items_may_belong_to_an_earlier_total() {
        for text in [
            "收到申请20件，较上年增加5件，其中自然人15件、法人5件。",
            "收到申请20件，办结18件，结转2件，其中自然人15件、法人5件。",
            "收到申请20件（含上年结转2件），其中自然人15件、法人5件。",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_counted_differently_or_only_about_is_no_item() {
        for text in [
            "公开信息20条，其中文件3件、视频2个、图解4张。",
            "公开信息约20条，其中动态8条、公告5条、通知3条。",
            "公开信息20条，其中动态8余条、公告5条、通知3条。",
            "公开信息20条，其中动态12条、公告8条，同比增加5条。",
            "公开信息20条，其中动态12条、公告5条、通知3条，通过微信公开30条。",
            "公开信息4.5万条，其中动态2万条、公告1.2万条、通知13056条。",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }

    #[test]
    fn several_lists_in_a_sentence_are_read_one_by_one() {
        let right =
            "公开20条，其中动态12条、公告6条、其他2条；收到申请5件，其中自然人3件、法人2件。";
        assert_eq!(seen(right), []);
        let wrong = right.replace("自然人3件", "自然人1件");
        assert_eq!(seen(&wrong), [("3".to_owned(), "5".to_owned())]);
    }

    #[test]
    fn a_list_within_a_list_says_nothing_about_the_outer_one() {
        for text in [
            "公开20条，其中网站10条（其中要闻4条、动态6条）、微信8条、其他2条。",
            "公开20条，其中网站10条，其中要闻4条、动态3条，微信10条。",
            "公开20条，其中网站（10条）、微信8条、微博1条、其他2条。",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }

    #[test]
    fn the_sentence_is_quoted_with_its_line() {
        let content = trial::saying("前言。\n公开5条，其中动态3条、公告3条。");
        let findings = trial::of("TXT-001", &Case::new(&content)).findings;
        let quote = findings[0].observation.quote.clone().unwrap();
        assert_eq!((quote.section, quote.line), (1, 2));
        assert_eq!(quote.text, "公开5条，其中动态3条、公告3条。");
    }
}
