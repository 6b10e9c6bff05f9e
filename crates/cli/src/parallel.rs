//! Work on many things by all processors, with the results in order and in bounded memory.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, available_parallelism, scope};

/// Things on their way for each processor: work for a slow neighbour, and not much memory.
const AHEAD: usize = 4;

/// Lets threads work on what `feed` gives, and lets `consume` see the results in the same order. At
/// most a few are under way or waiting at any time. `feed` is asked for no more when it is told so.
pub fn in_order<I, O, R>(
    feed: impl FnOnce(&mut dyn FnMut(I) -> bool) + Send,
    work: impl Fn(I) -> O + Sync,
    consume: impl FnOnce(&mut dyn Iterator<Item = O>) -> R,
) -> R
where
    I: Send,
    O: Send,
{
    let threads = available_parallelism().map_or(1, NonZeroUsize::get);
    let places = threads * AHEAD;
    // A thing takes a place before it is given, and leaves it when its result was seen: nobody waits
    // for anything but a place, or for something to do.
    let (take, taken) = sync_channel::<()>(places);
    let (give, given) = sync_channel::<(usize, I)>(places);
    let (finish, finished) = sync_channel(places);
    let given = Mutex::new(given);
    let (given, work) = (&given, &work);
    scope(|scope| {
        scope.spawn(move || {
            let mut number = 0;
            feed(&mut |item| {
                let goes_on = take.send(()).is_ok() && give.send((number, item)).is_ok();
                number += 1;
                goes_on
            });
        });
        for _ in 0..threads {
            let finish = finish.clone();
            scope.spawn(move || do_all(given, work, &finish));
        }
        drop(finish);
        let mut results = Results { finished, taken, waiting: BTreeMap::new(), next: 0 };
        consume(&mut results)
    })
}

fn do_all<I, O>(
    given: &Mutex<Receiver<(usize, I)>>,
    work: &(impl Fn(I) -> O + Sync),
    finish: &SyncSender<(usize, thread::Result<O>)>,
) {
    loop {
        let next = given.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, item)) = next else { return };
        // A fault of ours ends the whole run, and not this thread alone.
        let done = catch_unwind(AssertUnwindSafe(|| work(item)));
        if finish.send((number, done)).is_err() {
            return;
        }
    }
}

struct Results<O> {
    finished: Receiver<(usize, thread::Result<O>)>,
    taken: Receiver<()>,
    waiting: BTreeMap<usize, O>,
    next: usize,
}

impl<O> Iterator for Results<O> {
    type Item = O;

    fn next(&mut self) -> Option<O> {
        loop {
            if let Some(result) = self.waiting.remove(&self.next) {
                self.next += 1;
                let _ = self.taken.try_recv();
                return Some(result);
            }
            let (number, done) = self.finished.recv().ok()?;
            self.waiting.insert(number, done.unwrap_or_else(|fault| resume_unwind(fault)));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn all_of(count: usize) -> impl FnOnce(&mut dyn FnMut(usize) -> bool) + Send {
        move |give| {
            (0..count).all(give);
        }
    }

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let slow_at_first = |n: usize| (0..(2000 - n) * 50).fold(n, |n, k| n ^ k ^ k);
        let seen: Vec<_> = in_order(all_of(2000), slow_at_first, |results| results.collect());
        assert_eq!(seen, (0..2000).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_than_a_few_are_under_way() {
        let begun = AtomicUsize::new(0);
        let work = |n: usize| {
            begun.fetch_add(1, Ordering::SeqCst);
            n
        };
        let most = available_parallelism().map_or(1, NonZeroUsize::get) * AHEAD;
        in_order(all_of(1000), work, |results| {
            for seen in 1..=100 {
                assert!(results.next().is_some());
                assert!(begun.load(Ordering::SeqCst) <= seen + most);
            }
        });
    }

    #[test]
    fn whoever_stops_looking_stops_the_work() {
        let endless = |give: &mut dyn FnMut(usize) -> bool| {
            (0..).all(give);
        };
        assert_eq!(in_order(endless, |n| n, |results| results.nth(3)), Some(3));
    }

    #[test]
    fn a_fault_in_one_ends_all() {
        let faulty = |n: usize| if n == 7 { std::panic::panic_any("seven") } else { n };
        let run = || in_order(all_of(1000), faulty, |results| results.count());
        assert!(catch_unwind(run).is_err());
    }
}
