//! A user rule with its expression read, ready to check reports.

use nianbao_domain::finding::{Finding, Message, NotAssessed, Observation};
use nianbao_domain::rules::{Case, Validation};
use nianbao_domain::user_rule::{Definition, UserRuleCode};

use crate::{ExpressionError, Program, Verdict};

/// A user rule with its expression read.
#[derive(Debug)]
pub struct CompiledRule {
    code: UserRuleCode,
    definition: Definition,
    program: Program,
}

impl CompiledRule {
    /// Reads the expression of a rule.
    ///
    /// # Errors
    ///
    /// Where the expression cannot be used.
    pub fn compile(code: UserRuleCode, definition: Definition) -> Result<Self, ExpressionError> {
        let program = Program::compile(&definition.expression, &definition.applicable_editions())?;
        Ok(Self { code, definition, program })
    }

    /// Its code.
    pub fn code(&self) -> &UserRuleCode {
        &self.code
    }

    /// What it says.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// What it says of a report that it is for; none of others.
    pub fn verdict(&self, case: &Case<'_>) -> Option<Verdict> {
        self.applies(case)
            .then(|| self.known_level(case).unwrap_or_else(|| self.program.evaluate(case)))
    }

    /// Checks a report; whether it found something.
    pub(crate) fn check(&self, case: &Case<'_>, into: &mut Validation) -> bool {
        if !self.applies(case) {
            return false;
        }
        let (verdict, shown) = match self.known_level(case) {
            Some(verdict) => (verdict, String::new()),
            None => self.program.evaluate_shown(case),
        };
        match verdict {
            Verdict::Holds => false,
            Verdict::Fails => {
                into.findings.push(self.finding(case, &shown));
                true
            }
            Verdict::NotAssessable { missing, reason } => {
                let code = self.code.to_string().into();
                into.not_assessed.push(NotAssessed { code, reason, missing });
                false
            }
        }
    }

    fn applies(&self, case: &Case<'_>) -> bool {
        let edition = case.content.sheet.edition();
        self.definition.is_for(edition, case.kind, case.standing.level)
    }

    /// Undecided where the rule is for some levels and the organ's is not known.
    fn known_level(&self, case: &Case<'_>) -> Option<Verdict> {
        let unknown = case.standing.level.is_none() && !self.definition.levels.is_empty();
        let missing = || vec!["level".to_owned()];
        unknown.then(|| {
            Verdict::undecided(missing(), "机关的层级不明", "the level of the organ is not known")
        })
    }

    fn finding(&self, case: &Case<'_>, shown: &str) -> Finding {
        let Definition { title, message, .. } = &self.definition;
        let en = if message.en.is_empty() {
            format!("{}: {title}: {} is not true", self.code, self.program.source())
        } else {
            message.en.clone()
        };
        let observation =
            Observation { message: Message::new(&message.zh, en), ..Observation::default() }
                .about(self.program.cells(case.content.sheet.edition()))
                .expected(self.program.source(), shown);
        let severity = self.definition.stage_severity().at(case.stage);
        let basis = self.definition.stated_basis().to_owned();
        Finding::new(self.code.to_string(), severity, basis, observation)
    }
}
