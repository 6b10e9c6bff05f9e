//! The rules: the catalogue, and those that users write.

mod catalogue;
mod command_line;
mod force;
pub mod given;
mod refused;
mod repeated;
mod trial;
