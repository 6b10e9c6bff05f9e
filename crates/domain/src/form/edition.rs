//! The editions of the form, and which one a report year prescribes.

use std::fmt;
use std::str::FromStr;

use super::{Layout, Section, Table, TableId, UnknownConcept, edition_2019, edition_2021};

/// An edition of the form, named after its first report year.
///
/// The number is the wire and storage number for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i16)]
pub enum Edition {
    /// 国办公开办函〔2019〕60号, the trial form (试行).
    E2019 = 1,
    /// 国办公开办函〔2021〕30号, in force.
    E2021 = 2,
}

/// The tree of one edition: everything that is printed, once.
#[derive(Debug)]
pub struct Form {
    /// The edition.
    pub edition: Edition,
    /// The notice that prescribes it.
    pub notice: &'static str,
    /// The title of the form.
    pub title: &'static str,
    /// The first report year it applies to.
    pub first_year: u16,
    /// The last report year it applies to, where a later form replaced it.
    pub last_year: Option<u16>,
    /// The six sections, in order.
    pub sections: &'static [Section],
}

impl Edition {
    /// Every edition, oldest first.
    pub const ALL: [Self; 2] = [Self::E2019, Self::E2021];

    /// The tree of this edition.
    pub fn form(self) -> &'static Form {
        match self {
            Self::E2019 => &edition_2019::FORM,
            Self::E2021 => &edition_2021::FORM,
        }
    }

    /// What follows from the tree: cell order, equations, look-ups.
    pub fn layout(self) -> &'static Layout {
        Layout::of(self)
    }

    /// The public code: the first report year.
    pub const fn code(self) -> &'static str {
        match self {
            Self::E2019 => "2019",
            Self::E2021 => "2021",
        }
    }

    /// The number on the wire and in storage.
    pub const fn number(self) -> i16 {
        self as i16
    }

    /// The edition that the notices prescribe for a report year; none before 2019,
    /// when there was no national form.
    pub fn prescribed_for(year: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.form().covers(year))
    }
}

impl Form {
    fn covers(&self, year: u16) -> bool {
        year >= self.first_year && self.last_year.is_none_or(|last| year <= last)
    }

    /// The tables, in the order of the form.
    pub fn tables(&self) -> impl Iterator<Item = &'static Table> {
        self.sections.iter().filter_map(|section| section.table.as_ref())
    }

    /// The table with this id; every edition prints all three.
    pub fn table(&self, id: TableId) -> Option<&'static Table> {
        self.tables().find(|table| table.id == id)
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Edition {
    type Err = UnknownConcept;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|edition| edition.code() == code)
            .ok_or_else(|| UnknownConcept(code.to_owned()))
    }
}

impl TryFrom<i16> for Edition {
    type Error = UnknownConcept;

    fn try_from(number: i16) -> Result<Self, Self::Error> {
        Self::ALL
            .into_iter()
            .find(|edition| edition.number() == number)
            .ok_or_else(|| UnknownConcept(number.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_year_prescribes_the_edition_that_was_in_force() {
        let prescribed = [2018, 2019, 2020, 2021, 2025].map(Edition::prescribed_for);
        assert_eq!(
            prescribed,
            [
                None,
                Some(Edition::E2019),
                Some(Edition::E2019),
                Some(Edition::E2021),
                Some(Edition::E2021)
            ]
        );
    }
}
