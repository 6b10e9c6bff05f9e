//! Fees for processing information (国办函〔2020〕109号), as far as the text tells of them: STR-011,
//! SEM-004, XTB-001, XTB-002.

mod amount;
mod section_six;

use super::Case;
use super::narrative::{Reach, reach};
use super::told::Claim;
use crate::sheet::Amount;
use crate::statement::{About, Said};

pub(super) use amount::{MULTIPLE_OF_TEN, PART_OF_CHARGES};
pub(super) use section_six::{NOTICES, REPORTED};

/// What the text tells of fees: statements about the whole report that count something.
fn facts<'c>(case: &'c Case<'_>) -> impl Iterator<Item = Claim<'c>> {
    case.claims().filter(|claim| {
        let is_fee = matches!(claim.statement.about, About::Fees | About::FeeNotices);
        let counts = match claim.statement.said {
            Said::Count(quantity) => quantity.value > Amount::default(),
            Said::Nothing | Said::AllUpheld { .. } | Said::NeverLost => false,
        };
        is_fee && counts && reach(case, claim) == Reach::Whole
    })
}

/// The yuan that a statement says were collected, where they are exact.
fn yuan(claim: &Claim<'_>) -> Option<Amount> {
    match (&claim.statement.about, claim.statement.said) {
        (About::Fees, Said::Count(quantity)) => {
            let exact = !quantity.is_vague && quantity.rounding == Amount::default();
            (exact && quantity.classifier == "元").then_some(quantity.value)
        }
        _ => None,
    }
}
