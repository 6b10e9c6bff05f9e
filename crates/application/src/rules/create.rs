//! Writing a user rule.

use nianbao_domain::user_rule::{Definition, MAX_RULES, UserRule, UserRuleCode};

use super::RuleError;
use super::change::{readable, rule_of};
use crate::application::{Change, Committed};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, Store, Write};
use crate::{Application, Error, Resource};

/// A rule to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRule {
    /// Its code.
    pub code: UserRuleCode,
    /// What it says.
    pub definition: Definition,
}

impl<S: Store> Application<S> {
    /// Writes a rule as a draft, whose expression can be read; whether its vectors pass is asked when
    /// it is enabled.
    pub async fn create_rule(&self, call: &Call<'_>, new: NewRule) -> Result<UserRule, Error> {
        Self::may_write_rules(call)?;
        rule_of(call, self.once(call, self.write_rule(call, new)).await?)
    }

    async fn write_rule(
        &self,
        call: &Call<'_>,
        new: NewRule,
    ) -> Result<Committed<UserRule>, Error> {
        readable(&new.code, &new.definition)?;
        let resource = Resource::Rule(new.code.clone());
        if self.store.user_rule(&new.code).await?.is_some() {
            return Err(Error::AlreadyExists(resource));
        }
        if self.store.user_rules().await?.len() >= MAX_RULES {
            return Err(RuleError::TooMany { limit: MAX_RULES }.into());
        }
        let now = self.clock.now();
        let rule = UserRule::draft(new.code, self.ids.next(), new.definition, now);
        if call.validate_only {
            return Ok(Committed::Now(rule));
        }
        let change = Change {
            writes: vec![Write::CreateRule(Box::new(rule.clone()))],
            events: vec![(EventKind::RuleCreated, resource, rule.version)],
            outcome: Recorded::Rule(Box::new(rule.clone())),
        };
        self.commit(call, change, now, rule).await
    }
}
