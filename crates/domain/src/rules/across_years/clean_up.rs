//! Whether a report explains why its documents in force do not follow from last year's.

use crate::rules::Case;

/// What the sentence has to be about.
const DOCUMENTS: [&str; 3] = ["文件", "规章", "现行有效"];
/// Words that say that the number is on another basis than last year's.
const NEW_BASIS: [&str; 12] = [
    "重新统计",
    "重新核定",
    "重新核算",
    "重新核实",
    "重新梳理",
    "重新认定",
    "统计口径",
    "口径调整",
    "口径变化",
    "为准",
    "有误",
    "数据更正",
];
/// A clean-up, which is routine work where no result is told with it.
const CLEAN_UP: &str = "清理";
/// What a clean-up comes to.
const RESULT: [&str; 8] = ["失效", "废止", "有效", "保留", "结果", "件数", "数量", "修改"];

/// The first sentence that explains a break: documents counted anew, or a clean-up with its result.
/// 开展规范性文件清理 alone tells of work that is done every year.
pub(super) fn explanation<'a>(case: &Case<'a>) -> Option<&'a str> {
    let mut sentences = case.sentences().narrative().map(|sentence| sentence.text);
    sentences.find(|text| explains(text))
}

fn explains(sentence: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    if !has(&DOCUMENTS) {
        return false;
    }
    let says_result = || has(&RESULT) || sentence.contains(|c: char| c.is_ascii_digit());
    has(&NEW_BASIS) || sentence.contains(CLEAN_UP) && says_result()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_count_and_a_clean_up_with_its_result_explain_a_break() {
        for sentence in [
            "因文件清理，现行有效件数重新统计，以本年度数据为准。",
            "注：本年对行政规范性文件统计口径进行了调整。",
            "全年清理规范性文件50件。",
            "开展行政规范性文件清理，宣布失效12件。",
            "根据规范性文件清理结果，保留30件。",
        ] {
            assert!(explains(sentence), "{sentence}");
        }
    }

    #[test]
    fn routine_work_explains_nothing() {
        for sentence in [
            "健全政府信息的制作、获取、保存和更新制度，开展规范性文件清理。",
            "清理过期栏目12个。",
            "现行有效行政规范性文件12件。",
            "重新统计了网站访问量。",
        ] {
            assert!(!explains(sentence), "{sentence}");
        }
    }
}
