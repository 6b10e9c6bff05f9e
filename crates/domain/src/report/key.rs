//! What makes a report one: its organ, its year, its kind (IDN-007).

use std::fmt;
use std::str::FromStr;

use super::ReportYear;
use crate::form::UnknownConcept;
use crate::organization::OrganizationId;

/// Whose figures a report gives; the number is the storage number for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i16)]
pub enum ReportKind {
    /// 本机关: the organ's own.
    #[default]
    Own = 1,
    /// 本级汇总: those of a government with all its organs, compiled by its office (条例 art 49).
    Consolidated = 2,
}

/// The identity of a report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportKey {
    /// The organ.
    pub organization: OrganizationId,
    /// The year.
    pub year: ReportYear,
    /// Own or consolidated.
    pub kind: ReportKind,
}

/// Words that name no report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportKeyError(pub String);

const CONSOLIDATED: &str = "-consolidated";

impl ReportKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Own, Self::Consolidated];

    /// The number in storage.
    pub const fn number(self) -> i16 {
        self as i16
    }

    /// The stable public code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Consolidated => "consolidated",
        }
    }
}

impl TryFrom<i16> for ReportKind {
    type Error = UnknownConcept;

    fn try_from(number: i16) -> Result<Self, Self::Error> {
        let found = Self::ALL.into_iter().find(|kind| kind.number() == number);
        found.ok_or_else(|| UnknownConcept(number.to_string()))
    }
}

impl ReportKey {
    /// The last part of the resource name: `2024` or `2024-consolidated`.
    pub fn report_id(&self) -> String {
        match self.kind {
            ReportKind::Own => self.year.to_string(),
            ReportKind::Consolidated => format!("{}{CONSOLIDATED}", self.year),
        }
    }

    /// Reads the last part of a resource name.
    pub fn parse_report_id(id: &str) -> Result<(ReportYear, ReportKind), ReportKeyError> {
        let (year, kind) = match id.strip_suffix(CONSOLIDATED) {
            Some(year) => (year, ReportKind::Consolidated),
            None => (id, ReportKind::Own),
        };
        let year = year.parse().map_err(|_| ReportKeyError(id.to_owned()))?;
        Ok((year, kind))
    }
}

impl fmt::Display for ReportKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/reports/{}", self.organization.resource_name(), self.report_id())
    }
}

impl FromStr for ReportKey {
    type Err = ReportKeyError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let refused = || ReportKeyError(name.to_owned());
        let (organization, id) = name.split_once("/reports/").ok_or_else(refused)?;
        let organization =
            OrganizationId::from_resource_name(organization).map_err(|_| refused())?;
        let (year, kind) = Self::parse_report_id(id).map_err(|_| refused())?;
        Ok(Self { organization, year, kind })
    }
}

impl fmt::Display for ReportKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} names no report: organizations/ID/reports/2024 and organizations/ID/reports/2024-consolidated do",
            self.0
        )
    }
}

impl std::error::Error for ReportKeyError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_name_reads_back_as_the_same_report() {
        for name in
            ["organizations/siqian/reports/2024", "organizations/siqian/reports/2024-consolidated"]
        {
            assert_eq!(name.parse::<ReportKey>().unwrap().to_string(), name);
        }
    }

    #[test]
    fn other_words_name_no_report() {
        for name in [
            "",
            "organizations/x",
            "organizations/x/reports/",
            "organizations/x/reports/24",
            "organizations/X/reports/2024",
        ] {
            assert!(name.parse::<ReportKey>().is_err(), "{name}");
        }
    }
}
