//! Characters side by side, as lines of text.

use super::sheet::Character;

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub x: f32,
    pub end: f32,
    /// Its baseline.
    pub y: f32,
    /// The size of its largest letters.
    pub size: f32,
}

/// Baselines that are nearer, in parts of the size, are one.
const SAME_LINE: f32 = 0.4;
/// The same character so near, in parts of the size, is printed twice to look bold.
const PRINTED_TWICE: f32 = 0.12;

/// Characters by lines, from top to bottom and from left to right.
pub(super) fn rows(mut characters: Vec<Character>) -> Vec<Vec<Character>> {
    characters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Character>> = Vec::new();
    let mut baseline = f32::MIN;
    for character in characters {
        match rows.last_mut() {
            Some(row) if character.y - baseline <= SAME_LINE * character.size.max(1.0) => {
                row.push(character);
            }
            _ => {
                baseline = character.y;
                rows.push(vec![character]);
            }
        }
    }
    rows.iter_mut().for_each(|row| row.sort_by(|a, b| a.x.total_cmp(&b.x)));
    rows
}

/// The lines that characters make; what is wide apart stays two spaces apart.
pub(super) fn lines(characters: Vec<Character>) -> Vec<Line> {
    rows(characters).iter().filter_map(|row| line(row)).collect()
}

/// The line that the characters of a row are; none where nothing is seen.
pub(super) fn line(row: &[Character]) -> Option<Line> {
    let mut seen = row.iter().filter(|it| !it.character.is_whitespace());
    let first = seen.next()?;
    let mut line = Line {
        text: String::from(first.character),
        x: first.x,
        end: first.end,
        y: first.y,
        size: first.size,
    };
    let (mut last, mut spaces) = (first, false);
    for character in row.iter().skip_while(|it| it.character.is_whitespace()).skip(1) {
        if character.character.is_whitespace() {
            spaces = true;
            continue;
        }
        if is_printed_twice(last, character) {
            continue;
        }
        line.text.push_str(between(last, character, std::mem::take(&mut spaces)));
        line.text.push(character.character);
        line.end = line.end.max(character.end);
        line.size = line.size.max(character.size);
        last = character;
    }
    Some(line)
}

fn is_printed_twice(last: &Character, character: &Character) -> bool {
    let near = PRINTED_TWICE * character.size;
    last.character == character.character
        && (character.x - last.x).abs() < near
        && (character.y - last.y).abs() < near
}

/// What stands between two characters.
fn between(last: &Character, next: &Character, spaces: bool) -> &'static str {
    let gap = (next.x - last.end) / last.size.max(next.size).max(1.0);
    let are_letters = last.character.is_ascii() && next.character.is_ascii();
    let wide = if are_letters { 0.25 } else { 0.8 };
    match gap {
        gap if gap > 1.4 => "  ",
        gap if spaces || gap > wide => " ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(placed: &[(char, f32, f32)]) -> Vec<Character> {
        let placed = placed.iter().map(|(character, x, y)| {
            let width = if character.is_ascii() { 5.0 } else { 10.0 };
            Character { character: *character, x: *x, end: x + width, y: *y, size: 10.0 }
        });
        placed.collect()
    }

    fn texts(placed: &[(char, f32, f32)]) -> Vec<String> {
        lines(characters(placed)).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn characters_are_ordered_by_place_and_not_by_how_they_are_written() {
        assert_eq!(
            texts(&[('乙', 10.0, 0.0), ('丙', 0.0, 20.0), ('甲', 0.0, 1.0)]),
            ["甲乙", "丙"]
        );
    }

    #[test]
    fn gaps_are_spaces_and_wide_gaps_two() {
        assert_eq!(texts(&[('1', 0.0, 0.0), ('2', 5.0, 0.0), ('3', 13.0, 0.0)]), ["12 3"]);
        assert_eq!(texts(&[('甲', 0.0, 0.0), ('乙', 12.0, 0.0), ('丙', 40.0, 0.0)]), ["甲乙  丙"]);
        assert_eq!(texts(&[('甲', 0.0, 0.0), ('　', 10.0, 0.0), ('1', 20.0, 0.0)]), ["甲 1"]);
    }

    #[test]
    fn what_is_printed_twice_to_look_bold_is_read_once() {
        assert_eq!(texts(&[('1', 0.0, 0.0), ('1', 0.3, 0.0), ('1', 5.0, 0.0)]), ["11"]);
    }
}
