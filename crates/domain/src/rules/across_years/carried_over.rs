//! XYR-001, XYR-002: requests carried forward last year are those carried over this year.
//!
//! 结转下年度 and 上年结转 name the same requests. A wrong number in one column breaks its total too,
//! and is reported once, with the total, naming the columns. Where the totals agree, applicants were
//! classified anew, or a number stands in the wrong column: one finding for all columns.

use super::stock::{Stock, Stocks};
use super::{reports, whose};
use crate::finding::Observation;
use crate::form::Continuity;
use crate::rules::{Case, Related, Rule, Sink, naming};
use crate::sheet::Sheet;

pub(super) const TOTAL: Rule = Rule::new("XYR-001", total);
pub(super) const COLUMNS: Rule = Rule::new("XYR-002", columns);

fn total(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(reports) = reports(case, sink) else { return };
    let totals = Stocks::of(case, reports, is_total);
    if !totals.broken.is_empty() {
        let columns = Stocks::of(case, reports, is_column);
        for stock in &totals.broken {
            sink.raise(of_total(&case.content.sheet, stock, &columns.broken, reports));
        }
    }
    totals.tell_gaps(&case.content.sheet, sink);
}

fn columns(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(reports) = reports(case, sink) else { return };
    let columns = Stocks::of(case, reports, is_column);
    if !columns.broken.is_empty() && Stocks::of(case, reports, is_total).broken.is_empty() {
        sink.raise(of_columns(&case.content.sheet, &columns.broken, reports));
    }
    columns.tell_gaps(&case.content.sheet, sink);
}

fn is_total(it: &Continuity) -> bool {
    it.is_carried_over() && it.is_total
}

fn is_column(it: &Continuity) -> bool {
    it.is_carried_over() && !it.is_total
}

