//! Which fields of an answer a caller wants.

use std::marker::PhantomData;

use pbjson_types::FieldMask;

use super::Maskable;
use super::paths::{Paths, place};
use crate::violation::{Violations, reading};

/// The fields of a message that a caller wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadMask<M> {
    /// None for all of them.
    kept: Option<Vec<bool>>,
    message: PhantomData<fn(M) -> M>,
}

impl<M: Maskable> ReadMask<M> {
    /// Every field.
    pub fn all() -> Self {
        Self { kept: None, message: PhantomData }
    }

    /// Every field but the content: what lists give where the request does not say.
    pub fn without_content() -> Self {
        let kept = M::FIELDS.iter().map(|field| !M::CONTENT.contains(field)).collect();
        Self { kept: Some(kept), message: PhantomData }
    }

    /// Reads the `read_mask` of a request; where it is not given, what the method says.
    ///
    /// # Errors
    ///
    /// Paths that name no field, and paths into a field.
    pub fn read(mask: Option<&FieldMask>, not_given: Self) -> Result<Self, Violations> {
        let paths = match Paths::of(mask) {
            Paths::NotGiven => return Ok(not_given),
            Paths::All => return Ok(Self::all()),
            Paths::Named(paths) => paths,
        };
        reading("read_mask", |root, faults| {
            let mut kept = vec![false; M::FIELDS.len()];
            for (number, path) in paths.iter().enumerate() {
                let at = &root.item("paths", number);
                if let Some(field) = place::<M>(path, at, faults) {
                    kept[field] = true;
                }
            }
            Some(Self { kept: Some(kept), message: PhantomData })
        })
    }

    /// Whether some of the content is wanted, so that it has to be read.
    pub fn wants_content(&self) -> bool {
        let Some(kept) = &self.kept else { return !M::CONTENT.is_empty() };
        M::FIELDS.iter().zip(kept).any(|(field, kept)| *kept && M::CONTENT.contains(field))
    }

    /// The message with the fields that are wanted; the others are left out.
    pub fn apply(&self, message: M) -> M {
        match &self.kept {
            None => message,
            Some(kept) => message.retain(kept),
        }
    }
}
