//! Where a user rule stands.

use crate::form::vocabulary::vocabulary;

vocabulary! {
    /// Where a user rule stands between being written and being taken back.
    RuleState {
        /// Being written and tested; no check includes it.
        Draft = 1 "draft",
        /// Every check runs it; what it finds is counted and not shown.
        Shadow = 2 "shadow",
        /// Every check runs it and shows what it finds.
        Active = 3 "active",
        /// Taken back for good; its code stays taken.
        Retired = 4 "retired",
    }
}

impl RuleState {
    /// The word for people.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Shadow => "试运行",
            Self::Active => "启用",
            Self::Retired => "停用",
        }
    }

    /// Whether checks run the rule.
    pub const fn is_enabled(self) -> bool {
        matches!(self, Self::Shadow | Self::Active)
    }

    /// Whether a rule may move from here to `next` by being enabled: draft to shadow, shadow to
    /// active, one step at a time.
    pub const fn may_be_enabled_as(self, next: Self) -> bool {
        matches!((self, next), (Self::Draft, Self::Shadow) | (Self::Shadow, Self::Active))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rule_becomes_active_without_having_been_in_shadow() {
        let into_active =
            RuleState::ALL.iter().filter(|it| it.may_be_enabled_as(RuleState::Active));
        assert_eq!(into_active.collect::<Vec<_>>(), [&RuleState::Shadow]);
    }

    #[test]
    fn a_retired_rule_never_comes_back() {
        let next = |next: &&RuleState| RuleState::Retired.may_be_enabled_as(**next);
        assert_eq!(RuleState::ALL.iter().find(next), None);
    }
}
