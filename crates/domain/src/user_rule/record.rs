//! A user rule as it is kept.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Definition, RuleState, TestVector, UserRuleCode};
use crate::finding::{Message, Severity};
use crate::form::Edition;
use crate::organization::Level;
use crate::report::ReportKind;

/// A user rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRule {
    /// Its code, taken for ever.
    pub code: UserRuleCode,
    /// Never reused.
    pub uid: Uuid,
    /// Grows by one with every commit on the rule.
    pub version: u64,
    /// What it says.
    pub definition: Definition,
    /// Grows by one with every change of what it decides, so that what it found before is not
    /// counted as found by what it says now.
    pub wording: u32,
    /// Where it stands.
    pub state: RuleState,
    /// When it was written.
    pub create_time: DateTime<Utc>,
    /// When it last changed.
    pub update_time: DateTime<Utc>,
}

/// What a change of a rule means for the rules that checks run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleSetChange {
    /// Nothing: it was not and is not among them.
    None,
    /// Only what is counted and not shown changes.
    Shadow,
    /// What is shown changes, and with it the version of the rule set.
    Active,
}

/// What a caller changes about a user rule; what is none stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DefinitionUpdate {
    /// What it asks for.
    pub title: Option<String>,
    /// The Chinese sentence of its findings.
    pub message_zh: Option<String>,
    /// The English one.
    pub message_en: Option<String>,
    /// Its source.
    pub basis: Option<String>,
    /// How grave its findings are.
    pub severity: Option<Severity>,
    /// The levels it applies to.
    pub levels: Option<Vec<Level>>,
    /// The editions it applies to.
    pub editions: Option<Vec<Edition>>,
    /// The kinds it applies to.
    pub kinds: Option<Vec<ReportKind>>,
    /// What is true of a report in order.
    pub expression: Option<String>,
    /// Its tests.
    pub vectors: Option<Vec<TestVector>>,
}

impl UserRule {
    /// The first version of a rule: a draft.
    pub fn draft(
        code: UserRuleCode,
        uid: Uuid,
        definition: Definition,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            code,
            uid,
            version: 1,
            definition,
            wording: 1,
            state: RuleState::Draft,
            create_time: now,
            update_time: now,
        }
    }

    /// The entity tag: it changes with every commit on the rule.
    pub fn etag(&self) -> String {
        crate::report::etag(self.uid, self.version)
    }

    /// The next version with another definition. A rule that would judge otherwise than the one that
    /// was tested and watched becomes a draft again.
    pub fn redefined(self, update: DefinitionUpdate, now: DateTime<Utc>) -> Self {
        let definition = update.applied_to(self.definition.clone());
        let same = definition.decides_like(&self.definition);
        Self {
            version: self.version + 1,
            wording: if same { self.wording } else { self.wording + 1 },
            state: if same { self.state } else { RuleState::Draft },
            definition,
            update_time: now,
            ..self
        }
    }

    /// What becomes of the rules that checks run when this rule becomes the next one.
    pub fn change_into(&self, next: &Self) -> RuleSetChange {
        let either = |holds: fn(RuleState) -> bool| holds(self.state) || holds(next.state);
        if either(|state| state == RuleState::Active) {
            RuleSetChange::Active
        } else if either(RuleState::is_enabled) {
            RuleSetChange::Shadow
        } else {
            RuleSetChange::None
        }
    }

    /// The next version in another state.
    pub fn moved(self, state: RuleState, now: DateTime<Utc>) -> Self {
        Self { version: self.version + 1, state, update_time: now, ..self }
    }
}

impl DefinitionUpdate {
    fn applied_to(self, present: Definition) -> Definition {
        Definition {
            title: self.title.unwrap_or(present.title),
            message: Message {
                zh: self.message_zh.unwrap_or(present.message.zh),
                en: self.message_en.unwrap_or(present.message.en),
            },
            basis: self.basis.unwrap_or(present.basis),
            severity: self.severity.unwrap_or(present.severity),
            levels: self.levels.unwrap_or(present.levels),
            editions: self.editions.unwrap_or(present.editions),
            kinds: self.kinds.unwrap_or(present.kinds),
            expression: self.expression.unwrap_or(present.expression),
            vectors: self.vectors.unwrap_or(present.vectors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn active() -> UserRule {
        let definition = Definition {
            title: "标题".to_owned(),
            message: Message::new("消息", ""),
            basis: String::new(),
            severity: Severity::Warning,
            levels: Vec::new(),
            editions: Vec::new(),
            kinds: Vec::new(),
            expression: "true".to_owned(),
            vectors: Vec::new(),
        };
        let code = "USR-1".parse().unwrap();
        UserRule::draft(code, Uuid::nil(), definition, DateTime::UNIX_EPOCH)
            .moved(RuleState::Active, DateTime::UNIX_EPOCH)
    }

    #[test]
    fn a_rule_that_judges_otherwise_is_a_draft_again() {
        let update =
            DefinitionUpdate { expression: Some("false".to_owned()), ..Default::default() };
        let changed = active().redefined(update, DateTime::UNIX_EPOCH);
        assert_eq!((changed.state, changed.wording), (RuleState::Draft, 2));
        assert_ne!(changed.etag(), active().etag());
    }

    #[test]
    fn only_a_change_of_what_is_shown_makes_another_rule_set() {
        let moved = |state| active().moved(state, DateTime::UNIX_EPOCH);
        let (draft, shadow) = (moved(RuleState::Draft), moved(RuleState::Shadow));
        assert_eq!(draft.change_into(&shadow), RuleSetChange::Shadow);
        assert_eq!(shadow.change_into(&active()), RuleSetChange::Active);
        assert_eq!(active().change_into(&moved(RuleState::Retired)), RuleSetChange::Active);
        assert_eq!(draft.change_into(&moved(RuleState::Retired)), RuleSetChange::None);
    }

    #[test]
    fn other_words_leave_a_rule_active() {
        let update = DefinitionUpdate { title: Some("新标题".to_owned()), ..Default::default() };
        let changed = active().redefined(update, DateTime::UNIX_EPOCH);
        assert_eq!((changed.state, changed.wording), (RuleState::Active, 1));
    }
}
