//! An authenticated caller.

use std::collections::BTreeSet;

use super::{Method, Permission, Scope};
use crate::Error;

/// An authenticated caller: who it is, what it may do, on which part of the hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    id: String,
    permissions: BTreeSet<Permission>,
    scope: Scope,
}

impl Caller {
    /// A caller with everything allowed everywhere: the holder of the server's static token.
    pub fn administrator(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            permissions: Permission::ALL.into_iter().collect(),
            scope: Scope::All,
        }
    }

    /// A caller with these permissions on a part of the hierarchy.
    pub fn new(
        id: impl Into<String>,
        permissions: impl IntoIterator<Item = Permission>,
        scope: Scope,
    ) -> Self {
        Self { id: id.into(), permissions: permissions.into_iter().collect(), scope }
    }

    /// Who it is; the author of revisions and the subject of audit entries.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether it may do this, beside what a method asks for.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }

    /// The scope for a method, or the error that the caller lacks its permission.
    ///
    /// Reads need the scope, so that authorization cannot be forgotten on the way to them.
    pub fn authorize(&self, method: Method) -> Result<&Scope, Error> {
        let permission = method.permission();
        if self.may(permission) { Ok(&self.scope) } else { Err(Error::Denied { permission }) }
    }
}
