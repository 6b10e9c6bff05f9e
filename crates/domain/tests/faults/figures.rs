//! Figures of two years that add up and follow each other.

use nianbao_domain::form::{CellId, Column, Edition, EquationKind, Line, TableId, Unit};
use nianbao_domain::sheet::{Cell, Sheet};

use crate::organ::Organ;
use crate::random::Random;

pub const APPLICANTS: [Column; 6] = [
    Column::NaturalPerson,
    Column::Enterprise,
    Column::ResearchInstitution,
    Column::PublicInterestOrganization,
    Column::LegalServiceInstitution,
    Column::OtherLegalEntity,
];
pub const PROCEEDINGS: [Line; 3] =
    [Line::Reconsideration, Line::DirectLitigation, Line::LitigationAfterReconsideration];
const OUTCOMES: [Column; 4] =
    [Column::Upheld, Column::Rectified, Column::OtherOutcome, Column::Pending];
const MILLIONTHS: i64 = 1_000_000;

/// A number of a sheet that has it.
pub fn number(sheet: &Sheet, line: Line, column: Column) -> i64 {
    sheet.number(CellId::new(line, column)).unwrap()
}

pub fn put(sheet: &mut Sheet, line: Line, column: Column, number: i64) {
    sheet.set(CellId::new(line, column), Cell::Number(number)).unwrap();
}

/// A year's figures; `previous` are those of the year before.
pub fn figures(
    edition: Edition,
    organ: &Organ,
    previous: Option<&Sheet>,
    random: &mut Random,
) -> Sheet {
    let mut sheet = Sheet::blank(edition);
    requests(&mut sheet, organ, previous, random);
    proceedings(&mut sheet, organ, previous, random);
    disclosure(&mut sheet, organ, previous, random);
    sheet
}

fn requests(sheet: &mut Sheet, organ: &Organ, previous: Option<&Sheet>, random: &mut Random) {
    let leaves = outcome_lines(sheet);
    for (at, column) in APPLICANTS.into_iter().enumerate() {
        let carried = previous.map_or_else(
            || if at == 0 { random.between(0, organ.requests / 20) } else { 0 },
            |sheet| number(sheet, Line::CarriedForward, column),
        );
        let share = [80, 14, 1, 1, 3, 1][at] * organ.requests / 100;
        let received = if share > 0 { random.between(share * 7 / 10, share * 13 / 10) } else { 0 };
        let forward = if received > 20 { random.between(0, received / 20) } else { 0 };
        put(sheet, Line::NewRequests, column, received);
        put(sheet, Line::CarriedOver, column, carried);
        put(sheet, Line::CarriedForward, column, forward);
        leaves.iter().for_each(|line| put(sheet, *line, column, 0));
        for _ in 0..received + carried - forward {
            let line = outcome(&leaves, random);
            put(sheet, line, column, number(sheet, line, column) + 1);
        }
    }
    fill_totals(sheet, TableId::Requests);
}

/// Half of all requests are granted or not held; nobody below a prefecture keeps state secrets.
fn outcome(leaves: &[Line], random: &mut Random) -> Line {
    match random.between(1, 10) {
        1..=4 => Line::Granted,
        5 | 6 => Line::NotHeld,
        _ => match *random.pick(leaves) {
            Line::StateSecret | Line::OtherReason | Line::FeeUnpaid => Line::PartlyGranted,
            line => line,
        },
    }
}

/// The lines beneath 办理结果 that the edition prints, without their total.
pub fn outcome_lines(sheet: &Sheet) -> Vec<Line> {
    let equations = sheet.layout().equations().iter();
    let total = CellId::new(Line::Handled, Column::NaturalPerson);
    let mut sums = equations.filter(|it| it.equation.left == [total]);
    sums.next().unwrap().equation.right.iter().map(|cell| cell.line).collect()
}

/// Totals of columns, then of lines.
pub fn fill_totals(sheet: &mut Sheet, table: TableId) {
    let equations = || sheet_equations(table);
    let (columns, lines): (Vec<_>, Vec<_>) = equations()(sheet)
        .into_iter()
        .filter(|it| !matches!(it.0, EquationKind::Balance(_)))
        .partition(|it| matches!(it.0, EquationKind::ColumnTotal(_)));
    for (_, total, parts) in columns.into_iter().chain(lines) {
        let numbers: Option<Vec<_>> = parts.iter().map(|cell| sheet.number(*cell)).collect();
        if let Some(numbers) = numbers {
            sheet.set(total, Cell::Number(numbers.into_iter().sum())).unwrap();
        }
    }
}

type Sum = (EquationKind, CellId, Vec<CellId>);

