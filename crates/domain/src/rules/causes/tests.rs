use crate::finding::{Finding, Severity, Stage};
use crate::form::{CellId, Column, Edition, Line};
use crate::report::Content;
use crate::rules::{Case, Validation, trial, validate};
use crate::sheet::{Cell, samples::possible};

fn with(changes: &[(Line, Column, Cell)]) -> Content {
    let mut content = trial::content();
    content.sheet = possible(Edition::E2021, |n| (n as i64 * 37) % 91 + 10);
    for (line, column, cell) in changes {
        content.sheet.set(CellId::new(*line, *column), *cell).unwrap();
    }
    content
}

/// What is found beyond what a report without words is told.
fn found(case: &Case<'_>) -> Vec<Finding> {
    let sound = with(&[]);
    let usual = validate(&case.with(&sound)).findings;
    let is_new = |it: &Finding| usual.iter().all(|other| other.code != it.code);
    validate(case).findings.into_iter().filter(is_new).collect()
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|it| it.code.as_ref()).collect()
}

#[test]
fn a_broken_total_is_one_finding() {
    let content = with(&[(Line::Handled, Column::Applicants, Cell::Number(7))]);
    let findings = found(&Case::new(&content));
    assert_eq!(codes(&findings[..3]), ["T3-001", "T3-002", "T3-003"], "{findings:?}");
    let identity = findings[0].identity();
    assert!(findings[0].is_cause() && findings[0].suggestions.len() == 1);
    for consequence in &findings[1..] {
        assert_eq!(consequence.caused_by.as_ref(), Some(&identity));
        assert_eq!(consequence.suggestions, []);
    }
    let whole = Validation { findings, ..Validation::default() };
    assert_eq!(whole.count(Severity::Blocking), 1);
}

#[test]
fn what_vanishes_with_the_repair_is_a_consequence() {
    let content = with(&[(Line::Granted, Column::Enterprise, Cell::Number(-3))]);
    let findings = found(&Case::new(&content));
    assert_eq!(codes(&findings), ["T3-002", "FMT-002", "T3-003"]);
    let identity = findings[0].identity();
    assert!(findings[1..].iter().all(|it| it.caused_by.as_ref() == Some(&identity)));
}

#[test]
fn what_another_fault_causes_stays_for_itself() {
    let content = with(&[
        (Line::Granted, Column::Enterprise, Cell::Number(700)),
        (Line::AdministrativePenalties, Column::Decisions, Cell::Number(-3)),
    ]);
    let findings = found(&Case::new(&content));
    let causes: Vec<_> = findings.iter().filter(|it| it.is_cause()).cloned().collect();
    assert_eq!(codes(&causes), ["T3-002", "FMT-002"]);
}

#[test]
fn of_two_faults_each_has_its_consequences() {
    let content = with(&[
        (Line::Granted, Column::Enterprise, Cell::Number(700)),
        (Line::Handled, Column::NaturalPerson, Cell::Number(-800)),
    ]);
    let findings = found(&Case::new(&content));
    let causes: Vec<_> = findings.iter().filter(|it| it.is_cause()).collect();
    let [first, second] = causes[..] else { panic!("{findings:?}") };
    assert_eq!((first.code.as_ref(), second.code.as_ref()), ("T3-001", "T3-002"));
    let negative = findings.iter().find(|it| it.code == "FMT-002").unwrap();
    assert_eq!(negative.caused_by, Some(first.identity()));
}

#[test]
fn a_consequence_is_never_graver_than_its_cause() {
    let blank = [Line::Granted, Line::NotHeld].map(|line| (line, Column::Enterprise, Cell::Blank));
    for stage in [Stage::Draft, Stage::Submission, Stage::PublishedPage] {
        let content = with(&blank);
        let mut case = Case::new(&content);
        case.stage = stage;
        let findings = validate(&case).findings;
        for it in findings.iter().filter(|it| !it.is_cause()) {
            let cause =
                findings.iter().find(|cause| Some(cause.identity()) == it.caused_by).unwrap();
            assert!(cause.is_cause() && cause.severity <= it.severity, "{stage:?} {it:?}");
        }
    }
}

#[test]
fn blank_totals_stand_under_the_list_of_blanks() {
    let content = with(&[
        (Line::Granted, Column::Applicants, Cell::Blank),
        (Line::NotHeld, Column::Applicants, Cell::Blank),
    ]);
    let findings = found(&Case::new(&content));
    assert_eq!(codes(&findings), ["FMT-003", "T3-006", "T3-006"]);
    let numbers: Vec<_> = findings[0].suggestions[0].changes.iter().map(|it| it.to).collect();
    assert_eq!(numbers.len(), 2);
    assert!(findings[1..].iter().zip(numbers).all(|(it, to)| {
        it.caused_by == Some(findings[0].identity()) && it.suggestions[0].changes[0].to == to
    }));
}

#[test]
fn more_consequences_go_before_fewer_and_blocking_before_all() {
    let content = with(&[
        (Line::Reconsideration, Column::Cases, Cell::Number(1)),
        (Line::Handled, Column::Applicants, Cell::Number(7)),
        (Line::GovernmentRules, Column::Issued, Cell::Blank),
    ]);
    let findings = validate(&Case::new(&content)).findings;
    let causes: Vec<_> = findings.iter().filter(|it| it.is_cause()).collect();
    let place = |code: &str| causes.iter().position(|it| it.code == code).unwrap();
    assert!(place("T3-001") < place("T4-001") && place("T4-001") < place("FMT-003"));
    assert!(causes.is_sorted_by_key(|it| it.severity));
}
