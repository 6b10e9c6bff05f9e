//! What operators of a content stream change (ISO 32000-1, 8.4 and 9.3).

use std::rc::Rc;

use super::matrix::Matrix;
use crate::page::pdf::font::Font;

/// The graphics state.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// From the coordinates of the content to those of the page.
    pub matrix: Matrix,
    pub font: Option<Rc<Font>>,
    pub size: f64,
    pub character_spacing: f64,
    pub word_spacing: f64,
    /// Horizontal scaling: 1 is normal.
    pub scaling: f64,
    pub leading: f64,
    pub rise: f64,
}

impl State {
    pub(super) fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            scaling: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// Where the pen is in a text object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    pub matrix: Matrix,
    /// Where the line began.
    pub line: Matrix,
}

impl Pen {
    pub(super) const START: Self = Self { matrix: Matrix::IDENTITY, line: Matrix::IDENTITY };

    /// Begins a line, seen from the beginning of the last one.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set(Matrix::shift(x, y).then(self.line));
    }

    pub(super) fn set(&mut self, matrix: Matrix) {
        *self = Self { matrix, line: matrix };
    }

    /// Moves on within the line.
    pub(super) fn advance(&mut self, x: f64, y: f64) {
        self.matrix = Matrix::shift(x, y).then(self.matrix);
    }
}
