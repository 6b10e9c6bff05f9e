//! The interceptor before every service but health and reflection.

use std::sync::Arc;

use nianbao_application::access::Caller;
use tonic::service::Interceptor;
use tonic::{Request, Status};

use super::Token;
use crate::answer::{credentials_invalid, credentials_missing};

/// Lets in who shows the token, and puts the caller into the request.
#[derive(Clone)]
pub struct Guard {
    token: Token,
    caller: Arc<Caller>,
}

impl Guard {
    /// A guard that knows one token.
    pub fn new(token: Token) -> Self {
        Self { token, caller: Arc::new(Caller::administrator("token")) }
    }
}

impl Interceptor for Guard {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        let shown = request.metadata().get("authorization");
        let shown = shown.ok_or_else(credentials_missing)?;
        let words = shown.as_bytes().strip_prefix(b"Bearer ");
        if words.map(Token::digest) != Some(self.token) {
            return Err(credentials_invalid());
        }
        request.extensions_mut().insert(Arc::clone(&self.caller));
        Ok(request)
    }
}
