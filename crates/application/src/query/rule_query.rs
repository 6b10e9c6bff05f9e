//! A list of rules: the catalogue in its order, then those of users by code.

use super::{PageToken, PageTokenError, Value};

/// Where rules come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleOrigin {
    /// The catalogue.
    Catalogue,
    /// A user.
    User,
}

/// One page of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleQuery {
    /// Only rules of this origin; all where none.
    pub origin: Option<RuleOrigin>,
    /// Only rules behind the one with this code.
    pub after: Option<String>,
    /// At most this many.
    pub limit: usize,
}

impl RuleQuery {
    /// Reads the page token of a request.
    pub fn parse(
        origin: Option<RuleOrigin>,
        page_token: &str,
        limit: usize,
    ) -> Result<Self, PageTokenError> {
        let after = match PageToken::parse(page_token, fingerprint(origin), 1)?.as_deref() {
            Some([Value::Text(code)]) => Some(code.clone()),
            Some(_) => return Err(PageTokenError),
            None => None,
        };
        Ok(Self { origin, after, limit })
    }

    /// Whether rules of an origin are asked for.
    pub(crate) fn asks_for(&self, origin: RuleOrigin) -> bool {
        self.origin.is_none_or(|it| it == origin)
    }

    /// The token of the page behind a rule.
    pub(crate) fn token(&self, last: &str) -> String {
        let (fingerprint, values) = (fingerprint(self.origin), vec![Value::Text(last.to_owned())]);
        PageToken { fingerprint, values }.to_string()
    }
}

fn fingerprint(origin: Option<RuleOrigin>) -> u64 {
    let origin = match origin {
        None => "all",
        Some(RuleOrigin::Catalogue) => "catalogue",
        Some(RuleOrigin::User) => "user",
    };
    PageToken::fingerprint(&["rules", origin])
}
