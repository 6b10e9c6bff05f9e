//! A hostile document.

use nianbao_document::{Format, MAX_BYTES};

/// A document with what it is called here.
#[derive(Clone)]
pub struct Case {
    /// Its format and what is hostile about it.
    pub name: String,
    /// What it is read as.
    pub format: Format,
    make: fn() -> Vec<u8>,
}

impl Case {
    /// A document that is made when it is wanted.
    pub fn new(name: &str, format: Format, make: fn() -> Vec<u8>) -> Self {
        Self { name: format!("{format:?}: {name}"), format, make }
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        (self.make)()
    }
}

/// What a report begins with.
pub const HEAD: &str = "甲县财政局2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";

/// A beginning, and behind it the same again and again up to the limit for files.
pub fn full(head: &str, scrap: &str) -> Vec<u8> {
    times(head, scrap, (MAX_BYTES - head.len()) / scrap.len())
}

/// A beginning, and behind it the same so many times.
pub fn times(head: &str, scrap: &str, count: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(head.len() + count * scrap.len());
    bytes.extend_from_slice(head.as_bytes());
    (0..count).for_each(|_| bytes.extend_from_slice(scrap.as_bytes()));
    bytes
}

/// A beginning, and behind it pieces that differ by their number, up to the limit for files.
pub fn numbered(head: &str, piece: impl Fn(usize) -> String) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(MAX_BYTES);
    bytes.extend_from_slice(head.as_bytes());
    for number in 0.. {
        let piece = piece(number);
        if bytes.len() + piece.len() > MAX_BYTES {
            break;
        }
        bytes.extend_from_slice(piece.as_bytes());
    }
    bytes
}
