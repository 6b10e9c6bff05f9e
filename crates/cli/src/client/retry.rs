//! Calling again where the call itself did nothing wrong.

use std::error::Error;
use std::time::Duration;

use tonic::{Code, Status};
use tonic_types::StatusExt;

use super::Patience;

/// How often a call is made at most.
const MOST_ATTEMPTS: u32 = 5;
/// The wait before the second attempt; doubled each time.
const FIRST_WAIT: Duration = Duration::from_millis(100);
/// The longest wait, also where the server asks for more.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// Calls until there is an answer, a refusal, or too many attempts. One that was waited for in vain
/// is the last.
pub async fn until_answered<T>(
    patience: Patience,
    attempt: impl AsyncFn() -> Result<T, Status>,
) -> Result<T, Status> {
    let mut attempts = 1;
    loop {
        let refused = match patience.wait(attempt()).await {
            Ok(answer) => return Ok(answer),
            Err(refused) => refused,
        };
        if attempts == MOST_ATTEMPTS || !is_transient(&refused) {
            return Err(refused);
        }
        tokio::time::sleep(wait(attempts, &refused)).await;
        attempts += 1;
    }
}

/// Whether the same call may well succeed: the server says so, or the connection was lost, which is
/// told by an error of this side behind the status.
fn is_transient(refused: &Status) -> bool {
    refused.code() == Code::Unavailable || refused.source().is_some()
}

fn wait(attempts: u32, refused: &Status) -> Duration {
    let asked = refused.get_details_retry_info().and_then(|info| info.retry_delay);
    let backoff = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(attempts - 1));
    asked.unwrap_or(backoff).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn attempts(answers: impl Fn(u32) -> Result<(), Status>) -> (u32, Result<(), Status>) {
        let made = Cell::new(0);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let answer = runtime.block_on(until_answered(Patience::default(), async || {
            made.set(made.get() + 1);
            answers(made.get())
        }));
        (made.get(), answer)
    }

    #[test]
    fn what_is_away_for_a_moment_is_called_again() {
        let (made, answer) = attempts(|attempt| match attempt {
            1 => Err(Status::unavailable("the database is busy")),
            _ => Ok(()),
        });
        assert_eq!(made, 2);
        assert!(answer.is_ok());
    }

    #[test]
    fn what_stays_away_is_given_up() {
        let busy = |_| Err(Status::unavailable("the database is busy"));
        assert_eq!(attempts(busy).0, MOST_ATTEMPTS);
    }

    #[test]
    fn a_refusal_is_final() {
        assert_eq!(attempts(|_| Err(Status::not_found("no such report"))).0, 1);
    }
}
