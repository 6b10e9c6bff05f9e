//! The statutory form as data: one tree an edition, everything else derived from it.
//!
//! A later edition costs new enum values where the words are new, one file beside
//! [`edition_2021`](self), and one line in [`Edition`].

mod cell_id;
mod column;
mod continuity;
mod edition;
mod edition_2019;
mod edition_2021;
mod equation;
mod grid;
mod label;
mod layout;
mod line;
mod measure;
mod node;
mod proactive;
mod proceedings;
mod requests;
mod sections;
mod table;
pub(crate) mod vocabulary;

pub use cell_id::CellId;
pub use column::Column;
pub use continuity::{Continuity, FlowYear};
pub use edition::{Edition, Form};
pub use equation::{Equation, EquationKind};
pub use grid::{Grid, GridCell, GridContent, GridRow};
pub use label::{Label, fold, unnumbered};
pub use layout::{CAPACITY, CellIndex, CellSet, IndexedEquation, Layout};
pub use line::Line;
pub use measure::{Measure, Nature, Unit};
pub use node::{Node, depth, leaves, printed, prints, resolve, totals};
pub use table::{Balance, Block, Direction, Section, Table, TableId};
pub use vocabulary::UnknownConcept;

#[cfg(test)]
mod tests;
