//! CNT-002: no ID numbers and no private mobile numbers.
//!
//! A number blocks only where it can be nothing but an ID number: eighteen characters that stand by
//! themselves, a province, a day of birth, and the check digit of GB 11643. A mobile number warns
//! unless it belongs to the contact of the organ. Findings show neither in full.

use chrono::{Datelike, NaiveDate};

use crate::finding::{Observation, Quote, StageSeverity};
use crate::organization::CreditCode;
use crate::rules::digits::Run;
use crate::rules::naming::{section, section_en, shortened};
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("CNT-002", check);

/// The weights of GB 11643, and the check characters by the remainder of the sum.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";
/// The first digits of provinces.
const PROVINCES: [u32; 34] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
];
/// Words of a sentence that gives the contact of an organ.
const CONTACT: [&str; 11] =
    ["联系", "咨询", "热线", "传真", "邮编", "邮政编码", "地址", "监督", "举报", "办公", "邮箱"];
/// What is counted with a number, so that it is none of a telephone.
const COUNTED: &str = "条件个次项份篇人元万亿户家";

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut ordinals = std::collections::BTreeMap::new();
    for run in case.digits() {
        let (severity, seen) = match run.len() {
            17 | 18 if is_id_number(run) => (StageSeverity::BLOCKING, id_number(run)),
            11 if is_private_mobile(run) => (StageSeverity::WARNING, mobile(run)),
            _ => continue,
        };
        let mut quote = quoted(case, run);
        let ordinal = ordinals.entry((quote.section, quote.text.clone())).or_insert(0);
        quote.ordinal = *ordinal;
        *ordinal += 1;
        sink.raise_as(severity, seen.quoting(quote));
    }
}

/// The words before a number and its first digits: the rest is not repeated.
fn quoted(case: &Case<'_>, run: &Run<'_>) -> Quote {
    let shown: usize = run.text().chars().take(3).map(char::len_utf8).sum();
    let end = run.before().len() + shown;
    let Quote { section, line, ordinal, .. } = case.sentences().quote(&run.sentence);
    Quote { section, line, text: shortened(&run.sentence.text[..end]), ordinal }
}

fn is_id_number(run: &Run<'_>) -> bool {
    let Some(number) = whole(run) else { return false };
    let digits: Vec<u32> = number.chars().take(17).filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let holds = CHECKS.get((sum % 11) as usize).copied() == number.bytes().last();
    let province = digits.iter().take(2).fold(0, |code, digit| code * 10 + digit);
    holds
        && PROVINCES.contains(&province)
        && has_birthday(&number)
        && number.parse::<CreditCode>().is_err()
}

/// The eighteen characters of an ID number, where nothing longer stands there.
fn whole(run: &Run<'_>) -> Option<String> {
    let behind = run.behind();
    let (check, rest) = match run.len() {
        17 => ("X", behind.strip_prefix(['X', 'x', 'Ｘ', 'ｘ'])?),
        _ => ("", behind),
    };
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_');
    let is_alone = !run.before().ends_with(is_word) && !rest.starts_with(is_word);
    is_alone.then(|| format!("{}{check}", run.narrow()))
}

fn has_birthday(number: &str) -> bool {
    let day = number.get(6..14).and_then(|day| NaiveDate::parse_from_str(day, "%Y%m%d").ok());
    day.is_some_and(|day| (1900..2100).contains(&day.year()))
}

fn is_private_mobile(run: &Run<'_>) -> bool {
    let digits = run.narrow();
    let is_mobile =
        digits.starts_with('1') && digits.chars().nth(1).is_some_and(|c| ('3'..='9').contains(&c));
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '@');
    let is_alone = !run.before().ends_with(is_word) && !run.behind().starts_with(is_word);
    let is_count = run.behind().starts_with(|c| COUNTED.contains(c));
    let text = run.sentence.text;
    is_mobile
        && is_alone
        && !is_count
        && (1..=6).contains(&run.sentence.section)
        && !CONTACT.iter().any(|word| text.contains(word))
}

fn id_number(run: &Run<'_>) -> Observation {
    let sentence = run.sentence;
    Observation::new(
        format!(
            "{}第 {} 行有居民身份证号码（校验码成立）；请删去，公开个人信息须符合法律规定",
            section(sentence.section),
            sentence.line
        ),
        format!("the {} holds an ID number", section_en(sentence.section)),
    )
    .found(masked(run, 6, 1))
}

fn mobile(run: &Run<'_>) -> Observation {
    let sentence = run.sentence;
    Observation::new(
        format!(
            "{}第 {} 行有手机号码，不像是本机关的联系方式；如果是申请人等个人的，请删去",
            section(sentence.section),
            sentence.line
        ),
        format!("the {} holds a mobile number", section_en(sentence.section)),
    )
    .found(masked(run, 3, 2))
}

/// The first and the last digits of a number, with stars between them.
fn masked(run: &Run<'_>, first: usize, last: usize) -> String {
    let hidden = run.len().saturating_sub(last);
    let star = |(at, c)| if at < first || at >= hidden { c } else { '*' };
    run.narrow().chars().enumerate().map(star).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::trial;

    fn of(text: &str) -> Vec<(Severity, String)> {
        let content = trial::saying(text);
        let findings = trial::of("CNT-002", &Case::new(&content)).findings;
        findings.into_iter().map(|it| (it.severity, it.observation.found)).collect()
    }

    // The example of GB 11643, and numbers made from it.
    #[test]
    fn an_id_number_whose_check_digit_holds_blocks_and_is_not_repeated() {
        let masked = "110105**********2".to_owned();
        for text in
            ["申请人张三，身份证号11010519491231002X。", "证号１１０１０５１９４９１２３１００２ｘ"]
        {
            assert_eq!(of(text), [(Severity::Blocking, masked.clone())], "{text}");
        }
        let content = trial::saying("申请人张三，身份证号11010519491231002X。");
        let finding = &trial::of("CNT-002", &Case::new(&content)).findings[0];
        assert!(!format!("{finding:?}").contains("19491231"));
    }

    #[test]
    fn other_long_numbers_are_no_id_numbers() {
        for text in [
            "身份证号110105194912310021。",
            "信用代码113708260043292687。",
            "编号A11010519491231002X。",
            "11010519491231002X1",
            "990105194912310025",
            "110105194913310020",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn a_mobile_number_outside_the_contact_warns() {
        assert_eq!(
            of("申请人张三，电话13812345678。"),
            [(Severity::Warning, "138******78".to_owned())]
        );
        for text in [
            "联系电话：13812345678。",
            "咨询热线13812345678",
            "浏览13812345678次",
            "0751-13812345678",
            "23812345678",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
        let mut content = trial::content();
        content.narrative.preamble = "电话：13812345678".to_owned();
        assert_eq!(trial::of("CNT-002", &Case::new(&content)).findings, []);
    }

    #[test]
    fn two_numbers_of_one_sentence_are_two_findings() {
        let content = trial::saying("电话13812345678和13912345678。电话13812345678。");
        let findings = trial::of("CNT-002", &Case::new(&content)).findings;
        let identities: std::collections::BTreeSet<_> =
            findings.iter().map(|it| it.identity()).collect();
        assert_eq!((findings.len(), identities.len()), (3, 3));
    }
}
