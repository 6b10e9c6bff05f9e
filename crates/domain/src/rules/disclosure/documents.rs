//! T2-001 to T2-003: rules and normative documents, against one another.

use super::each_line;
use crate::finding::Observation;
use crate::form::{CellId, Column};
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const ISSUED: Rule = Rule::new("T2-001", issued);
pub(super) const DISCLOSED: Rule = Rule::new("T2-002", disclosed);
pub(super) const MADE: Rule = Rule::new("T2-003", made);

/// T2-001: a document issued this year is in force at its end, or was repealed. (One that expired by
/// itself or comes into force later is neither, so that the rule only warns.)
fn issued(case: &Case<'_>, sink: &mut Sink<'_>) {
    let columns = [Column::Issued, Column::InForce, Column::Repealed];
    each_line(&case.content.sheet, columns, sink, |sink, cells, [issued, in_force, repealed]| {
        let sum = i128::from(in_force) + i128::from(repealed);
        if i128::from(issued) <= sum {
            return;
        }
        let label = line(case, cells[0]);
        let seen = Observation::new(
            format!(
                "“{label}”本年制发 {issued} 件，多于现行有效 {in_force} 件与本年废止 {repealed} 件之和 {sum}；当年制发的文件年末不是有效就是废止，请核对（当年已自动失效或者尚未施行的除外）"
            ),
            format!(
                "{}: issued {issued}, in force {in_force} and repealed {repealed}",
                cells[0].line
            ),
        );
        sink.raise(seen.about(cells).expected(format!("≤ {sum}"), issued));
    });
}

/// T2-002: what was newly disclosed this year is among all that is disclosed.
fn disclosed(case: &Case<'_>, sink: &mut Sink<'_>) {
    let columns = [Column::NewlyDisclosed, Column::TotalDisclosed];
    each_line(&case.content.sheet, columns, sink, |sink, cells, [newly, all]| {
        if newly <= all {
            return;
        }
        let label = line(case, cells[0]);
        let seen = Observation::new(
            format!(
                "“{label}”本年新公开 {newly} 件，多于对外公开总数 {all} 件；总数包括历年公开的和本年新公开的，请核对"
            ),
            format!("{}: newly disclosed {newly}, disclosed in all {all}", cells[0].line),
        );
        sink.raise(seen.about(cells).expected(format!("≤ {all}"), newly));
    });
}

/// T2-003: what was made this year and what was disclosed this year may differ, for a reason.
fn made(case: &Case<'_>, sink: &mut Sink<'_>) {
    let columns = [Column::NewlyMade, Column::NewlyDisclosed];
    each_line(&case.content.sheet, columns, sink, |sink, cells, [made, disclosed]| {
        let label = line(case, cells[0]);
        let (difference, reason) = match made.abs_diff(disclosed) {
            0 => return,
            older if disclosed > made => {
                (older, "多出的应当是以前制作、本年补公开的，请核对".to_owned())
            }
            closed => (
                closed,
                format!("有 {closed} 件没有公开，请核对是否依法不公开；应当主动公开的请补公开"),
            ),
        };
        let seen = Observation::new(
            format!("“{label}”本年新制作 {made} 件，新公开 {disclosed} 件；{reason}"),
            format!(
                "{}: {made} newly made and {disclosed} newly disclosed, a difference of {difference}",
                cells[0].line
            ),
        );
        sink.raise(seen.about(cells).expected(made, disclosed));
    });
}

/// The line as printed.
fn line(case: &Case<'_>, cell: CellId) -> &'static str {
    naming::line_label(case.content.sheet.layout(), cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::form::{Edition, Line};
    use crate::rules::{Validation, trial};
    use crate::sheet::{Cell, samples::consistent};

    fn with(code: &str, edition: Edition, figures: &[(Column, i64)]) -> Validation {
        let mut content = trial::on(edition);
        content.sheet = consistent(edition, |_| 0);
        for (column, number) in figures {
            let cell = CellId::new(Line::NormativeDocuments, *column);
            content.sheet.set(cell, Cell::Number(*number)).unwrap();
        }
        trial::of(code, &Case::new(&content))
    }

    fn issued_and(in_force: i64, repealed: i64) -> Validation {
        let figures =
            [(Column::Issued, 10), (Column::InForce, in_force), (Column::Repealed, repealed)];
        with("T2-001", Edition::E2021, &figures)
    }

    #[test]
    fn what_was_issued_is_in_force_or_repealed() {
        let findings = issued_and(3, 2).findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].severity, Severity::Warning);
        assert_eq!(findings[0].observation.expected, "≤ 5");
        assert_eq!(issued_and(9, 1), Validation::default());
        assert_eq!(issued_and(0, 489), Validation::default());
    }

    #[test]
    fn what_is_new_is_among_all() {
        let seen = |newly, all| {
            let figures = [(Column::NewlyDisclosed, newly), (Column::TotalDisclosed, all)];
            with("T2-002", Edition::E2019, &figures).findings.len()
        };
        assert_eq!(seen(5, 2), 1);
        assert_eq!(seen(60, 368), 0);
        assert_eq!(seen(2, 2), 0);
    }

    #[test]
    fn a_difference_between_made_and_disclosed_is_named_with_what_it_means() {
        let seen = |made, disclosed| {
            let figures = [(Column::NewlyMade, made), (Column::NewlyDisclosed, disclosed)];
            let findings = with("T2-003", Edition::E2019, &figures).findings;
            assert!(findings.iter().all(|it| it.severity == Severity::Info));
            findings.into_iter().map(|it| it.observation.message.zh).collect::<String>()
        };
        assert!(seen(34, 4).contains("有 30 件没有公开"));
        assert!(seen(4, 34).contains("以前制作"));
        assert_eq!(seen(60, 60), "");
    }

    #[test]
    fn a_line_with_a_blank_is_not_assessable() {
        let content = trial::content();
        let validation = trial::of("T2-001", &Case::new(&content));
        assert_eq!(validation.findings, []);
        assert_eq!(validation.not_assessed[0].missing.len(), 6);
    }
}
