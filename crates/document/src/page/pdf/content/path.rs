//! Lines that are drawn: strokes along an axis, and filled rectangles too thin to be anything else.

use super::matrix::{Matrix, Point};
use crate::page::pdf::limits::RULINGS;

/// A horizontal or vertical line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::page::pdf) struct Ruling {
    /// Its height on the page, or its distance from the left.
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// The lines of a page.
#[derive(Clone, Debug, Default)]
pub(in crate::page::pdf) struct Rulings {
    pub horizontal: Vec<Ruling>,
    pub vertical: Vec<Ruling>,
}

/// What is being drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    /// Lines of straight segments; none of a part with a curve.
    parts: Vec<Vec<Point>>,
}

/// A filled rectangle that is thinner is a line, in points.
const THIN: f64 = 3.0;
/// How far a line may lean, in points.
const LEAN: f64 = 0.7;
/// Segments and parts of one path; a path with more is a drawing.
const MOST_POINTS: usize = 20_000;

impl Path {
    pub(super) fn move_to(&mut self, point: Point) {
        self.begin(vec![point]);
    }

    fn begin(&mut self, part: Vec<Point>) {
        if self.parts.len() < MOST_POINTS {
            self.parts.push(part);
        }
    }

    pub(super) fn line_to(&mut self, point: Point) {
        match self.parts.last_mut() {
            Some(part) if part.len() < MOST_POINTS => part.push(point),
            Some(_) => {}
            None => self.move_to(point),
        }
    }

    /// A curve is no line of a table; what goes on behind it may be.
    pub(super) fn curve_to(&mut self, point: Point) {
        self.move_to(point);
    }

    pub(super) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && let Some(first) = part.first().copied()
            && part.len() < MOST_POINTS
        {
            part.push(first);
        }
    }

    pub(super) fn rectangle(&mut self, [x, y, width, height]: [f64; 4]) {
        let (right, top) = (x + width, y + height);
        self.begin(vec![(x, y), (right, y), (right, top), (x, top), (x, y)]);
    }

    /// Draws it, and begins anew.
    pub(super) fn paint(&mut self, matrix: Matrix, stroke: bool, fill: bool, into: &mut Rulings) {
        for part in std::mem::take(&mut self.parts) {
            let points: Vec<Point> = part.into_iter().map(|point| matrix.apply(point)).collect();
            if stroke {
                points.windows(2).for_each(|pair| into.segment(pair[0], pair[1]));
            } else if fill && points.len() > 2 {
                into.filled(&points);
            }
        }
    }

    pub(super) fn clear(&mut self) {
        self.parts.clear();
    }
}

impl Rulings {
    fn segment(&mut self, from: Point, to: Point) {
        let (wide, tall) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
        if tall <= LEAN {
            self.horizontal(f64::midpoint(from.1, to.1), from.0, to.0);
        } else if wide <= LEAN {
            self.vertical(f64::midpoint(from.0, to.0), from.1, to.1);
        }
    }

    /// A filled shape: its middle line, where it is thin.
    fn filled(&mut self, points: &[Point]) {
        let across = extent(points.iter().map(|point| point.0));
        let down = extent(points.iter().map(|point| point.1));
        let (wide, tall) = (across.1 - across.0, down.1 - down.0);
        if tall <= THIN && tall <= wide {
            self.horizontal(f64::midpoint(down.0, down.1), across.0, across.1);
        }
        if wide <= THIN && wide <= tall {
            self.vertical(f64::midpoint(across.0, across.1), down.0, down.1);
        }
    }

    fn horizontal(&mut self, at: f64, from: f64, to: f64) {
        push(&mut self.horizontal, at, from, to);
    }

    fn vertical(&mut self, at: f64, from: f64, to: f64) {
        push(&mut self.vertical, at, from, to);
    }
}

fn push(lines: &mut Vec<Ruling>, at: f64, from: f64, to: f64) {
    if lines.len() < RULINGS && at.is_finite() && from.is_finite() && to.is_finite() {
        lines.push(Ruling { at, from: from.min(to), to: from.max(to) });
    }
}

fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thin_rectangles_are_lines_and_others_are_not() {
        let mut rulings = Rulings::default();
        let mut path = Path::default();
        path.rectangle([10.0, 20.0, 100.0, 0.5]);
        path.rectangle([10.0, 20.0, 100.0, 30.0]);
        path.paint(Matrix::IDENTITY, false, true, &mut rulings);
        assert_eq!(rulings.horizontal, [Ruling { at: 20.25, from: 10.0, to: 110.0 }]);
        assert_eq!(rulings.vertical, []);
    }

    #[test]
    fn a_stroked_rectangle_is_four_lines_and_a_slope_is_none() {
        let mut rulings = Rulings::default();
        let mut path = Path::default();
        path.rectangle([0.0, 0.0, 10.0, 20.0]);
        path.move_to((0.0, 0.0));
        path.line_to((50.0, 50.0));
        path.paint(Matrix::shift(1.0, 1.0), true, false, &mut rulings);
        assert_eq!((rulings.horizontal.len(), rulings.vertical.len()), (2, 2));
        assert_eq!(rulings.vertical[0], Ruling { at: 11.0, from: 1.0, to: 21.0 });
    }
}
