//! Itemized lists in official prose: a total, 其中 or 包括, and items counted like the total.

use std::ops::Range;

use super::quantity::{Quantity, quantities};
use crate::sheet::Amount;

/// A total and the items that are listed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    /// What is said of the whole.
    pub total: Quantity,
    /// What is said of its parts.
    pub items: Vec<Quantity>,
    /// Whether an item is called the rest, or the items are the two kinds of applicants.
    pub is_whole: bool,
    /// Whether the list may go on: 等 behind an item, or more of the same counted elsewhere.
    pub is_open: bool,
    /// Whether the same is counted before the total too, so that the items may be parts of that.
    pub has_rival: bool,
}

impl List {
    /// The sum of the items.
    pub(super) fn sum(&self) -> Amount {
        Amount { millionths: self.items.iter().map(|item| item.value.millionths).sum() }
    }
}

const MARKERS: [&str; 2] = ["其中", "包括"];
/// No honest sentence has more lists than this.
const MOST_LISTS: usize = 8;
/// Nor so many items, which still add up, whatever they are.
const MOST_ITEMS: usize = 50;
/// Nor so many quantities or brackets.
const MOST_PARTS: usize = 200;
/// How many characters may stand between a total and the marker: 20条政府信息，其中.
const GAP: usize = 12;
const PAUSES: [char; 10] = ['，', ',', '、', '；', ';', '：', ':', '（', '(', ' '];
const OPENING: [char; 2] = ['（', '('];
const CLOSING: [char; 2] = ['）', ')'];
const CLAUSES: [char; 2] = ['；', ';'];
/// Between two items stands one of these at least.
const SEPARATORS: [char; 6] = ['、', '，', ',', '；', ';', '：'];
const CONNECTIONS: [&str; 4] = ["和", "与", "及", "以及"];
/// Behind these stands another total.
const TOTALS: [&str; 7] = ["共", "共计", "合计", "总计", "累计", "小计", "总数"];
/// A number behind these is no part of the total, but a change of it.
const CHANGES: [&str; 9] =
    ["同比", "环比", "增长", "增加", "减少", "下降", "较上年", "较去年", "上年同期"];
const THE_REST: [&str; 3] = ["其他", "其它", "其余"];

/// The itemized lists of a sentence, as far as there is one way to read them.
pub(super) fn lists(sentence: &str) -> Vec<List> {
    let markers = markers(sentence);
    if markers.is_empty() || markers.len() > MOST_LISTS {
        return Vec::new();
    }
    let quantities = quantities(sentence);
    if quantities.len() > MOST_PARTS || sentence.matches(OPENING).count() > MOST_PARTS {
        return Vec::new();
    }
    let scopes: Vec<_> = markers.iter().map(|marker| scope(sentence, marker)).collect();
    let list = |(marker, scope): (&Range<usize>, &Range<usize>)| {
        let total = total(sentence, &quantities, marker.start)?;
        let shared = scopes.iter().filter(|other| *other == scope).count() > 1;
        let scope = if shared { clause(sentence, scope, marker) } else { scope.clone() };
        let alone = markers.iter().zip(&scopes).all(|(other, others)| {
            other == marker || !scope.contains(&other.start) || others.len() < scope.len()
        });
        let mut list =
            Reader { sentence, quantities: &quantities, total }.list(marker.end..scope.end)?;
        let same = |it: &&Quantity| it.classifier == total.classifier;
        list.is_open |= shared && quantities.iter().filter(same).any(|it| it.start >= scope.end);
        list.has_rival = quantities.iter().filter(same).any(|it| it.end <= total.start);
        alone.then_some(list)
    };
    markers.iter().zip(&scopes).filter_map(list).collect()
}

/// Where 其中 and 包括 stand; 其中包括 is one.
fn markers(sentence: &str) -> Vec<Range<usize>> {
    let mut found: Vec<_> = MARKERS.iter().flat_map(|word| sentence.match_indices(word)).collect();
    found.sort_unstable();
    let mut markers: Vec<Range<usize>> = Vec::new();
    for (start, word) in found {
        match markers.last_mut().filter(|last| last.end == start) {
            Some(last) => last.end = start + word.len(),
            None => markers.push(start..start + word.len()),
        }
    }
    markers
}

/// The inside of the bracket that a marker stands in, or else the sentence.
fn scope(sentence: &str, marker: &Range<usize>) -> Range<usize> {
    let (mut depth, mut start) = (0, 0);
    for (at, c) in sentence[..marker.start].char_indices().rev() {
        if CLOSING.contains(&c) {
            depth += 1;
        } else if OPENING.contains(&c) {
            if depth == 0 {
                start = at + c.len_utf8();
                break;
            }
            depth -= 1;
        }
    }
    start..end_of_bracket(sentence, marker.end)
}

/// Where the bracket around a place is closed; the end of the sentence where there is none.
fn end_of_bracket(sentence: &str, from: usize) -> usize {
    let mut depth = 0;
    for (at, c) in sentence[from..].char_indices() {
        if OPENING.contains(&c) {
            depth += 1;
        } else if CLOSING.contains(&c) {
            if depth == 0 {
                return from + at;
            }
            depth -= 1;
        }
    }
    sentence.len()
}

