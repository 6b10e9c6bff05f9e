//! Faults of table 4.

use nianbao_domain::form::{CellId, Column, Line};

use super::{Fault, Injected, number, put, seen_by};
use crate::pair::Pair;
use crate::random::Random;

pub const KINDS: &[Fault] = &[
    Fault { name: "a wrong total of reconsiderations", inject: reconsideration },
    Fault { name: "a wrong total of direct suits", inject: direct },
    Fault { name: "a wrong total of suits after reconsideration", inject: after },
    Fault { name: "a wrong outcome of reconsiderations", inject: outcome },
    Fault { name: "pending cases that vanish", inject: vanished },
    Fault { name: "more cases than requests", inject: too_many },
];

fn wrong_total(
    pair: &mut Pair,
    line: Line,
    code: &'static [&'static str],
    random: &mut Random,
) -> Option<Injected> {
    let cell = CellId::new(line, Column::Cases);
    put(pair, cell, number(pair, cell) + random.between(1, 9));
    seen_by(code)
}

fn reconsideration(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    wrong_total(pair, Line::Reconsideration, &["T4-001"], random)
}

fn direct(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    wrong_total(pair, Line::DirectLitigation, &["T4-002"], random)
}

fn after(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    wrong_total(pair, Line::LitigationAfterReconsideration, &["T4-003"], random)
}

fn outcome(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let cell = CellId::new(Line::Reconsideration, Column::Rectified);
    put(pair, cell, number(pair, cell) + random.between(1, 9));
    seen_by(&["T4-001"])
}

/// Last year's pending cases are in no column of this year.
fn vanished(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    let line = Line::Reconsideration;
    let pending = pair.previous.sheet.number(CellId::new(line, Column::Pending))?;
    for column in
        [Column::Upheld, Column::Rectified, Column::OtherOutcome, Column::Pending, Column::Cases]
    {
        put(pair, CellId::new(line, column), 0);
    }
    if pending == 0 { None } else { seen_by(&["T4-006"]) }
}

fn too_many(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let many = 20_000 + random.between(1, 99);
    for column in [Column::Upheld, Column::Cases] {
        let cell = CellId::new(Line::Reconsideration, column);
        put(pair, cell, number(pair, cell) + many);
    }
    seen_by(&["T4-005"])
}
