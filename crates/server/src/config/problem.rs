//! What is wrong with settings: everything at once, not only the first.

use std::fmt;

use super::Config;

/// A setting that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key: `server.listen`.
    pub key: &'static str,
    /// What is wrong and what to do.
    pub what: String,
}

impl Config {
    /// Every problem of these settings.
    pub fn validate(&self) -> Vec<Problem> {
        [
            self.listening(),
            self.requests(),
            self.access(),
            self.store(),
            self.pages(),
            self.logging(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn listening(&self) -> Option<Problem> {
        let listen = self.server.listen;
        let what = || {
            format!(
                "{listen} is not a loopback address, and without encryption only those are allowed: use 127.0.0.1 or [::1]"
            )
        };
        (!listen.ip().is_loopback()).then(|| Problem { key: "server.listen", what: what() })
    }

    fn requests(&self) -> Option<Problem> {
        let smallest = 1 << 16;
        let what = format!("a request of {smallest} bytes must be possible");
        (self.server.max_request_bytes < smallest)
            .then_some(Problem { key: "server.max_request_bytes", what })
    }

    fn access(&self) -> Option<Problem> {
        let token = self.access.token.expose();
        let problem = |what| Some(Problem { key: "access.token", what });
        if token.is_empty() && self.access.token_file.as_os_str().is_empty() {
            return problem("set a token, or token_file to keep one in".to_owned());
        }
        if !token.is_empty() && token.len() < MIN_TOKEN {
            return problem(format!("a token has at least {MIN_TOKEN} characters"));
        }
        None
    }

    fn store(&self) -> Option<Problem> {
        let url = self.store.url.expose();
        let known = ["sqlite://", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| url.starts_with(scheme));
        let what = "an address begins with sqlite:// or postgres://".to_owned();
        (self.store.url_file.as_os_str().is_empty() && !known)
            .then_some(Problem { key: "store.url", what })
    }

    fn pages(&self) -> Option<Problem> {
        let limits = &self.limits;
        let sensible = (1..=limits.max_page_size).contains(&limits.default_page_size)
            && limits.max_batch_size > 0;
        let what =
            "page and batch sizes are at least 1, and the default page no larger than the largest"
                .to_owned();
        (!sensible).then_some(Problem { key: "limits", what })
    }

    fn logging(&self) -> Option<Problem> {
        let filter = self.log.filter.parse::<tracing_subscriber::EnvFilter>();
        filter.err().map(|error| Problem { key: "log.filter", what: error.to_string() })
    }
}

/// Shorter tokens can be guessed.
const MIN_TOKEN: usize = 16;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.key, self.what)
    }
}
