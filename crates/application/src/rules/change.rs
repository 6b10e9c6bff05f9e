//! What every change of a user rule has in common.

use chrono::{DateTime, Utc};
use nianbao_domain::user_rule::{
    Definition, DefinitionFault, MAX_ENABLED, RuleSetChange, RuleState, UserRule, UserRuleCode,
};
use nianbao_expression::CompiledRule;

use super::RuleError;
use crate::access::Scope;
use crate::application::{Change, Committed};
use crate::error::{FieldViolation, ViolationReason};
use crate::idempotency::Call;
use crate::store::{EventKind, Recorded, RuleSetVersion, Store, Write};
use crate::{Application, Error, Resource};

/// How often a change is tried while others change other rules.
const MOST_TRIES: u32 = 5;

impl<S: Store> Application<S> {
    /// Rules are for every organ: only who sees the whole hierarchy may write them.
    pub(super) fn may_write_rules(call: &Call<'_>) -> Result<(), Error> {
        match call.caller.authorize(call.method)? {
            Scope::All => Ok(()),
            Scope::Subtrees(_) => Err(Error::Denied { permission: call.method.permission() }),
        }
    }

    /// A rule that is still as the etag says and was not taken back.
    pub(super) async fn changeable(
        &self,
        code: &UserRuleCode,
        etag: &str,
    ) -> Result<UserRule, Error> {
        let resource = Resource::Rule(code.clone());
        let found = self.store.user_rule(code).await?;
        let rule = found.ok_or_else(|| Error::NotFound(resource.clone()))?;
        if rule.etag() != etag {
            return Err(Error::EtagMismatch { resource, current: rule.etag() });
        }
        match rule.state {
            RuleState::Draft | RuleState::Shadow | RuleState::Active => Ok(rule),
            RuleState::Retired => {
                let (rule, state) = (code.clone(), rule.state);
                Err(RuleError::IllegalState { rule, state }.into())
            }
        }
    }

    /// Commits the next version of a rule, and where checks run it, that of the rule set. Where only
    /// the rule set has moved on meanwhile, it is tried again.
    pub(super) async fn commit_rule(
        &self,
        call: &Call<'_>,
        present: &UserRule,
        next: UserRule,
        now: DateTime<Utc>,
    ) -> Result<Committed<UserRule>, Error> {
        let mut tries = MOST_TRIES;
        loop {
            let set = self.next_rule_set(present, &next).await?;
            if call.validate_only {
                return Ok(Committed::Now(next));
            }
            tries -= 1;
            match self.commit(call, change(&next, set), now, next.clone()).await {
                Err(Error::EtagMismatch { current, .. })
                    if current == present.etag() && tries > 0 => {}
                committed => return committed,
            }
        }
    }

    /// The next version of the rule set, where it changes; checks run only so many rules.
    async fn next_rule_set(
        &self,
        present: &UserRule,
        next: &UserRule,
    ) -> Result<Option<RuleSetVersion>, Error> {
        let change = present.change_into(next);
        if change == RuleSetChange::None {
            return Ok(None);
        }
        let version = self.store.rule_set().await?;
        if next.state.is_enabled() && !present.state.is_enabled() {
            let rules = self.store.user_rules().await?;
            let enabled = rules.iter().filter(|rule| rule.state.is_enabled()).count();
            if enabled >= MAX_ENABLED {
                return Err(RuleError::TooMany { limit: MAX_ENABLED }.into());
            }
        }
        let shown = u64::from(change == RuleSetChange::Active);
        let (generation, change) = (version.generation + shown, version.change + 1);
        Ok(Some(RuleSetVersion { generation, change }))
    }
}

fn change(next: &UserRule, set: Option<RuleSetVersion>) -> Change {
    let kind = match next.state {
        RuleState::Retired => EventKind::RuleRetired,
        RuleState::Draft | RuleState::Shadow | RuleState::Active => EventKind::RuleUpdated,
    };
    Change {
        writes: vec![Write::UpdateRule(Box::new(next.clone()), set)],
        events: vec![(kind, Resource::Rule(next.code.clone()), next.version)],
        outcome: Recorded::Rule(Box::new(next.clone())),
    }
}

/// Reads a definition whole, or says everything that is wrong with it.
pub(super) fn readable(
    code: &UserRuleCode,
    definition: &Definition,
) -> Result<CompiledRule, Error> {
    let violation = |fault: &DefinitionFault| FieldViolation {
        field: field(fault),
        reason: ViolationReason::Invalid,
        description: fault.message().en,
    };
    let faults: Vec<_> = definition.faults().iter().map(violation).collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let compiled = CompiledRule::compile(code.clone(), definition.clone());
    compiled.map_err(|error| RuleError::Expression(error).into())
}

/// The field as the contract names it.
fn field(fault: &DefinitionFault) -> String {
    let name = match fault.field() {
        "title" => "title_zh",
        "message.zh" => "message_zh",
        "message.en" => "message_en",
        "vectors.name" => "vectors",
        same => same,
    };
    format!("rule.{name}")
}

/// What a call came to: the rule of now, or that which an earlier call was answered with.
pub(super) fn rule_of(call: &Call<'_>, committed: Committed<UserRule>) -> Result<UserRule, Error> {
    match committed {
        Committed::Now(rule) => Ok(rule),
        Committed::Before(Recorded::Rule(rule)) => Ok(*rule),
        Committed::Before(
            Recorded::Organizations(_)
            | Recorded::Report(_)
            | Recorded::Deleted
            | Recorded::Revalidated(_),
        ) => Err(call.reused()),
    }
}
