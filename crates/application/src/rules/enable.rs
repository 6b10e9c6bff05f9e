//! Putting a user rule into force, in two steps.

use nianbao_domain::user_rule::{RuleState, UserRule, UserRuleCode};
use nianbao_expression::CompiledRule;

use super::RuleError;
use super::change::{readable, rule_of};
use crate::application::Committed;
use crate::idempotency::Call;
use crate::store::Store;
use crate::{Application, Error};

impl<S: Store> Application<S> {
    /// Moves a rule into shadow, or from shadow into force, where it passes its own vectors.
    pub async fn enable_rule(
        &self,
        call: &Call<'_>,
        code: &UserRuleCode,
        etag: &str,
        state: RuleState,
    ) -> Result<UserRule, Error> {
        Self::may_write_rules(call)?;
        rule_of(call, self.once(call, self.move_rule(call, code, etag, state)).await?)
    }

    async fn move_rule(
        &self,
        call: &Call<'_>,
        code: &UserRuleCode,
        etag: &str,
        state: RuleState,
    ) -> Result<Committed<UserRule>, Error> {
        let present = self.changeable(code, etag).await?;
        if !present.state.may_be_enabled_as(state) {
            let (rule, state) = (code.clone(), present.state);
            return Err(RuleError::IllegalState { rule, state }.into());
        }
        passed(&readable(code, &present.definition)?)?;
        let now = self.clock.now();
        let next = present.clone().moved(state, now);
        self.commit_rule(call, &present, next, now).await
    }
}

/// Refuses a rule that fails its own vectors.
pub(super) fn passed(rule: &CompiledRule) -> Result<(), Error> {
    let trial = rule.try_vectors();
    let failures: Vec<_> =
        trial.failures().map(|(number, result)| (number, result.clone())).collect();
    if failures.is_empty() { Ok(()) } else { Err(RuleError::VectorsFail(failures).into()) }
}
