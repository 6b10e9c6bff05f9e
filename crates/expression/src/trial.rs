//! A rule run against its own test vectors.

use std::collections::BTreeMap;

use chrono::DateTime;
use nianbao_domain::finding::Message;
use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::organization::{Organization, OrganizationId, Particulars, Standing};
use nianbao_domain::report::Content;
use nianbao_domain::rules::{Case, Previous, Related};
use nianbao_domain::sheet::{Cell, Sheet, SheetError};
use nianbao_domain::user_rule::{Definition, Given, TestVector, Trial, VectorResult};
use uuid::Uuid;

use crate::{CompiledRule, Verdict};

impl CompiledRule {
    /// Runs the rule against its own vectors.
    pub fn try_vectors(&self) -> Trial {
        Trial { results: self.definition().vectors.iter().map(|it| self.try_vector(it)).collect() }
    }

    fn try_vector(&self, vector: &TestVector) -> VectorResult {
        let (found, reason) = match self.verdict_on(&vector.given) {
            Ok(Some(verdict)) => (Some(verdict.outcome()), reason(verdict)),
            Ok(None) => (None, not_for_it()),
            Err(error) => (None, not_made(error)),
        };
        VectorResult { name: vector.name.clone(), expected: vector.expected, found, reason }
    }

    fn verdict_on(&self, given: &Given) -> Result<Option<Verdict>, SheetError> {
        let edition = edition(given, self.definition());
        let content = Content::blank(sheet(edition, &given.cells)?);
        let previous = given.previous.as_ref().map(|cells| sheet(edition, cells)).transpose()?;
        let previous = previous.map(Content::blank);
        let organization = organ(given);
        let mut case = Case::new(&content);
        case.year = given.year;
        case.kind = given.kind;
        case.organization = organization.as_ref();
        case.standing = Standing::of(given.level, organization.as_ref(), None);
        if let Some(content) = &previous {
            case.previous = Previous::Report(Related {
                organization: &given.organization,
                level: given.level,
                organ_type: given.organ_type,
                year: given.year.and_then(|year| year.previous()),
                kind: given.kind,
                content,
            });
        }
        Ok(self.verdict(&case))
    }
}

/// The newest edition that the rule is for, where the vector names none.
fn edition(given: &Given, definition: &Definition) -> Edition {
    let newest = definition.applicable_editions().into_iter().next_back();
    given.edition.or(newest).unwrap_or(Edition::E2021)
}

fn sheet(edition: Edition, cells: &BTreeMap<CellId, i64>) -> Result<Sheet, SheetError> {
    let mut sheet = Sheet::blank(edition);
    for (cell, number) in cells {
        sheet.set(*cell, Cell::Number(*number))?;
    }
    Ok(sheet)
}

/// An organ that exists for one trial only.
fn organ(given: &Given) -> Option<Organization> {
    let Given { organization, level, organ_type, division_code, rule_power, .. } = given;
    let particulars = Particulars {
        display_name: organization.clone(),
        level: *level,
        organ_type: *organ_type,
        division_code: division_code.clone(),
        rule_power: *rule_power,
        ..Particulars::default()
    };
    if particulars == Particulars::default() {
        return None;
    }
    let id = "trial".parse::<OrganizationId>().ok()?;
    Some(Organization::register(id, Uuid::nil(), particulars, DateTime::UNIX_EPOCH))
}

fn reason(verdict: Verdict) -> Message {
    match verdict {
        Verdict::NotAssessable { reason, .. } => reason,
        Verdict::Holds | Verdict::Fails => Message::default(),
    }
}

fn not_for_it() -> Message {
    Message::new(
        "规则不适用于这个例子的格式、类别或层级",
        "the rule is not for the edition, kind or level of this vector",
    )
}

fn not_made(error: SheetError) -> Message {
    let zh = match error {
        SheetError::NotOnForm(cell) => format!("例子所用的格式没有单元格 {cell}"),
        SheetError::OutOfRange(cell, number) => format!("{cell} 的 {number} 超出范围"),
    };
    Message::new(zh, error.to_string())
}
