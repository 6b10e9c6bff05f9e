//! What stands on every page and is no part of the report: its number, running heads.

use super::line::Line;
use crate::recognition::page_number::{PageNumber, page_number};

/// How much of the height of a page, from its top and from its bottom, is margin.
const MARGIN: f32 = 0.12;
/// Lines of two pages at one height, in points.
const SAME_HEIGHT: f32 = 4.0;

/// A page's free lines, with what is known of the page.
#[derive(Clone, Debug)]
pub(super) struct Body {
    pub lines: Vec<Line>,
    pub height: f32,
    /// Where the tables on it are, from top to bottom.
    pub tables: Vec<(f32, f32)>,
}

impl Body {
    /// The lines that may be chrome: the first and the last of the page, within its margins.
    fn candidates(&self) -> Vec<usize> {
        let last = self.lines.len().saturating_sub(1);
        let above = |y: f32| self.tables.iter().all(|(top, _)| y <= *top);
        let below = |y: f32| self.tables.iter().all(|(_, bottom)| y >= *bottom);
        let mut candidates = Vec::new();
        for at in [0, last] {
            let Some(line) = self.lines.get(at) else { continue };
            let in_head = at == 0 && line.y <= self.height * MARGIN && above(line.y);
            let in_foot = at == last && line.y >= self.height * (1.0 - MARGIN) && below(line.y);
            if (in_head || in_foot) && !candidates.contains(&at) {
                candidates.push(at);
            }
        }
        candidates
    }
}

/// Takes page numbers and running heads out of the pages.
pub(super) fn take(pages: &mut [Body]) -> Vec<Line> {
    let mut chrome = Vec::new();
    // A head may stand above a number.
    for _ in 0..2 {
        let taken: Vec<Vec<usize>> = (0..pages.len()).map(|page| on_page(pages, page)).collect();
        for (page, mut taken) in pages.iter_mut().zip(taken) {
            taken.sort_unstable_by(|a, b| b.cmp(a));
            chrome.extend(taken.into_iter().map(|at| page.lines.remove(at)));
        }
    }
    chrome
}

fn on_page(pages: &[Body], page: usize) -> Vec<usize> {
    let is_chrome = |at: &usize| {
        let line = &pages[page].lines[*at];
        match page_number(&line.text) {
            Some(PageNumber { decorated: true, .. }) => true,
            Some(PageNumber { number, .. }) => counts(pages, page, line, number),
            None => repeats(pages, page, line),
        }
    };
    pages[page].candidates().into_iter().filter(is_chrome).collect()
}

/// Whether the pages beside have numbers at the same height that count with them.
fn counts(pages: &[Body], page: usize, line: &Line, number: usize) -> bool {
    let beside =
        [page.checked_sub(1).map(|it| (it, number.wrapping_sub(1))), Some((page + 1, number + 1))];
    let counted = |(other, expected): (usize, usize)| {
        let Some(body) = pages.get(other) else { return false };
        body.candidates().into_iter().any(|at| {
            let other = &body.lines[at];
            let number = page_number(&other.text).map(|it| it.number);
            (other.y - line.y).abs() <= SAME_HEIGHT && number == Some(expected)
        })
    };
    beside.into_iter().flatten().any(counted)
}

/// Whether the same words stand at the same height of two other pages, or of the only other one.
fn repeats(pages: &[Body], page: usize, line: &Line) -> bool {
    const LOOKED_AT: usize = 8;
    let from = page.saturating_sub(LOOKED_AT / 2);
    let others = pages.iter().enumerate().skip(from).take(LOOKED_AT).filter(|(at, _)| *at != page);
    let same = |body: &Body| {
        body.candidates().into_iter().any(|at| {
            let other = &body.lines[at];
            other.text == line.text && (other.y - line.y).abs() <= SAME_HEIGHT
        })
    };
    let count = others.filter(|(_, body)| same(body)).count();
    count >= 2 || (pages.len() == 2 && count == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(lines: &[(&str, f32)]) -> Body {
        let line = |(text, y): &(&str, f32)| Line {
            text: (*text).to_owned(),
            x: 0.0,
            end: 10.0,
            y: *y,
            size: 10.0,
        };
        Body { lines: lines.iter().map(line).collect(), height: 842.0, tables: Vec::new() }
    }

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn a_number_alone_is_a_page_number_only_where_the_next_page_counts_on() {
        let mut pages =
            [body(&[("字", 400.0), ("12", 800.0)]), body(&[("字", 400.0), ("13", 800.0)])];
        assert_eq!(texts(&take(&mut pages)), ["12", "13"]);
        let mut pages =
            [body(&[("字", 400.0), ("12", 800.0)]), body(&[("字", 400.0), ("12", 800.0)])];
        assert_eq!(texts(&take(&mut pages[..1])), [""; 0]);
        let mut pages =
            [body(&[("字", 400.0), ("12", 500.0)]), body(&[("字", 400.0), ("13", 500.0)])];
        assert_eq!(texts(&take(&mut pages)), [""; 0]);
    }

    #[test]
    fn a_head_on_every_page_is_no_part_of_the_report() {
        let page = |number| body(&[("甲县年度报告", 40.0), ("字", 400.0), (number, 800.0)]);
        let mut pages = [page("— 1 —"), page("— 2 —"), page("— 3 —")];
        assert_eq!(take(&mut pages).len(), 6);
        assert!(pages.iter().all(|it| texts(&it.lines) == ["字"]));
    }
}
