//! A list of revisions, newest first.

use nianbao_domain::report::{ReportKey, RevisionNumber};

use super::{PageToken, PageTokenError, Value};

/// One page of the revisions of a report, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevisionQuery {
    /// Only revisions with a smaller number.
    pub before: Option<RevisionNumber>,
    /// At most this many.
    pub limit: usize,
}

impl RevisionQuery {
    /// Reads the page token of a request.
    pub fn parse(
        report: &ReportKey,
        page_token: &str,
        limit: usize,
    ) -> Result<Self, PageTokenError> {
        let before = match PageToken::parse(page_token, Self::fingerprint(report), 1)?.as_deref() {
            Some([Value::Number(number)]) => {
                Some(RevisionNumber::try_from(*number).map_err(|_| PageTokenError)?)
            }
            Some(_) => return Err(PageTokenError),
            None => None,
        };
        Ok(Self { before, limit })
    }

    /// The token of the page behind a revision.
    pub(crate) fn token(report: &ReportKey, last: RevisionNumber) -> String {
        PageToken {
            fingerprint: Self::fingerprint(report),
            values: vec![Value::Number(last.into())],
        }
        .to_string()
    }

    fn fingerprint(report: &ReportKey) -> u64 {
        PageToken::fingerprint(&["revisions", &report.to_string()])
    }
}
