//! The user rules that checks run: the active ones, and those in shadow.

use nianbao_domain::finding::NotAssessed;
use nianbao_domain::rules::{Case, Validation};
use nianbao_domain::user_rule::{RuleState, UserRule, UserRuleCode};

use crate::{CompiledRule, ExpressionError};

/// The user rules that checks run, read once.
#[derive(Debug, Default)]
pub struct UserRules {
    active: Vec<Running>,
    shadow: Vec<Running>,
}

/// A report that a rule has something to say about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The rule.
    pub code: UserRuleCode,
    /// Its wording.
    pub wording: u32,
}

#[derive(Debug)]
struct Running {
    hit: Hit,
    rule: Result<CompiledRule, ExpressionError>,
}

impl UserRules {
    /// Reads the rules that are enabled; the others are left out. A rule that can no longer be read
    /// stays in the set and is told as not assessable.
    pub fn compile(rules: impl IntoIterator<Item = UserRule>) -> Self {
        let mut set = Self::default();
        for rule in rules {
            let into = match rule.state {
                RuleState::Active => &mut set.active,
                RuleState::Shadow => &mut set.shadow,
                RuleState::Draft | RuleState::Retired => continue,
            };
            into.push(Running {
                hit: Hit { code: rule.code.clone(), wording: rule.wording },
                rule: CompiledRule::compile(rule.code, rule.definition),
            });
        }
        set
    }

    /// These rules, all of them active.
    pub fn active(rules: Vec<CompiledRule>) -> Self {
        let running = |rule: CompiledRule| Running {
            hit: Hit { code: rule.code().clone(), wording: 1 },
            rule: Ok(rule),
        };
        Self { active: rules.into_iter().map(running).collect(), shadow: Vec::new() }
    }

    /// Whether there is nothing to run.
    pub fn is_empty(&self) -> bool {
        self.active.is_empty() && self.shadow.is_empty()
    }

    /// Adds what the active rules find, gravest first as before, and tells which rules, active or in
    /// shadow, found something; what those in shadow found is not added.
    pub fn check(&self, case: &Case<'_>, validation: &mut Validation) -> Vec<Hit> {
        let mut hits = Vec::new();
        for running in &self.active {
            running.check(case, validation, &mut hits);
        }
        let mut unseen = Validation::default();
        for running in &self.shadow {
            running.check(case, &mut unseen, &mut hits);
        }
        validation.put_in_order();
        hits
    }
}

impl Running {
    fn check(&self, case: &Case<'_>, validation: &mut Validation, hits: &mut Vec<Hit>) {
        match &self.rule {
            Ok(rule) => {
                if rule.check(case, validation) {
                    hits.push(self.hit.clone());
                }
            }
            Err(error) => validation.not_assessed.push(NotAssessed {
                code: self.hit.code.to_string().into(),
                reason: error.message(),
                missing: Vec::new(),
            }),
        }
    }
}
