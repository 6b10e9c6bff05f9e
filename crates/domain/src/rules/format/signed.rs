//! FMT-009: a net change is a number with a sign.
//!
//! 减4 and ↓4 are read as -4, since nothing else can be meant; the finding says so and states the
//! number. What cannot be read is IMP-001's.

use unicode_normalization::UnicodeNormalization;

use crate::finding::Observation;
use crate::form::Measure;
use crate::rules::{Case, Rule, Sink, naming, quotation};

pub(super) const RULE: Rule = Rule::new("FMT-009", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    for (cell, source) in &case.content.provenance.cells {
        let is_change = cell.measure() == Measure::SignedCount && sheet.number(*cell).is_some();
        if !is_change || !begins_with_word(&source.raw) {
            continue;
        }
        let (raw, number) = (source.raw.trim(), sheet.printed_number(*cell));
        sink.raise(
            Observation::new(
                format!(
                    "{}填的是“{raw}”，已读作 {number}；这一栏填带符号的数，请改填 {number}",
                    naming::cell(sheet.layout(), *cell)
                ),
                format!("{cell} says “{raw}”, read as {number}; a change is a number with a sign"),
            )
            .about([*cell])
            .expected(number, raw)
            .quoting(quotation::of_cell(sheet.layout(), *cell, source)),
        );
    }
}

/// Whether a word or an arrow stands where the sign of a number belongs.
fn begins_with_word(raw: &str) -> bool {
    let first = raw.trim().nfkc().next();
    first.is_some_and(|c| !c.is_ascii_digit() && !matches!(c, '+' | '-' | '\u{2212}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Column, Edition, Line};
    use crate::rules::trial;
    use crate::sheet::Cell;

    const CHANGE: CellId = CellId::new(Line::AdministrativePenalties, Column::NetChange);

    fn expected(cell: CellId, state: Cell, raw: &str) -> Vec<String> {
        let mut content = trial::on(Edition::E2019);
        content.sheet.set(cell, state).unwrap();
        trial::said(&mut content, cell, raw);
        let findings = trial::of("FMT-009", &Case::new(&content)).findings;
        findings.into_iter().map(|it| it.observation.expected).collect()
    }

    #[test]
    fn a_word_for_a_sign_is_told_the_number() {
        for raw in ["减4", "↓4", "减少 4 项"] {
            assert_eq!(expected(CHANGE, Cell::Number(-4), raw), ["-4"], "{raw}");
        }
        assert_eq!(expected(CHANGE, Cell::Number(3), "增3"), ["3"]);
    }

    #[test]
    fn a_sign_of_any_width_is_a_sign() {
        for raw in ["-4", "－4", "−4", "+4", "４"] {
            assert_eq!(expected(CHANGE, Cell::Number(4), raw), [""; 0], "{raw}");
        }
    }

    #[test]
    fn unreadable_words_and_other_columns_are_not_judged() {
        let decisions = CellId::new(Line::AdministrativePenalties, Column::Decisions);
        assert_eq!(expected(CHANGE, Cell::Unreadable, "减少若干"), [""; 0]);
        assert_eq!(expected(decisions, Cell::Number(4), "增4"), [""; 0]);
    }
}
