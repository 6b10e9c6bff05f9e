//! XTB: what tables and narrative say of the same thing.

mod scope;

use super::{Rule, fees};

pub(super) static RULES: &[Rule] = &[fees::PART_OF_CHARGES, fees::MULTIPLE_OF_TEN, scope::RULE];
