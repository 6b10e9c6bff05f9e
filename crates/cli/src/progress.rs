//! How far a long run has come, where somebody watches.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error, or nothing.
pub struct Progress(Option<ProgressBar>);

const TEMPLATE: &str = "{bar:30} {pos}/{len} {elapsed_precise}";
const BYTES: &str = "{bar:30} {bytes}/{total_bytes} {bytes_per_sec}";

impl Progress {
    /// A bar for so many steps, shown only where it is watched and there is something to wait for.
    pub fn new(steps: usize, watched: bool) -> Self {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        Self((watched && steps > 1).then(|| bar(steps)))
    }

    /// A bar for so many bytes, shown only where it is watched.
    pub fn of_bytes(bytes: u64, watched: bool) -> Self {
        Self(watched.then(|| styled(ProgressBar::new(bytes), BYTES)))
    }

    /// Has come so far.
    pub fn to(&self, position: u64) {
        if let Some(bar) = &self.0 {
            bar.set_position(position);
        }
    }

    /// Makes a step, and lets something be written meanwhile.
    pub fn around<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.0 {
            Some(bar) => {
                // An archive turned out to be several files.
                if bar.length().is_some_and(|length| bar.position() >= length) {
                    bar.inc_length(1);
                }
                bar.inc(1);
                bar.suspend(write)
            }
            None => write(),
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

fn bar(steps: u64) -> ProgressBar {
    styled(ProgressBar::new(steps), TEMPLATE)
}

fn styled(bar: ProgressBar, template: &str) -> ProgressBar {
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
