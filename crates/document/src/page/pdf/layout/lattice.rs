//! Ruling lines that belong together.

use super::sheet::{Sheet, Stroke};

/// Lines that meet one another, directly or through others.
#[derive(Clone, Debug, Default)]
pub(super) struct Lattice {
    pub horizontal: Vec<Stroke>,
    pub vertical: Vec<Stroke>,
}

/// Parallel lines that are nearer are one: a double border, the borders of cells side by side.
pub(super) const SAME: f32 = 2.0;
/// How much a bundle of parallel lines may be spread, in points.
const SPREAD: f32 = 4.0;
/// A gap in a line that is no gap: where borders are drawn cell by cell.
const GAP: f32 = 3.0;
/// A line that is shorter is a mark.
const SHORTEST: f32 = 4.0;
/// So many crossings are looked at; a page with more shows a drawing.
const CROSSINGS: usize = 200_000;

/// The lattices of a page.
pub(super) fn lattices(sheet: &Sheet) -> Vec<Lattice> {
    let horizontal = merged(sheet.horizontal.clone());
    let vertical = merged(sheet.vertical.clone());
    if horizontal.len().saturating_mul(vertical.len()) > CROSSINGS {
        return Vec::new();
    }
    let mut groups = Groups::new(horizontal.len() + vertical.len());
    for (row, across) in horizontal.iter().enumerate() {
        for (column, down) in vertical.iter().enumerate() {
            if meet(across, down) {
                groups.unite(row, horizontal.len() + column);
            }
        }
    }
    let mut lattices: Vec<Lattice> = vec![Lattice::default(); horizontal.len() + vertical.len()];
    let rows = horizontal.len();
    for (at, stroke) in horizontal.into_iter().enumerate() {
        lattices[groups.find(at)].horizontal.push(stroke);
    }
    for (at, stroke) in vertical.into_iter().enumerate() {
        lattices[groups.find(rows + at)].vertical.push(stroke);
    }
    lattices.retain(|it| it.horizontal.len() >= 2 && !it.vertical.is_empty());
    lattices
}

fn meet(across: &Stroke, down: &Stroke) -> bool {
    (across.from - GAP..=across.to + GAP).contains(&down.at)
        && (down.from - GAP..=down.to + GAP).contains(&across.at)
}

/// Lines on the same height put together, and brought to exactly the same height.
fn merged(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut merged = Vec::new();
    let mut bundle: Vec<Stroke> = Vec::new();
    for stroke in strokes {
        let belongs = bundle.first().zip(bundle.last()).is_some_and(|(first, last)| {
            stroke.at - last.at <= SAME && stroke.at - first.at <= SPREAD
        });
        if !belongs {
            merged.extend(joined(std::mem::take(&mut bundle)));
        }
        bundle.push(stroke);
    }
    merged.extend(joined(bundle));
    merged
}

fn joined(mut bundle: Vec<Stroke>) -> Vec<Stroke> {
    let count = bundle.len().max(1) as f32;
    let at = bundle.iter().map(|it| it.at).sum::<f32>() / count;
    bundle.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut joined: Vec<Stroke> = Vec::new();
    for stroke in bundle {
        match joined.last_mut() {
            Some(last) if stroke.from - last.to <= GAP => last.to = last.to.max(stroke.to),
            _ => joined.push(Stroke { at, ..stroke }),
        }
    }
    joined.retain(|it| it.to - it.from >= SHORTEST);
    joined
}

/// Which lines belong together.
#[derive(Debug)]
pub(super) struct Groups(Vec<usize>);

impl Groups {
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    pub(super) fn find(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    pub(super) fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.0[one.max(other)] = one.min(other);
    }
}
