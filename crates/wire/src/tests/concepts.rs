use std::fmt::Debug;

use nianbao_domain::finding::{Severity, Stage};
use nianbao_domain::form::{CellId, Column, Direction, Edition, Line, Nature, TableId, Unit};
use nianbao_domain::organization::{Level, OrganType, RulePower};
use nianbao_domain::report::{
    AttachmentRole, Normalization, ReportKind, ReportState, RevisionKind,
};
use nianbao_domain::sheet::Reading;
use nianbao_proto::v1;

use crate::{Concept, measure};

/// Every value of an enum of the contract by number, with its name.
fn values<W: TryFrom<i32>>(name: fn(&W) -> &'static str) -> Vec<(i32, &'static str)> {
    let known = (0..=i32::from(i16::MAX)).filter_map(|n| Some((n, W::try_from(n).ok()?)));
    known.map(|(number, value)| (number, name(&value))).collect()
}

/// That the contract has exactly the concepts, under their numbers and names, and 0 for none.
fn agree<C: Concept + PartialEq + Debug, W: TryFrom<i32>>(
    prefix: &str,
    concepts: &[(C, String)],
    name: fn(&W) -> &'static str,
) {
    let mut expected = vec![(0, format!("{prefix}UNSPECIFIED"))];
    expected.extend(concepts.iter().map(|(c, code)| (c.to_wire(), format!("{prefix}{code}"))));
    expected.sort();
    let values = values::<W>(name);
    assert!(expected.iter().map(|(n, name)| (*n, name.as_str())).eq(values));
    assert_eq!(C::from_wire(0), None);
    for (concept, _) in concepts {
        assert_eq!(C::from_wire(concept.to_wire()).as_ref(), Some(concept));
    }
}

fn coded<C: Copy>(all: &[C], code: fn(C) -> &'static str) -> Vec<(C, String)> {
    all.iter().map(|concept| (*concept, code(*concept).to_ascii_uppercase())).collect()
}

/// The name of a variant as the contract writes it.
fn named<C: Copy + Debug>(all: &[C]) -> Vec<(C, String)> {
    let screaming = |concept: &C| {
        let name = format!("{concept:?}");
        let words = name.char_indices().flat_map(|(at, c)| {
            let border = (at > 0 && c.is_ascii_uppercase()).then_some('_');
            border.into_iter().chain([c.to_ascii_uppercase()])
        });
        words.collect()
    };
    all.iter().map(|concept| (*concept, screaming(concept))).collect()
}

#[test]
fn lines_and_columns_have_one_name_and_one_number_everywhere() {
    agree("LINE_", &coded(Line::ALL, Line::code), v1::Line::as_str_name);
    agree("COLUMN_", &coded(Column::ALL, Column::code), v1::Column::as_str_name);
}

#[test]
fn an_edition_is_named_after_its_first_year() {
    agree("EDITION_", &coded(&Edition::ALL, Edition::code), v1::Edition::as_str_name);
}

#[test]
fn attributes_of_organs_are_the_same_on_both_sides() {
    let levels = coded(Level::ALL, Level::code);
    agree("ORGANIZATION_LEVEL_", &levels, v1::OrganizationLevel::as_str_name);
    agree("ORGAN_TYPE_", &coded(OrganType::ALL, OrganType::code), v1::OrganType::as_str_name);
    let powers = [RulePower::Unknown, RulePower::Has, RulePower::Lacks];
    agree("RULE_POWER_", &named(&powers), v1::RulePower::as_str_name);
}

#[test]
fn states_and_kinds_of_reports_are_the_same_on_both_sides() {
    let states = coded(&ReportState::ALL, ReportState::code);
    agree("REPORT_STATE_", &states, v1::ReportState::as_str_name);
    let roles = named(&AttachmentRole::ALL);
    agree("ATTACHMENT_ROLE_", &roles, v1::AttachmentRole::as_str_name);
    agree("REVISION_KIND_", &named(&RevisionKind::ALL), v1::RevisionKind::as_str_name);
    let kinds = coded(&ReportKind::ALL, ReportKind::code);
    agree("REPORT_KIND_", &kinds, v1::ReportKind::as_str_name);
}

#[test]
fn words_of_the_form_are_the_same_on_both_sides() {
    agree("TABLE_ID_", &coded(&TableId::ALL, TableId::code), v1::TableId::as_str_name);
    agree("DIRECTION_", &named(&[Direction::Down, Direction::Across]), v1::Direction::as_str_name);
    let units = [Unit::None, Unit::Yuan, Unit::TenThousandYuan, Unit::NotStated];
    agree("UNIT_", &named(&units), v1::Unit::as_str_name);
    let ways = coded(&Normalization::ALL, Normalization::code);
    agree("NORMALIZATION_", &ways, v1::Normalization::as_str_name);
    let natures = [Nature::Flow, Nature::OpeningStock, Nature::ClosingStock];
    agree("NATURE_", &named(&natures), v1::Nature::as_str_name);
}

#[test]
fn words_of_findings_are_the_same_on_both_sides() {
    let severities = [Severity::Blocking, Severity::Warning, Severity::Info];
    agree("SEVERITY_", &coded(&severities, Severity::code), v1::Severity::as_str_name);
    let readings = [Reading::AsPrinted, Reading::BlanksAsZero];
    agree("READING_", &coded(&readings, Reading::code), v1::Reading::as_str_name);
    let stages = [Stage::Draft, Stage::Submission, Stage::PublishedPage];
    agree("VALIDATION_STAGE_", &named(&stages), v1::ValidationStage::as_str_name);
}

#[test]
fn every_measure_of_the_contract_is_that_of_a_cell() {
    let of = |line, column| measure(CellId::new(line, column).measure());
    assert_eq!(of(Line::Granted, Column::Applicants), v1::Measure::Count);
    assert_eq!(of(Line::AdministrativeCharges, Column::NetChange), v1::Measure::SignedCount);
    assert_eq!(of(Line::AdministrativeCharges, Column::AmountCollected), v1::Measure::Money);
    assert_eq!(values::<v1::Measure>(v1::Measure::as_str_name).len(), 4);
}

#[test]
fn a_number_that_nobody_knows_names_nothing() {
    for number in [-1, 3, 9_999, i32::MAX, 65_537] {
        assert_eq!(Line::from_wire(number), None, "{number}");
    }
}
