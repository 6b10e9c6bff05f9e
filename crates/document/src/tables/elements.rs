//! Cells one on a line, put together to labels and values.

use nianbao_domain::evidence::PlacedText;
use nianbao_domain::form::{Edition, fold};

use super::matter::TermedLine;
use crate::lexicon::{Meaning, Term, begins_a_label};
use crate::value::is_meant_as_value;

/// A label, values, or other words.
#[derive(Clone, Debug)]
pub(super) enum Element {
    /// A label of the form.
    Label { term: Term, meanings: Vec<Meaning>, text: PlacedText },
    /// Values up to the next words.
    Values(Vec<Value>),
    /// Words that are no label of the form.
    Other(PlacedText),
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
pub(super) fn of(lines: &[TermedLine], edition: Edition) -> Vec<Element> {
    let fragments: Vec<Fragment<'_>> =
        lines.iter().enumerate().flat_map(|(source, line)| fragments(&line.line, source)).collect();
    let mut elements = Vec::new();
    let mut at = 0;
    while let Some(fragment) = fragments.get(at) {
        if fragment.is_value {
            push_value(&mut elements, fragment);
            at += 1;
            continue;
        }
        let (labels, next) = labels(&fragments, at, &lines[fragment.source], edition);
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

/// The words of a line; one value where the whole line is one.
fn fragments(line: &PlacedText, source: usize) -> Vec<Fragment<'_>> {
    let fragment = |text, is_value| Fragment { text, line: line.line, source, is_value };
    let text = crate::value::trim(&line.text);
    if is_meant_as_value(text) {
        return vec![fragment(text, true)];
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let behind = words.iter().rev().take_while(|word| is_meant_as_value(word)).count();
    let labels = words.len() - behind;
    words.iter().enumerate().map(|(at, word)| fragment(word, at >= labels)).collect()
}

/// The labels that begin here, up to the end of the line or of the label that goes beyond it; the
/// whole line as other words where it is not made of labels.
fn labels(
    fragments: &[Fragment<'_>],
    from: usize,
    line: &TermedLine,
    edition: Edition,
) -> (Vec<Element>, usize) {
    let source = fragments[from].source;
    let end = from
        + fragments[from..].iter().take_while(|it| it.source == source && !it.is_value).count();
    let mut found = Vec::new();
    let mut at = from;
    while at < end {
        match joined(fragments, at, edition) {
            Some((label, next)) => {
                found.push(label);
                at = next;
            }
            None => break,
        }
    }
    let is_one = found.len() == 1 || at > end || line.term.is_none();
    if at >= end && is_one {
        return (found, at);
    }
    let words: Vec<&str> = fragments[from..end].iter().map(|it| it.text).collect();
    let text = PlacedText { line: fragments[from].line, text: words.join(" ") };
    let whole = match Term::of(&text.text) {
        Some(term) => Element::Label { term, meanings: term.meanings(edition), text },
        None => Element::Other(text),
    };
    (vec![whole], end)
}

/// The longest label that fragments make from here on.
fn joined(fragments: &[Fragment<'_>], from: usize, edition: Edition) -> Option<(Element, usize)> {
    let mut folded = String::new();
    let mut best = None;
    for (count, fragment) in fragments[from..].iter().take(MOST_FRAGMENTS).enumerate() {
        if fragment.is_value || fragment.text.len() > LONGEST {
            break;
        }
        folded.push_str(&fold(fragment.text));
        if let Some(term) = Term::of_folded(&folded) {
            best = Some((term, from + count + 1));
        }
        if !begins_a_label(&folded) {
            break;
        }
    }
    let (term, next) = best?;
    let words: String = fragments[from..next].iter().map(|it| it.text).collect();
    let text = PlacedText { line: fragments[from].line, text: words };
    Some((Element::Label { term, meanings: term.meanings(edition), text }, next))
}

impl Element {
    /// Whether this is a note in brackets behind a label.
    pub(super) fn is_note(&self) -> bool {
        match self {
            Self::Other(text) => text.text.starts_with(['（', '(', '【', '[']),
            Self::Label { .. } | Self::Values(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Vec<String> {
        let line = |(at, text): (usize, &&str)| {
            let line =
                PlacedText { line: u32::try_from(at).unwrap() + 1, text: (*text).to_owned() };
            TermedLine { term: Term::of(&line.text), line }
        };
        let lines: Vec<TermedLine> = lines.iter().enumerate().map(line).collect();
        let shown = |element: &Element| match element {
            Element::Label { text, .. } => format!("<{}>", text.text),
            Element::Values(values) => {
                values.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ")
            }
            Element::Other(text) => text.text.clone(),
        };
        of(&lines, Edition::E2021).iter().map(shown).collect()
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
