//! The content of a page: characters and lines at their places.

mod glyph;
mod interpreter;
mod marked;
mod matrix;
mod operator;
mod path;
mod state;
mod text;

pub(super) use glyph::{Direction, Glyph};
pub(super) use interpreter::{Fonts, Interpreter, Spent};
pub(super) use matrix::Matrix;
pub(super) use path::{Ruling, Rulings};

/// What a page shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawing {
    pub glyphs: Vec<Glyph>,
    pub rulings: Rulings,
    /// How many pictures there are.
    pub pictures: usize,
    /// How many characters nobody can read.
    pub unmapped: usize,
}
