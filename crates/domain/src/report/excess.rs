//! What of a report is longer than a report may be.

use super::{CellSource, Content, Narrative, Publication, limits};
use crate::finding::Message;
use crate::form::CellId;
use crate::sheet::LocalRow;

/// A part of a report that is too long, and by how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excess {
    /// Which part.
    pub part: LongPart,
    /// How much of it there may be, in the measure of the part.
    pub limit: usize,
    /// How much there is.
    pub found: usize,
}

/// A part of a report whose length is limited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LongPart {
    /// The title, in characters.
    Title,
    /// Who compiled it, in characters.
    CompiledBy,
    /// The address of the page, in characters.
    Address,
    /// The title of a section, in characters.
    SectionTitle(u8),
    /// The whole narrative, in bytes.
    Narrative,
    /// What the page said in a cell, where, or why that is no value, in characters.
    CellText(CellId),
    /// The rows that the form does not have.
    LocalRows,
    /// The cells of one such row, which is the n-th from 1.
    LocalCells(usize),
    /// The label of one, in characters.
    LocalLabel(usize),
    /// What one of its cells says, in characters.
    LocalText(usize),
    /// All words of the sheet, in bytes.
    Sheet,
}

impl Excess {
    fn over(part: LongPart, limit: usize, found: usize) -> Option<Self> {
        (found > limit).then_some(Self { part, limit, found })
    }

    fn characters(part: LongPart, limit: usize, words: &str) -> Option<Self> {
        // No character is shorter than a byte: most words need no counting.
        let found = if words.len() > limit { words.chars().count() } else { 0 };
        Self::over(part, limit, found)
    }

    /// Whether the limit is one of size, of the whole narrative or the whole sheet.
    pub fn is_of_bytes(&self) -> bool {
        matches!(self.part, LongPart::Narrative | LongPart::Sheet)
    }

    /// The sentence for people.
    pub fn message(&self) -> Message {
        let Self { part, limit, found } = self;
        let (zh, en) = part.names();
        let (unit, unit_en) = match part {
            LongPart::Narrative | LongPart::Sheet => ("字节", "bytes"),
            LongPart::LocalRows => ("行", "rows"),
            LongPart::LocalCells(_) => ("格", "cells"),
            LongPart::Title
            | LongPart::CompiledBy
            | LongPart::Address
            | LongPart::SectionTitle(_)
            | LongPart::CellText(_)
            | LongPart::LocalLabel(_)
            | LongPart::LocalText(_) => ("字", "characters"),
        };
        Message::new(
            format!("{zh}有 {found} {unit}，超过上限 {limit} {unit}"),
            format!("{en}: {found} {unit_en}; {limit} are the limit"),
        )
    }
}

impl LongPart {
    fn names(&self) -> (String, String) {
        let (zh, en) = match self {
            Self::Title => ("标题", "the title"),
            Self::CompiledBy => ("编制机关", "the compiling office"),
            Self::Address => ("网页地址", "the address of the page"),
            Self::Narrative => ("文字部分", "the narrative"),
            Self::LocalRows => ("格式以外的行", "rows that the form does not have"),
            Self::Sheet => ("表格的文字", "the words of the tables"),
            Self::SectionTitle(number) => {
                return (
                    format!("第 {number} 部分的标题"),
                    format!("the title of section {number}"),
                );
            }
            Self::CellText(cell) => {
                return (format!("单元格 {cell} 的文字"), format!("the words in {cell}"));
            }
            Self::LocalCells(row) => return of_row(*row, "的单元格", "cells"),
            Self::LocalLabel(row) => return of_row(*row, "的名称", "label"),
            Self::LocalText(row) => return of_row(*row, "单元格里的文字", "words in a cell"),
        };
        (zh.to_owned(), en.to_owned())
    }
}

fn of_row(row: usize, zh: &str, en: &str) -> (String, String) {
    (format!("格式以外的第 {row} 行{zh}"), format!("row {row} that the form does not have, {en}"))
}

impl Content {
    /// The first part that is longer than a report may hold; none where all of it fits.
    pub fn excess(&self) -> Option<Excess> {
        let uri = self.publication.as_ref().map_or("", |it: &Publication| it.uri.as_str());
        Excess::characters(LongPart::Title, limits::TITLE, &self.title)
            .or_else(|| {
                let limit = limits::DISPLAY_NAME;
                Excess::characters(LongPart::CompiledBy, limit, &self.compiled_by)
            })
            .or_else(|| Excess::characters(LongPart::Address, limits::URI, uri))
            .or_else(|| of_narrative(&self.narrative))
            .or_else(|| self.provenance.cells.iter().find_map(|(id, it)| of_source(*id, it)))
            .or_else(|| of_local_rows(&self.sheet.local_rows))
            .or_else(|| Excess::over(LongPart::Sheet, limits::SHEET_BYTES, words(self)))
    }
}

