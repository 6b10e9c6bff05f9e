//! The one write. Callers put their change sets into a queue; lanes take what is waiting and write it
//! in one transaction. Whoever stops waiting gets the whole commit or nothing.

mod alone;
mod contents;
mod ending;
mod insert;
mod lane;
mod prepared;
mod queue;
mod refusal;
mod rows;
mod superiors;
mod write;

pub(crate) use lane::Lane;
pub(crate) use queue::Queue;