fn of_total(
    sheet: &Sheet,
    stock: &Stock,
    columns: &[Stock],
    reports: &[Related<'_>],
) -> Observation {
    let (cell, before) = (stock.continuity.stock, stock.continuity.before);
    let (expected, found) = (stock.expected(), stock.found);
    let (zh, en) = whose(reports);
    let (columns_zh, columns_en) = match columns {
        [] => (String::new(), String::new()),
        _ => (
            format!("；不一致的列：{}", differences(sheet, columns)),
            format!("; columns that differ: {}", differences_en(columns)),
        ),
    };
    Observation::new(
        format!(
            "{}填 {found}，{zh}{}为 {expected}，两者应当相等{columns_zh}；请核对两年的结转数",
            naming::cell(sheet.layout(), cell),
            naming::cell(sheet.layout(), before),
        ),
        format!("{cell} says {found}, {before} of {en} says {expected}{columns_en}"),
    )
    .about([cell])
    .about(columns.iter().map(|it| it.continuity.stock))
    .expected(expected, found)
}

fn of_columns(sheet: &Sheet, columns: &[Stock], reports: &[Related<'_>]) -> Observation {
    let numbers = |of: fn(&Stock) -> i128| {
        columns.iter().map(|it| of(it).to_string()).collect::<Vec<_>>().join(", ")
    };
    let (zh, en) = whose(reports);
    Observation::new(
        format!(
            "上年结转的申请按申请人与{zh}的结转下年度不一致：{}；请核对是否填错了列",
            differences(sheet, columns)
        ),
        format!("carried over per applicant differs from {en}: {}", differences_en(columns)),
    )
    .about(columns.iter().map(|it| it.continuity.stock))
    .expected(numbers(Stock::expected), numbers(|it| it.found))
}

/// `“自然人”应为 91、填 89`.
fn differences(sheet: &Sheet, columns: &[Stock]) -> String {
    let said = |it: &Stock| {
        let label = naming::column(sheet.layout(), it.continuity.stock);
        format!("“{label}”应为 {}、填 {}", it.expected(), it.found)
    };
    columns.iter().map(said).collect::<Vec<_>>().join("，")
}

fn differences_en(columns: &[Stock]) -> String {
    let said = |it: &Stock| {
        format!("{} says {}, not {}", it.continuity.stock.column, it.found, it.expected())
    };
    columns.iter().map(said).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Column, Edition, Line};
    use crate::report::Content;
    use crate::rules::{Previous, Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn year(edition: Edition, changes: &[(Line, Column, Cell)]) -> Content {
        let mut content = trial::on(edition);
        content.sheet = consistent(edition, |_| 0);
        for (line, column, cell) in changes {
            content.sheet.set(CellId::new(*line, *column), *cell).unwrap();
        }
        content
    }

    /// 宿迁 2023 carried forward 121 requests, of which natural persons made some.
    fn forward(natural: i64, enterprise: i64) -> Vec<(Line, Column, Cell)> {
        carried(Line::CarriedForward, natural, enterprise)
    }

    fn over(natural: i64, enterprise: i64) -> Vec<(Line, Column, Cell)> {
        carried(Line::CarriedOver, natural, enterprise)
    }

    fn carried(line: Line, natural: i64, enterprise: i64) -> Vec<(Line, Column, Cell)> {
        vec![
            (line, Column::NaturalPerson, Cell::Number(natural)),
            (line, Column::Enterprise, Cell::Number(enterprise)),
            (line, Column::Applicants, Cell::Number(natural + enterprise)),
        ]
    }

    fn both(now: &Content, previous: Previous<'_>) -> (Validation, Validation) {
        let mut case = Case::new(now);
        case.previous = previous;
        (trial::of("XYR-001", &case), trial::of("XYR-002", &case))
    }

    fn after(before: &Content, now: &Content) -> (Validation, Validation) {
        both(now, Previous::Report(trial::related(before)))
    }

    #[test]
    fn what_was_carried_forward_is_carried_over_also_across_editions() {
        for edition in Edition::ALL {
            let before = year(edition, &forward(119, 2));
            let (total, columns) = after(&before, &year(Edition::E2021, &over(119, 2)));
            assert_eq!((total, columns), Default::default());
        }
    }

    #[test]
    fn one_wrong_column_is_one_finding_that_names_total_and_column() {
        let (before, now) =
            (year(Edition::E2021, &forward(119, 2)), year(Edition::E2021, &over(117, 2)));
        let (total, columns) = after(&before, &now);
        let seen = &total.findings[0].observation;
        assert_eq!(total.findings.len(), 1);
        assert_eq!((seen.expected.as_str(), seen.found.as_str()), ("121", "119"));
        let cells = [Column::Applicants, Column::NaturalPerson]
            .map(|column| CellId::new(Line::CarriedOver, column));
        assert_eq!(seen.cells, cells);
        assert!(seen.message.zh.contains("“自然人”应为 119、填 117"), "{}", seen.message.zh);
        assert_eq!(columns, Validation::default());
    }

    #[test]
    fn applicants_that_were_classified_anew_are_one_finding() {
        let (before, now) =
            (year(Edition::E2021, &forward(3, 0)), year(Edition::E2021, &over(2, 1)));
        let (total, columns) = after(&before, &now);
        assert_eq!(total, Validation::default());
        let seen = &columns.findings[0].observation;
        assert_eq!(columns.findings.len(), 1);
        assert_eq!((seen.expected.as_str(), seen.found.as_str()), ("3, 0", "2, 1"));
        assert_eq!(seen.cells.len(), 2);
    }

    #[test]
    fn a_wrong_total_alone_names_no_column() {
        let mut changes = over(3, 0);
        changes.push((Line::CarriedOver, Column::Applicants, Cell::Number(4)));
        let (total, columns) =
            after(&year(Edition::E2021, &forward(3, 0)), &year(Edition::E2021, &changes));
        assert_eq!(total.findings[0].observation.cells.len(), 1);
        assert_eq!(columns, Validation::default());
    }

    #[test]
    fn a_blank_is_not_assessable_in_either_year() {
        let blank = |line| vec![(line, Column::Applicants, Cell::Blank)];
        let zeros = year(Edition::E2021, &[]);
        let (total, columns) = after(&zeros, &year(Edition::E2021, &blank(Line::CarriedOver)));
        assert_eq!(total.findings, []);
        assert_eq!(total.not_assessed[0].missing, ["carried_over.applicants"]);
        assert_eq!(columns, Validation::default());
        let (total, _) = after(&year(Edition::E2021, &blank(Line::CarriedForward)), &zeros);
        assert_eq!(total.not_assessed[0].missing, ["previous_year:carried_forward.applicants"]);
    }

    #[test]
    fn merged_organs_carry_over_their_sum() {
        let (one, other) =
            (year(Edition::E2021, &forward(3, 0)), year(Edition::E2019, &forward(2, 1)));
        let merged = || Previous::Merged(vec![trial::related(&one), trial::related(&other)]);
        let (total, columns) = both(&year(Edition::E2021, &over(5, 1)), merged());
        assert_eq!((total, columns), Default::default());
        let (total, _) = both(&year(Edition::E2021, &over(3, 0)), merged());
        assert!(total.findings[0].observation.message.zh.contains("2 个机关"));
    }

    #[test]
    fn without_last_year_nothing_is_assessed_and_the_reason_is_said() {
        let now = year(Edition::E2021, &[]);
        let (total, columns) = both(&now, Previous::Unknown);
        for validation in [total, columns] {
            assert_eq!(validation.findings, []);
            assert_eq!(validation.not_assessed[0].missing, ["previous_year"]);
        }
        let reason = crate::finding::Message::new("新设机关", "a new organ");
        let (total, _) = both(&now, Previous::None(reason.clone()));
        assert_eq!(total.not_assessed[0].reason, reason);
    }
}
