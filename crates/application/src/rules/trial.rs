//! Testing a rule: on its own vectors, and on reports. Nothing is stored.

use std::sync::Arc;

use nianbao_domain::finding::{Finding, NotAssessed, Stage};
use nianbao_domain::organization::Standing;
use nianbao_domain::report::{Content, ReportKey, ReportKind, ReportYear, Title};
use nianbao_domain::user_rule::{Definition, Expectation, Trial, UserRuleCode};
use nianbao_expression::UserRules;

use super::change::readable;
use crate::access::{Caller, Method, Scope};
use crate::reports::{Organ, Subject, View};
use crate::store::Store;
use crate::{Application, Error, Resource};

/// The rule to test.
#[derive(Clone, Debug)]
pub enum TriedRule {
    /// A stored one.
    Stored(UserRuleCode),
    /// One sent along.
    Sent(UserRuleCode, Box<Definition>),
}

/// A report to test a rule on.
#[derive(Clone, Debug)]
pub enum TrialSubject {
    /// A stored one.
    Stored(ReportKey),
    /// One sent along.
    Sent {
        /// What it says.
        content: Box<Content>,
        /// Its year, where known.
        year: Option<ReportYear>,
        /// Its kind.
        kind: ReportKind,
        /// Whose it is.
        organ: Organ,
    },
}

/// What a rule said in a test.
#[derive(Clone, Debug)]
pub struct Tried {
    /// Of its own vectors.
    pub trial: Trial,
    /// Of the reports, in the order of the request.
    pub reports: Vec<TriedReport>,
}

/// What a rule said of a report.
#[derive(Clone, Debug)]
pub struct TriedReport {
    /// In short; none where the rule is not for such reports.
    pub outcome: Option<Expectation>,
    /// What it found.
    pub finding: Option<Finding>,
    /// Why it could not tell.
    pub not_assessed: Option<NotAssessed>,
}

impl<S: Store> Application<S> {
    /// Runs a rule on its own vectors and on reports; stores nothing.
    pub async fn test_rule(
        &self,
        caller: &Caller,
        rule: TriedRule,
        subjects: Vec<TrialSubject>,
    ) -> Result<Tried, Error> {
        let scope = caller.authorize(Method::TestRule)?;
        if !subjects.is_empty() {
            caller.authorize(Method::ValidateReport)?;
        }
        let limit = self.limits.max_batch_size;
        if subjects.len() > limit {
            return Err(Error::TooMany { limit, found: subjects.len() });
        }
        let (code, definition) = match rule {
            TriedRule::Stored(code) => {
                let found = self.store.user_rule(&code).await?;
                let rule = found.ok_or(Error::NotFound(Resource::Rule(code)))?;
                (rule.code, rule.definition)
            }
            TriedRule::Sent(code, definition) => (code, *definition),
        };
        let compiled = readable(&code, &definition)?;
        let trial = compiled.try_vectors();
        let rules = Arc::new(UserRules::active(vec![compiled]));
        let mut reports = Vec::with_capacity(subjects.len());
        for subject in subjects {
            reports.push(self.try_on(scope, (&code, &definition), &rules, subject).await?);
        }
        Ok(Tried { trial, reports })
    }

    async fn try_on(
        &self,
        scope: &Scope,
        (code, definition): (&UserRuleCode, &Definition),
        rules: &Arc<UserRules>,
        subject: TrialSubject,
    ) -> Result<TriedReport, Error> {
        let (content, year, kind, organization) = match subject {
            TrialSubject::Stored(key) => {
                let stored = self.stored(scope, &key, View::Working).await?;
                let organ = self.store.organization(scope, &key.organization).await?;
                (Box::new(stored.revision.content), Some(key.year), key.kind, organ)
            }
            TrialSubject::Sent { content, year, kind, organ } => {
                (content, year, kind, self.given_organ(scope, organ).await?)
            }
        };
        let subject =
            Subject { content: &content, year, kind, stage: Stage::Draft, document: None };
        let validation = self.assess_with(scope, subject, organization.as_ref(), rules).await?;
        let is_of_it = |it: &str| it == code.as_str();
        let finding = validation.findings.into_iter().find(|it| is_of_it(&it.code));
        let not_assessed = validation.not_assessed.into_iter().find(|it| is_of_it(&it.code));
        let name = Title::read(&content.title).organ;
        let level = Standing::of(None, organization.as_ref(), name.as_deref()).level;
        let applies = definition.is_for(content.sheet.edition(), kind, level);
        let outcome = match (&finding, &not_assessed) {
            (Some(_), _) => Some(Expectation::Fails),
            (None, Some(_)) => Some(Expectation::NotAssessable),
            (None, None) => applies.then_some(Expectation::Holds),
        };
        Ok(TriedReport { outcome, finding, not_assessed })
    }
}
