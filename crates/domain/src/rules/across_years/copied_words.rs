//! XYR-007: sections 一 and 五 are not last year's, nor a sibling's, but for the numbers.
//!
//! Fixed phrases make short texts alike, so that only texts of some length count: the overview needs
//! more than the problems, since it opens with the name of the Regulations and closes with what was
//! not received.

use super::similarity::Reduced;
use crate::finding::{Message, Observation};
use crate::report::{Content, Title};
use crate::rules::{Case, Related, Rule, Sink, absence, naming};

pub(super) const RULE: Rule = Rule::new("XYR-007", check);

/// The sections that are compared, with the least number of characters that count.
const SECTIONS: [(u8, usize); 2] = [(1, 100), (5, 40)];
/// What the name of a government or its office may leave out where a text names it.
const OFFICES: [&str; 5] = ["人民政府办公室", "人民政府办公厅", "人民政府", "办公室", "街道办事处"];

/// A report whose words are nearly the same.
struct Copy<'a> {
    whose: Whose<'a>,
    /// Thousandths.
    similarity: usize,
}

#[derive(Clone, Copy)]
enum Whose<'a> {
    LastYear,
    Sibling(&'a str),
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let previous = case.previous.reports();
    let siblings = case.siblings.as_deref();
    if let Err(reason) = &previous {
        sink.not_assessable(["previous_year"], reason.clone());
    }
    if siblings.is_none() {
        sink.not_assessable(["siblings"], absence::siblings());
    }
    let previous = previous.unwrap_or_default().iter().map(|it| (Whose::LastYear, it));
    let siblings = siblings.unwrap_or_default().iter();
    let others: Vec<_> =
        previous.chain(siblings.map(|it| (Whose::Sibling(it.organization), it))).collect();
    if others.is_empty() {
        return;
    }
    if case.is_figures_only() {
        return sink.not_assessable(["narrative"], naming::without_words());
    }
    let names = own_names(case);
    for (number, least) in SECTIONS {
        let Some(own) = section(case.content, number, least, &names) else { continue };
        let mut copies: Vec<_> = others
            .iter()
            .filter_map(|(whose, other)| {
                let text = section(other.content, number, least, &names_of(other))?;
                let similarity = own.near_duplicate(&text)?;
                Some(Copy { whose: *whose, similarity })
            })
            .collect();
        copies.sort_by_key(|copy| std::cmp::Reverse(copy.similarity));
        if let Some(observation) = observation(case, number, &copies) {
            sink.raise(observation);
        }
    }
}

/// A section that is long enough to be compared.
fn section(content: &Content, number: u8, least: usize, names: &[String]) -> Option<Reduced> {
    let text = content.narrative.section(number)?.text.as_str();
    // A character has a byte at least.
    let reduced = (text.len() >= least).then(|| Reduced::of(text, names))?;
    (reduced.len() >= least).then_some(reduced)
}

fn own_names(case: &Case<'_>) -> Vec<String> {
    let registered = case.organization.into_iter().flat_map(|organ| organ.names());
    let titled = case.title().organ.as_deref();
    named(registered.chain(titled))
}

fn names_of(other: &Related<'_>) -> Vec<String> {
    let titled = Title::read(&other.content.title).organ;
    named(std::iter::once(other.organization).chain(titled.as_deref()))
}

/// Names as a text may use them, the longest first, so that none is cut in two.
fn named<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut all: Vec<String> = names.map(str::to_owned).collect();
    let short = |name: &String| {
        let short = OFFICES.iter().find_map(|office| name.strip_suffix(office))?;
        (short.chars().count() > 1).then(|| short.to_owned())
    };
    let shorts: Vec<_> = all.iter().filter_map(short).collect();
    all.extend(shorts);
    all.sort_by_key(|name| std::cmp::Reverse(name.len()));
    all.dedup();
    all
}

/// One finding a section: last year's, and the most similar sibling.
fn observation(case: &Case<'_>, number: u8, copies: &[Copy<'_>]) -> Option<Observation> {
    let most = copies.first()?.similarity;
    let first = case.sentences().narrative().find(|sentence| sentence.section == number)?;
    let sources: Vec<Message> =
        [of_last_year(copies), of_siblings(copies)].into_iter().flatten().collect();
    let joined =
        |of: fn(&Message) -> &str, by: &str| sources.iter().map(of).collect::<Vec<_>>().join(by);
    let observation = Observation::new(
        format!(
            "{}的文字与{}（数字、年份和机关名称不计）；请写明本机关本年的实际情况",
            naming::section(number),
            joined(|it| &it.zh, "，与")
        ),
        format!(
            "{} is nearly the same as {}, numbers, years and names apart",
            naming::section_en(number),
            joined(|it| &it.en, " and ")
        ),
    );
    let observation = observation.expected("<0.9", decimal(most));
    Some(observation.quoting(case.sentences().quote(&first)))
}

