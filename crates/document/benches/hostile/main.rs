//! What hostile documents cost: how long each is read, and the most memory that takes.
//!
//! Every document is given to a process of its own, which reads nothing else, so that what it took
//! is what the document took, its own bytes included. `cargo bench --bench hostile -- WORDS` reads
//! those only whose names have the words in them.

mod case;
mod child;
mod csv;
mod office;
mod page;
mod pdf;
mod text;

use std::io::{self, Write};

use case::Case;

/// What a document may take, in seconds.
const SECONDS: f64 = 2.0;
/// What it may take, in megabytes.
const MEGABYTES: f64 = 256.0;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mark, media_type, length] = arguments.as_slice()
        && mark == child::MARK
    {
        return child::run(media_type, length);
    }
    let wanted: Vec<&String> = arguments.iter().filter(|it| !it.starts_with('-')).collect();
    let (mut read, mut beyond) = (0, 0);
    let mut out = io::stdout().lock();
    writeln!(out, "{:>8} {:>8}  {:5} document: outcome", "seconds", "MB", "")?;
    for case in all().iter().filter(|case| wanted.iter().all(|it| case.name.contains(*it))) {
        let cost = child::cost(case)?;
        let is_beyond = cost.seconds > SECONDS || cost.megabytes > MEGABYTES;
        (read, beyond) = (read + 1, beyond + usize::from(is_beyond));
        let mark = if is_beyond { "OVER" } else { "" };
        let (seconds, megabytes) = (cost.seconds, cost.megabytes);
        writeln!(out, "{seconds:8.3} {megabytes:8.1}  {mark:5} {}: {}", case.name, cost.outcome)?;
    }
    writeln!(out, "{beyond} of {read} take more than {SECONDS} s or {MEGABYTES} MB")
}

fn all() -> Vec<Case> {
    [page::cases(), text::cases(), csv::cases(), office::cases(), pdf::cases()].concat()
}
