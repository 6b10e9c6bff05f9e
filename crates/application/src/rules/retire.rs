//! Taking a user rule back.

use nianbao_domain::user_rule::{RuleState, UserRule, UserRuleCode};

use super::change::rule_of;
use crate::application::Committed;
use crate::idempotency::Call;
use crate::store::Store;
use crate::{Application, Error};

impl<S: Store> Application<S> {
    /// Takes a rule back for good; its code stays taken.
    pub async fn retire_rule(
        &self,
        call: &Call<'_>,
        code: &UserRuleCode,
        etag: &str,
    ) -> Result<UserRule, Error> {
        Self::may_write_rules(call)?;
        rule_of(call, self.once(call, self.take_back(call, code, etag)).await?)
    }

    async fn take_back(
        &self,
        call: &Call<'_>,
        code: &UserRuleCode,
        etag: &str,
    ) -> Result<Committed<UserRule>, Error> {
        let present = self.changeable(code, etag).await?;
        let now = self.clock.now();
        let next = present.clone().moved(RuleState::Retired, now);
        self.commit_rule(call, &present, next, now).await
    }
}
