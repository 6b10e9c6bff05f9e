//! A rule as it stands in a file.

use std::collections::BTreeMap;
use std::str::FromStr;

use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::organization::{DivisionCode, Level, OrganType, RulePower};
use nianbao_domain::report::{ReportKind, ReportYear};
use nianbao_domain::user_rule::{Definition, Expectation, Given, TestVector, UserRuleCode};
use serde::Deserialize;

use super::FileProblem;

/// A rule as it stands in a file; what is not there applies to all or is empty.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    pub(super) code: String,
    title: String,
    message: Sentences,
    #[serde(default)]
    basis: String,
    severity: String,
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    editions: Vec<String>,
    #[serde(default)]
    kinds: Vec<String>,
    expression: String,
    #[serde(default)]
    vectors: Vec<Vector>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentences {
    zh: String,
    #[serde(default)]
    en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    #[serde(default)]
    name: String,
    #[serde(default)]
    given: Facts,
    expect: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Facts {
    edition: Option<String>,
    year: Option<i64>,
    kind: Option<String>,
    cells: BTreeMap<String, i64>,
    previous: Option<BTreeMap<String, i64>>,
    organization: Organ,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Organ {
    name: String,
    level: Option<String>,
    #[serde(rename = "type")]
    organ_type: Option<String>,
    division_code: Option<String>,
    rule_power: Option<String>,
}

const KINDS: &str = "own|consolidated";
const EDITIONS: &str = "2019|2021";
const LEVELS: &str = "province|prefecture|county|township";
const CELLS: &str = "line.column";

/// Collects what is wrong while a record is read.
#[derive(Default)]
struct Reader {
    problems: Vec<FileProblem>,
}

impl Record {
    pub(super) fn into_definition(self) -> Result<(UserRuleCode, Definition), Vec<FileProblem>> {
        let mut reader = Reader::default();
        let code = reader.parsed("code", &self.code, "USR-[A-Z0-9-]…");
        let severity = reader.one_of("severity", &self.severity, severity, "blocking|warning|info");
        let levels = reader.list("levels", &self.levels, |it| it.parse().ok(), LEVELS);
        let editions = reader.list("editions", &self.editions, |it| it.parse().ok(), EDITIONS);
        let kinds = reader.list("kinds", &self.kinds, kind, KINDS);
        let vectors = self.vectors.into_iter().enumerate();
        let vectors = vectors.filter_map(|(at, it)| reader.vector(at, it)).collect();
        let (Some(code), Some(severity), true) = (code, severity, reader.problems.is_empty())
        else {
            return Err(reader.problems);
        };
        let message = Message::new(self.message.zh, self.message.en);
        let (title, basis, expression) = (self.title, self.basis, self.expression);
        let definition = Definition {
            title,
            message,
            basis,
            severity,
            levels,
            editions,
            kinds,
            expression,
            vectors,
        };
        Ok((code, definition))
    }
}

impl Reader {
    fn one_of<T>(
        &mut self,
        field: &str,
        value: &str,
        read: impl Fn(&str) -> Option<T>,
        takes: &str,
    ) -> Option<T> {
        let found = read(value);
        if found.is_none() {
            let (field, value, takes) = (field.to_owned(), value.to_owned(), takes.to_owned());
            self.problems.push(FileProblem::Value { field, value, takes });
        }
        found
    }

    fn parsed<T: FromStr>(&mut self, field: &str, value: &str, takes: &str) -> Option<T> {
        self.one_of(field, value, |it| it.parse().ok(), takes)
    }

    fn optional<T>(
        &mut self,
        field: &str,
        value: Option<&str>,
        read: impl Fn(&str) -> Option<T>,
        takes: &str,
    ) -> Option<T> {
        self.one_of(field, value?, read, takes)
    }

    fn list<T>(
        &mut self,
        field: &str,
        values: &[String],
        read: impl Fn(&str) -> Option<T>,
        takes: &str,
    ) -> Vec<T> {
        values.iter().filter_map(|value| self.one_of(field, value, &read, takes)).collect()
    }

    fn vector(&mut self, at: usize, vector: Vector) -> Option<TestVector> {
        let field = |name: &str| format!("vectors[{at}].{name}");
        let expected: Option<Expectation> =
            self.parsed(&field("expect"), &vector.expect, "holds|fails|not_assessable");
        let given = self.given(&field("given"), &vector.given);
        Some(TestVector { name: vector.name, given, expected: expected? })
    }

    fn given(&mut self, path: &str, facts: &Facts) -> Given {
        let field = |name: &str| format!("{path}.{name}");
        let of = |name: &str| format!("{path}.organization.{name}");
        let organ = &facts.organization;
        let year = facts.year.map(|year| year.to_string());
        Given {
            edition: self.optional(
                &field("edition"),
                facts.edition.as_deref(),
                |it| it.parse::<Edition>().ok(),
                EDITIONS,
            ),
            year: self.optional(
                &field("year"),
                year.as_deref(),
                |it| it.parse::<ReportYear>().ok(),
                "2008…2099",
            ),
            kind: self
                .optional(&field("kind"), facts.kind.as_deref(), kind, KINDS)
                .unwrap_or_default(),
            cells: self.cells(&field("cells"), &facts.cells),
            previous: facts.previous.as_ref().map(|cells| self.cells(&field("previous"), cells)),
            organization: organ.name.clone(),
            level: self.optional(
                &of("level"),
                organ.level.as_deref(),
                |it| it.parse::<Level>().ok(),
                LEVELS,
            ),
            organ_type: self.optional(
                &of("type"),
                organ.organ_type.as_deref(),
                |it| it.parse::<OrganType>().ok(),
                "government|department|…",
            ),
            division_code: self.optional(
                &of("division_code"),
                organ.division_code.as_deref(),
                |it| it.parse::<DivisionCode>().ok(),
                "2|4|6|9|12 digits",
            ),
            rule_power: self
                .optional(&of("rule_power"), organ.rule_power.as_deref(), rule_power, "has|lacks")
                .unwrap_or_default(),
        }
    }

    fn cells(&mut self, field: &str, cells: &BTreeMap<String, i64>) -> BTreeMap<CellId, i64> {
        let mut read = BTreeMap::new();
        for (code, number) in cells {
            if let Some(cell) = self.parsed(field, code, CELLS) {
                read.insert(cell, *number);
            }
        }
        read
    }
}

fn severity(code: &str) -> Option<Severity> {
    let all = [Severity::Blocking, Severity::Warning, Severity::Info];
    all.into_iter().find(|it| it.code() == code)
}

fn kind(code: &str) -> Option<ReportKind> {
    ReportKind::ALL.into_iter().find(|it| it.code() == code)
}

fn rule_power(code: &str) -> Option<RulePower> {
    match code {
        "has" => Some(RulePower::Has),
        "lacks" => Some(RulePower::Lacks),
        _ => None,
    }
}
