//! SEM-006: a township that withholds for state secrecy.
//!
//! Townships do not determine state secrets (保守国家秘密法 art 13 f.); they may hold what others
//! determined. The finding asks, it does not judge.

use crate::finding::Observation;
use crate::form::{CellId, Column, Line};
use crate::rules::{Case, Rule, Sink, naming};

pub(super) const RULE: Rule = Rule::new("SEM-006", check);

const SECRETS: CellId = CellId::new(Line::StateSecret, Column::Applicants);

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let sheet = &case.content.sheet;
    let Some(number) = sheet.number(SECRETS).filter(|number| *number > 0) else { return };
    sink.raise(
        Observation::new(
            format!(
                "{}填 {number}；乡级机关没有定密权，请核对是否确实属于上级机关确定的国家秘密，还是应当归入其他各项",
                naming::cell(sheet.layout(), SECRETS)
            ),
            format!("{SECRETS} says {number}; a township does not determine state secrets itself"),
        )
        .about([SECRETS])
        .found(number),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::{Level, LevelSource, Standing};
    use crate::rules::{Validation, trial};
    use crate::sheet::Cell;

    fn with(level: Option<Level>, number: i64) -> Validation {
        let mut content = trial::content();
        content.sheet.set(SECRETS, Cell::Number(number)).unwrap();
        let mut case = Case::new(&content);
        case.standing = Standing { level, source: LevelSource::Record, ..Standing::default() };
        trial::of("SEM-006", &case)
    }

    #[test]
    fn a_township_is_asked_and_a_county_is_not() {
        assert_eq!(with(Some(Level::Township), 3).findings.len(), 1);
        assert_eq!(with(Some(Level::Township), 0), Validation::default());
        assert_eq!(with(Some(Level::County), 3), Validation::default());
    }

    #[test]
    fn an_unknown_level_is_not_assessable() {
        assert_eq!(with(None, 3).not_assessed[0].missing, ["level"]);
    }
}
