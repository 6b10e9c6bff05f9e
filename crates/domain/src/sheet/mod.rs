//! The figures of one report in one edition of the form.

mod amount;
mod assessment;
mod carried_over;
mod cell;
mod edition_change;
mod figures;
mod local_row;

pub use amount::{Amount, AmountError};
pub use assessment::{Outcome, Reading};
pub use carried_over::carried_over;
pub use cell::{Cell, MAX_COUNT, OutOfRange};
pub use edition_change::{EditionChange, NotCarried};
pub use figures::{Sheet, SheetError};
pub use local_row::{LocalCell, LocalRow};

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
