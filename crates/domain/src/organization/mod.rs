//! Administrative organs.

mod credit_code;
mod division_code;
mod id;
mod level;
mod organ_type;
mod particulars;
mod record;
mod rule_power;
mod standing;
mod succession;

pub use credit_code::{CreditCode, CreditCodeError};
pub use division_code::{DivisionCode, DivisionCodeError};
pub use id::{OrganizationId, OrganizationIdError};
pub use level::Level;
pub use organ_type::OrganType;
pub use particulars::{Particulars, ParticularsUpdate};
pub use record::Organization;
pub use rule_power::RulePower;
pub use standing::{LevelSource, Standing};
pub use succession::{Succession, SuccessionError, SuccessionKind, SuccessionLink};
