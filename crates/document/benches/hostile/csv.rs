//! Figures as CSV.

use nianbao_document::{Format, csv::HEADER};

use crate::case::{Case, full, numbered};
use crate::page::{filled, wide};

const RECORD: &str = "甲县,2023,own,2021,requests,,,local:1,其中,blank,,,\n";

fn figures(name: &str, make: fn() -> Vec<u8>) -> Case {
    Case::new(name, Format::Csv, make)
}

pub fn cases() -> Vec<Case> {
    vec![
        figures("one field", || full("", "字")),
        figures("one field behind the header", || full(&format!("{HEADER}\n"), "字")),
        figures("a quote without end", || full(&format!("{HEADER}\n\""), "字,")),
        figures("quotes", || full(&format!("{HEADER}\n"), "\"")),
        figures("commas", || full(&format!("{HEADER}\n"), ",")),
        figures("line feeds", || full(&format!("{HEADER}\n"), "\n")),
        figures("cells of one row", || full(&format!("{HEADER}\n"), RECORD)),
        figures("rows of its own", || {
            numbered(&format!("{HEADER}\n"), |at| RECORD.replace(":1", &format!(":{}", at + 1)))
        }),
        figures("a long field", || {
            full(&format!("{HEADER}\n甲县,2023,own,2021,requests,,,local:1,\""), "其中")
        }),
        figures("UTF-16", || filled(&wide(&format!("{HEADER}\n")), &wide(RECORD))),
        figures("bytes of no encoding", || filled(HEADER.as_bytes(), b"\xff")),
    ]
}
