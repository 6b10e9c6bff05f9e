//! What a check comes to.

use nianbao_domain::rules::{RULE_SET, Validation};
use nianbao_proto::v1;
use nianbao_wire::{finding, not_assessed, outcome};
use serde::Serialize;

use super::{Finding, NotAssessed, is_answered};
use crate::exit::Exit;

/// What a check comes to, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// No blocking finding and no warning.
    Valid,
    /// Warnings, nothing blocking.
    Warnings,
    /// At least one blocking finding.
    Invalid,
    /// There was no report to check.
    Unreadable,
}

/// What was found, and what could not be decided.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// In one word.
    pub outcome: Outcome,
    /// The version of the rule set.
    pub rule_set: String,
    /// How many further findings were left out.
    pub omitted: i32,
    /// Everything found, gravest first.
    pub findings: Vec<Finding>,
    /// The rules that could not be decided.
    pub not_assessed: Vec<NotAssessed>,
}

/// How many findings of a document are told, the gravest; further ones are counted.
const MOST_FINDINGS: usize = 500;

impl Outcome {
    /// What the run comes to for it.
    pub fn exit(self) -> Exit {
        match self {
            Self::Valid | Self::Warnings => Exit::Clean,
            Self::Invalid => Exit::Blocking,
            Self::Unreadable => Exit::Unreadable,
        }
    }

    /// The outcome on the wire. One that only a newer server knows is none of these; whether it
    /// blocks is then for the findings to say.
    pub fn of_wire(outcome: i32, findings: &[v1::Finding]) -> Self {
        match v1::ValidationOutcome::try_from(outcome) {
            Ok(v1::ValidationOutcome::Valid) => Self::Valid,
            Ok(v1::ValidationOutcome::Warnings) => Self::Warnings,
            Ok(v1::ValidationOutcome::Invalid) => Self::Invalid,
            Ok(v1::ValidationOutcome::Unspecified) | Err(_) => Self::of_findings(findings),
        }
    }

    fn of_findings(findings: &[v1::Finding]) -> Self {
        let has = |severity| {
            findings.iter().any(|finding| finding.severity() == severity && !is_answered(finding))
        };
        match (has(v1::Severity::Blocking), has(v1::Severity::Warning)) {
            (true, _) => Self::Invalid,
            (false, true) => Self::Warnings,
            (false, false) => Self::Valid,
        }
    }
}

impl Verdict {
    /// How many findings have a severity and no answer that holds; consequences of others are not counted.
    pub fn count(&self, severity: &str) -> usize {
        let open = self.findings.iter().filter(|it| it.is_cause() && !it.is_answered());
        open.filter(|finding| finding.severity == severity).count()
    }

    /// How many findings have an answer that holds; consequences of others are not counted.
    pub fn answered(&self) -> usize {
        self.findings.iter().filter(|it| it.is_cause() && it.is_answered()).count()
    }
}

impl From<&Validation> for Verdict {
    fn from(validation: &Validation) -> Self {
        let omitted = validation.findings.len().saturating_sub(MOST_FINDINGS);
        let findings: Vec<_> =
            validation.findings.iter().take(MOST_FINDINGS).map(finding).collect();
        Self {
            outcome: Outcome::of_wire(outcome(validation).into(), &findings),
            rule_set: RULE_SET.to_owned(),
            omitted: i32::try_from(omitted).unwrap_or(i32::MAX),
            findings: findings.into_iter().map(Finding::from).collect(),
            not_assessed: validation
                .not_assessed
                .iter()
                .map(|it| not_assessed(it).into())
                .collect(),
        }
    }
}

impl From<v1::ValidateReportResponse> for Verdict {
    fn from(answer: v1::ValidateReportResponse) -> Self {
        Self {
            outcome: Outcome::of_wire(answer.outcome, &answer.findings),
            rule_set: answer.rule_set,
            omitted: answer.omitted,
            findings: answer.findings.into_iter().map(Finding::from).collect(),
            not_assessed: answer.not_assessed.into_iter().map(NotAssessed::from).collect(),
        }
    }
}
