use nianbao_proto::v1::{self, Narrative, NarrativeSection};

use super::samples::{blank_report, only, paths};
use crate::{NewReport, limits};

fn report(narrative: Narrative) -> v1::Report {
    v1::Report { narrative: Some(narrative), ..blank_report() }
}

fn numbered(numbers: &[i32]) -> v1::Report {
    let section = |number: &i32| NarrativeSection { number: *number, ..Default::default() };
    report(Narrative { sections: numbers.iter().map(section).collect(), ..Default::default() })
}

#[test]
fn sections_stand_in_the_order_of_the_document() {
    let read = NewReport::read(numbered(&[1, 3, 2]), "report").unwrap();
    let numbers: Vec<_> = read.content.narrative.sections.iter().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 3, 2]);
}

#[test]
fn a_section_beyond_one_to_six_is_refused() {
    for number in [0, 7, -1, 257] {
        let refused = only(NewReport::read(numbered(&[1, number]), "report"));
        assert_eq!(refused.path, "report.narrative.sections[1].number", "{number}");
    }
}

#[test]
fn a_section_that_is_there_twice_is_refused() {
    let refused = NewReport::read(numbered(&[1, 2, 1]), "report").unwrap_err();
    assert_eq!(paths(&refused), ["report.narrative.sections[2].number"]);
}

#[test]
fn a_narrative_is_bounded_in_all() {
    let half = "a".repeat(limits::NARRATIVE_BYTES / 2);
    let whole = |closing: &str| {
        let section = NarrativeSection { number: 1, text: half.clone(), ..Default::default() };
        report(Narrative {
            preamble: half.clone(),
            sections: vec![section],
            closing: closing.to_owned(),
        })
    };
    assert!(NewReport::read(whole(""), "report").is_ok());
    assert_eq!(only(NewReport::read(whole("a"), "report")).path, "report.narrative");
}

#[test]
fn the_null_character_is_refused_wherever_it_stands() {
    let section = NarrativeSection { number: 1, title: "\0".to_owned(), text: "\0".to_owned() };
    let narrative =
        Narrative { preamble: "\0".to_owned(), sections: vec![section], closing: "\0".to_owned() };
    let refused = NewReport::read(report(narrative), "report").unwrap_err();
    let within = |field: &str| format!("report.narrative.{field}");
    let expected = ["preamble", "closing", "sections[0].title", "sections[0].text"].map(within);
    assert_eq!(paths(&refused), expected);
}
