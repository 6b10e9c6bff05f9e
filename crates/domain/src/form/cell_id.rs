//! The stable public name of a cell.

use std::fmt;
use std::str::FromStr;

use super::{Column, Line, UnknownConcept};

/// A cell of the form, as `line.column`: `granted.natural_person`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId {
    /// What is counted.
    pub line: Line,
    /// How, or for whom.
    pub column: Column,
}

impl CellId {
    /// Names a cell; whether an edition prints it is the layout's knowledge.
    pub const fn new(line: Line, column: Column) -> Self {
        Self { line, column }
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.line, self.column)
    }
}

impl FromStr for CellId {
    type Err = UnknownConcept;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let (line, column) = code.split_once('.').ok_or_else(|| UnknownConcept(code.to_owned()))?;
        Ok(Self::new(line.parse()?, column.parse()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_code_reads_back_as_the_same_cell() {
        let cell = CellId::new(Line::Granted, Column::NaturalPerson);
        assert_eq!(cell.to_string(), "granted.natural_person");
        assert_eq!("granted.natural_person".parse(), Ok(cell));
    }

    #[test]
    fn a_code_of_no_concept_is_refused_by_name() {
        let unknown = "granted.martian".parse::<CellId>();
        assert_eq!(unknown, Err(UnknownConcept("martian".to_owned())));
    }
}
