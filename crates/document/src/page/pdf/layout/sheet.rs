//! A page as it is read: upright, heights counted from the top.

use crate::page::pdf::content::{Direction, Drawing, Glyph, Ruling, Rulings};
use crate::page::pdf::tree::View;

/// A character; `y` is the distance of its baseline from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::page::pdf) struct Character {
    pub character: char,
    pub x: f32,
    pub end: f32,
    pub y: f32,
    pub size: f32,
}

/// A line; `at` is its distance from the top or from the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::page::pdf) struct Stroke {
    pub at: f32,
    pub from: f32,
    pub to: f32,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(in crate::page::pdf) struct Sheet {
    pub characters: Vec<Character>,
    pub horizontal: Vec<Stroke>,
    pub vertical: Vec<Stroke>,
    pub height: f32,
}

impl Character {
    /// Where it is, for telling which cell it is in.
    pub(super) fn centre(&self) -> (f32, f32) {
        (f32::midpoint(self.x, self.end), self.y - self.size * 0.3)
    }
}

impl Sheet {
    /// The page, turned so that most of its lines run to the right.
    pub(in crate::page::pdf) fn of(drawing: Drawing, view: View) -> Self {
        let Drawing { glyphs, rulings, .. } = drawing;
        let (width, height) = (view.width as f32, view.height as f32);
        let seen = |it: &Glyph| {
            (-1.0..=width + 1.0).contains(&it.x) && (-1.0..=height + 1.0).contains(&it.y)
        };
        let glyphs: Vec<Glyph> = glyphs.into_iter().filter(seen).collect();
        let turn = Turn { direction: main_direction(&glyphs), width, height };
        let mut sheet = turn.sheet();
        sheet.characters = glyphs.iter().map(|glyph| turn.character(glyph)).collect();
        turn.strokes(&rulings, &mut sheet);
        sheet.characters.retain(|it| !it.character.is_control());
        sheet
    }
}

fn main_direction(glyphs: &[Glyph]) -> Direction {
    let mut counts = [0_usize; 4];
    let all = [Direction::Right, Direction::Up, Direction::Left, Direction::Down];
    for glyph in glyphs {
        let at = all.iter().position(|it| *it == glyph.direction).unwrap_or(0);
        counts[at] += 1;
    }
    let (mut most, mut direction) = (counts[0], Direction::Right);
    for (count, other) in counts.into_iter().zip(all) {
        if count > most {
            (most, direction) = (count, other);
        }
    }
    direction
}

/// How a page is turned.
#[derive(Clone, Copy, Debug)]
struct Turn {
    direction: Direction,
    width: f32,
    height: f32,
}

impl Turn {
    fn sheet(self) -> Sheet {
        let height = match self.direction {
            Direction::Right | Direction::Left => self.height,
            Direction::Up | Direction::Down => self.width,
        };
        Sheet { height, ..Sheet::default() }
    }

    /// A place with its height from the bottom, as the place on the turned page from its top.
    fn place(self, x: f32, y: f32) -> (f32, f32) {
        match self.direction {
            Direction::Right => (x, self.height - y),
            Direction::Left => (self.width - x, y),
            Direction::Up => (y, x),
            Direction::Down => (self.height - y, self.width - x),
        }
    }

    fn character(self, glyph: &Glyph) -> Character {
        let (x, y) = self.place(glyph.x, glyph.y);
        let Glyph { character, width, size, .. } = *glyph;
        Character { character, x, end: x + width.abs(), y, size }
    }

    fn strokes(self, rulings: &Rulings, into: &mut Sheet) {
        for ruling in &rulings.horizontal {
            self.stroke((ruling.from, ruling.at), (ruling.to, ruling.at), into);
        }
        for Ruling { at, from, to } in &rulings.vertical {
            self.stroke((*at, *from), (*at, *to), into);
        }
    }

    fn stroke(self, from: (f64, f64), to: (f64, f64), into: &mut Sheet) {
        let from = self.place(from.0 as f32, from.1 as f32);
        let to = self.place(to.0 as f32, to.1 as f32);
        let (wide, tall) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
        if wide >= tall {
            let at = f32::midpoint(from.1, to.1);
            into.horizontal.push(Stroke { at, from: from.0.min(to.0), to: from.0.max(to.0) });
        } else {
            let at = f32::midpoint(from.0, to.0);
            into.vertical.push(Stroke { at, from: from.1.min(to.1), to: from.1.max(to.1) });
        }
    }
}
