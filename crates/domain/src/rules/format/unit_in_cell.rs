//! FMT-008: no unit is written inside a cell.

use unicode_normalization::UnicodeNormalization;

use crate::finding::Observation;
use crate::rules::{Case, Rule, Sink, naming, quotation};

pub(super) const RULE: Rule = Rule::new("FMT-008", check);

/// 万元 before 元: the longer unit is the one that is written.
const UNITS: [&str; 11] = ["万元", "元", "件", "条", "个", "项", "宗", "起", "份", "篇", "次"];

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let layout = case.content.sheet.layout();
    for (cell, source) in &case.content.provenance.cells {
        let Some((number, unit)) = number_with_unit(&source.raw) else { continue };
        let raw = source.raw.trim();
        sink.raise(
            Observation::new(
                format!(
                    "{}填的是“{raw}”；单元格只填数字，单位“{unit}”请去掉，金额的单位另行注明",
                    naming::cell(layout, *cell)
                ),
                format!("{cell} says “{raw}”: a cell holds the number without its unit"),
            )
            .about([*cell])
            .expected(number, raw)
            .quoting(quotation::of_cell(layout, *cell, source)),
        );
    }
}

/// `251000元` as `251000` and `元`.
fn number_with_unit(raw: &str) -> Option<(String, &'static str)> {
    let words: String = raw.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let (number, unit) =
        UNITS.into_iter().find_map(|unit| Some((words.strip_suffix(unit)?, unit)))?;
    let unsigned = number.strip_prefix('-').unwrap_or(number);
    let is_number = unsigned.starts_with(|c: char| c.is_ascii_digit())
        && unsigned.ends_with(|c: char| c.is_ascii_digit())
        && unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_number.then(|| (number.to_owned(), unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{CellId, Column, Edition, Line};
    use crate::rules::trial;
    use crate::sheet::Cell;

    const AMOUNT: CellId = CellId::new(Line::GovernmentProcurement, Column::ProcurementAmount);

    fn expected(raw: &str) -> Vec<String> {
        let mut content = trial::on(Edition::E2019);
        content.sheet.set(AMOUNT, Cell::Number(0)).unwrap();
        trial::said(&mut content, AMOUNT, raw);
        let findings = trial::of("FMT-008", &Case::new(&content)).findings;
        findings.into_iter().map(|it| it.observation.expected).collect()
    }

    #[test]
    fn a_unit_behind_the_number_is_named_with_the_number_alone() {
        assert_eq!(expected("251000元"), ["251000"]);
        assert_eq!(expected("160.5964 万元"), ["160.5964"]);
        assert_eq!(expected("１２件"), ["12"]);
    }

    #[test]
    fn a_number_alone_and_words_alone_have_no_unit() {
        for raw in ["251,000", "万元", "元", "约3万元", "1.2.万元"] {
            assert_eq!(expected(raw), [""; 0], "{raw}");
        }
    }

    #[test]
    fn the_line_of_the_document_is_quoted() {
        let mut content = trial::on(Edition::E2019);
        trial::said(&mut content, AMOUNT, "5元");
        let findings = trial::of("FMT-008", &Case::new(&content)).findings;
        let quote = findings[0].observation.quote.clone().unwrap();
        assert_eq!((quote.section, quote.line, quote.text.as_str()), (2, 7, "5元"));
    }
}
