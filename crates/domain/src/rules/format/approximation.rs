//! FMT-011: no approximation in a table.
//!
//! 10余 is a number that somebody did not count; the cell cannot be read, and the page says what
//! stands there. Whatever else could not be read is IMP-001's.

use unicode_normalization::UnicodeNormalization;

use crate::finding::Observation;
use crate::form::CellId;
use crate::report::CellSource;
use crate::rules::{Case, Rule, Sink, naming, quotation};
use crate::sheet::Cell;

pub(super) const RULE: Rule = Rule::new("FMT-011", check);

/// Before a number that is not exact.
const BEFORE: [&str; 9] = ["大约", "约", "近", "超过", "超", "逾", "不少于", "至少", "多于"];
/// Behind one.
const BEHIND: [&str; 8] = ["余", "多", "左右", "上下", "以上", "以内", "+", "几"];
/// What may stand between the number and its mark, or behind both.
const UNITS: [&str; 10] = ["万元", "元", "件", "条", "个", "项", "宗", "起", "份", "次"];
/// No number is longer; a whole row of a table is.
const LONGEST: usize = 40;

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let layout = case.content.sheet.layout();
    for (cell, source) in approximations(case) {
        let raw = source.raw.trim();
        sink.raise(
            Observation::new(
                format!(
                    "{}填的是“{raw}”；表格里填确切的数，不用约数，请核实后填写",
                    naming::cell(layout, cell)
                ),
                format!("{cell} says “{raw}”; a table holds exact numbers"),
            )
            .about([cell])
            .found(raw)
            .quoting(quotation::of_cell(layout, cell, source)),
        );
    }
}

/// The cells that are written as approximations.
pub(in crate::rules) fn approximations<'a>(
    case: &Case<'a>,
) -> impl Iterator<Item = (CellId, &'a CellSource)> {
    let Case { content, .. } = *case;
    let sources = content.provenance.cells.iter();
    sources.map(|(cell, source)| (*cell, source)).filter(move |(cell, source)| {
        content.sheet.get(*cell) == Some(Cell::Unreadable) && is_approximation(&source.raw)
    })
}

/// `10余`, `约3件`, `1,000多`, `10+`: a number and a mark on one side of it, and nothing else.
fn is_approximation(raw: &str) -> bool {
    if raw.len() > LONGEST {
        return false;
    }
    let words: String = raw.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let marked = without_prefix(&words, &BEFORE);
    let bare = without_unit(marked.unwrap_or(&words));
    let behind = BEHIND.iter().find_map(|mark| bare.strip_suffix(mark)).map(without_unit);
    let is_number = |digits: &str| {
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    (marked.is_some() || behind.is_some()) && is_number(behind.unwrap_or(bare))
}

fn without_prefix<'a>(words: &'a str, marks: &[&str]) -> Option<&'a str> {
    marks.iter().find_map(|mark| words.strip_prefix(mark))
}

fn without_unit(words: &str) -> &str {
    UNITS.iter().find_map(|unit| words.strip_suffix(unit)).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Severity, Stage};
    use crate::form::{Column, Line};
    use crate::rules::trial;

    const ISSUED: CellId = CellId::new(Line::GovernmentRules, Column::Issued);

    fn seen(state: Cell, raw: &str) -> usize {
        let content = trial::with_cell(ISSUED, state, raw);
        trial::of("FMT-011", &Case::new(&content)).findings.len()
    }

    #[test]
    fn an_approximation_is_no_figure() {
        for raw in ["10余", "约3", "１０余件", "1,000多", "10+", "超过200件", "100件左右", "近 50"]
        {
            assert_eq!(seen(Cell::Unreadable, raw), 1, "{raw}");
        }
    }

    #[test]
    fn other_unreadable_words_are_another_rules() {
        for raw in ["2.5", "若干", "余", "+", "（一）予以公开 10余 0 0", "3+4", "1.2万"]
        {
            assert_eq!(seen(Cell::Unreadable, raw), 0, "{raw}");
        }
        assert_eq!(seen(Cell::Number(10), "10余"), 0);
    }

    #[test]
    fn it_blocks_a_draft_once_and_only_warns_of_a_published_page() {
        let content = trial::with_cell(ISSUED, Cell::Unreadable, "10余");
        let mut case = Case::new(&content);
        assert_eq!(trial::of("FMT-011", &case).findings[0].severity, Severity::Blocking);
        assert_eq!(trial::of("IMP-001", &case).findings, []);
        case.stage = Stage::PublishedPage;
        assert_eq!(trial::of("FMT-011", &case).findings[0].severity, Severity::Warning);
    }
}
