//! The title of a report, in all the ways that pages write it.

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::report::{self, ReportYear};

use super::date::{normal, year};
use super::organ::is_organ_name;
use crate::lexicon::simplified_words;

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
const KINDS: [&str; 3] = ["年度报告", "年报", "工作报告"];
const OFFICIAL: &str = "政府信息公开工作年度报告";
/// A title has fewer characters.
const LONGEST: usize = 70;
/// Marks that no title has: they stand in prose, in paths to a page, and in labelled fields.
const FOREIGN: [char; 7] = ['。', '>', '＞', '；', '！', '？', '：'];

impl Title {
    /// Reads a title; none where the words are no title of an annual report.
    pub(super) fn read(words: &str) -> Option<Self> {
        let text = normal(words);
        if text.chars().count() > LONGEST || words.contains(FOREIGN) || text.contains(':') {
            return None;
        }
        let plain = simplified_words(&text);
        let subject = plain.find(SUBJECT)?;
        let behind = &plain[subject + SUBJECT.len()..];
        KINDS.iter().find_map(|kind| behind.find(kind))?;
        let parts = report::Title::read(&plain);
        let named = parts.years.first().and_then(|year| i64::from(*year).try_into().ok());
        let organ = parts.organ.filter(|organ| organ.chars().count() >= 2);
        let organ = organ.map(|organ| match plain.find(&organ) {
            Some(at) => text[at..at + organ.len()].to_owned(),
            None => organ,
        });
        Some(Self { organ, year: named.or_else(|| year(&text).map(|(year, _)| year)), text })
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
    adopt_organ(&mut best, lines);
    Some(best)
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
    let name = normal(&above.text);
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
