//! By how much relations fail, and what changes of cells do to that.

use super::incidence::{Relations, bits};

/// What adding one to a cell does to the relations: left minus right grows or shrinks by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Touch {
    /// Relations with the cell on their left side.
    pub plus: Relations,
    /// Relations with the cell on their right side.
    pub minus: Relations,
}

/// Left minus right of every relation that is assessed.
#[derive(Clone, Debug)]
pub(super) struct Residuals {
    by: [i64; Relations::BITS as usize],
    /// The relations where that is not zero.
    pub failing: Relations,
}

impl Touch {
    /// Every relation that it touches.
    pub fn mask(self) -> Relations {
        self.plus | self.minus
    }

    /// What it does to some relations only.
    pub fn within(self, relations: Relations) -> Self {
        Self { plus: self.plus & relations, minus: self.minus & relations }
    }
}

impl Residuals {
    /// Residuals by their bit; sums of counts, so that no change leaves an `i64`.
    pub fn new(of: impl IntoIterator<Item = (usize, i64)>) -> Self {
        let mut residuals = Self { by: [0; Relations::BITS as usize], failing: 0 };
        of.into_iter().for_each(|(bit, by)| residuals.add(bit, by));
        residuals
    }

    /// The same residuals, of some relations only.
    pub fn within(&self, relations: Relations) -> Self {
        Self::new(bits(self.failing & relations).map(|bit| (bit, self.by[bit])))
    }

    fn add(&mut self, bit: usize, by: i64) {
        self.by[bit] += by;
        if self.by[bit] == 0 {
            self.failing &= !(1 << bit);
        } else {
            self.failing |= 1 << bit;
        }
    }

    /// Adds to a cell.
    pub fn apply(&mut self, touch: Touch, delta: i64) {
        bits(touch.plus).for_each(|bit| self.add(bit, delta));
        bits(touch.minus).for_each(|bit| self.add(bit, -delta));
    }

    /// What has to be added to a cell so that one relation holds.
    pub fn delta_for(&self, touch: Touch, bit: usize) -> i64 {
        if touch.plus & (1 << bit) != 0 { -self.by[bit] } else { self.by[bit] }
    }

    /// What has to be added to a cell so that all relations hold that it touches, where one number
    /// does.
    pub fn delta(&self, touch: Touch) -> Option<i64> {
        let mut deltas = bits(touch.mask()).map(|bit| self.delta_for(touch, bit));
        let first = deltas.next().filter(|delta| *delta != 0)?;
        deltas.all(|delta| delta == first).then_some(first)
    }
}
