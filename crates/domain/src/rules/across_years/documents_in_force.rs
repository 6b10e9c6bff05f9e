//! XYR-003: documents in force roll forward: those of last year, plus issued, minus repealed.
//!
//! A report that explains why the series breaks, as after a clean-up of documents, is not judged:
//! 常州 2023 counts anew and says so.

use super::stock::{Stock, Stocks, in_words};
use super::{clean_up, reports, whose};
use crate::finding::{Message, Observation};
use crate::form::{Continuity, Nature};
use crate::rules::{Case, Related, Rule, Sink, naming};
use crate::sheet::Sheet;

pub(super) const RULE: Rule = Rule::new("XYR-003", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(reports) = reports(case, sink) else { return };
    let stocks = Stocks::of(case, reports, rolls_forward);
    stocks.tell_gaps(&case.content.sheet, sink);
    if stocks.broken.is_empty() {
        return;
    }
    if case.is_figures_only() {
        return sink.not_assessable(["narrative"], naming::without_words());
    }
    if let Some(sentence) = clean_up::explanation(case) {
        return sink.not_assessable(["comparable_stock"], explained(sentence));
    }
    for stock in &stocks.broken {
        sink.raise(observation(&case.content.sheet, stock, reports));
    }
}

fn rolls_forward(it: &Continuity) -> bool {
    it.stock.nature() == Nature::ClosingStock
}

fn explained(sentence: &str) -> Message {
    let quoted = naming::shortened(sentence);
    Message::new(
        format!("报告说明了文件清理或重新统计（“{quoted}”），不按上年推算"),
        format!("the report explains a clean-up or a new count (“{quoted}”)"),
    )
}

fn observation(sheet: &Sheet, stock: &Stock, reports: &[Related<'_>]) -> Observation {
    let Continuity { stock: cell, gains, losses, .. } = stock.continuity;
    let (expected, found) = (stock.expected(), stock.found);
    Observation::new(
        format!(
            "{}填 {found}，按{}，应为 {expected}；请核对；确因清理或重新统计而不衔接的，在报告中说明",
            naming::cell(sheet.layout(), *cell),
            in_words(stock, reports, sheet),
        ),
        format!(
            "{cell} says {found}; {} in {}, plus {} minus {}, make {expected}",
            stock.before, whose(reports).1, stock.gains, stock.losses
        ),
    )
    .about([*cell])
    .about(gains.iter().chain(losses).copied())
    .expected(expected, found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Column, Edition, Line};
    use crate::report::Content;
    use crate::rules::{Previous, Validation, trial};
    use crate::sheet::Cell;

    /// Normative documents as issued, repealed and in force; government rules are all zero.
    fn documents(issued: i64, repealed: i64, in_force: i64) -> Content {
        let mut content = trial::content();
        for line in [Line::GovernmentRules, Line::NormativeDocuments] {
            let numbers = match line {
                Line::GovernmentRules => [0, 0, 0],
                _ => [issued, repealed, in_force],
            };
            for (column, number) in
                [Column::Issued, Column::Repealed, Column::InForce].into_iter().zip(numbers)
            {
                content.sheet.set(CellId::new(line, column), Cell::Number(number)).unwrap();
            }
        }
        content
    }

    fn after(before: &Content, now: &Content) -> Validation {
        let mut case = Case::new(now);
        case.previous = Previous::Report(trial::related(before));
        trial::of("XYR-003", &case)
    }

    #[test]
    fn the_documents_of_suqian_roll_forward_over_three_years() {
        let years = [documents(109, 489, 597), documents(50, 227, 420), documents(61, 59, 422)];
        for pair in years.windows(2) {
            assert_eq!(after(&pair[0], &pair[1]), Validation::default());
        }
    }

    #[test]
    fn a_break_names_the_line_and_what_it_should_be() {
        let findings = after(&documents(0, 0, 100), &documents(2, 1, 90)).findings;
        assert_eq!(findings.len(), 1);
        let seen = &findings[0].observation;
        assert_eq!((seen.expected.as_str(), seen.found.as_str()), ("101", "90"));
        let cells = ["in_force", "issued", "repealed"];
        let cells: Vec<CellId> =
            cells.iter().map(|it| format!("normative_documents.{it}").parse().unwrap()).collect();
        assert_eq!(seen.cells, cells);
        assert!(
            seen.message
                .zh
                .contains("上年报告的 100，加“本年制发件数”2，减“本年废止件数”1，应为 101"),
            "{}",
            seen.message.zh
        );
    }

    #[test]
    fn a_report_that_explains_a_new_count_is_not_judged() {
        let mut now = documents(2, 1, 90);
        let note = "注：经清理，现行有效行政规范性文件重新统计，以本年度数据为准。";
        now.narrative.sections.push(trial::section(2, note));
        let validation = after(&documents(0, 0, 100), &now);
        assert_eq!(validation.findings, []);
        assert!(validation.not_assessed[0].reason.zh.contains("以本年度数据为准"));
    }

    #[test]
    fn the_form_before_has_no_documents_in_force() {
        let validation = after(&trial::on(Edition::E2019), &documents(2, 1, 90));
        assert_eq!(validation.findings, []);
        assert!(validation.not_assessed[0].reason.zh.contains("2019 年版格式，没有“现行有效件数”"));
    }

    #[test]
    fn blanks_are_not_assessable_and_named_with_their_year() {
        let before = trial::content();
        let validation = after(&before, &documents(2, 1, 90));
        assert_eq!(validation.findings, []);
        let missing = &validation.not_assessed[0].missing;
        assert!(missing.contains(&"previous_year:normative_documents.in_force".to_owned()));
    }
}
