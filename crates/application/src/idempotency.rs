//! Calls that are safe to repeat.

use uuid::Uuid;

use crate::Error;
use crate::access::{Caller, Method};

/// What identifies a repeated call: the same id by the same caller for the same method.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestKey {
    /// The caller.
    pub caller: String,
    /// The method, by name.
    pub method: &'static str,
    /// The id.
    pub id: Uuid,
}

/// How a method that writes was called.
#[derive(Clone, Debug)]
pub struct Call<'a> {
    /// Who calls.
    pub caller: &'a Caller,
    /// Which method.
    pub method: Method,
    /// The caller's request id and the digest of the request without etag and request id.
    pub request: Option<(Uuid, [u8; 32])>,
    /// Check and answer, store nothing.
    pub validate_only: bool,
}

impl<'a> Call<'a> {
    /// A call without request id that is to be carried out.
    pub fn new(caller: &'a Caller, method: Method) -> Self {
        Self { caller, method, request: None, validate_only: false }
    }

    /// The refusal of a request id that was used before with other content.
    pub(crate) fn reused(&self) -> Error {
        Error::RequestIdReused(self.request.map(|(id, _)| id).unwrap_or_default())
    }

    /// The key under which the call is recorded.
    pub fn key(&self) -> Option<RequestKey> {
        let (id, _) = self.request?;
        Some(RequestKey { caller: self.caller.id().to_owned(), method: self.method.name(), id })
    }
}
