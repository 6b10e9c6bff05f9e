//! Reading rules: the catalogue's and those of users.

use std::collections::BTreeMap;

use nianbao_domain::rules::{Entry, catalogue};
use nianbao_domain::user_rule::{RuleHit, UserRule, UserRuleCode};

use crate::access::{Caller, Method};
use crate::query::{RuleOrigin, RuleQuery};
use crate::store::Store;
use crate::{Application, Error, Resource};

/// A user rule, and in how many reports it found something when they were last checked and stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedRule {
    /// The rule.
    pub rule: UserRule,
    /// Reports whose last stored result it hit, as it is worded now.
    pub hit_reports: u64,
}

/// A rule in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListedRule {
    /// One of the catalogue.
    Catalogue(&'static Entry),
    /// One that a user wrote.
    User(Box<CountedRule>),
}

/// A page of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePage {
    /// The rules.
    pub rules: Vec<ListedRule>,
    /// For the next page; empty on the last.
    pub next_page_token: String,
    /// The version of the rule set.
    pub rule_set: String,
}

impl<S: Store> Application<S> {
    /// The rules of the catalogue in its order, then those of users by code.
    pub async fn rules(&self, caller: &Caller, query: &RuleQuery) -> Result<RulePage, Error> {
        caller.authorize(Method::ListRules)?;
        let rule_set = self.rule_set().await?;
        let mut rules = Vec::new();
        if query.asks_for(RuleOrigin::Catalogue) {
            rules.extend(catalogue().map(ListedRule::Catalogue));
        }
        if query.asks_for(RuleOrigin::User) {
            let hits = self.store.rule_hits().await?;
            let stored = self.store.user_rules().await?.into_iter();
            rules.extend(stored.map(|rule| ListedRule::User(Box::new(counted(rule, &hits)))));
        }
        if let Some(after) = &query.after {
            let seen = rules.iter().position(|rule| rule.code() == after).map_or(0, |at| at + 1);
            rules.drain(..seen);
        }
        let more = rules.len() > query.limit;
        rules.truncate(query.limit);
        let last = rules.last().filter(|_| more);
        let next_page_token = last.map(|rule| query.token(rule.code())).unwrap_or_default();
        Ok(RulePage { rules, next_page_token, rule_set })
    }

    /// One user rule.
    pub async fn rule(&self, caller: &Caller, code: &UserRuleCode) -> Result<CountedRule, Error> {
        caller.authorize(Method::GetRule)?;
        let found = self.store.user_rule(code).await?;
        let rule = found.ok_or_else(|| Error::NotFound(Resource::Rule(code.clone())))?;
        Ok(counted(rule, &self.store.rule_hits().await?))
    }

    /// In how many reports a rule that the caller may see found something.
    pub async fn hit_reports(&self, rule: &UserRule) -> Result<u64, Error> {
        let hit = RuleHit { code: rule.code.clone(), wording: rule.wording };
        Ok(self.store.rule_hits().await?.get(&hit).copied().unwrap_or_default())
    }
}

fn counted(rule: UserRule, hits: &BTreeMap<RuleHit, u64>) -> CountedRule {
    let hit = RuleHit { code: rule.code.clone(), wording: rule.wording };
    CountedRule { hit_reports: hits.get(&hit).copied().unwrap_or_default(), rule }
}

impl ListedRule {
    fn code(&self) -> &str {
        match self {
            Self::Catalogue(entry) => entry.code,
            Self::User(counted) => counted.rule.code.as_str(),
        }
    }
}
