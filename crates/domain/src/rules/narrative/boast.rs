//! TXT-010: that all cases were upheld, or none was lost, agrees with table 4.

use super::agreement::not_assessable;
use super::comparison::{Reach, reach};
use crate::finding::Observation;
use crate::form::{CellId, Column, Line};
use crate::rules::naming::{self, section, section_en};
use crate::rules::told::Claim;
use crate::rules::{Case, Rule, Sink};
use crate::statement::{About, Said};

pub(super) const RULE: Rule = Rule::new("TXT-010", check);

/// 均获维持 leaves none corrected and none pending; 零败诉 none corrected, whatever is pending.
fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let mut missing = Vec::new();
    for claim in case.claims() {
        let columns = match claim.statement.said {
            Said::AllUpheld { if_concluded: false } => &[Column::Rectified, Column::Pending][..],
            Said::AllUpheld { if_concluded: true } | Said::NeverLost => &[Column::Rectified][..],
            Said::Count(_) | Said::Nothing => continue,
        };
        let About::Proceedings(lines) = &claim.statement.about else { continue };
        if reach(case, &claim) != Reach::Whole {
            continue;
        }
        let cells = cells(case, lines, columns);
        let positive = |cell: &&CellId| sheet.number(**cell).is_some_and(|number| number > 0);
        let contradicting: Vec<_> = cells.iter().filter(positive).copied().collect();
        if contradicting.is_empty() {
            missing.extend(unknown(case, &cells));
        } else {
            let quote = case.sentences().quote(&claim.sentence);
            sink.raise(observation(case, &claim, &contradicting).quoting(quote));
        }
    }
    not_assessable(sink, missing);
}

fn cells(case: &Case<'_>, lines: &[Line], columns: &[Column]) -> Vec<CellId> {
    let layout = case.content.sheet.layout();
    let of = |line: &Line| {
        columns
            .iter()
            .filter_map(|column| layout.resolve(*line, *column))
            .collect::<Vec<_>>()
            .concat()
    };
    lines.iter().map(of).collect::<Vec<_>>().concat()
}

/// Blanks stand for zero in many tables of cases: only a table without any number decides nothing.
fn unknown(case: &Case<'_>, cells: &[CellId]) -> Vec<String> {
    let sheet = &case.content.sheet;
    let is_blank = cells.iter().all(|cell| sheet.number(*cell).is_none());
    if is_blank { cells.iter().map(ToString::to_string).collect() } else { Vec::new() }
}

fn observation(case: &Case<'_>, claim: &Claim<'_>, cells: &[CellId]) -> Observation {
    let sheet = &case.content.sheet;
    let numbers: Vec<_> = cells.iter().map(|cell| sheet.printed_number(*cell)).collect();
    Observation::new(
        format!(
            "{}第 {} 行说案件全部维持或者没有败诉，表四的{}却填了 {}；请核对文字和表格",
            section(claim.sentence.section),
            claim.sentence.line,
            naming::cells(sheet.layout(), cells),
            numbers.join("、")
        ),
        format!(
            "the {} says that all cases were upheld or none was lost, yet {} say {}",
            section_en(claim.sentence.section),
            naming::codes(cells),
            numbers.join(", ")
        ),
    )
    .expected(0, numbers.join(", "))
    .about(cells.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::rules::trial;
    use crate::sheet::{Cell, samples::consistent};

    fn seen(text: &str, changed: &[(Line, Column)]) -> Vec<String> {
        let mut content = trial::saying(text);
        content.sheet = consistent(Edition::E2021, |_| 0);
        for (line, column) in changed {
            content.sheet.set(CellId::new(*line, *column), Cell::Number(2)).unwrap();
        }
        let findings = trial::of("TXT-010", &Case::new(&content)).findings;
        findings.iter().flat_map(|it| &it.observation.cells).map(ToString::to_string).collect()
    }

    const PENDING: (Line, Column) = (Line::Reconsideration, Column::Pending);
    const RECTIFIED: (Line, Column) = (Line::DirectLitigation, Column::Rectified);

    #[test]
    fn pending_and_corrected_cases_are_not_upheld() {
        // 上海市政府办公厅 2019
        let text = "因政府信息公开引起的行政复议7件，行政诉讼9件，均获维持。";
        assert_eq!(
            seen(text, &[PENDING, RECTIFIED]),
            ["reconsideration.pending", "direct_litigation.rectified"]
        );
        assert_eq!(seen(text, &[]), [""; 0]);
    }

    #[test]
    fn what_is_still_pending_is_not_lost() {
        assert_eq!(
            seen("行政诉讼零败诉。", &[PENDING, RECTIFIED]),
            ["direct_litigation.rectified"]
        );
        assert_eq!(seen("行政复议7件，已审结的均维持。", &[PENDING]), [""; 0]);
    }

    #[test]
    fn cases_that_are_not_named_are_not_judged() {
        assert_eq!(seen("行政诉讼9件，均获维持。", &[PENDING]), [""; 0]);
        assert_eq!(seen("均获维持。", &[PENDING]), [""; 0]);
    }
}
