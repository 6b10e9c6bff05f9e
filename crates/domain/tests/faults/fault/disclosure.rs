//! Faults of table 2.

use nianbao_domain::form::{CellId, Column, Edition, Line};
use nianbao_domain::sheet::Cell;

use super::{Fault, Injected, number, put, seen_by};
use crate::pair::Pair;
use crate::random::Random;

pub const KINDS: &[Fault] = &[
    Fault { name: "government rules of an organ without the power", inject: without_power },
    Fault { name: "more issued than in force and repealed", inject: more_issued },
    Fault { name: "more newly disclosed than disclosed in all", inject: more_disclosed },
    Fault { name: "charges in yuan", inject: yuan },
    Fault { name: "an amount bought with nothing", inject: bought_nothing },
    Fault { name: "an amount without a unit", inject: without_unit },
    Fault { name: "fewer items than none", inject: fewer_than_none },
];

fn is(pair: &Pair, edition: Edition) -> Option<()> {
    (pair.present.sheet.edition() == edition).then_some(())
}

fn without_power(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    let column = match pair.present.sheet.edition() {
        Edition::E2019 => Column::NewlyMade,
        Edition::E2021 => Column::InForce,
    };
    if pair.organ.may_make_rules() {
        return None;
    }
    put(pair, CellId::new(Line::GovernmentRules, column), random.between(1, 9));
    seen_by(&["SEM-001"])
}

fn more_issued(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    is(pair, Edition::E2021)?;
    let cell = |column| CellId::new(Line::NormativeDocuments, column);
    let most = number(pair, cell(Column::InForce)) + number(pair, cell(Column::Repealed));
    put(pair, cell(Column::Issued), most + random.between(1, 9));
    seen_by(&["T2-001"])
}

fn more_disclosed(pair: &mut Pair, random: &mut Random) -> Option<Injected> {
    is(pair, Edition::E2019)?;
    let cell = |column| CellId::new(Line::NormativeDocuments, column);
    let most = number(pair, cell(Column::TotalDisclosed));
    put(pair, cell(Column::NewlyDisclosed), most + random.between(1, 9));
    seen_by(&["T2-002"])
}

/// The amount in 元 where 万元 is printed.
fn yuan(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    is(pair, Edition::E2021)?;
    let cell = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);
    let before = pair.previous.sheet.number(cell)?;
    let amount = number(pair, cell);
    put(pair, cell, amount * 10_000);
    if before == 0 || amount == 0 { None } else { seen_by(&["UNT-001"]) }
}

fn bought_nothing(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    is(pair, Edition::E2019)?;
    put(pair, CellId::new(Line::GovernmentProcurement, Column::ProcurementItems), 0);
    seen_by(&["T2-005"])
}

fn without_unit(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    is(pair, Edition::E2019)?;
    let cell = CellId::new(Line::GovernmentProcurement, Column::ProcurementAmount);
    pair.present.sheet.set_unit(cell, nianbao_domain::form::Unit::NotStated).unwrap();
    seen_by(&["UNT-002"])
}

fn fewer_than_none(pair: &mut Pair, _: &mut Random) -> Option<Injected> {
    is(pair, Edition::E2019)?;
    let line = Line::AdministrativeLicensing;
    let before = number(pair, CellId::new(line, Column::PreviousYearItems));
    let change = CellId::new(line, Column::NetChange);
    pair.present.sheet.set(change, Cell::Number(-before - 2)).unwrap();
    seen_by(&["T2-004"])
}
