//! Whatever the words are, the rules read them to the end.

use proptest::prelude::*;

use super::super::{Case, trial, validate};
use crate::finding::Quote;

const WORDS: [&str; 60] = [
    "占",
    "同比增长",
    "行政复议",
    "行政诉讼",
    "均获维持",
    "上年",
    "结转",
    "下年度",
    "予以公开",
    "部分公开",
    "不予公开",
    "其他处理",
    "自然人",
    "信息处理费",
    "元",
    "办结",
    "规范性文件",
    "制发",
    "县财政局",
    "全市",
    "公开信息",
    "20",
    "２０",
    "四十",
    "余",
    "条",
    "件",
    "万",
    "亿",
    ".",
    ",",
    "，",
    "、",
    "；",
    "（",
    "）",
    "(",
    ")",
    "其中",
    "包括",
    "其他",
    "等",
    "和",
    "共",
    "%",
    "未",
    "没有",
    "收到",
    "和办理",
    "政府信息公开申请",
    "申请",
    "0",
    "2024年",
    "我镇",
    "××",
    "__",
    "【请填写",
    "】",
    "。",
    "\n",
];

fn words() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(&WORDS[..]).prop_map(str::to_owned);
    let any = proptest::char::any().prop_map(String::from);
    proptest::collection::vec(prop_oneof![9 => known, 1 => any], 0..60)
        .prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn a_finding_quotes_words_that_stand_there(text in words(), title in words()) {
        let mut content = trial::saying(&text);
        content.title = title.clone();
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        let quotes = validate(&case).findings.into_iter().filter_map(|it| it.observation.quote);
        for Quote { text: quoted, .. } in quotes {
            let words = quoted.trim_end_matches('…');
            prop_assert!(text.contains(words) || title.contains(words), "{}", quoted);
        }
    }
}
