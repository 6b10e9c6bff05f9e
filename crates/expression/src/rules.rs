//! The user rules that checks run: the active ones, and those in shadow.

use nianbao_domain::finding::NotAssessed;
use nianbao_domain::rules::{Case, Validation};
use nianbao_domain::user_rule::{RanRules, RuleHit, RuleState, UserRule};

use crate::{CompiledRule, ExpressionError};

/// The user rules that checks run, read once.
#[derive(Debug, Default)]
pub struct UserRules {
    generation: u64,
    active: Vec<Running>,
    shadow: Vec<Running>,
}

#[derive(Debug)]
struct Running {
    hit: RuleHit,
    rule: Result<CompiledRule, ExpressionError>,
}

impl UserRules {
    /// Reads the rules that are enabled; the others are left out. A rule that can no longer be read
    /// stays in the set and is told as not assessable. `generation` is how often the set of active
    /// rules has changed.
    pub fn compile(rules: impl IntoIterator<Item = UserRule>, generation: u64) -> Self {
        let mut set = Self { generation, ..Self::default() };
        for rule in rules {
            let into = match rule.state {
                RuleState::Active => &mut set.active,
                RuleState::Shadow => &mut set.shadow,
                RuleState::Draft | RuleState::Retired => continue,
            };
            into.push(Running {
                hit: RuleHit { code: rule.code.clone(), wording: rule.wording },
                rule: CompiledRule::compile(rule.code, rule.definition),
            });
        }
        set
    }

    /// These rules, all of them active.
    pub fn active(rules: Vec<CompiledRule>) -> Self {
        let running = |rule: CompiledRule| Running {
            hit: RuleHit { code: rule.code().clone(), wording: 1 },
            rule: Ok(rule),
        };
        Self { active: rules.into_iter().map(running).collect(), ..Self::default() }
    }

    /// Whether there is nothing to run.
    pub fn is_empty(&self) -> bool {
        self.active.is_empty() && self.shadow.is_empty()
    }

    /// Adds what the active rules find, and records which rules, active or in shadow, found something;
    /// what those in shadow found is not shown.
    pub fn check(&self, case: &Case<'_>, validation: &mut Validation) {
        let mut unseen = Validation::default();
        let mut hits = Vec::new();
        self.active.iter().for_each(|it| it.check(case, validation, &mut hits));
        self.shadow.iter().for_each(|it| it.check(case, &mut unseen, &mut hits));
        if !hits.is_empty() {
            validation.put_in_order();
        }
        validation.user_rules = RanRules { generation: self.generation, hits };
    }
}

impl Running {
    fn check(&self, case: &Case<'_>, validation: &mut Validation, hits: &mut Vec<RuleHit>) {
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
