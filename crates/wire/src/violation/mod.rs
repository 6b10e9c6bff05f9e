//! Why a message cannot be read: which field, and what to do about it.

mod faults;
mod path;

use std::fmt;

use nianbao_domain::form::{CellId, Edition};

pub use faults::MAX_VIOLATIONS;
pub(crate) use faults::{Faults, reading};
pub(crate) use path::Path;

/// A field that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The path of the field: `report.sheet.rows[3].cells[0].amount`.
    pub path: String,
    /// What kind of violation.
    pub kind: ViolationKind,
    /// What is wrong and what to do, in English.
    pub description: String,
}

/// What kind of violation, as far as the contract gives it a reason of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViolationKind {
    /// Missing, malformed, out of range, too long, said twice, or an enum value that nobody knows.
    Invalid,
    /// The field cannot be changed.
    Immutable,
    /// The edition does not print the cell.
    CellNotOnForm {
        /// The cell.
        cell: CellId,
        /// The edition of the sheet.
        edition: Edition,
    },
}

/// Everything wrong with a message, at least one and at most [`MAX_VIOLATIONS`], in the order of its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// The violations, in the order of the fields.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// The violations, in the order of the fields.
    pub fn into_vec(self) -> Vec<Violation> {
        self.0
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.description)
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, violation) in self.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}
