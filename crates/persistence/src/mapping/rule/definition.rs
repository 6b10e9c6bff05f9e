//! What a user rule says, as JSON.

use std::collections::BTreeMap;

use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::organization::{Level, OrganType, RulePower};
use nianbao_domain::report::{ReportKind, ReportYear};
use nianbao_domain::user_rule::{Definition, Expectation, Given, TestVector};
use serde::{Deserialize, Serialize};

use crate::mapping::Unmappable;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    title: String,
    message_zh: String,
    message_en: String,
    basis: String,
    severity: String,
    levels: Vec<i16>,
    editions: Vec<i16>,
    kinds: Vec<i16>,
    expression: String,
    vectors: Vec<StoredVector>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredVector {
    name: String,
    given: StoredGiven,
    expected: i16,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredGiven {
    edition: Option<i16>,
    year: Option<u16>,
    kind: i16,
    cells: BTreeMap<String, i64>,
    previous: Option<BTreeMap<String, i64>>,
    organization: String,
    level: Option<i16>,
    organ_type: Option<i16>,
    division_code: Option<String>,
    rule_power: i16,
}

/// The JSON of a definition.
pub(super) fn encode(definition: &Definition) -> Result<String, serde_json::Error> {
    let Definition {
        title,
        message,
        basis,
        severity,
        levels,
        editions,
        kinds,
        expression,
        vectors,
    } = definition;
    serde_json::to_string(&Stored {
        title: title.clone(),
        message_zh: message.zh.clone(),
        message_en: message.en.clone(),
        basis: basis.clone(),
        severity: severity.code().to_owned(),
        levels: levels.iter().map(|it| it.number()).collect(),
        editions: editions.iter().map(|it| it.number()).collect(),
        kinds: kinds.iter().map(|it| it.number()).collect(),
        expression: expression.clone(),
        vectors: vectors.iter().map(StoredVector::of).collect(),
    })
}

/// The definition of a JSON.
pub(super) fn decode(json: &str) -> Result<Definition, Unmappable> {
    let stored: Stored = serde_json::from_str(json)?;
    let levels = stored.levels.into_iter().map(Level::try_from).collect::<Result<_, _>>()?;
    let editions = stored.editions.into_iter().map(Edition::try_from).collect::<Result<_, _>>()?;
    let kinds = stored.kinds.into_iter().map(ReportKind::try_from).collect::<Result<_, _>>()?;
    Ok(Definition {
        title: stored.title,
        message: Message::new(stored.message_zh, stored.message_en),
        basis: stored.basis,
        severity: severity(&stored.severity)?,
        levels,
        editions,
        kinds,
        expression: stored.expression,
        vectors: stored.vectors.into_iter().map(vector).collect::<Result<_, _>>()?,
    })
}

impl StoredVector {
    fn of(vector: &TestVector) -> Self {
        let TestVector { name, given, expected } = vector;
        let given = StoredGiven {
            edition: given.edition.map(Edition::number),
            year: given.year.map(ReportYear::get),
            kind: given.kind.number(),
            cells: codes(&given.cells),
            previous: given.previous.as_ref().map(codes),
            organization: given.organization.clone(),
            level: given.level.map(Level::number),
            organ_type: given.organ_type.map(OrganType::number),
            division_code: given.division_code.as_ref().map(|code| code.as_str().to_owned()),
            rule_power: given.rule_power.number(),
        };
        Self { name: name.clone(), given, expected: expected.number() }
    }
}

fn vector(stored: StoredVector) -> Result<TestVector, Unmappable> {
    let StoredVector { name, given, expected } = stored;
    let given = Given {
        edition: given.edition.map(Edition::try_from).transpose()?,
        year: given.year.map(i64::from).map(ReportYear::try_from).transpose()?,
        kind: ReportKind::try_from(given.kind)?,
        cells: cells(given.cells)?,
        previous: given.previous.map(cells).transpose()?,
        organization: given.organization,
        level: given.level.map(Level::try_from).transpose()?,
        organ_type: given.organ_type.map(OrganType::try_from).transpose()?,
        division_code: given.division_code.map(|code| code.parse()).transpose()?,
        rule_power: RulePower::try_from(given.rule_power)?,
    };
    Ok(TestVector { name, given, expected: Expectation::try_from(expected)? })
}

fn codes(cells: &BTreeMap<CellId, i64>) -> BTreeMap<String, i64> {
    cells.iter().map(|(cell, number)| (cell.to_string(), *number)).collect()
}

fn cells(codes: BTreeMap<String, i64>) -> Result<BTreeMap<CellId, i64>, Unmappable> {
    codes.into_iter().map(|(code, number)| Ok((code.parse()?, number))).collect()
}

fn severity(code: &str) -> Result<Severity, Unmappable> {
    let all = [Severity::Blocking, Severity::Warning, Severity::Info];
    let found = all.into_iter().find(|it| it.code() == code);
    found.ok_or_else(|| format!("no severity is called {code:?}").into())
}