/// The clause of a marker within its scope, where several share the scope.
fn clause(sentence: &str, scope: &Range<usize>, marker: &Range<usize>) -> Range<usize> {
    let before = &sentence[scope.start..marker.start];
    let start = before.rfind(CLAUSES).map_or(scope.start, |at| scope.start + at);
    let behind = sentence[marker.end..scope.end].find(CLAUSES);
    start..behind.map_or(scope.end, |at| marker.end + at)
}

/// The quantity directly before a marker.
fn total(sentence: &str, quantities: &[Quantity], marker: usize) -> Option<Quantity> {
    let last = quantities.partition_point(|it| it.end <= marker).checked_sub(1)?;
    let total = quantities.get(last)?;
    let gap = sentence[total.end..marker].trim_end_matches(PAUSES);
    let is_near = gap.chars().count() <= GAP && !gap.contains(PAUSES) && !gap.contains(CLOSING);
    let clause = sentence[..total.start].rsplit(SEPARATORS).next().unwrap_or_default();
    let is_change = CHANGES.iter().any(|word| clause.contains(word));
    let is_total = is_near && !is_change && !total.is_vague && total.value.millionths > 0;
    is_total.then_some(*total)
}

/// Reads the items behind a marker.
struct Reader<'a> {
    sentence: &'a str,
    quantities: &'a [Quantity],
    total: Quantity,
}

impl Reader<'_> {
    fn list(&self, region: Range<usize>) -> Option<List> {
        let mut list = List {
            total: self.total,
            items: Vec::new(),
            is_whole: false,
            is_open: false,
            has_rival: false,
        };
        let brackets = brackets(self.sentence, &region);
        let within = |it: &&Quantity| region.contains(&it.start);
        let is_note = |at: usize| brackets.iter().any(|bracket| bracket.contains(&at));
        if !self.notes_follow_items(&brackets) {
            return None;
        }
        let (mut labels, mut from) = (String::new(), region.start);
        for it in self.quantities.iter().filter(within).filter(|it| !is_note(it.start)) {
            let gap = self.gap(from..it.start, &brackets);
            if it.classifier != self.total.classifier {
                from = it.end;
                continue;
            }
            match self.step(&gap, list.items.is_empty()) {
                Step::Item if it.is_vague || list.items.len() == MOST_ITEMS => return None,
                Step::Item => list.items.push(*it),
                Step::Remark => {}
                Step::End => {
                    list.is_open = true;
                    break;
                }
                Step::Unclear => return None,
            }
            labels.push_str(&gap);
            list.is_open |= self.sentence[it.end..].starts_with('等');
            from = it.end;
        }
        list.is_whole = THE_REST.iter().any(|word| labels.contains(word))
            || labels.contains("自然人") && labels.contains("法人");
        Some(list)
    }

    /// What the words before a quantity make of it.
    fn step(&self, gap: &str, is_first: bool) -> Step {
        let label = gap.rsplit(SEPARATORS).next().unwrap_or(gap);
        if CHANGES.iter().any(|word| label.contains(word)) {
            return Step::Remark;
        }
        if TOTALS.iter().any(|word| label.trim_end().ends_with(word)) {
            return Step::End;
        }
        let connected = CONNECTIONS.iter().any(|word| gap.trim_start().starts_with(word));
        if is_first {
            Step::Item
        } else if !connected && !gap.contains(SEPARATORS) {
            Step::Unclear
        } else if has_remark(gap) {
            Step::End
        } else {
            Step::Item
        }
    }

    /// The words between two quantities, without notes in brackets.
    fn gap(&self, range: Range<usize>, brackets: &[Range<usize>]) -> String {
        let words = self.sentence[range.clone()].char_indices();
        words
            .filter(|(at, _)| !brackets.iter().any(|bracket| bracket.contains(&(range.start + at))))
            .map(|(_, c)| c)
            .collect()
    }

    /// Whether every bracket with a count like the total's is a note on an item: in 网站（10条） the
    /// bracket is the item itself.
    fn notes_follow_items(&self, brackets: &[Range<usize>]) -> bool {
        brackets.iter().all(|bracket| {
            let counts = |it: &Quantity| {
                bracket.contains(&it.start) && it.classifier == self.total.classifier
            };
            let follows = |it: &Quantity| it.end == bracket.start;
            !self.quantities.iter().any(counts) || self.quantities.iter().any(follows)
        })
    }
}

/// Whether a clause without a quantity stands between two items; a share is said of the first one.
fn has_remark(gap: &str) -> bool {
    let mut clauses = gap.split(['，', ',', '；', ';']);
    clauses.next();
    clauses.next_back();
    clauses.any(|clause| !clause.trim().is_empty() && !clause.contains(['%', '％']))
}

/// What a quantity is to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// One of its items.
    Item,
    /// Said by the way.
    Remark,
    /// Behind its end.
    End,
    /// Not to be told.
    Unclear,
}

/// The outermost brackets of a region.
fn brackets(sentence: &str, region: &Range<usize>) -> Vec<Range<usize>> {
    let (mut found, mut depth, mut start) = (Vec::new(), 0, region.start);
    for (at, c) in sentence[region.clone()].char_indices() {
        let at = region.start + at;
        if OPENING.contains(&c) {
            start = if depth == 0 { at } else { start };
            depth += 1;
        } else if CLOSING.contains(&c) && depth > 0 {
            depth -= 1;
            if depth == 0 {
                found.push(start..at + c.len_utf8());
            }
        }
    }
    if depth > 0 {
        found.push(start..region.end);
    }
    found
}
