//! How long a report takes to be set. The limit is 50 ms when it is not the first.

#![expect(clippy::unwrap_used, reason = "a bench may stop where it cannot go on")]

#[path = "../tests/it/font.rs"]
mod font;

use nianbao_document::official::{FontNames, FontRole};
use nianbao_document::printed::Printed;
use nianbao_document::{Format, Subject};
use nianbao_typeset::{FontSearch, Fonts};

fn main() {
    divan::main();
}

/// A published page of 2024, four pages when set.
const PAGE: &[u8] = include_bytes!("../../../tests/fixtures/pages/siqian-2024.txt");

fn report() -> Printed {
    let draft = nianbao_document::read(PAGE, Format::Text).unwrap();
    let subject = Subject {
        organization_id: None,
        organization_name: draft.organization_name.as_deref().unwrap_or_default(),
        year: draft.year,
        kind: draft.kind,
    };
    Printed::of(&subject, &draft.content)
}

/// The fonts of the machine, or the one that the tests make.
fn fonts() -> Fonts {
    Fonts::find(&FontSearch::default()).unwrap_or_else(|_| {
        let folder = tempfile::tempdir().unwrap();
        font::write(folder.path());
        let names = FontNames::default().with(FontRole::Body, font::FAMILY);
        let folder = Some(folder.path().to_owned());
        Fonts::find(&FontSearch { folder, installed: false, names }).unwrap()
    })
}

/// Reports that differ, as they come in: only what is the same for all is remembered.
#[divan::bench]
fn pdf(bencher: divan::Bencher<'_, '_>) {
    let (fonts, report) = (fonts(), report());
    let mut count = 0;
    let next = || {
        count += 1;
        let mut report = report.clone();
        report.sections[0].paragraphs.push(format!("第{count}份。"));
        report
    };
    bencher.with_inputs(next).bench_local_refs(|report| nianbao_typeset::pdf(report, &fonts));
}

/// The search for fonts, once when a program starts.
#[divan::bench]
fn find_fonts() -> Fonts {
    fonts()
}
