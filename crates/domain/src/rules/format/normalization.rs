//! FMT-005 and FMT-007: what was changed so that the words of a cell could be read as a number.
//!
//! Nothing is wrong with these figures; whoever compares them with the page should know. One finding
//! each, however many cells.

use unicode_normalization::UnicodeNormalization;

use crate::finding::Observation;
use crate::form::CellId;
use crate::report::CellSource;
use crate::rules::{Case, Rule, Sink, naming, quotation};
use crate::sheet::Cell;

pub(super) const WIDTH: Rule = Rule::new("FMT-005", |case, sink| {
    record(case, sink, is_of_another_width, ("全角数字或变体字符", "已转为半角", "another width"));
});
pub(super) const GROUPING: Rule = Rule::new("FMT-007", |case, sink| {
    record(case, sink, is_grouped, ("千分位分隔符", "已去除", "thousands separators"));
});

fn record(
    case: &Case<'_>,
    sink: &mut Sink<'_>,
    is_changed: fn(&str) -> bool,
    (what, done, what_en): (&str, &str, &str),
) {
    let layout = case.content.sheet.layout();
    let changed: Vec<(CellId, &CellSource)> = case
        .content
        .provenance
        .cells
        .iter()
        .filter(|(cell, source)| is_number(case, **cell) && is_changed(source.raw.trim()))
        .map(|(cell, source)| (*cell, source))
        .collect();
    let Some((first, source)) = changed.first() else { return };
    let cells: Vec<CellId> = changed.iter().map(|(cell, _)| *cell).collect();
    let raw = naming::shortened(source.raw.trim());
    let number = case.content.sheet.printed_number(*first);
    sink.raise(
        Observation::new(
            format!(
                "有 {} 格用了{what}，{done}，如“{raw}”读作 {number}：{}",
                cells.len(),
                naming::cells(layout, &cells)
            ),
            format!(
                "{} cells were written with {what_en}, such as “{raw}”, read as {number}: {}",
                cells.len(),
                naming::codes(&cells)
            ),
        )
        .found(cells.len())
        .quoting(quotation::of_cell(layout, *first, source))
        .about(cells),
    );
}

fn is_number(case: &Case<'_>, cell: CellId) -> bool {
    matches!(case.content.sheet.get(cell), Some(Cell::Number(_)))
}

/// Separators of any width are the other rule's.
fn is_of_another_width(raw: &str) -> bool {
    let separator = |c: char| c == '，' || c.is_whitespace();
    let words = || raw.chars().filter(|c| !separator(*c));
    !raw.is_ascii() && words().nfkc().ne(words())
}

/// Whether a comma or a space stands between two digits.
fn is_grouped(raw: &str) -> bool {
    let (mut behind_digit, mut separated) = (false, false);
    for c in raw.chars() {
        if c.is_numeric() {
            if behind_digit && separated {
                return true;
            }
            (behind_digit, separated) = (true, false);
        } else if matches!(c, ',' | '，') || c.is_whitespace() {
            separated = true;
        } else {
            (behind_digit, separated) = (false, false);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::form::{Column, Line};
    use crate::report::Content;
    use crate::rules::trial;

    const ISSUED: CellId = CellId::new(Line::GovernmentRules, Column::Issued);
    const PENALTIES: CellId = CellId::new(Line::AdministrativePenalties, Column::Decisions);

    fn seen(code: &str, content: &Content) -> Vec<Vec<CellId>> {
        let findings = trial::of(code, &Case::new(content)).findings;
        assert!(findings.iter().all(|it| it.severity == Severity::Info));
        findings.into_iter().map(|it| it.observation.cells).collect()
    }

    fn is_seen(code: &str, raw: &str) -> bool {
        !seen(code, &trial::with_cell(ISSUED, Cell::Number(12), raw)).is_empty()
    }

    #[test]
    fn all_full_width_cells_are_one_information() {
        let mut content = trial::with_cell(ISSUED, Cell::Number(12), "１２");
        content.sheet.set(PENALTIES, Cell::Number(-3)).unwrap();
        trial::said(&mut content, PENALTIES, "－3");
        assert_eq!(seen("FMT-005", &content), [[ISSUED, PENALTIES]]);
    }

    #[test]
    fn spaces_commas_and_words_are_no_other_width() {
        for raw in ["12", "\u{a0}12", "1，200", "减4", "12件", "1\u{3000}200"] {
            assert!(!is_seen("FMT-005", raw), "{raw}");
        }
    }

    #[test]
    fn all_separated_cells_are_one_information_with_an_example() {
        let mut content = trial::with_cell(ISSUED, Cell::Number(1_808_595), "1,808,595");
        content.sheet.set(PENALTIES, Cell::Number(2000)).unwrap();
        trial::said(&mut content, PENALTIES, "２，０００");
        assert_eq!(seen("FMT-007", &content), [[ISSUED, PENALTIES]]);
        let findings = trial::of("FMT-007", &Case::new(&content)).findings;
        assert!(findings[0].observation.message.zh.contains("如“1,808,595”读作 1808595"));
    }

    #[test]
    fn a_space_beside_a_number_separates_nothing() {
        for raw in ["12", " 12 ", "12 件", "12，", "减 4"] {
            assert!(!is_seen("FMT-007", raw), "{raw}");
        }
    }

    #[test]
    fn what_was_not_read_as_a_number_was_not_normalized() {
        let content = trial::with_cell(ISSUED, Cell::Unreadable, "１２ ３");
        for code in ["FMT-005", "FMT-007"] {
            assert_eq!(seen(code, &content), [[]; 0]);
        }
    }
}
