//! PLA: figures beside those of similar organs.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
