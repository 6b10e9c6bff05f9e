//! What the narrative says of single cells.

use super::comparison::{Reach, reach};
use super::readings::readings;
use crate::form::{CellId, Line};
use crate::rules::Case;
use crate::rules::told::Claim;
use crate::statement::{About, Intake, Said, Statement};

/// See [`Case::stated`].
pub(in crate::rules) fn stated(case: &Case<'_>) -> Vec<(CellId, i64)> {
    let mut stated: Vec<_> = case.claims().filter_map(|claim| of_one_cell(case, &claim)).collect();
    stated.sort_unstable();
    stated.dedup();
    let all = stated.clone();
    stated.retain(|(cell, number)| all.iter().all(|(other, said)| other != cell || said == number));
    stated
}

fn of_one_cell(case: &Case<'_>, claim: &Claim<'_>) -> Option<(CellId, i64)> {
    let number = match claim.statement.said {
        Said::Count(quantity) => quantity.count()?,
        Said::Nothing => 0,
        Said::AllUpheld { .. } | Said::NeverLost => return None,
    };
    if reach(case, claim) != Reach::Whole {
        return None;
    }
    let line = line(case, claim.statement)?;
    let layout = case.content.sheet.layout();
    match layout.resolve(line, claim.statement.applicants)? {
        [cell] => Some((*cell, number)),
        _ => None,
    }
}

/// The one line that a statement means. 收到 may include what was carried over, unless nothing was.
fn line(case: &Case<'_>, statement: &Statement) -> Option<Line> {
    let sheet = &case.content.sheet;
    let nothing_carried = sheet.value(Line::CarriedOver, statement.applicants) == Some(0);
    match (&statement.about, readings(statement, case.year).as_slice()) {
        (About::Received(Intake::Received), _)
            if nothing_carried && !statement.includes_carried_over =>
        {
            Some(Line::NewRequests)
        }
        (About::Proceedings(_), _) => None,
        (_, [lines]) => match lines.as_slice() {
            [line] => Some(*line),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Edition;
    use crate::rules::trial;
    use crate::sheet::samples::consistent;

    fn said(text: &str) -> Vec<(String, i64)> {
        let mut content = trial::saying(text);
        content.sheet = consistent(Edition::E2021, |_| 0);
        let mut case = Case::new(&content);
        case.year = Some(2024.try_into().unwrap());
        stated(&case).into_iter().map(|(cell, number)| (cell.to_string(), number)).collect()
    }

    #[test]
    fn exact_statements_about_the_whole_report_are_said_of_cells() {
        let text = "2024年收到政府信息公开申请20件，其中自然人18件，办结17件，结转下年度3件；予以公开9件。";
        let cells = [
            ("granted.applicants", 9),
            ("handled.applicants", 17),
            ("carried_forward.applicants", 3),
            ("new_requests.applicants", 20),
            ("new_requests.natural_person", 18),
        ];
        let mut expected = cells.map(|(cell, number)| (cell.to_owned(), number)).to_vec();
        let mut seen = said(text);
        expected.sort_unstable();
        seen.sort_unstable();
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_group_an_approximation_a_part_and_a_contradiction_are_said_of_none() {
        for text in [
            "收到政府信息公开申请20余件。",
            "通过网络收到政府信息公开申请20件。",
            "办理政府信息公开申请20件。",
            "新收政府信息公开申请20件。新收政府信息公开申请21件。",
        ] {
            assert_eq!(said(text), [], "{text}");
        }
        assert_eq!(said("收到政府信息公开申请20件，不予公开3件。").len(), 1);
        assert_eq!(said("未收到政府信息公开申请。"), [("new_requests.applicants".to_owned(), 0)]);
    }
}
