//! Changing a user rule.

use nianbao_domain::user_rule::{DefinitionUpdate, UserRule, UserRuleCode};

use super::change::{readable, rule_of};
use crate::application::Committed;
use crate::idempotency::Call;
use crate::store::Store;
use crate::{Application, Error};

impl<S: Store> Application<S> {
    /// Changes a rule that is still as the etag says. One that would judge otherwise is a draft again.
    pub async fn update_rule(
        &self,
        call: &Call<'_>,
        code: &UserRuleCode,
        etag: &str,
        update: DefinitionUpdate,
    ) -> Result<UserRule, Error> {
        Self::may_write_rules(call)?;
        rule_of(call, self.once(call, self.change_rule(call, code, etag, update)).await?)
    }

    async fn change_rule(
        &self,
        call: &Call<'_>,
        code: &UserRuleCode,
        etag: &str,
        update: DefinitionUpdate,
    ) -> Result<Committed<UserRule>, Error> {
        let present = self.changeable(code, etag).await?;
        let now = self.clock.now();
        let next = present.clone().redefined(update, now);
        let compiled = readable(code, &next.definition)?;
        if next.state.is_enabled() {
            super::enable::passed(&compiled)?;
        }
        self.commit_rule(call, &present, next, now).await
    }
}
