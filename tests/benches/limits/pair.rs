//! Two things measured in turns.

use std::future::Future;
use std::time::{Duration, Instant};

const ROUNDS: usize = 7;
const TURN: Duration = Duration::from_millis(700);

/// How often a second each of two things was done, round by round.
pub struct Pair {
    ours: Vec<f64>,
    limit: Vec<f64>,
}

impl Pair {
    /// Lets ours and the limit take turns; each is given how long it may go on and says how often it was done.
    pub async fn measure<A, B>(ours: impl Fn(Duration) -> A, limit: impl Fn(Duration) -> B) -> Self
    where
        A: Future<Output = u64>,
        B: Future<Output = u64>,
    {
        let mut pair = Self { ours: Vec::new(), limit: Vec::new() };
        rate(ours(TURN)).await;
        rate(limit(TURN)).await;
        for _ in 0..ROUNDS {
            pair.ours.push(rate(ours(TURN)).await);
            pair.limit.push(rate(limit(TURN)).await);
        }
        pair
    }

    /// Prints a line: medians, and the median of the ratios of the rounds.
    pub fn print(&self, name: &str, wanted: f64) {
        let ratios = self.ours.iter().zip(&self.limit).map(|(ours, limit)| ours / limit).collect();
        let (ours, limit, ratio) =
            (median(self.ours.clone()), median(self.limit.clone()), median(ratios));
        println!("{name:<34}{ours:>12.0}{limit:>12.0}{ratio:>9.2}{:>9}", format!("≥ {wanted}"));
    }
}

async fn rate(turn: impl Future<Output = u64>) -> f64 {
    let start = Instant::now();
    let count = turn.await;
    count as f64 / start.elapsed().as_secs_f64()
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
