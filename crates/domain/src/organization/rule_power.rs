//! Who may make 规章.

/// Whether an organ may make 规章 (立法法 2023 arts 91, 93): an attribute of the organ, since a
/// city's office reports its government's rules, and no level tells it by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i16)]
pub enum RulePower {
    /// Not known.
    #[default]
    Unknown = 0,
    /// It may.
    Has = 1,
    /// It may not: townships, counties and their departments.
    Lacks = 2,
}

impl RulePower {
    /// The number in storage.
    pub const fn number(self) -> i16 {
        self as i16
    }
}

impl TryFrom<i16> for RulePower {
    type Error = crate::form::UnknownConcept;

    fn try_from(number: i16) -> Result<Self, Self::Error> {
        let all = [Self::Unknown, Self::Has, Self::Lacks];
        let found = all.into_iter().find(|power| power.number() == number);
        found.ok_or_else(|| crate::form::UnknownConcept(number.to_string()))
    }
}
