//! Collecting what is wrong with a message while it is read.

use std::fmt;

use super::{Path, Violation, ViolationKind, Violations};

/// How many violations of one message are told: enough to correct it by, and bounded.
pub const MAX_VIOLATIONS: usize = 50;

/// What was found wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Violation>);

impl Faults {
    /// Notes that a field is missing or malformed.
    pub(crate) fn invalid(&mut self, at: &Path<'_>, description: impl fmt::Display) {
        self.add(at, ViolationKind::Invalid, description);
    }

    /// Notes what is wrong with a field; beyond the bound nothing more is kept.
    pub(crate) fn add(
        &mut self,
        at: &Path<'_>,
        kind: ViolationKind,
        description: impl fmt::Display,
    ) {
        if self.0.len() < MAX_VIOLATIONS {
            let (path, description) = (at.to_string(), description.to_string());
            self.0.push(Violation { path, kind, description });
        }
    }

    /// What was read, unless something was wrong. What is none without a fault is none by a fault
    /// beyond the bound.
    pub(crate) fn finish<T>(self, read: Option<T>) -> Result<T, Violations> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            Some(_) | None => Err(Violations(self.0)),
        }
    }
}

/// Reads one message or field at a path, with everything that is wrong about it.
pub(crate) fn reading<T>(
    root: &str,
    read: impl FnOnce(&Path<'_>, &mut Faults) -> Option<T>,
) -> Result<T, Violations> {
    let mut faults = Faults::default();
    let read = read(&Path::Root(root), &mut faults);
    faults.finish(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_faults_are_kept_than_the_bound() {
        let read = reading("it", |at, faults| {
            (0..2 * MAX_VIOLATIONS).for_each(|_| faults.invalid(at, "wrong"));
            Some(())
        });
        assert_eq!(read.unwrap_err().iter().count(), MAX_VIOLATIONS);
    }
}