fn sheet_equations(table: TableId) -> impl Fn(&Sheet) -> Vec<Sum> {
    move |sheet| {
        let equations = sheet.layout().equations().iter().map(|it| &it.equation);
        let sums = equations.filter(|it| it.table == table);
        sums.map(|it| (it.kind, it.left[0], it.right.clone())).collect()
    }
}

fn proceedings(sheet: &mut Sheet, organ: &Organ, previous: Option<&Sheet>, random: &mut Random) {
    let usual = organ.requests / 30;
    for (at, line) in PROCEEDINGS.into_iter().enumerate() {
        let pending = previous.map_or(0, |sheet| number(sheet, line, Column::Pending));
        let most = [usual, usual / 4, usual / 5][at];
        for column in OUTCOMES {
            put(sheet, line, column, random.between(0, most / 3));
        }
        // What was pending ends in this year's table.
        put(sheet, line, Column::Upheld, number(sheet, line, Column::Upheld) + pending);
    }
    fill_totals(sheet, TableId::Proceedings);
}

fn disclosure(sheet: &mut Sheet, organ: &Organ, previous: Option<&Sheet>, random: &mut Random) {
    match sheet.edition() {
        Edition::E2021 => disclosure_2021(sheet, organ, previous, random),
        Edition::E2019 => disclosure_2019(sheet, organ, previous, random),
    }
}

fn disclosure_2021(
    sheet: &mut Sheet,
    organ: &Organ,
    previous: Option<&Sheet>,
    random: &mut Random,
) {
    let previous = previous.filter(|sheet| sheet.edition() == Edition::E2021);
    for line in [Line::GovernmentRules, Line::NormativeDocuments] {
        let scale = match line {
            Line::GovernmentRules if !organ.may_make_rules() => 0,
            Line::GovernmentRules => 3,
            _ => 3 + organ.requests / 30,
        };
        let before = previous.map_or_else(
            || random.between(0, scale * 5),
            |sheet| number(sheet, line, Column::InForce),
        );
        let issued = random.between(0, scale);
        let repealed = random.between(0, before.min(scale));
        put(sheet, line, Column::Issued, issued);
        put(sheet, line, Column::Repealed, repealed);
        put(sheet, line, Column::InForce, before + issued - repealed);
    }
    decisions(sheet, organ, random);
    let fee = if organ.is_government() { random.between(20_000, 30_000) * 100 } else { 0 };
    put(sheet, Line::AdministrativeCharges, Column::AmountCollected, fee * (organ.requests + 1));
}

fn decisions(sheet: &mut Sheet, organ: &Organ, random: &mut Random) {
    let usual = organ.enforcement;
    for (line, share) in [
        (Line::AdministrativeLicensing, 100),
        (Line::OtherPublicServices, 40),
        (Line::AdministrativePenalties, 60),
        (Line::AdministrativeCompulsion, 5),
    ] {
        let cell = CellId::new(line, Column::Decisions);
        if sheet.layout().prints(cell) {
            let usual = usual * share / 100;
            put(sheet, line, Column::Decisions, random.between(usual * 9 / 10, usual * 11 / 10));
        }
    }
}

fn disclosure_2019(
    sheet: &mut Sheet,
    organ: &Organ,
    previous: Option<&Sheet>,
    random: &mut Random,
) {
    for line in [Line::GovernmentRules, Line::NormativeDocuments] {
        let may = line == Line::NormativeDocuments || organ.may_make_rules();
        let made = if may { random.between(0, 9) } else { 0 };
        let before = previous
            .map_or(if may { 20 } else { 0 }, |sheet| number(sheet, line, Column::TotalDisclosed));
        put(sheet, line, Column::NewlyMade, made);
        put(sheet, line, Column::NewlyDisclosed, made);
        put(sheet, line, Column::TotalDisclosed, before + made);
    }
    decisions(sheet, organ, random);
    for line in [
        Line::AdministrativeLicensing,
        Line::OtherPublicServices,
        Line::AdministrativePenalties,
        Line::AdministrativeCompulsion,
        Line::AdministrativeCharges,
    ] {
        let before = previous.map_or_else(
            || random.between(10, 60),
            |sheet| {
                number(sheet, line, Column::PreviousYearItems)
                    + number(sheet, line, Column::NetChange)
            },
        );
        put(sheet, line, Column::PreviousYearItems, before);
        put(sheet, line, Column::NetChange, random.between(-3, 5));
    }
    let items = random.between(1, 30);
    let amount = CellId::new(Line::GovernmentProcurement, Column::ProcurementAmount);
    put(sheet, Line::GovernmentProcurement, Column::ProcurementItems, items);
    let spent = items * random.between(1_000, 90_000) * MILLIONTHS / 100;
    sheet.set(amount, Cell::Number(spent)).unwrap();
    sheet.set_unit(amount, Unit::TenThousandYuan).unwrap();
}
