//! Made-up reports: without a fault they raise no failure, with one it is found and, where the form
//! allows it, pinpointed.

mod clean;
mod figures;
mod numeral;
mod organ;
mod pair;
mod prose;
mod random;
