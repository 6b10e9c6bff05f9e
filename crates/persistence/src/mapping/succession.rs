//! Whom an organ took over from, and who took over from it: a list in JSON.

use chrono::NaiveDate;
use nianbao_application::store::StoreError;
use nianbao_domain::organization::{SuccessionKind, SuccessionLink};
use serde::{Deserialize, Serialize};

use super::{Unmappable, unwritable};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredLink {
    organization: String,
    kind: i16,
    date: String,
}

/// The JSON of links.
pub(super) fn encode(links: &[SuccessionLink]) -> Result<String, StoreError> {
    let stored = |link: &SuccessionLink| {
        let SuccessionLink { organization, kind, date } = link;
        let (kind, date) = (kind.number(), date.to_string());
        StoredLink { organization: organization.as_str().to_owned(), kind, date }
    };
    let stored: Vec<_> = links.iter().map(stored).collect();
    serde_json::to_string(&stored).map_err(unwritable)
}

/// The links of a JSON.
pub(super) fn decode(json: &str) -> Result<Vec<SuccessionLink>, Unmappable> {
    // Most organs have none.
    if json == "[]" {
        return Ok(Vec::new());
    }
    let stored: Vec<StoredLink> = serde_json::from_str(json)?;
    stored.into_iter().map(link).collect()
}

fn link(stored: StoredLink) -> Result<SuccessionLink, Unmappable> {
    Ok(SuccessionLink {
        organization: stored.organization.parse()?,
        kind: SuccessionKind::try_from(stored.kind)?,
        date: stored.date.parse::<NaiveDate>()?,
    })
}
