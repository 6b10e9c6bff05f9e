//! The figures of a report.

mod cell;
mod change;
mod figures;
mod local_row;
mod message;
mod not_carried;
mod number;

pub use change::cell_changes;
pub(crate) use figures::read;
pub use message::{cell_reference, sheet};
pub use not_carried::not_carried;

/// What becomes of fields of a cell that are output only: why its content was refused, and its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutputOnly {
    /// A caller's word is not taken for what only the import knows.
    Ignored,
    /// A file that was written from a report is that report.
    Kept,
}
