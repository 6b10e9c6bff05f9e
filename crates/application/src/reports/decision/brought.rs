//! Decisions that come with a report.

use chrono::{DateTime, SubsecRound, Utc};
use nianbao_domain::decision::{Decision, Import};

use super::DecisionError;
use super::change::permission_for;
use crate::Error;
use crate::access::Method;
use crate::idempotency::Call;

/// What stores keep of a time: microseconds.
const DIGITS: u16 = 6;

/// Decisions as they are kept, in the order in which stores give them: author and time as the report states them, and who brought them here.
/// Nobody brings a decision that they could not make.
pub(in crate::reports) fn brought(
    call: &Call<'_>,
    decisions: Vec<Decision>,
    now: DateTime<Utc>,
) -> Result<Vec<Decision>, Error> {
    let by = call.caller.id();
    let kept = decisions.into_iter().enumerate().map(|(number, decision)| {
        let permission = permission_for(decision.kind);
        if !call.caller.may(permission) {
            let field = format!("{}.decisions[{number}]", root(call.method));
            return Err(DecisionError::NotAllowed { permission, field }.into());
        }
        let time = decision.time.trunc_subsecs(DIGITS);
        Ok(Decision { time, import: Some(Import { by: by.to_owned(), time: now }), ..decision })
    });
    let mut kept: Vec<Decision> = kept.collect::<Result<_, Error>>()?;
    kept.sort_by(|a, b| (&a.identity, &a.evidence).cmp(&(&b.identity, &b.evidence)));
    Ok(kept)
}

/// Where the report stands in the request.
fn root(method: Method) -> &'static str {
    if method == Method::ImportReport { "content" } else { "report" }
}
