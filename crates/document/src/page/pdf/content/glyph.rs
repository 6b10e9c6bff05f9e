//! A character at its place.

use super::matrix::Point;

/// A character at its place, in points of the page; the page's top is its greatest height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::page::pdf) struct Glyph {
    pub character: char,
    pub x: f32,
    /// How far the next character is, along the line.
    pub width: f32,
    /// The height of its baseline.
    pub y: f32,
    /// The size of its letters.
    pub size: f32,
    /// Which way its line runs.
    pub direction: Direction,
}

/// Which way a line of text runs on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::page::pdf) enum Direction {
    Right,
    Up,
    Left,
    Down,
}

impl Direction {
    /// The axis that a direction runs along, within a few degrees, as scans do; none where it runs
    /// across the page, as watermarks do.
    pub(super) fn of((x, y): Point) -> Option<Self> {
        const SLANT: f64 = 0.1;
        if x.abs().min(y.abs()) > x.abs().max(y.abs()) * SLANT {
            return None;
        }
        Some(match (x.abs() >= y.abs(), x >= 0.0, y >= 0.0) {
            (true, true, _) => Self::Right,
            (true, false, _) => Self::Left,
            (false, _, true) => Self::Up,
            (false, _, false) => Self::Down,
        })
    }
}
