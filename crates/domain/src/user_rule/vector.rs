//! What a user rule must say of given figures: its own tests.

use std::collections::BTreeMap;

use crate::form::vocabulary::vocabulary;
use crate::form::{CellId, Edition};
use crate::organization::{DivisionCode, Level, OrganType, RulePower};
use crate::report::{ReportKind, ReportYear};

vocabulary! {
    /// What a rule says of a report.
    Expectation {
        /// The report is in order.
        Holds = 1 "holds",
        /// The report is not: a finding.
        Fails = 2 "fails",
        /// It cannot be told: something that the rule reads has no value.
        NotAssessable = 3 "not_assessable",
    }
}

impl Expectation {
    /// The word for people.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Holds => "符合",
            Self::Fails => "不符合",
            Self::NotAssessable => "无法判断",
        }
    }
}

/// One test of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestVector {
    /// What it shows, for people.
    pub name: String,
    /// The report that it is about.
    pub given: Given,
    /// What the rule must say of it.
    pub expected: Expectation,
}

/// As much of a report as a rule can read; what is not given has no value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The edition of the sheets; where not given, the newest that the rule is for.
    pub edition: Option<Edition>,
    /// The year of the report.
    pub year: Option<ReportYear>,
    /// Own or consolidated.
    pub kind: ReportKind,
    /// Numbers in cells: counts, or whole millionths of the printed unit for money.
    pub cells: BTreeMap<CellId, i64>,
    /// Numbers of the report of the year before; none where there is no such report.
    pub previous: Option<BTreeMap<CellId, i64>>,
    /// The name of the organ; empty where not given.
    pub organization: String,
    /// Its level.
    pub level: Option<Level>,
    /// Its type.
    pub organ_type: Option<OrganType>,
    /// Its 行政区划代码.
    pub division_code: Option<DivisionCode>,
    /// Its power to make 规章.
    pub rule_power: RulePower,
}
