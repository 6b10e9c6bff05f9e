//! The figures of the three statutory tables, from tables or from cells one on a line.
//!
//! Everything is placed by the words of its labels, with the layout as the second witness; where the
//! two disagree, or one is missing and the other leaves a choice, the unit is refused.

mod across;
mod edition;
mod elements;
mod grid_reader;
mod header;
mod leftover;
mod matter;
mod outcome;
mod reading;
mod row;
mod run_reader;
mod trust;

use nianbao_domain::evidence::DocumentEvidence;
use nianbao_domain::form::TableId;
use nianbao_domain::report::Provenance;
use nianbao_domain::sheet::Sheet;

use crate::page::Block;
use crate::recognition::Outline;
use grid_reader::GridReader;
use matter::Matter;
use reading::Reading;

/// What was read of the tables.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    /// The figures.
    pub sheet: Sheet,
    /// What the page literally said.
    pub provenance: Provenance,
    /// Tables, foreign labels and refusals.
    pub evidence: DocumentEvidence,
    /// Whether labels tell the edition.
    pub edition_certain: bool,
}

/// The sections that hold the tables.
const SECTIONS: std::ops::RangeInclusive<u8> = 2..=4;

/// Reads the tables of a report, and takes what it read out of the outline, so that the words
/// remain.
pub(crate) fn read(outline: &mut Outline) -> Tables {
    let year = outline.year;
    let mut parts = parts(outline);
    let told = edition::told(parts.iter().flat_map(|(_, part)| part));
    let edition = edition::chosen(told.as_slice(), year);
    let mut reading = Reading::new(edition);
    for (holds_tables, part) in &mut parts {
        let matter = std::mem::take(part);
        *part = read_part(matter, *holds_tables, &mut reading);
    }
    for (section, (_, part)) in outline.sections.iter().zip(&parts[1..]) {
        let table = TableId::ALL.into_iter().find(|table| table.section() == section.number);
        if let Some(table) = table.filter(|table| reading.lacks_lines(*table)) {
            leftover::values(part).into_iter().for_each(|place| reading.stray(table, place));
        }
    }
    give_back(outline, parts);
    let outcome = reading.finish();
    Tables {
        sheet: outcome.sheet,
        provenance: outcome.provenance,
        evidence: outcome.evidence,
        edition_certain: !told.is_empty(),
    }
}

/// The preamble and the sections, each with whether cells may stand in it one on a line: in the
/// sections of the tables, or anywhere where there are no such sections.
fn parts(outline: &mut Outline) -> Vec<(bool, Vec<Matter>)> {
    let divided = outline.sections.iter().any(|section| SECTIONS.contains(&section.number));
    let preamble = std::mem::take(&mut outline.preamble);
    let sections = outline.sections.iter_mut().map(|section| {
        let holds_tables = !divided || SECTIONS.contains(&section.number);
        (holds_tables, std::mem::take(&mut section.blocks))
    });
    let all = std::iter::once((!divided, preamble)).chain(sections);
    all.map(|(holds_tables, blocks)| (holds_tables, matter::of(blocks, holds_tables))).collect()
}

fn give_back(outline: &mut Outline, parts: Vec<(bool, Vec<Matter>)>) {
    let mut parts = parts.into_iter().map(|(_, part)| -> Vec<Block> {
        part.into_iter().filter_map(Matter::into_block).collect()
    });
    outline.preamble = parts.next().unwrap_or_default();
    for (section, blocks) in outline.sections.iter_mut().zip(parts) {
        section.blocks = blocks;
    }
}

/// Reads one part; what remains is text.
fn read_part(part: Vec<Matter>, holds_tables: bool, reading: &mut Reading) -> Vec<Matter> {
    let mut remains = Vec::new();
    let mut grids = GridReader::new(reading);
    for matter in part {
        match matter {
            Matter::Cells(elements) => run_reader::read(&elements, grids.reading(), &mut remains),
            Matter::Table(table) if table.is_statutory(holds_tables) => {
                grids.read(&table, &mut remains);
            }
            Matter::Line(_) | Matter::Table(_) => remains.push(matter),
        }
    }
    grids.finish();
    remains
}
