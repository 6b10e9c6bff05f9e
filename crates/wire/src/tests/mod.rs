//! What a conversion promises, as sentences.

mod concepts;
mod decisions;
mod findings;
mod forms;
mod json;
mod masks;
mod names;
mod narratives;
mod organizations;
mod publications;
mod refusals;
mod reports;
mod revisions;
mod round_trips;
mod rules;
mod samples;
mod sheets;
mod texts;
mod updates;
