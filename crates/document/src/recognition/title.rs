//! The title of a report, in all the ways that pages write it.

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::report::{self, ReportYear};

use super::date::{normal, year};
use super::organ::is_organ_name;
use crate::lexicon::simplified_words;
use crate::value::trim;

/// A title and what it tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// The words as printed, without the white space and line breaks in it.
    pub text: String,
    /// The organ.
    pub organ: Option<String>,
    /// The report year.
    pub year: Option<ReportYear>,
}

const SUBJECT: &str = "政府信息公开";
const KINDS: [&str; 4] = ["年度报告", "年报", "工作报告", "情况报告"];
/// What is put before a title that is passed on, with a colon behind it.
const LEADS: [&str; 4] = ["转发", "附件", "附", "转载"];
const OFFICIAL: &str = "政府信息公开工作年度报告";
/// A name that was broken has so many characters in its first line.
const SHORTEST_PART: usize = 6;
/// A title has fewer characters.
const LONGEST: usize = 70;
/// Marks that no title has: they stand in prose, in paths to a page, and in labelled fields.
const FOREIGN: [char; 7] = ['。', '>', '＞', '；', '！', '？', '：'];

impl Title {
    /// Reads a title; none where the words are no title of an annual report.
    pub(super) fn read(words: &str) -> Option<Self> {
        let words = without_lead(words);
        if words.contains(FOREIGN) {
            return None;
        }
        let text = printed(words);
        if text.chars().count() > LONGEST || text.contains(':') {
            return None;
        }
        let plain = simplified_words(&text);
        let subject = plain.find(SUBJECT)?;
        let behind = &plain[subject + SUBJECT.len()..];
        KINDS.iter().find_map(|kind| behind.find(kind))?;
        let parts = report::Title::read(&plain);
        let named = parts.years.first().and_then(|year| i64::from(*year).try_into().ok());
        let organ = parts.organ.filter(|organ| organ.chars().count() >= 2);
        let organ = organ.map(|organ| in_brackets_of(words, organ));
        let organ = organ.map(|organ| match plain.find(&organ) {
            Some(at) => text[at..at + organ.len()].to_owned(),
            None => organ,
        });
        Some(Self { organ, year: named.or_else(|| year(&text).map(|(year, _)| year)), text })
    }

    /// Whether the organ has a name that is one by itself.
    fn names_organ(&self) -> bool {
        self.organ.as_deref().is_some_and(is_organ_name)
    }

    /// How much of a title it is: the better one wins.
    fn weight(&self) -> usize {
        4 * usize::from(self.year.is_some())
            + 3 * usize::from(KINDS.iter().any(|kind| simplified_words(&self.text).ends_with(kind)))
            + 2 * usize::from(self.organ.is_some())
            + 2 * usize::from(simplified_words(&self.text).contains(OFFICIAL))
    }
}

/// A title with the lines it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlacedTitle {
    /// What it says.
    pub title: Title,
    /// The first of its lines.
    pub from: usize,
    /// The first line behind it.
    pub to: usize,
}

/// The title among lines: in one of them, broken over two or three, the organ on a line of its own.
/// Of several the one that says most wins, and of equals the last, which is nearest to the text.
pub(super) fn find(lines: &[&PlacedText]) -> Option<PlacedTitle> {
    let mut best: Option<(usize, PlacedTitle)> = None;
    for from in 0..lines.len() {
        let Some(found) = at(lines, from) else { continue };
        let weight = found.title.weight();
        if best.as_ref().is_none_or(|(known, _)| weight >= *known) {
            best = Some((weight, found));
        }
    }
    let (_, mut best) = best?;
    adopt_beginning(&mut best, lines);
    adopt_organ(&mut best, lines);
    adopt_year(&mut best, lines);
    Some(best)
}

/// Words without what says that they are passed on: `附件1：`, `转发：`.
fn without_lead(words: &str) -> &str {
    let Some((lead, behind)) = trim(words).split_once(['：', ':']) else { return words };
    let lead = trim(lead).trim_end_matches(|c: char| c.is_ascii_digit());
    if LEADS.contains(&lead) { behind } else { words }
}

/// Words of one width, with brackets as wide as they are printed.
fn printed(words: &str) -> String {
    in_brackets_of(words, normal(words))
}

fn in_brackets_of(printed: &str, normal: String) -> String {
    match printed.contains(['（', '）']) {
        true => normal.replace('(', "（").replace(')', "）"),
        false => normal,
    }
}

/// Takes the line above where the name of the organ was broken in two, and is a name only whole.
fn adopt_beginning(found: &mut PlacedTitle, lines: &[&PlacedText]) {
    let Some(above) = found.from.checked_sub(1).and_then(|at| lines.get(at)) else { return };
    let begins = normal(&above.text);
    let is_part = begins.chars().count() >= SHORTEST_PART
        && begins.chars().all(|c| c.is_alphanumeric() || "()".contains(c))
        && !is_organ_name(&begins);
    if found.title.names_organ() || !is_part {
        return;
    }
    let whole = Title::read(&format!("{}{}", above.text, found.title.text));
    if let Some(whole) = whole.filter(Title::names_organ) {
        found.title = whole;
        found.from -= 1;
    }
}

