//! The rules of users that checks run at the moment.

use std::sync::{Arc, Mutex, PoisonError};

use nianbao_expression::UserRules;

use crate::store::{RuleSetVersion, Store};
use crate::{Application, Error};

/// The rules that were read last, kept by the version of the set: reading them again is only needed
/// when somebody, here or in another process, has changed an enabled rule.
#[derive(Debug, Default)]
pub(crate) struct CurrentRules {
    kept: Mutex<Option<(RuleSetVersion, Arc<UserRules>)>>,
}

impl CurrentRules {
    fn at(&self, version: RuleSetVersion) -> Option<Arc<UserRules>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(of, _)| *of == version).map(|(_, rules)| Arc::clone(rules))
    }

    fn keep(&self, version: RuleSetVersion, rules: &Arc<UserRules>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref().is_none_or(|(of, _)| of.change < version.change) {
            *kept = Some((version, Arc::clone(rules)));
        }
    }
}

impl<S: Store> Application<S> {
    /// The version of the rule set, the catalogue's and that of the active user rules: `2026.2+3`.
    pub async fn rule_set(&self) -> Result<String, Error> {
        let version = self.store.rule_set().await?;
        Ok(nianbao_domain::user_rule::rule_set_version(version.generation))
    }

    /// The user rules to check with now. The version is read every time, since another process may
    /// have changed them; it is one row.
    pub(crate) async fn current_rules(&self) -> Result<Arc<UserRules>, Error> {
        let mut version = self.store.rule_set().await?;
        loop {
            if let Some(rules) = self.rules.at(version) {
                return Ok(rules);
            }
            let stored = self.store.user_rules().await?;
            let behind = self.store.rule_set().await?;
            if behind == version {
                let rules = Arc::new(UserRules::compile(stored, version.generation));
                self.rules.keep(version, &rules);
                return Ok(rules);
            }
            version = behind;
        }
    }
}
