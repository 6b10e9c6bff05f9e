//! Showing strings.

use super::glyph::{Direction, Glyph};
use super::interpreter::Interpreter;
use super::matrix::Matrix;
use crate::ReadError;
use crate::page::pdf::font::Letter;

impl Interpreter<'_, '_> {
    /// Moves the pen back by thousandths of the size.
    pub(super) fn kern(&mut self, back: f64) {
        let distance = -back / 1000.0 * self.state.size;
        self.advance(distance);
    }

    fn advance(&mut self, distance: f64) {
        if self.state.font.as_ref().is_some_and(|font| font.is_vertical) {
            self.pen.advance(0.0, distance);
        } else {
            self.pen.advance(distance * self.state.scaling, 0.0);
        }
    }

    /// Shows a string.
    pub(super) fn show(&mut self, string: &[u8]) -> Result<(), ReadError> {
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        for letter in font.letters(string) {
            self.spent.glyphs.spend(letter.text.as_ref().map_or(1, String::len))?;
            self.place(&letter, font.is_vertical);
            let spaces = if letter.is_space { self.state.word_spacing } else { 0.0 };
            let spaces = spaces + self.state.character_spacing;
            let forward = f64::from(letter.width) * self.state.size;
            // Lines downwards have the width of a character as the distance of the next.
            self.advance(if font.is_vertical {
                -self.state.size - spaces
            } else {
                forward + spaces
            });
        }
        Ok(())
    }

    /// Puts the characters of a letter where the pen is.
    fn place(&mut self, letter: &Letter, is_vertical: bool) {
        let state = &self.state;
        let scale = Matrix([state.size * state.scaling, 0.0, 0.0, state.size, 0.0, state.rise]);
        let matrix = scale.then(self.pen.matrix).then(state.matrix);
        let width = f64::from(letter.width);
        let origin = if is_vertical { (-width / 2.0, -0.88) } else { (0.0, 0.0) };
        let (x, y) = matrix.apply(origin);
        let (along, up) = (matrix.turn((1.0, 0.0)), matrix.turn((0.0, 1.0)));
        let size = up.0.hypot(up.1);
        let length = along.0.hypot(along.1) * width;
        if !(x.is_finite() && y.is_finite() && size.is_finite() && length.is_finite()) {
            return;
        }
        let Some(direction) = Direction::of(along) else { return };
        self.drawing.unmapped += usize::from(letter.text.is_none());
        let text = letter.text.as_deref().unwrap_or("\u{fffd}");
        let count = text.chars().count().max(1) as f64;
        let step = length / count;
        for (at, character) in text.chars().enumerate() {
            let part = at as f64 / count * width;
            let (x, y) = matrix.apply((origin.0 + part, origin.1));
            self.drawing.glyphs.push(Glyph {
                character,
                x: x as f32,
                width: step as f32,
                y: y as f32,
                size: size as f32,
                direction,
            });
        }
    }
}
