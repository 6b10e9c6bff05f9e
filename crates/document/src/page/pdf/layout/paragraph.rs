//! Paragraphs of lines.

use super::line::Line;
use crate::recognition::is_section_heading;

/// What the lines of a document have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Margins {
    left: f32,
    right: f32,
}

/// A line is full that leaves room for less than so many characters.
const FULL: f32 = 1.9;
/// A line is indented that begins so many characters further.
const INDENTED: f32 = 0.9;
/// Letters of one paragraph are of one size, up to a tenth.
const SAME_SIZE: f32 = 0.1;
/// Lines of one paragraph follow one another within so many sizes.
const LEADING: f32 = 2.8;

impl Margins {
    /// The margins between which most lines stand: the leftmost beginning and the rightmost end
    /// that several lines share.
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l Line> + Clone) -> Option<Self> {
        let left = shared(lines.clone().map(|line| line.x), f32::min)?;
        let right = shared(lines.map(|line| line.end), f32::max)?;
        (right > left).then_some(Self { left, right })
    }

    fn is_full(self, line: &Line) -> bool {
        self.right - line.end < FULL * line.size && line.x - self.left < 3.0 * line.size
    }

    fn is_indented(self, line: &Line) -> bool {
        line.x - self.left > INDENTED * line.size
    }

    /// Whether a line goes on in the next, which stands on the next page or below.
    pub(super) fn goes_on(self, line: &Line, next: &Line, paged: bool) -> bool {
        let same_size = (line.size - next.size).abs() <= SAME_SIZE * line.size;
        let near = paged || next.y - line.y <= LEADING * line.size;
        self.is_full(line)
            && !self.is_indented(next)
            && same_size
            && near
            && !is_section_heading(&next.text)
            && !(is_section_heading(&line.text))
    }
}

/// The outermost value that at least three share, up to half a dozen points; else the outermost.
fn shared(values: impl Iterator<Item = f32>, outermost: fn(f32, f32) -> f32) -> Option<f32> {
    const NEAR: f32 = 6.0;
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let has_company = |at: &usize| {
        let value = values[*at];
        let near = |other: Option<&f32>| other.is_some_and(|it| (it - value).abs() <= NEAR);
        (near(at.checked_sub(1).and_then(|at| values.get(at))) && near(values.get(at + 1)))
            || near(values.get(at + 2))
            || near(at.checked_sub(2).and_then(|at| values.get(at)))
    };
    let kept: Vec<f32> = (0..values.len()).filter(has_company).map(|at| values[at]).collect();
    let of = if kept.is_empty() { values } else { kept };
    of.into_iter().reduce(outermost)
}

/// Adds a line to a paragraph; words of Latin letters stay apart.
pub(super) fn append(paragraph: &mut String, line: &str) {
    let letter = |c: char| c.is_ascii_alphabetic();
    if paragraph.ends_with(letter) && line.starts_with(letter) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, x: f32, end: f32, y: f32) -> Line {
        Line { text: text.to_owned(), x, end, y, size: 16.0 }
    }

    #[test]
    fn a_full_line_goes_on_and_an_indented_one_begins_anew() {
        let lines = [
            line("首行", 122.0, 500.0, 100.0),
            line("次行", 90.0, 500.0, 128.0),
            line("末行", 90.0, 300.0, 156.0),
            line("另段", 122.0, 500.0, 184.0),
        ];
        let margins = Margins::of(lines.iter()).unwrap();
        let goes_on: Vec<bool> =
            lines.windows(2).map(|pair| margins.goes_on(&pair[0], &pair[1], false)).collect();
        assert_eq!(goes_on, [true, true, false]);
    }

    #[test]
    fn words_of_letters_stay_apart() {
        let mut paragraph = String::from("see");
        append(&mut paragraph, "page");
        append(&mut paragraph, "十");
        append(&mut paragraph, "二");
        assert_eq!(paragraph, "see page十二");
    }
}
