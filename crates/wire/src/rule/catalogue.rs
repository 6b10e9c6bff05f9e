//! A rule of the catalogue → the message.

use nianbao_domain::finding::{Stage, StageSeverity};
use nianbao_domain::rules::{Entry, Explanation, Status};
use nianbao_proto::v1;

use crate::concept::Concept;
use crate::name::rule_name;

/// A rule of the catalogue, without its page.
pub fn catalogue_rule(entry: &Entry) -> v1::Rule {
    let Entry {
        code,
        title_zh,
        title_en,
        severity,
        editions,
        levels,
        missing,
        formula,
        basis,
        example,
        status,
        any_year: _,
    } = entry;
    v1::Rule {
        name: rule_name(code),
        origin: v1::RuleOrigin::Catalogue.into(),
        title_zh: (*title_zh).to_owned(),
        title_en: (*title_en).to_owned(),
        severity: severity.at(Stage::Submission).to_wire(),
        severities: Some(severities(*severity)),
        levels: levels.iter().map(|level| level.to_wire()).collect(),
        editions: editions.iter().map(|edition| edition.to_wire()).collect(),
        basis: (*basis).to_owned(),
        catalogue: Some(v1::CatalogueEntry {
            status: number(*status).into(),
            status_zh: status.sentence_zh(),
            status_en: status.sentence_en(),
            missing_values: missing.to_wire(),
            formula: (*formula).to_owned(),
            example: (*example).to_owned(),
            page_zh: String::new(),
            page_en: String::new(),
        }),
        ..v1::Rule::default()
    }
}

/// A rule of the catalogue with its page in both languages.
pub fn explained_rule(explanation: Explanation) -> v1::Rule {
    let Explanation { entry, page_zh, page_en } = explanation;
    let mut rule = catalogue_rule(entry);
    if let Some(catalogue) = &mut rule.catalogue {
        catalogue.page_zh = page_zh.to_owned();
        catalogue.page_en = page_en.to_owned();
    }
    rule
}

pub(super) fn severities(severity: StageSeverity) -> v1::StageSeverities {
    v1::StageSeverities {
        draft: severity.at(Stage::Draft).to_wire(),
        submission: severity.at(Stage::Submission).to_wire(),
        published_page: severity.at(Stage::PublishedPage).to_wire(),
    }
}

fn number(status: Status) -> v1::RuleStatus {
    match status {
        Status::DerivedFromForm => v1::RuleStatus::DerivedFromForm,
        Status::Implemented => v1::RuleStatus::Implemented,
        Status::HeldElsewhere { .. } => v1::RuleStatus::HeldElsewhere,
        Status::Undecidable { .. } => v1::RuleStatus::Undecidable,
    }
}
