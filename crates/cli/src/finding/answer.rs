//! What was decided about a finding, in the public JSON form of `check` and in words.

use nianbao_proto::v1;
use pbjson_types::Timestamp;
use serde::Serialize;

use crate::language::Language;

/// What was decided about a finding, and whether it holds.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// `acknowledgement` or `waiver`.
    pub kind: &'static str,
    /// `holds`, `other_values`, `expired` or `insufficient`.
    pub state: &'static str,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// When, in UTC.
    pub time: Option<Timestamp>,
    /// The last day on which a waiver holds; none for an acknowledgement.
    pub expire_date: Option<String>,
    /// Who brought the decision to a server with a report; none where it was made there.
    pub imported_by: Option<String>,
}

impl Answer {
    /// Whether it answers the finding.
    pub fn holds(&self) -> bool {
        self.state == "holds"
    }

    /// The decision in words, and why it does not hold where it does not.
    pub fn words(&self, language: Language) -> String {
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let decision = v1::Decision {
            kind: match self.kind {
                "waiver" => v1::DecisionKind::Waiver.into(),
                _ => v1::DecisionKind::Acknowledgement.into(),
            },
            reason: self.reason.clone(),
            expire_date: said(&self.expire_date),
            author: self.by.clone(),
            create_time: self.time,
            imported_by: said(&self.imported_by),
            ..v1::Decision::default()
        };
        let decided = decision_words(&decision, language);
        let (zh, en) = match self.state {
            "holds" => return decided,
            "other_values" => {
                ("当时的数值不同，需要重新答复", "it was about other values: asked again")
            }
            "expired" => ("已过期", "it is over"),
            _ => ("现在会阻断报送，确认不够，需要豁免", "it blocks by now: a waiver is needed"),
        };
        language.pick(format!("{decided}；{zh}"), format!("{decided}; {en}"))
    }
}

/// Whether a finding of a server has an answer that holds.
pub fn is_answered(finding: &v1::Finding) -> bool {
    let state = finding.answer.as_ref().map(v1::Answer::state);
    state == Some(v1::AnswerState::Holds)
}

/// A decision in words: what, until when, why, by whom, when.
pub fn decision_words(decision: &v1::Decision, language: Language) -> String {
    let v1::Decision { reason, author, expire_date, imported_by, .. } = decision;
    let what = match decision.kind() {
        v1::DecisionKind::Waiver => {
            language.pick(format!("豁免至 {expire_date}"), format!("waived until {expire_date}"))
        }
        v1::DecisionKind::Acknowledgement | v1::DecisionKind::Unspecified => {
            language.pick("已确认", "acknowledged").to_owned()
        }
    };
    let day = decision.create_time.as_ref().and_then(|time| serde_json::to_value(time).ok());
    let day = day.and_then(|time| time.as_str().and_then(|it| it.get(..10)).map(str::to_owned));
    let brought = match imported_by.as_str() {
        "" => String::new(),
        by => language.pick(format!("，由 {by} 带入"), format!(", brought by {by}")),
    };
    let signature = [author.clone(), day.unwrap_or_default()];
    let signature = signature.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    let signature = signature.join(language.pick("，", ", "));
    language.pick(
        format!("{what}：{reason}（{signature}{brought}）"),
        format!("{what}: {reason} ({signature}{brought})"),
    )
}

impl From<v1::Answer> for Answer {
    fn from(answer: v1::Answer) -> Self {
        let state = match answer.state() {
            v1::AnswerState::Holds => "holds",
            v1::AnswerState::OtherValues => "other_values",
            v1::AnswerState::Expired => "expired",
            v1::AnswerState::Insufficient => "insufficient",
            v1::AnswerState::Unspecified => "unknown",
        };
        let decision = answer.decision.unwrap_or_default();
        let kind = match decision.kind() {
            v1::DecisionKind::Acknowledgement => "acknowledgement",
            v1::DecisionKind::Waiver => "waiver",
            v1::DecisionKind::Unspecified => "unknown",
        };
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        Self {
            kind,
            state,
            reason: decision.reason,
            by: decision.author,
            time: decision.create_time,
            expire_date: given(decision.expire_date),
            imported_by: given(decision.imported_by),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(state: v1::AnswerState) -> Answer {
        let decision = v1::Decision {
            kind: v1::DecisionKind::Waiver.into(),
            reason: "原件如此".to_owned(),
            expire_date: "2026-03-31".to_owned(),
            author: "alice".to_owned(),
            create_time: Some(Timestamp { seconds: 1_767_225_600, nanos: 0 }),
            ..v1::Decision::default()
        };
        v1::Answer { decision: Some(decision), state: state.into() }.into()
    }

    #[test]
    fn an_answer_says_what_until_when_why_and_by_whom() {
        let told = answer(v1::AnswerState::Holds).words(Language::Zh);
        assert_eq!(told, "豁免至 2026-03-31：原件如此（alice，2026-01-01）");
    }

    #[test]
    fn an_answer_that_does_not_hold_says_why() {
        let told = answer(v1::AnswerState::Expired).words(Language::En);
        assert_eq!(told, "waived until 2026-03-31: 原件如此 (alice, 2026-01-01); it is over");
    }
}
