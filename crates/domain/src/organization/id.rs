//! The name of an organ in this system.

use std::fmt;
use std::str::FromStr;

/// An immutable lower-case id chosen by whoever registers the organ: 1 to 63 letters, digits and
/// hyphens, neither first nor last a hyphen. By default the 统一社会信用代码 in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizationId(String);

/// Words that are no organization id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationIdError(pub String);

const COLLECTION: &str = "organizations/";
const MAX_LENGTH: usize = 63;

impl OrganizationId {
    /// The id itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `organizations/{organization}`.
    pub fn resource_name(&self) -> String {
        format!("{COLLECTION}{}", self.0)
    }

    /// Reads `organizations/{organization}`.
    pub fn from_resource_name(name: &str) -> Result<Self, OrganizationIdError> {
        let id =
            name.strip_prefix(COLLECTION).ok_or_else(|| OrganizationIdError(name.to_owned()))?;
        id.parse().map_err(|_| OrganizationIdError(name.to_owned()))
    }
}

impl FromStr for OrganizationId {
    type Err = OrganizationIdError;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let well_formed = (1..=MAX_LENGTH).contains(&id.len()) && id.bytes().all(allowed);
        if !well_formed || id.starts_with('-') || id.ends_with('-') {
            return Err(OrganizationIdError(id.to_owned()));
        }
        Ok(Self(id.to_owned()))
    }
}

impl fmt::Display for OrganizationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for OrganizationIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.0.chars().take(80).collect();
        write!(
            f,
            "{shown:?} names no organization: 1 to 63 lower-case letters, digits and inner hyphens do"
        )
    }
}

impl std::error::Error for OrganizationIdError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_with_inner_hyphens() {
        for id in ["siqian", "11370883004325769b", "a-b"] {
            assert_eq!(id.parse::<OrganizationId>().unwrap().as_str(), id);
        }
        for id in ["", "A", "-a", "a-", "a/b", "司前", &"a".repeat(64)] {
            assert!(id.parse::<OrganizationId>().is_err(), "{id}");
        }
    }
}