/// Takes the year from the line below where the title has none: （2024年度）.
fn adopt_year(found: &mut PlacedTitle, lines: &[&PlacedText]) {
    let Some(below) = lines.get(found.to).filter(|_| found.title.year.is_none()) else { return };
    let words = normal(&below.text);
    let Some((named, place)) = year(&words) else { return };
    let is_bare = |words: &str| words.chars().all(|c| "()度".contains(c));
    if is_bare(&words[..place.start]) && is_bare(&words[place.end..]) {
        found.title.year = Some(named);
        found.title.text.push_str(&printed(&below.text));
        found.to += 1;
    }
}

fn at(lines: &[&PlacedText], from: usize) -> Option<PlacedTitle> {
    (1..=3).find_map(|count| {
        let part = lines.get(from..from + count)?;
        if part.iter().any(|line| line.text.len() > LONGEST * 4) {
            return None;
        }
        let words: String = part.iter().map(|line| line.text.as_str()).collect();
        let title = Title::read(&words)?;
        Some(PlacedTitle { title, from, to: from + count })
    })
}

/// Takes the organ from the line above where the title has none.
fn adopt_organ(found: &mut PlacedTitle, lines: &[&PlacedText]) {
    let Some(above) = found.from.checked_sub(1).and_then(|at| lines.get(at)) else { return };
    let name = printed(&above.text);
    if found.title.organ.is_none() && is_organ_name(&name) {
        found.title.text = format!("{name}{}", found.title.text);
        found.title.organ = Some(name);
        found.from -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Option<(String, Option<u16>)> {
        let title = Title::read(words)?;
        Some((title.organ.unwrap_or_default(), title.year.map(ReportYear::get)))
    }

    fn found(lines: &[&str]) -> (String, String) {
        let lines: Vec<PlacedText> =
            lines.iter().map(|text| PlacedText { line: 1, text: (*text).to_owned() }).collect();
        let title = find(&lines.iter().collect::<Vec<_>>()).unwrap().title;
        (title.organ.unwrap_or_default(), title.text)
    }

    #[test]
    fn the_organ_stands_before_or_behind_the_year() {
        for (words, organ) in [
            ("司前镇人民政府办公室2024年政府信息公开工作年度报告", "司前镇人民政府办公室"),
            ("2024年度螅镇政府信息公开工作年度报告", "螅镇"),
            ("宿迁市 2024 年政府信息公开工作年度报告", "宿迁市"),
            ("2024年度政府信息公开工作年度报告", ""),
            ("亳州市人民政府办公室2024年政府信息公开工作报告", "亳州市人民政府办公室"),
            ("甲县财政局政府信息公开工作年度报告（2024年度）", "甲县财政局"),
            ("关于甲县财政局２０２４年政府信息公开年报", "甲县财政局"),
            ("甲县财政局2024政府信息公开工作年度报告", "甲县财政局"),
            ("2024年螅镇人民政府信息公开工作年度报告", "螅镇人民政府"),
        ] {
            assert_eq!(read(words), Some((organ.to_owned(), Some(2024))), "{words}");
        }
    }

    #[test]
    fn prose_paths_and_other_titles_are_no_title() {
        for words in [
            "现公布2024年政府信息公开工作年度报告。",
            "首页 > 政府信息公开 > 政府信息公开年报",
            "政府信息公开指南",
            "2024年政府工作报告",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn brackets_are_kept_and_what_passes_a_title_on_is_not() {
        let organ = "青山县水务局（县河长办）".to_owned();
        for words in [
            "青山县水务局（县河长办）2024年政府信息公开工作年度报告",
            "附件1：青山县水务局（县河长办）2024年政府信息公开工作情况报告",
        ] {
            assert_eq!(read(words), Some((organ.clone(), Some(2024))), "{words}");
        }
    }

    #[test]
    fn a_name_broken_in_two_and_a_year_below_are_part_of_the_title() {
        let organ = "国家税务总局甲市税务局第一稽查局".to_owned();
        let broken =
            found(&["首页", "国家税务总局甲市税务局第一稽", "查局2024年政府信息公开工作年度报告"]);
        assert_eq!(broken.0, organ);
        let below = found(&[&organ, "政府信息公开工作年度报告", "（2024年度）"]);
        assert_eq!(below, (organ.clone(), format!("{organ}政府信息公开工作年度报告（2024年度）")));
    }

    #[test]
    fn a_title_may_be_broken_or_miss_its_organ() {
        let name = "武汉市硚口区审计局".to_owned();
        let text = "武汉市硚口区审计局2025年政府信息公开工作年度报告".to_owned();
        let broken = found(&[
            "政府信息公开年报",
            "武汉市硚口区审计局",
            "2025年政府",
            "信息公开工作年度报告",
            "字",
        ]);
        assert_eq!(broken, (name.clone(), text.clone()));
        assert_eq!(found(&["武汉市硚口区审计局", "2025年政府信息公开工作年度报告"]), (name, text));
    }
}
