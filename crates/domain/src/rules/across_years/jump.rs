//! XYR-008: nothing is ten times or a tenth of last year's.
//!
//! Small numbers jump by nature, so both years need at least ten. Where a table sums up its columns,
//! only the sums are compared. One finding a table, since one event moves several of its numbers.

use super::reports;
use super::stock::past;
use crate::finding::Observation;
use crate::form::{CellId, Measure, TableId, printed, totals};
use crate::rules::{Case, Rule, Sink, comparable, naming};
use crate::sheet::Sheet;

pub(super) const RULE: Rule = Rule::new("XYR-008", check);

/// How many times as much, or as little, is an order of magnitude.
const TIMES: i128 = 10;
/// The least number, in pieces or yuan, that is compared.
const LEAST: i128 = 10;
const MILLIONTHS: i128 = 1_000_000;
/// How many cells a sentence names.
const NAMED: usize = 5;

/// A cell that is far from last year's.
struct Jump {
    cell: CellId,
    before: i128,
    now: i128,
}

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(reports) = reports(case, sink) else { return };
    let sheet = &case.content.sheet;
    for table in TableId::ALL {
        let jumps: Vec<_> = compared(sheet, table)
            .filter_map(|cell| {
                let now = comparable::number(sheet, cell)?;
                let before = past(reports, cell)?;
                is_jump(cell, now, before).then_some(Jump { cell, before, now })
            })
            .collect();
        if !jumps.is_empty() {
            sink.raise(observation(sheet, table, &jumps));
        }
    }
}

/// The cells of a table that are compared: sums of lines where the table has them, else all that
/// have no sign.
fn compared(sheet: &Sheet, table: TableId) -> impl Iterator<Item = CellId> {
    let blocks = sheet.edition().form().table(table).map_or(&[][..], |table| table.blocks);
    blocks.iter().flat_map(|block| {
        let mut columns: Vec<_> = totals(block.columns).into_iter().map(|(it, _)| it).collect();
        if columns.is_empty() {
            columns = printed(block.columns);
        }
        let cells = printed(block.rows).into_iter().flat_map(move |line| {
            columns.clone().into_iter().map(move |column| CellId::new(line, column))
        });
        cells.filter(|cell| cell.measure() != Measure::SignedCount)
    })
}

fn is_jump(cell: CellId, now: i128, before: i128) -> bool {
    let least = match cell.measure() {
        Measure::Count | Measure::SignedCount => LEAST,
        Measure::Money(_) => LEAST * MILLIONTHS,
    };
    let far = now > before.saturating_mul(TIMES) || before > now.saturating_mul(TIMES);
    now >= least && before >= least && far
}

fn observation(sheet: &Sheet, table: TableId, jumps: &[Jump]) -> Observation {
    let listed = |said: &dyn Fn(&Jump) -> String, more: &str| {
        let named: Vec<_> = jumps.iter().take(NAMED).map(said).collect();
        let listed = named.join(more);
        (listed, jumps.len().saturating_sub(NAMED))
    };
    let (zh, more) = listed(
        &|it: &Jump| {
            let (before, now) =
                (comparable::shown(it.cell, it.before), comparable::shown(it.cell, it.now));
            format!("{}上年 {before}、本年 {now}", naming::cell(sheet.layout(), it.cell))
        },
        "；",
    );
    let others = if more > 0 { format!("；另有 {more} 格") } else { String::new() };
    let (en, _) =
        listed(&|it: &Jump| format!("{} from {} to {}", it.cell, it.before, it.now), ", ");
    let others_en = if more > 0 { format!(" and {more} more") } else { String::new() };
    let numbers = |of: fn(&Jump) -> i128| {
        let shown = jumps.iter().map(|it| comparable::shown(it.cell, of(it)));
        shown.collect::<Vec<_>>().join(", ")
    };
    Observation::new(
        format!(
            "{}与上年相差十倍以上：{zh}{others}；请核对位数、单位和统计口径",
            naming::table(table)
        ),
        format!("{}: an order of magnitude apart: {en}{others_en}", naming::table_en(table)),
    )
    .about(jumps.iter().map(|it| it.cell))
    .expected(numbers(|it| it.before), numbers(|it| it.now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line};
    use crate::report::Content;
    use crate::rules::{Previous, trial};
    use crate::sheet::{Amount, Cell, samples::consistent};

    const PENALTIES: CellId = CellId::new(Line::AdministrativePenalties, Column::Decisions);
    const CHARGES: CellId = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);

    fn with(cells: &[(CellId, i64)]) -> Content {
        let mut content = trial::content();
        content.sheet = consistent(Edition::E2021, |_| 0);
        for (cell, number) in cells {
            content.sheet.set(*cell, Cell::Number(*number)).unwrap();
        }
        content
    }

    fn found(before: &[(CellId, i64)], now: &[(CellId, i64)]) -> Vec<Observation> {
        let (before, now) = (with(before), with(now));
        let mut case = Case::new(&now);
        case.previous = Previous::Report(trial::related(&before));
        let findings = trial::of("XYR-008", &case).findings;
        findings.into_iter().map(|it| it.observation).collect()
    }

    #[test]
    fn a_hundred_times_as_many_is_told_with_both_numbers() {
        let seen = found(&[(PENALTIES, 120)], &[(PENALTIES, 12_000)]);
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].expected.as_str(), seen[0].found.as_str()), ("120", "12000"));
        assert!(seen[0].message.zh.contains("上年 120、本年 12000"));
        assert_eq!(found(&[(PENALTIES, 12_000)], &[(PENALTIES, 120)]).len(), 1);
    }

    #[test]
    fn ten_times_exactly_and_small_numbers_are_no_jump() {
        assert_eq!(found(&[(PENALTIES, 120)], &[(PENALTIES, 1200)]), []);
        assert_eq!(found(&[(PENALTIES, 9)], &[(PENALTIES, 5000)]), []);
        assert_eq!(found(&[(PENALTIES, 0)], &[(PENALTIES, 5000)]), []);
    }

    #[test]
    fn money_is_compared_in_yuan() {
        let wan: Amount = "1.5".parse().unwrap();
        let seen = found(&[(CHARGES, wan.millionths)], &[(CHARGES, wan.millionths * 10_000)]);
        assert!(
            seen[0].message.zh.contains("上年 1.5万元、本年 15000万元"),
            "{:?}",
            seen[0].message
        );
    }

    #[test]
    fn of_the_requests_only_the_sums_are_compared_and_told_together() {
        let line = |line, number| {
            [Column::NaturalPerson, Column::Applicants].map(|it| (CellId::new(line, it), number))
        };
        let year = |number| [line(Line::NewRequests, number), line(Line::Granted, number)].concat();
        let seen = found(&year(12), &year(1200));
        assert_eq!(seen.len(), 1);
        assert!(seen[0].cells.iter().all(|cell| cell.column == Column::Applicants));
        assert_eq!(seen[0].cells.len(), 2);
    }
}