fn of_last_year(copies: &[Copy<'_>]) -> Option<Message> {
    let copy = copies.iter().find(|copy| matches!(copy.whose, Whose::LastYear))?;
    let percent = percent(copy.similarity);
    Some(Message::new(format!("上年报告的相似度为 {percent}"), format!("last year's ({percent})")))
}

fn of_siblings(copies: &[Copy<'_>]) -> Option<Message> {
    let of_sibling = |copy: &Copy<'_>| match copy.whose {
        Whose::Sibling(name) => Some((naming::shortened(name), percent(copy.similarity))),
        Whose::LastYear => None,
    };
    let mut siblings = copies.iter().filter_map(of_sibling);
    let (name, percent) = siblings.next()?;
    let (zh, en) = match siblings.count() {
        0 => (String::new(), String::new()),
        more => (format!("，另有 {more} 个机关也在 90% 以上"), format!(" and {more} more")),
    };
    Some(Message::new(
        format!("“{name}”的相似度为 {percent}{zh}"),
        format!("that of “{name}” ({percent}){en}"),
    ))
}

fn percent(thousandths: usize) -> String {
    match thousandths % 10 {
        0 => format!("{}%", thousandths / 10),
        tenth => format!("{}.{tenth}%", thousandths / 10),
    }
}

fn decimal(thousandths: usize) -> String {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Previous, Validation, trial};

    const PROBLEMS: &str = "一是部分栏目更新不够及时；二是政策解读形式比较单一。改进情况：青石镇已建立更新提醒制度，逐月检查，2024年增加图解和视频解读12篇。";

    fn report(organ: &str, year: u16, problems: &str) -> Content {
        let mut content = trial::content();
        content.title = format!("{organ}{year}年政府信息公开工作年度报告");
        content.narrative.sections = vec![trial::section(5, problems)];
        content
    }

    fn own() -> Content {
        report("青石镇人民政府", 2024, PROBLEMS)
    }

    fn case<'a>(
        content: &'a Content,
        before: Option<&'a Content>,
        beside: &'a [Content],
    ) -> Case<'a> {
        let mut case = Case::new(content);
        if let Some(before) = before {
            case.previous = Previous::Report(trial::related(before));
        }
        let sibling = |content: &'a Content| Related {
            organization: "白河镇人民政府",
            ..trial::related(content)
        };
        case.siblings = Some(beside.iter().map(sibling).collect());
        case
    }

    fn found(before: Option<&Content>, beside: &[Content]) -> Validation {
        trial::of("XYR-007", &case(&own(), before, beside))
    }

    #[test]
    fn last_years_words_with_new_numbers_are_found_and_quoted() {
        let before = report("青石镇人民政府", 2023, &PROBLEMS.replace("2024", "2023"));
        let findings = found(Some(&before), &[]).findings;
        assert_eq!(findings.len(), 1);
        let seen = &findings[0].observation;
        assert_eq!((seen.expected.as_str(), seen.found.as_str()), ("<0.9", "1.000"));
        assert!(seen.message.zh.contains("第五部分的文字与上年报告的相似度为 100%"));
        assert_eq!(seen.quote.as_ref().map(|quote| quote.section), Some(5));
    }

    #[test]
    fn a_siblings_words_with_its_own_name_are_found_once_for_all_siblings() {
        let theirs = report("白河镇人民政府", 2024, &PROBLEMS.replace("青石", "白河"));
        let findings = found(None, &[theirs.clone(), theirs]).findings;
        assert_eq!(findings.len(), 1);
        let said = &findings[0].observation.message.zh;
        assert!(said.contains("“白河镇人民政府”的相似度为 100%，另有 1 个机关"), "{said}");
    }

    #[test]
    fn other_words_and_short_phrases_are_no_copy() {
        let other =
            report("青石镇人民政府", 2023, &"公开的深度还不够，有的信息查找不方便。".repeat(3));
        assert_eq!(found(Some(&other), &[]).findings, []);
        let short = report("青石镇人民政府", 2024, "公开的形式还比较单一，已经增加图解。");
        let case = case(&short, Some(&short), &[]);
        assert_eq!(trial::of("XYR-007", &case).findings, []);
    }

    #[test]
    fn an_overview_needs_more_words_than_the_problems() {
        let overview = |text: &str| {
            let mut content = own();
            content.narrative.sections = vec![trial::section(1, text)];
            content
        };
        let text = "2024年，我镇严格按照《中华人民共和国政府信息公开条例》的要求开展政府信息公开工作，未收到政府信息公开申请，没有行政复议和行政诉讼。";
        for (text, count) in [(text.to_owned(), 0), (text.repeat(2), 1)] {
            let content = overview(&text);
            let case = case(&content, Some(&content), &[]);
            assert_eq!(trial::of("XYR-007", &case).findings.len(), count, "{text}");
        }
    }

    #[test]
    fn what_nobody_looked_for_is_not_assessable() {
        let own = own();
        let validation = trial::of("XYR-007", &Case::new(&own));
        let missing: Vec<_> = validation.not_assessed.iter().flat_map(|it| &it.missing).collect();
        assert_eq!(missing, ["previous_year", "siblings"]);
        assert_eq!(validation.findings, []);
    }
}
