//! Every kind of fault is found, and single faults of table 3 are pinpointed.

use crate::fault::{self, Fault, Injected, faults};
use crate::pair::{PAIRS, Pair};
use crate::random::Random;

/// Every pair with the fault, where it has a place for it.
fn injected(fault: &Fault) -> impl Iterator<Item = (usize, Pair, Injected)> {
    PAIRS.iter().enumerate().filter_map(|(number, pair)| {
        let mut pair = pair.clone();
        let injected = (fault.inject)(&mut pair, &mut Random::new(1_000 + number as u64))?;
        Some((number, pair, injected))
    })
}

fn missed(kinds: &[Fault]) -> Vec<String> {
    let mut missed = Vec::new();
    for fault in kinds {
        let (mut tried, mut unseen) = (0, Vec::new());
        for (number, pair, Injected { codes, .. }) in injected(fault) {
            let found = pair.check().findings.iter().any(|it| codes.contains(&it.code.as_ref()));
            tried += 1;
            if !found {
                unseen.push(number);
            }
        }
        if tried == 0 || !unseen.is_empty() {
            let first = &unseen[..unseen.len().min(3)];
            missed.push(format!("{}: {} of {tried}, first {first:?}", fault.name, unseen.len()));
        }
    }
    missed
}

#[test]
fn every_fault_of_table_3_is_found() {
    assert_eq!(missed(fault::requests::KINDS), [""; 0]);
}

#[test]
fn every_fault_of_table_4_is_found() {
    assert_eq!(missed(fault::proceedings::KINDS), [""; 0]);
}

#[test]
fn every_fault_of_table_2_is_found() {
    assert_eq!(missed(fault::disclosure::KINDS), [""; 0]);
}

#[test]
fn every_fault_between_two_years_is_found() {
    assert_eq!(missed(fault::years::KINDS), [""; 0]);
}

#[test]
fn every_untrue_statement_is_found() {
    assert_eq!(missed(fault::statement::KINDS), [""; 0]);
}

#[test]
fn every_fault_of_the_document_is_found() {
    assert_eq!(missed(fault::document::KINDS), [""; 0]);
}

#[test]
fn there_are_more_kinds_than_thirty_one() {
    assert!(faults().count() >= 31);
}

#[test]
fn a_single_fault_of_table_3_is_one_finding_that_names_the_cell_and_its_right_number() {
    for (fault, number, pair, cell, right) in single_faults() {
        let findings = pair.check().findings;
        let causes = findings.iter().filter(|it| it.is_cause() && it.code.starts_with("T3-00"));
        assert_eq!(causes.count(), 1, "{fault}, pair {number}");
        let first = findings.iter().find_map(|it| it.suggestions.first()).unwrap();
        let changes: Vec<_> = first.changes.iter().map(|it| (it.cell, it.to)).collect();
        assert!(first.unique, "{fault}, pair {number}");
        assert_eq!(changes, [(cell, right)], "{fault}, pair {number}");
    }
}

type Single = (&'static str, usize, Pair, nianbao_domain::form::CellId, i64);

fn single_faults() -> impl Iterator<Item = Single> {
    faults().flat_map(|fault| {
        injected(fault).filter_map(|(number, pair, injected)| {
            let (cell, right) = injected.cell?;
            Some((fault.name, number, pair, cell, right))
        })
    })
}
