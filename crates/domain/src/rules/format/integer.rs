//! FMT-001: counts are whole numbers.
//!
//! A cell whose text is a decimal number is unreadable as a count, and the page says what stands
//! there. Whatever else could not be read is IMP-001's.

use unicode_normalization::UnicodeNormalization;

use crate::finding::Observation;
use crate::form::{CellId, Measure};
use crate::report::CellSource;
use crate::rules::{Case, Rule, Sink, naming, quotation};
use crate::sheet::Cell;

pub(super) const RULE: Rule = Rule::new("FMT-001", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (cell, source) in decimals(case) {
        let layout = case.content.sheet.layout();
        let raw = source.raw.trim();
        sink.raise(
            Observation::new(
                format!("{}填的是“{raw}”；件数、项数应当是整数", naming::cell(layout, cell)),
                format!("{cell} says “{raw}”; a count is a whole number"),
            )
            .about([cell])
            .found(raw)
            .quoting(quotation::of_cell(layout, cell, source)),
        );
    }
}

/// The counts that are written as decimal numbers.
pub(in crate::rules) fn decimals<'a>(
    case: &Case<'a>,
) -> impl Iterator<Item = (CellId, &'a CellSource)> {
    let Case { content, .. } = *case;
    let sources = content.provenance.cells.iter();
    sources.map(|(cell, source)| (*cell, source)).filter(move |(cell, source)| {
        matches!(cell.measure(), Measure::Count | Measure::SignedCount)
            && content.sheet.get(*cell) == Some(Cell::Unreadable)
            && is_decimal(&source.raw)
    })
}

/// `2.5`, `１，２３４．５`, `-0.5`.
fn is_decimal(raw: &str) -> bool {
    let words: String = raw.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = words.strip_prefix(['-', '+']).unwrap_or(&words);
    unsigned.split_once('.').is_some_and(|(whole, decimals)| digits(whole) && digits(decimals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Line};
    use crate::rules::trial;

    const RULES_ISSUED: CellId = CellId::new(Line::GovernmentRules, Column::Issued);
    const CHARGES: CellId = CellId::new(Line::AdministrativeCharges, Column::AmountCollected);

    fn seen(cell: CellId, state: Cell, raw: &str) -> Vec<String> {
        let content = trial::with_cell(cell, state, raw);
        let findings = trial::of("FMT-001", &Case::new(&content)).findings;
        findings.into_iter().map(|it| it.observation.found).collect()
    }

    #[test]
    fn a_decimal_number_is_no_count() {
        for raw in ["2.5", " １．５", "1,234.5"] {
            assert_eq!(seen(RULES_ISSUED, Cell::Unreadable, raw), [raw.trim()]);
        }
    }

    #[test]
    fn money_may_have_decimals_and_other_words_are_no_number() {
        assert_eq!(seen(CHARGES, Cell::Unreadable, "2.5"), [""; 0]);
        assert_eq!(seen(RULES_ISSUED, Cell::Unreadable, "10余"), [""; 0]);
        assert_eq!(seen(RULES_ISSUED, Cell::Number(2), "2.5"), [""; 0]);
    }
}
