//! The organs whose reports are made up.

use chrono::DateTime;
use nianbao_domain::organization::{Level, OrganType, Organization, Particulars, RulePower};
use nianbao_domain::report::ReportKind;
use uuid::Uuid;

use crate::random::Random;

/// An organ and what its reports look like.
#[derive(Clone, Debug)]
pub struct Organ {
    pub record: Organization,
    pub kind: ReportKind,
    /// How it calls itself behind 我.
    pub short: &'static str,
    /// How many requests a year are usual.
    pub requests: i64,
    /// How many licences and penalties are usual.
    pub enforcement: i64,
}

const PLACES: [&str; 12] = [
    "青石", "云山", "白河", "临江", "永安", "长岭", "平阳", "石门", "双桥", "东湖", "新丰", "龙泉",
];
const OFFICES: [(&str, i64); 8] = [
    ("财政局", 0),
    ("教育局", 40),
    ("民政局", 60),
    ("水利局", 120),
    ("统计局", 0),
    ("市场监督管理局", 4000),
    ("交通运输局", 900),
    ("自然资源局", 700),
];

impl Organ {
    pub fn random(random: &mut Random, number: usize) -> Self {
        let place = *random.pick(&PLACES);
        let (office, enforcement) = *random.pick(&OFFICES);
        let (name, level, organ_type, rule_power) = match number % 5 {
            0 => (
                format!("{place}镇人民政府"),
                Level::Township,
                OrganType::Government,
                RulePower::Lacks,
            ),
            1 => (
                format!("{place}县{office}"),
                Level::County,
                OrganType::Department,
                RulePower::Lacks,
            ),
            2 => (
                format!("{place}县人民政府"),
                Level::County,
                OrganType::Government,
                RulePower::Lacks,
            ),
            3 => (
                format!("{place}市{office}"),
                Level::Prefecture,
                OrganType::Department,
                RulePower::Lacks,
            ),
            _ => (
                format!("{place}市人民政府"),
                Level::Prefecture,
                OrganType::Government,
                RulePower::Has,
            ),
        };
        let consolidated = matches!(number % 5, 2 | 4);
        let particulars = Particulars {
            display_name: name,
            level: Some(level),
            organ_type: Some(organ_type),
            rule_power,
            ..Particulars::default()
        };
        let id = format!("organ-{number}").parse().unwrap();
        Self {
            record: Organization::register(id, Uuid::nil(), particulars, DateTime::UNIX_EPOCH),
            kind: if consolidated { ReportKind::Consolidated } else { ReportKind::Own },
            short: match number % 5 {
                0 => "镇",
                1 | 3 => "局",
                2 => "县",
                _ => "市",
            },
            requests: [3, 40, 900, 160, 3600][number % 5],
            enforcement: if consolidated { 90_000 } else { enforcement },
        }
    }

    pub fn name(&self) -> &str {
        &self.record.display_name
    }

    pub fn is_government(&self) -> bool {
        self.record.organ_type == Some(OrganType::Government)
    }

    pub fn may_make_rules(&self) -> bool {
        self.record.rule_power == RulePower::Has
    }
}
