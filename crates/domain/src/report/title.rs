//! The parts of a title: `<organ><year>年政府信息公开工作年度报告`, as far as real ones follow it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// The words behind the year, as the form has them.
pub const SUBJECT: &str = "政府信息公开工作年度报告";
/// What the words behind the organ begin with, however they go on.
const SUBJECT_STARTS: [&str; 3] = ["政府信息公开工作", "政府信息公开年度", "政府信息公开"];

/// A title, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// The organ, where the title names one.
    pub organ: Option<String>,
    /// Every year that the title names, in its order.
    pub years: Vec<u16>,
    /// In what it deviates from the form.
    pub deviations: Vec<&'static str>,
}

/// A year and where it stands, with the 年 behind it.
struct NamedYear {
    year: u16,
    at: Range<usize>,
}

impl Title {
    /// Reads a title, whatever its spaces and widths.
    pub fn read(title: &str) -> Self {
        let compact: String = title.nfkc().filter(|c| !c.is_whitespace()).collect();
        let title = compact.trim_matches(['《', '》']);
        let years = named_years(title);
        let numbers = years.iter().map(|it| it.year).collect();
        let (organ, deviations) = match years.first() {
            Some(first) => around(&title[..first.at.start], &title[first.at.end..]),
            None => {
                let (organ, subject) = split(title);
                let organ = without_bare_year(&organ).to_owned();
                (organ, [Some("没有年份"), deviating(subject)].into_iter().flatten().collect())
            }
        };
        let bare = tidy(&organ);
        let deviation = match bare {
            "" => Some("没有机关名称"),
            bare if bare != organ => Some("机关名称前后有多余的字"),
            _ => None,
        };
        Self {
            organ: Some(bare.to_owned()).filter(|organ| !organ.is_empty()),
            years: numbers,
            deviations: deviations.into_iter().chain(deviation).collect(),
        }
    }
}

/// The name of an organ without a year that has no 年: 某局2024, 2024某局.
fn without_bare_year(words: &str) -> &str {
    let is_year = |it: &str| it.starts_with("20") && it.bytes().all(|byte| byte.is_ascii_digit());
    let begins = |it: &str| it.starts_with(|c: char| c.is_ascii_digit());
    match (words.get(..4), words.len().checked_sub(4).and_then(|at| words.split_at_checked(at))) {
        (Some(year), _) if is_year(year) && !begins(&words[4..]) => &words[4..],
        (_, Some((organ, year))) if is_year(year) => organ,
        _ => words,
    }
}

/// The name of an organ without a year named again behind it: 2024年度某局2024年度.
fn without_named_year(words: &str) -> &str {
    let bare = words.strip_suffix('度').unwrap_or(words);
    match named_years(bare).last() {
        Some(last) if last.at.end == bare.len() => &words[..last.at.start],
        _ => words,
    }
}

