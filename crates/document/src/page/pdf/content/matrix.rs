//! Coordinates (ISO 32000-1, 8.3).

/// A transformation of the plane: `[a b c d e f]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::page::pdf) struct Matrix(pub [f64; 6]);

/// A place.
pub(in crate::page::pdf) type Point = (f64, f64);

impl Matrix {
    /// What changes nothing.
    pub(in crate::page::pdf) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A shift.
    pub(in crate::page::pdf) const fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one first, then the other.
    pub(in crate::page::pdf) fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], Self([m, n, o, p, q, r])) = (self.0, other);
        Self([
            a * m + b * o,
            a * n + b * p,
            c * m + d * o,
            c * n + d * p,
            e * m + f * o + q,
            e * n + f * p + r,
        ])
    }

    /// Where a place comes to be.
    pub(in crate::page::pdf) fn apply(self, (x, y): Point) -> Point {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Which way a direction comes to point.
    pub(in crate::page::pdf) fn turn(self, (x, y): Point) -> Point {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }
}
