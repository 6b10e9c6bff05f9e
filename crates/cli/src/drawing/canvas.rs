//! A rectangle of terminal columns and rows.

use std::fmt;

use unicode_width::UnicodeWidthChar;

use super::measure::Frame;

/// What stands in one column of one row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Spot {
    /// Nothing.
    #[default]
    Empty,
    /// Lines to some of the four sides.
    Line(u8),
    /// A character.
    Character(char),
    /// The second column of a wide character.
    Covered,
}

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// The character for every set of sides.
const LINES: [char; 16] =
    [' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼'];

/// A rectangle to draw on.
pub struct Canvas {
    rows: Vec<Vec<Spot>>,
}

impl Canvas {
    /// An empty rectangle.
    pub fn new(width: usize, height: usize) -> Self {
        Self { rows: vec![vec![Spot::Empty; width]; height] }
    }

    /// Draws the lines around a cell; where lines meet, they join.
    pub fn frame(&mut self, frame: Frame) {
        let Frame { left, right, top, bottom } = frame;
        for x in left..right {
            for y in [top, bottom] {
                self.join(x, y, RIGHT);
                self.join(x + 1, y, LEFT);
            }
        }
        for y in top..bottom {
            for x in [left, right] {
                self.join(x, y, DOWN);
                self.join(x, y + 1, UP);
            }
        }
    }

    /// Writes words into a row.
    pub fn write(&mut self, x: usize, y: usize, words: &str) {
        let mut x = x;
        for c in words.chars() {
            let width = c.width().unwrap_or(0);
            self.put(x, y, Spot::Character(c));
            (1..width).for_each(|further| self.put(x + further, y, Spot::Covered));
            x += width;
        }
    }

    fn join(&mut self, x: usize, y: usize, side: u8) {
        let Some(spot) = self.spot(x, y) else { return };
        *spot = match *spot {
            Spot::Line(sides) => Spot::Line(sides | side),
            Spot::Empty | Spot::Character(_) | Spot::Covered => Spot::Line(side),
        };
    }

    fn put(&mut self, x: usize, y: usize, content: Spot) {
        if let Some(spot) = self.spot(x, y) {
            *spot = content;
        }
    }

    fn spot(&mut self, x: usize, y: usize) -> Option<&mut Spot> {
        self.rows.get_mut(y)?.get_mut(x)
    }
}

impl fmt::Display for Canvas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            let shown = row.iter().filter_map(|spot| match spot {
                Spot::Empty => Some(' '),
                Spot::Line(sides) => LINES.get(usize::from(*sides)).copied(),
                Spot::Character(c) => Some(*c),
                Spot::Covered => None,
            });
            let shown: String = shown.collect();
            writeln!(f, "{}", shown.trim_end())?;
        }
        Ok(())
    }
}
