//! Faults between two years.

use nianbao_domain::form::{CellId, Column, Edition, Line, TableId};

use super::{Fault, Injected, number, put, seen_by};
use crate::figures::fill_totals;
use crate::pair::Pair;
use crate::random::Random;

pub const KINDS: &[Fault] = &[
    Fault { name: "carried over is not what was carried forward", inject: carried_over },
    Fault { name: "carried over under another applicant", inject: other_applicant },
    Fault { name: "documents in force do not follow", inject: documents },
    Fault { name: "items do not follow", inject: items },
    Fault { name: "last year's figures again", inject: copied_figures },
    Fault { name: "last year's words again", inject: copied_words },
    Fault { name: "a thousand times last year's number", inject: magnitude },
];

/// The sheet stays consistent: one more was carried over and granted.
fn carried_over(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let by = random.between(1, 9);
    for line in [Line::CarriedOver, Line::Granted] {
        let cell = CellId::new(line, Column::NaturalPerson);
        put(pair, cell, number(pair, cell) + by);
    }
    fill_totals(&mut pair.present.sheet, TableId::Requests);
    seen_by(&["XYR-001"])
}

fn other_applicant(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let cell = |line, column| CellId::new(line, column);
    let carried = number(pair, cell(Line::CarriedOver, Column::NaturalPerson));
    let handled = number(pair, cell(Line::Granted, Column::NaturalPerson));
    if carried == 0 || handled < carried {
        return None;
    }
    for line in [Line::CarriedOver, Line::Granted] {
        let (from, to) = (cell(line, Column::NaturalPerson), cell(line, Column::Enterprise));
        put(pair, from, number(pair, from) - carried);
        put(pair, to, number(pair, to) + carried);
    }
    fill_totals(&mut pair.present.sheet, TableId::Requests);
    seen_by(&["XYR-002"])
}

fn documents(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let editions = [&pair.previous, &pair.present].map(|it| it.sheet.edition());
    if editions != [Edition::E2021; 2] {
        return None;
    }
    let cell = CellId::new(Line::NormativeDocuments, Column::InForce);
    put(pair, cell, number(pair, cell) + random.between(3, 30));
    seen_by(&["XYR-003"])
}

fn items(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let editions = [&pair.previous, &pair.present].map(|it| it.sheet.edition());
    if editions != [Edition::E2019; 2] {
        return None;
    }
    let cell = CellId::new(Line::AdministrativePenalties, Column::PreviousYearItems);
    put(pair, cell, number(pair, cell) + random.between(1, 9));
    seen_by(&["XYR-004"])
}

fn copied_figures(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    if pair.previous.sheet.edition() != pair.present.sheet.edition() {
        return None;
    }
    pair.present.sheet = pair.previous.sheet.clone();
    seen_by(&["XYR-006"])
}

fn copied_words(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let (before, now) = (pair.year - 1, pair.year);
    let text = |content: &nianbao_domain::report::Content, at: usize| {
        content.narrative.sections[at].text.clone()
    };
    for at in [0, 4] {
        let copied = text(&pair.previous, at).replace(&before.to_string(), &now.to_string());
        pair.present.narrative.sections[at].text = copied;
    }
    seen_by(&["XYR-007"])
}

fn magnitude(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let cell = CellId::new(Line::AdministrativePenalties, Column::Decisions);
    let before = pair.previous.sheet.number(cell)?;
    put(pair, cell, before * 2_000);
    if before < 10 { None } else { seen_by(&["FMT-010", "XYR-008"]) }
}