/// The name of an organ without what titles put around it: 关于某局, 某市本级, brackets and marks.
fn tidy(words: &str) -> &str {
    let marks = |c: char| !c.is_alphanumeric() && !"（）()".contains(c);
    let words = without_tag(words).trim_matches(marks).trim_start_matches(['(', '（']);
    let words = words.trim_end_matches(['(', '（']);
    let words = NOTICES.iter().find_map(|notice| words.strip_prefix(notice)).unwrap_or(words);
    let words = words.trim_matches(marks);
    let words = NOTICES.iter().find_map(|notice| words.strip_suffix(notice)).unwrap_or(words);
    let words = words.strip_suffix("本级").unwrap_or(words);
    // The first of two years, or one in two digits: no name ends so.
    words.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// What a title says that announces a report, before or behind the organ.
const NOTICES: [&str; 6] = ["关于公布", "关于印发", "关于发布", "关于公开", "关于报送", "关于"];

/// Words without what is put before them in brackets, 【年报】, or a number, 一、.
fn without_tag(words: &str) -> &str {
    let words = words.trim_start();
    let end = match words.chars().next() {
        Some('【') => words.find('】'),
        Some('[' | '［') => words.find([']', '］']),
        Some('〔') => words.find('〕'),
        Some('一' | '二' | '三' | '四' | '五' | '六') => {
            words.find('、').filter(|at| *at == 3)
        }
        _ => None,
    };
    let behind = |at: usize| words[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    end.map_or(words, |at| &words[behind(at)..])
}

/// The organ and the deviations of a title with a year, from the words before and behind it.
fn around(before: &str, behind: &str) -> (String, Vec<&'static str>) {
    let subject = behind.strip_prefix('度');
    let doubled = subject.map(|_| "年份后多一个“度”字");
    let subject = subject.unwrap_or(behind);
    if before.is_empty() {
        let (organ, subject) = split(subject);
        let organ = without_named_year(&organ).to_owned();
        let order = (!organ.is_empty()).then_some("年份应当在机关名称之后");
        return (organ, [order, doubled, deviating(subject)].into_iter().flatten().collect());
    }
    if SUBJECT_STARTS[..2].iter().any(|start| before.contains(start)) {
        return (split(before).0, vec!["年份应当紧接机关名称"]);
    }
    (before.to_owned(), [doubled, deviating(subject)].into_iter().flatten().collect())
}

fn deviating(subject: &str) -> Option<&'static str> {
    (subject != SUBJECT).then_some("年份之后应当是“政府信息公开工作年度报告”")
}

/// Splits the organ from the subject. 某镇人民政府信息公开…, with one 政府 for two, names the government.
fn split(words: &str) -> (String, &str) {
    let at = SUBJECT_STARTS.iter().find_map(|start| words.rfind(start)).unwrap_or(words.len());
    let (organ, subject) = words.split_at(at);
    let elided = if organ.ends_with("人民") { "政府" } else { "" };
    (format!("{organ}{elided}"), subject)
}

/// The years of a title: four digits, or four Chinese ones, before 年.
fn named_years(title: &str) -> Vec<NamedYear> {
    title.match_indices('年').filter_map(|(at, mark)| year_before(title, at, mark.len())).collect()
}

fn year_before(title: &str, at: usize, mark: usize) -> Option<NamedYear> {
    let mut back = title[..at].char_indices().rev();
    let (mut year, mut start) = (0, at);
    for scale in [1, 10, 100, 1000] {
        let (place, c) = back.next()?;
        year += scale * u16::try_from(digit(c)?).ok()?;
        start = place;
    }
    let runs_on = back.next().is_some_and(|(_, c)| c.is_ascii_digit());
    let is_year = !runs_on && (2000..2100).contains(&year);
    is_year.then(|| NamedYear { year, at: start..at + mark })
}

fn digit(c: char) -> Option<u32> {
    match c {
        '〇' | '零' | '○' | 'O' => Some(0),
        _ => c.to_digit(10).or_else(|| {
            let place = "一二三四五六七八九".chars().position(|it| it == c)?;
            u32::try_from(place + 1).ok()
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> (String, Vec<u16>, usize) {
        let title = Title::read(title);
        (title.organ.unwrap_or_default(), title.years, title.deviations.len())
    }

    #[test]
    fn a_year_named_twice_is_no_part_of_the_organ() {
        let title = "2024年度蓬江区发展和改革局2024年度政府信息公开工作年度报告";
        let (organ, years, deviations) = read(title);
        assert_eq!((organ.as_str(), years), ("蓬江区发展和改革局", vec![2024, 2024]));
        assert!(deviations > 0);
    }

    #[test]
    fn a_title_as_prescribed_has_its_organ_before_its_year() {
        for title in [
            "司前镇人民政府办公室2024年政府信息公开工作年度报告",
            "司前镇人民政府办公室 2024 年\n政府信息公开工作年度报告",
            "《司前镇人民政府办公室２０２４年政府信息公开工作年度报告》",
            "司前镇人民政府办公室二〇二四年政府信息公开工作年度报告",
        ] {
            let organ = "司前镇人民政府办公室".to_owned();
            assert_eq!(read(title), (organ, vec![2024], 0), "{title}");
        }
    }

    #[test]
    fn a_year_before_the_organ_is_a_deviation_and_still_names_both() {
        let organ = "螅镇人民政府".to_owned();
        assert_eq!(
            read("2022年螅镇人民政府政府信息公开工作年度报告"),
            (organ.clone(), vec![2022], 1)
        );
        assert_eq!(read("2022年螅镇人民政府信息公开工作年度报告"), (organ, vec![2022], 1));
    }

    #[test]
    fn every_deviation_is_counted() {
        assert_eq!(read("某局2024年度政府信息公开工作年度报告").2, 1);
        assert_eq!(read("2024年度政府信息公开工作年度报告").2, 2);
        assert_eq!(read("某局2024年政府信息公开工作报告").2, 1);
        assert_eq!(
            read("某局政府信息公开工作年度报告（2024年）"),
            ("某局".to_owned(), vec![2024], 1)
        );
        assert_eq!(read("某局政府信息公开工作年度报告"), ("某局".to_owned(), vec![], 1));
    }

    #[test]
    fn an_organ_is_read_without_what_stands_around_it() {
        for title in [
            "关于某局2024年政府信息公开工作年度报告",
            "某局本级2024年政府信息公开工作年度报告",
            "关于公布《某局2024年政府信息公开工作年度报告",
            "某局关于印发2024年政府信息公开工作年度报告",
            "【年报】某局2024年政府信息公开工作年度报告",
            "[图文]某局2024年政府信息公开工作年度报告",
            "一、某局2024年政府信息公开工作年度报告",
            "某局2023—2024年政府信息公开工作年度报告",
        ] {
            assert_eq!(read(title), ("某局".to_owned(), vec![2024], 1), "{title}");
        }
    }

    #[test]
    fn a_year_without_its_mark_is_no_part_of_the_organ() {
        for title in ["某局2024政府信息公开工作年度报告", "2024某局政府信息公开工作年度报告"]
        {
            assert_eq!(read(title), ("某局".to_owned(), vec![], 1), "{title}");
        }
    }

    #[test]
    fn digits_that_are_no_year_are_none() {
        assert_eq!(read("某局12024年政府信息公开工作年度报告").1, [0; 0]);
        assert_eq!(read("12345热线办公室2024年政府信息公开工作年度报告").1, [2024]);
    }
}
