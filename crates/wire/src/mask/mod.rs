//! Field masks over the top-level fields of a message.

mod maskable;
mod paths;
mod read_mask;
mod update_mask;

pub use maskable::Maskable;
pub use read_mask::ReadMask;
pub(crate) use update_mask::UpdateMask;
