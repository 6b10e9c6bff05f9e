//! STR-005: no row that the form does not have.
//!
//! The row is kept as the page prints it and takes no part in any sum; a relation of the form that it
//! may be counted in is not assessed (see the arithmetic rules).

use crate::finding::Observation;
use crate::rules::naming::{shortened, table, table_en};
use crate::rules::quotation::Ordinals;
use crate::rules::{Case, Rule, Sink};

pub(super) const RULE: Rule = Rule::new("STR-005", check);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut ordinals = Ordinals::default();
    for row in &case.content.sheet.local_rows {
        let cells: Vec<_> = row.cells.iter().map(|cell| cell.raw.trim()).collect();
        let label = shortened(&row.label);
        let seen = Observation::new(
            format!(
                "{}有格式以外的一行“{label}”；全国格式不增设行，请把它的数字并入对应的行，或在文字中说明",
                table(row.table)
            ),
            format!("{} has the row “{label}”, which the form does not", table_en(row.table)),
        );
        let quote = ordinals.quote(row.table.section(), 0, &row.label);
        sink.raise(seen.found(cells.join(", ")).quoting(quote));
    }
}

#[cfg(test)]
mod tests {
    use crate::form::{Column, TableId};
    use crate::rules::{Case, trial};
    use crate::sheet::{LocalCell, LocalRow};

    #[test]
    fn every_local_row_is_named_with_what_it_says() {
        let mut content = trial::content();
        let cell = LocalCell { column: Some(Column::NaturalPerson), raw: "3".to_owned() };
        let row = LocalRow {
            table: TableId::Requests,
            label: "属于工作秘密".to_owned(),
            after: None,
            cells: vec![cell.clone(), cell],
        };
        content.sheet.local_rows = vec![row.clone(), row];
        let findings = trial::of("STR-005", &Case::new(&content)).findings;
        assert_eq!(findings[0].observation.found, "3, 3");
        assert!(findings[0].observation.message.zh.contains("属于工作秘密"));
        assert_ne!(findings[0].identity(), findings[1].identity());
    }
}
