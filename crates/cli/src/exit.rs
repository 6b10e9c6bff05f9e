//! What a run comes to, as the exit code tells it.

use std::process::ExitCode;

/// What a run comes to. Where several apply, the gravest one is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing blocking.
    #[default]
    Clean = 0,
    /// At least one blocking finding, also where the server refused for findings.
    Blocking = 1,
    /// Something could not be read, or the command was used wrongly.
    Unreadable = 2,
    /// The server refused for another reason, or could not be reached.
    Refused = 3,
}

impl Exit {
    /// What two parts of a run come to together.
    pub fn and(self, other: Self) -> Self {
        self.max(other)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_goes_over_what_blocks_and_that_over_nothing() {
        assert_eq!(Exit::Clean.and(Exit::Blocking), Exit::Blocking);
        assert_eq!(Exit::Unreadable.and(Exit::Blocking), Exit::Unreadable);
        assert_eq!(Exit::default().and(Exit::Unreadable), Exit::Unreadable);
    }

    #[test]
    fn the_codes_are_those_of_the_contract() {
        let all = [Exit::Clean, Exit::Blocking, Exit::Unreadable, Exit::Refused];
        assert_eq!(all.map(|exit| exit as u8), [0, 1, 2, 3]);
    }
}
