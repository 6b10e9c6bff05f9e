//! Which fields of a message a caller wants to change.

use std::marker::PhantomData;

use pbjson_types::FieldMask;

use super::Maskable;
use super::paths::{Paths, place};
use crate::violation::{Faults, Path, ViolationKind};

/// The fields that change.
#[derive(Debug)]
pub(crate) struct UpdateMask<M> {
    changed: Vec<bool>,
    open: bool,
    message: PhantomData<fn(M) -> M>,
}

impl<M: Maskable> UpdateMask<M> {
    /// Reads an `update_mask`: its fields, or all that can be changed for `*`, or those of them that
    /// are set in the message where it is not given. The message stands at `at`.
    pub(crate) fn read(
        mask: Option<&FieldMask>,
        message: &M,
        at: &Path<'_>,
        faults: &mut Faults,
    ) -> Self {
        let updatable = M::FIELDS.iter().map(|field| M::UPDATABLE.contains(field));
        let paths = Paths::of(mask);
        let changed = match paths {
            Paths::NotGiven => {
                updatable.zip(message.set()).map(|(updatable, set)| updatable && set).collect()
            }
            Paths::All => updatable.collect(),
            Paths::Named(paths) => named::<M>(paths, at, faults),
        };
        let open = !matches!(paths, Paths::Named(_));
        Self { changed, open, message: PhantomData }
    }

    /// Whether the fields are not named one by one, so that the whole message is meant.
    pub(crate) fn is_open(&self) -> bool {
        self.open
    }

    /// The message with the fields that change; the others are left out.
    pub(crate) fn apply(&self, message: M) -> M {
        message.retain(&self.changed)
    }

    /// The new value of a field, where it changes.
    pub(crate) fn keep<T>(&self, field: &str, value: T) -> Option<T> {
        self.contains(field).then_some(value)
    }

    /// Whether the field changes.
    pub(crate) fn contains(&self, field: &str) -> bool {
        M::FIELDS.iter().zip(&self.changed).any(|(name, changed)| *changed && *name == field)
    }
}

fn named<M: Maskable>(paths: &[String], message: &Path<'_>, faults: &mut Faults) -> Vec<bool> {
    let mut changed = vec![false; M::FIELDS.len()];
    let root = Path::Root("update_mask");
    for (number, path) in paths.iter().enumerate() {
        let Some(field) = place::<M>(path, &root.item("paths", number), faults) else { continue };
        let name = M::FIELDS[field];
        if M::UPDATABLE.contains(&name) {
            changed[field] = true;
        } else {
            let updatable = M::UPDATABLE.join(", ");
            faults.add(
                &message.field(name),
                ViolationKind::Immutable,
                format_args!("{name} cannot be changed: {updatable} can"),
            );
        }
    }
    changed
}
