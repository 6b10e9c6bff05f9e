//! Cells one on a line, put together to labels and values.

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::form::unnumbered;

use crate::lexicon::{Term, begins_a_label, folded};
use crate::value::is_meant_as_value;

/// A label, values, or other words.
#[derive(Clone, Debug)]
pub(super) enum Element {
    /// A label of a form.
    Label { term: Term, text: PlacedText },
    /// Values up to the next words.
    Values(Vec<Value>),
    /// Words that are no label of any form, and the whole line they begin.
    Other { text: PlacedText, whole: String },
}

/// A value with the line it stands in.
pub(super) type Value = PlacedText;

/// A word of a line.
#[derive(Clone, Copy, Debug)]
struct Fragment<'a> {
    text: &'a str,
    line: u32,
    source: usize,
    is_value: bool,
}

/// Labels may be broken into single characters.
const MOST_FRAGMENTS: usize = 48;
/// No label is longer, in bytes.
const LONGEST: usize = 200;

/// The elements of lines.
pub(super) fn of(lines: &[PlacedText]) -> Vec<Element> {
    let fragments: Vec<Fragment<'_>> =
        lines.iter().enumerate().flat_map(|(source, line)| fragments(line, source)).collect();
    let mut elements = Vec::new();
    let mut at = 0;
    while let Some(fragment) = fragments.get(at) {
        if fragment.is_value {
            push_value(&mut elements, fragment);
            at += 1;
            continue;
        }
        let (labels, next) = labels(&fragments, at, &lines[fragment.source]);
        elements.extend(labels);
        at = next;
    }
    elements
}

fn push_value(elements: &mut Vec<Element>, fragment: &Fragment<'_>) {
    let value = PlacedText { line: fragment.line, text: fragment.text.to_owned() };
    match elements.last_mut() {
        Some(Element::Values(values)) => values.push(value),
        _ => elements.push(Element::Values(vec![value])),
    }
}

/// The words of a line; one value where they make one only together: `减 4`.
fn fragments(line: &PlacedText, source: usize) -> Vec<Fragment<'_>> {
    let fragment = |text, is_value| Fragment { text, line: line.line, source, is_value };
    let text = crate::value::trim(&line.text);
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.iter().any(|word| !is_meant_as_value(word)) && is_meant_as_value(text) {
        return vec![fragment(text, true)];
    }
    let behind = words.iter().rev().take_while(|word| is_meant_as_value(word)).count();
    let labels = words.len() - behind;
    words.iter().enumerate().map(|(at, word)| fragment(word, at >= labels)).collect()
}

/// The labels that begin here, up to the end of the line or of the label that goes beyond it; the
/// whole line as other words where it is not made of labels.
fn labels(fragments: &[Fragment<'_>], from: usize, line: &PlacedText) -> (Vec<Element>, usize) {
    let source = fragments[from].source;
    let of_line = |it: &&Fragment<'_>| it.source == source && !it.is_value;
    let end = from + fragments[from..].iter().take_while(of_line).count();
    let (mut found, mut at) = (Vec::new(), from);
    while at < end {
        let Some((label, next)) = joined(fragments, at) else { break };
        found.push(label);
        at = next;
    }
    let words: Vec<&str> = fragments[from..end].iter().map(|it| it.text).collect();
    let text = PlacedText { line: line.line, text: words.join(" ") };
    let is_one_label = || found.len() > 1 && Term::of_folded(&folded(&text.text)).is_some();
    if at > end || (at == end && !is_one_label()) {
        return (found, at);
    }
    let whole = match Term::of(&text.text) {
        Some(term) => Element::Label { term, text },
        None => Element::Other { text, whole: line.text.clone() },
    };
    (vec![whole], end)
}

/// The longest label that fragments make from here on.
fn joined(fragments: &[Fragment<'_>], from: usize) -> Option<(Element, usize)> {
    let mut joined = String::new();
    let mut best = None;
    for (count, fragment) in fragments[from..].iter().take(MOST_FRAGMENTS).enumerate() {
        if fragment.text.len() > LONGEST || !fragment.goes_on(&joined) {
            break;
        }
        joined.push_str(&folded(fragment.text));
        if let Some(term) = Term::of_folded(&joined) {
            best = Some((term, from + count + 1));
        }
        if !begins_a_label(&joined) {
            break;
        }
    }
    let (term, next) = best?;
    let marks = |it: &&Fragment<'_>| !it.is_value && folded(it.text).is_empty();
    let next = next + fragments[next..].iter().take_while(marks).count();
    let words: String = fragments[from..next].iter().map(|it| it.text).collect();
    let text = PlacedText { line: fragments[from].line, text: words };
    Some((Element::Label { term, text }, next))
}

impl Fragment<'_> {
    /// Whether it may go on with a label that begins so: words may, and of what looks like a value
    /// the stroke of 本年增/减 and the 无 of 无法提供, where labels are broken into characters.
    fn goes_on(&self, label: &str) -> bool {
        let within =
            || !label.is_empty() && begins_a_label(&format!("{label}{}", folded(self.text)));
        !self.is_value || (["/", "无"].contains(&self.text) && within())
    }
}

impl Element {
    /// The label.
    pub(super) fn term(&self) -> Option<Term> {
        match self {
            Self::Label { term, .. } => Some(*term),
            Self::Values(_) | Self::Other { .. } => None,
        }
    }

    /// Whether this is a note in brackets behind a label, and not a label that begins with its number
    /// in brackets and is not known.
    pub(super) fn is_note(&self) -> bool {
        match self {
            Self::Other { text, .. } => {
                let words = text.text.as_str();
                words.starts_with(['（', '(', '【', '[']) && unnumbered(words) == words
            }
            Self::Label { .. } | Self::Values(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Vec<String> {
        let line = |(line, text): (u32, &&str)| PlacedText { line, text: (*text).to_owned() };
        let lines: Vec<PlacedText> = (1..).zip(lines).map(line).collect();
        let shown = |element: &Element| match element {
            Element::Label { text, .. } => format!("<{}>", text.text),
            Element::Values(values) => {
                values.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ")
            }
            Element::Other { text, .. } => text.text.clone(),
        };
        of(&lines).iter().map(shown).collect()
    }

    #[test]
    fn labels_are_put_together_from_lines_and_characters() {
        assert_eq!(
            read(&["商业", "企业", "科研", "机构", "其他"]),
            ["<商业企业>", "<科研机构>", "<其他>"]
        );
        assert_eq!(
            read(&["（三）", "不予公开", "1.", "属于国家秘密"]),
            ["<（三）不予公开>", "<1.属于国家秘密>"]
        );
        let characters = ["三", "、", "本", "年", "度", "办", "理", "结", "果"];
        assert_eq!(read(&characters), ["<三、本年度办理结果>"]);
    }

    #[test]
    fn a_line_may_hold_several_labels_or_a_label_with_its_values() {
        assert_eq!(
            read(&["结果维持 结果纠正 其他结果"]),
            ["<结果维持>", "<结果纠正>", "<其他结果>"]
        );
        assert_eq!(
            read(&["规章 2 2 减4", "第二十条　第(一)项"]),
            ["<规章>", "2 2 减4", "<第二十条第(一)项>"]
        );
    }

    #[test]
    fn other_words_stay_together() {
        assert_eq!(read(&["规章 制定情况", "3", "本年新"]), ["规章 制定情况", "3", "本年新"]);
    }
}
