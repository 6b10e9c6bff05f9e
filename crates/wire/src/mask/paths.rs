//! The paths of a field mask.

use pbjson_types::FieldMask;

use super::Maskable;
use crate::text::Quoted;
use crate::violation::{Faults, Path};

/// What a mask says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paths<'a> {
    /// Nothing: there is none, or it is empty.
    NotGiven,
    /// `*`.
    All,
    /// Fields by name.
    Named(&'a [String]),
}

impl<'a> Paths<'a> {
    /// What a mask says; `*` among other paths covers them.
    pub(super) fn of(mask: Option<&'a FieldMask>) -> Self {
        match mask.map(|mask| mask.paths.as_slice()) {
            None | Some([]) => Self::NotGiven,
            Some(paths) if paths.iter().any(|path| path == "*") => Self::All,
            Some(paths) => Self::Named(paths),
        }
    }
}

/// The place of the field that a path names.
pub(super) fn place<M: Maskable>(path: &str, at: &Path<'_>, faults: &mut Faults) -> Option<usize> {
    let place = M::FIELDS.iter().position(|field| *field == path);
    if place.is_none() {
        refuse::<M>(path, at, faults);
    }
    place
}

fn refuse<M: Maskable>(path: &str, at: &Path<'_>, faults: &mut Faults) {
    let top = path.split_once('.').map(|(top, _)| top).filter(|top| M::FIELDS.contains(top));
    match top {
        Some(top) => {
            let path = Quoted(path);
            faults.invalid(at, format_args!("{path} goes too deep: paths end at {top}"));
        }
        None => {
            let fields = M::FIELDS.join(", ");
            faults.invalid(at, format_args!("{} names no field: {fields} and * do", Quoted(path)));
        }
    }
}
