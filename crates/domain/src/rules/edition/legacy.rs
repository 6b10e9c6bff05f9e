//! EDN-004: a year before there was a national form has no figures on one.
//!
//! Reports on 2018 and before are kept as text: the local tables of those years count other things, so
//! that a number in a cell of a later form would be an invention. The rules about the form are not run
//! for such years at all (see [`Entry::any_year`](crate::rules::Entry)).

use crate::finding::Observation;
use crate::form::Edition;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("EDN-004", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(year) = case.year.filter(|year| Edition::prescribed_for(year.get()).is_none()) else {
        return;
    };
    let sheet = &case.content.sheet;
    let filled = sheet.cells().filter(|(_, said)| said.number().is_some()).count();
    if filled > 0 {
        let edition = sheet.edition();
        sink.raise(
            Observation::new(
                format!(
                    "{year} 年度没有全国统一的格式，{edition} 年格式的表里却填了 {filled} 格；请清空表格，只保存文字"
                ),
                format!("{year} had no national form, yet {filled} cells of that of {edition} are filled"),
            )
            .expected(0, filled),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::rules::{trial, validate};
    use crate::sheet::{Cell, Sheet};

    fn of(year: i64, sheet: Sheet) -> Vec<(String, Severity)> {
        let mut content = trial::content();
        content.title = format!("青石县财政局{year}年政府信息公开工作年度报告");
        content.narrative.preamble = "全年公开信息20条。".to_owned();
        content.sheet = sheet;
        let mut case = Case::new(&content);
        case.year = Some(year.try_into().unwrap());
        let findings = validate(&case).findings;
        findings.into_iter().map(|it| (it.code.into_owned(), it.severity)).collect()
    }

    #[test]
    fn a_number_in_a_table_of_a_later_form_blocks() {
        let mut sheet = Sheet::blank(Edition::E2021);
        let cell = sheet.layout().cells()[0];
        sheet.set(cell, Cell::Number(0)).unwrap();
        assert_eq!(of(2016, sheet), [("EDN-004".to_owned(), Severity::Blocking)]);
    }

    #[test]
    fn a_report_of_words_on_a_year_without_a_form_is_not_held_to_any() {
        assert_eq!(of(2016, Sheet::blank(Edition::E2021)), []);
    }

    #[test]
    fn a_year_with_a_form_is_other_rules_matter() {
        let codes = of(2024, Sheet::blank(Edition::E2021));
        assert!(codes.iter().all(|(code, _)| code != "EDN-004") && !codes.is_empty());
    }
}