fn of_narrative(narrative: &Narrative) -> Option<Excess> {
    let Narrative { preamble, sections, closing } = narrative;
    let bytes = sections.iter().map(|it| it.title.len() + it.text.len()).sum::<usize>();
    let bytes = bytes + preamble.len() + closing.len();
    let title = |it: &super::SectionText| {
        Excess::characters(LongPart::SectionTitle(it.number), limits::TITLE, &it.title)
    };
    let long_title = sections.iter().find_map(title);
    long_title.or_else(|| Excess::over(LongPart::Narrative, limits::NARRATIVE_BYTES, bytes))
}

fn of_source(id: CellId, source: &CellSource) -> Option<Excess> {
    let refusal = source.refusal.as_deref().unwrap_or_default();
    let of = |words| Excess::characters(LongPart::CellText(id), limits::RAW, words);
    of(&source.raw).or_else(|| of(&source.place)).or_else(|| of(refusal))
}

fn of_local_rows(rows: &[LocalRow]) -> Option<Excess> {
    let many = Excess::over(LongPart::LocalRows, limits::LOCAL_ROWS, rows.len());
    many.or_else(|| (1..).zip(rows).find_map(|(number, row)| of_local_row(number, row)))
}

fn of_local_row(number: usize, row: &LocalRow) -> Option<Excess> {
    let cells = &row.cells;
    let text = |raw: &str| Excess::characters(LongPart::LocalText(number), limits::RAW, raw);
    Excess::characters(LongPart::LocalLabel(number), limits::TITLE, &row.label)
        .or_else(|| Excess::over(LongPart::LocalCells(number), limits::LOCAL_CELLS, cells.len()))
        .or_else(|| cells.iter().find_map(|cell| text(&cell.raw)))
}

/// All words of the sheet, in bytes.
fn words(content: &Content) -> usize {
    let refusal = |source: &CellSource| source.refusal.as_ref().map_or(0, String::len);
    let cells =
        content.provenance.cells.values().map(|it| it.raw.len() + it.place.len() + refusal(it));
    let of_row = |row: &LocalRow| row.cells.iter().map(|cell| cell.raw.len()).sum::<usize>();
    let local = content.sheet.local_rows.iter().map(|row| row.label.len() + of_row(row));
    cells.chain(local).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Column, Edition, Line, TableId};
    use crate::report::SectionText;
    use crate::sheet::{LocalCell, Sheet};

    const CELL: CellId = CellId::new(Line::Granted, Column::NaturalPerson);

    fn part(change: impl FnOnce(&mut Content)) -> Option<LongPart> {
        let mut content = Content::blank(Sheet::blank(Edition::E2021));
        change(&mut content);
        content.excess().map(|it| it.part)
    }

    fn row(label: usize, cells: usize, raw: usize) -> LocalRow {
        let cell = LocalCell { column: None, raw: "字".repeat(raw) };
        let cells = vec![cell; cells];
        LocalRow { table: TableId::Requests, label: "项".repeat(label), after: None, cells }
    }

    #[test]
    fn what_just_fits_is_no_excess() {
        let fits = part(|it| {
            it.title = "题".repeat(limits::TITLE);
            it.sheet.local_rows = vec![row(limits::TITLE, 2, limits::RAW)];
        });
        assert_eq!(fits, None);
    }

    #[test]
    fn every_part_has_its_limit() {
        let title = part(|it| it.title = "题".repeat(limits::TITLE + 1));
        assert_eq!(title, Some(LongPart::Title));
        let section = SectionText { number: 5, title: "题".repeat(501), text: String::new() };
        let section = part(|it| it.narrative.sections.push(section));
        assert_eq!(section, Some(LongPart::SectionTitle(5)));
        let raw = "字".repeat(limits::RAW + 1);
        let source = CellSource { raw, ..CellSource::default() };
        let cell = part(|it| drop(it.provenance.cells.insert(CELL, source)));
        assert_eq!(cell, Some(LongPart::CellText(CELL)));
        let narrative = part(|it| it.narrative.closing = "a".repeat(limits::NARRATIVE_BYTES + 1));
        assert_eq!(narrative, Some(LongPart::Narrative));
    }

    #[test]
    fn local_rows_are_bounded_in_number_and_length() {
        let rows = |rows: Vec<LocalRow>| part(|it| it.sheet.local_rows = rows);
        assert_eq!(rows(vec![row(1, 1, 1); limits::LOCAL_ROWS + 1]), Some(LongPart::LocalRows));
        assert_eq!(rows(vec![row(501, 0, 0)]), Some(LongPart::LocalLabel(1)));
        let many_cells = vec![row(1, 1, 1), row(1, limits::LOCAL_CELLS + 1, 1)];
        assert_eq!(rows(many_cells), Some(LongPart::LocalCells(2)));
        assert_eq!(rows(vec![row(1, 1, limits::RAW + 1)]), Some(LongPart::LocalText(1)));
        assert_eq!(rows(vec![row(1, 50, 500); 40]), Some(LongPart::Sheet));
    }

    #[test]
    fn an_excess_says_how_much_there_is_and_may_be() {
        let excess = Excess { part: LongPart::Title, limit: 500, found: 612 };
        assert_eq!(excess.message().zh, "标题有 612 字，超过上限 500 字");
    }
}
