//! Cells one on a line: a label opens a unit, and the values up to the next label must be exactly
//! as many as its block has columns.
//!
//! Such text cannot show a blank. Where one is missing the count does not fit, and the unit is
//! refused; nothing is ever shifted.

use nianbao_domain::evidence::{PlacedText, RefusalReason};
use nianbao_domain::form::{Block, CellId, Line, TableId, printed};
use nianbao_domain::sheet::{LocalCell, LocalRow};

use super::across;
use super::elements::{Element, Value};
use super::header::{Columns, Header, HeaderToken};
use super::matter::Matter;
use super::reading::{GroupValues, Printed, Reading};
use crate::lexicon::{Meaning, Term};
use crate::page::Spot;

/// Reads cells one on a line; lines that are text of the report remain.
pub(super) fn read(elements: &[Element], reading: &mut Reading, remains: &mut Vec<Matter>) {
    let mut reader = RunReader::new(reading);
    let mut at = 0;
    while let Some(element) = elements.get(at) {
        at += 1;
        let values = match elements.get(at) {
            Some(Element::Values(values)) => values.as_slice(),
            _ => &[],
        };
        if reader.element(element, values) {
            at += usize::from(!values.is_empty());
        }
        let note = reader.waiting.is_some() && elements.get(at).is_some_and(Element::is_note);
        at += usize::from(note);
    }
    remains.extend(reader.remains.into_iter().map(Matter::Line));
}

struct RunReader<'r> {
    reading: &'r mut Reading,
    header: Header,
    in_header: bool,
    table: Option<TableId>,
    last_line: Option<Line>,
    /// A line whose values have not come: a note may stand between.
    waiting: Option<(TableId, Line, PlacedText)>,
    remains: Vec<PlacedText>,
}

/// The label of an organ's own row is shorter, in characters.
const LONGEST_LABEL: usize = 60;

impl<'r> RunReader<'r> {
    fn new(reading: &'r mut Reading) -> Self {
        Self {
            reading,
            header: Header::new(false),
            in_header: false,
            table: None,
            last_line: None,
            waiting: None,
            remains: Vec::new(),
        }
    }

    /// Takes an element; true where it took the values behind it as well.
    fn element(&mut self, element: &Element, values: &[Value]) -> bool {
        let waiting = self.waiting.take();
        match element {
            Element::Label { term, text } => {
                let meanings = term.meanings(self.reading.edition);
                self.label(*term, &meanings, text, values)
            }
            Element::Values(values) => {
                match waiting {
                    Some((table, line, text)) => self.line(table, line, &text, values),
                    None => self.values(values),
                }
                false
            }
            Element::Other { text, whole } => self.other(text, whole, values),
        }
    }

    fn label(
        &mut self,
        term: Term,
        meanings: &[Meaning],
        text: &PlacedText,
        values: &[Value],
    ) -> bool {
        self.reading.note(Some(term), meanings, text);
        let line = meanings.iter().find_map(|meaning| match meaning {
            Meaning::Line(table, line) => Some((*table, *line)),
            _ => None,
        });
        let heads = meanings.iter().any(|meaning| meaning.is_head());
        match line {
            Some((TableId::Proceedings, line)) if !values.is_empty() => {
                self.line(TableId::Proceedings, line, text, values);
                true
            }
            Some((TableId::Proceedings, line)) => {
                self.reading.line_is_there(line, text);
                self.head(meanings, text);
                false
            }
            Some((table, line)) if !(heads && self.in_header) => {
                self.in_header = false;
                if values.is_empty() {
                    self.reading.line_is_there(line, text);
                    self.waiting = Some((table, line, text.clone()));
                    return false;
                }
                self.line(table, line, text, values);
                true
            }
            _ => self.label_without_line(meanings, text, values),
        }
    }

    fn label_without_line(
        &mut self,
        meanings: &[Meaning],
        text: &PlacedText,
        values: &[Value],
    ) -> bool {
        let group = meanings.iter().find_map(|meaning| match meaning {
            Meaning::LineGroup(table, line) => Some((*table, *line)),
            _ => None,
        });
        if meanings.iter().any(|it| matches!(it, Meaning::BlockHeading(..)))
            || super::reading::is_block_heading(&text.text)
        {
            self.header = Header::new(false);
            self.in_header = true;
            self.table = Some(TableId::ProactiveDisclosure);
            return false;
        }
        match group {
            Some((TableId::Proceedings, _)) => {
                self.head(meanings, text);
                false
            }
            Some((table, group)) => {
                self.in_header = false;
                self.table = Some(table);
                if !values.is_empty() {
                    self.group(table, group, text, values);
                }
                !values.is_empty()
            }
            // A label of another edition, before its values: a row of its own here.
            None if meanings.is_empty() && !values.is_empty() && !self.in_header => {
                self.other(text, &text.text, values)
            }
            None => {
                self.head(meanings, text);
                false
            }
        }
    }

    fn head(&mut self, meanings: &[Meaning], text: &PlacedText) {
        if !self.in_header {
            self.header = Header::new(false);
            self.in_header = true;
        }
        let at = self.header.tokens().len();
        self.table = meanings
            .iter()
            .find_map(|meaning| match meaning {
                Meaning::Column(table, _) | Meaning::ColumnGroup(table, _) => Some(*table),
                Meaning::Line(table, _) | Meaning::LineGroup(table, _) => Some(*table),
                _ => None,
            })
            .filter(|_| meanings.len() == 1)
            .or(self.table);
        let token = HeaderToken::new(meanings.to_vec(), text.clone(), (at, at));
        self.header.push(token, self.reading.edition);
    }

    fn line(&mut self, table: TableId, line: Line, text: &PlacedText, values: &[Value]) {
        self.in_header = false;
        self.table = Some(table);
        self.last_line = Some(line);
        self.reading.line_is_there(line, text);
        let Some(block) = self.reading.block(table, line) else { return };
        let place = unit_words(text, values);
        let expected = printed(block.columns).len();
        let columns = self.header.columns(table, block);
        let columns = columns.filter(|columns| columns.sequential && !columns.beside);
        let Some(columns) = columns else {
            self.reading.refuse(&[line], RefusalReason::HeaderAmbiguous, &place);
            return;
        };
        if values.len() != expected || !are_evenly_broken(values, expected, text.line) {
            let reason = match values.len() {
                found if found == expected => RefusalReason::HeaderAmbiguous,
                found => RefusalReason::CountMismatch { expected, found },
            };
            self.reading.refuse(&[line], reason, &place);
            return;
        }
        self.reading.place(line, in_order(line, block, values, &columns));
        self.reading.in_sequence.insert(line);
        self.reading.complete(columns.completed);
    }

    fn group(&mut self, table: TableId, group: Line, text: &PlacedText, values: &[Value]) {
        let lines = self.reading.lines_under(table, group);
        let place = unit_words(text, values);
        let expected = lines.first().map(|line| self.reading.cells(*line).len());
        let mut row = self.local(text, values, table);
        if expected != Some(values.len()) {
            row.cells.clear();
        }
        self.reading.groups.push(GroupValues { lines, row, place });
    }

    fn local(&self, text: &PlacedText, values: &[Value], table: TableId) -> LocalRow {
        let columns = self.columns_of(table).filter(|columns| columns.len() == values.len());
        let column = |at: usize| columns.as_ref().and_then(|columns| columns.get(at)).copied();
        let cells = values.iter().enumerate();
        LocalRow {
            table,
            label: text.text.clone(),
            after: self.last_line.filter(|line| self.reading.block(table, *line).is_some()),
            cells: cells
                .map(|(at, value)| LocalCell { column: column(at), raw: value.text.clone() })
                .collect(),
        }
    }

    /// The columns that the header shows, if they are those of a block.
    fn columns_of(&self, table: TableId) -> Option<Vec<nianbao_domain::form::Column>> {
        let form = self.reading.edition.form().table(table)?;
        let found = |block| self.header.columns(table, block).filter(|it| it.sequential);
        let block = form.blocks.iter().find(|block| found(block).is_some())?;
        Some(printed(block.columns))
    }

    /// Words that are no label: a row of the organ's own, a part of the header, or text.
    fn other(&mut self, text: &PlacedText, whole: &str, values: &[Value]) -> bool {
        let short = text.text.chars().count() <= LONGEST_LABEL && !text.text.contains('。');
        match (self.table, values.is_empty()) {
            (Some(table), false) if short => {
                self.in_header = false;
                match self.columns_of(table) {
                    Some(columns) if columns.len() == values.len() => {
                        let row = self.local(text, values, table);
                        self.reading.local_rows.push(row);
                    }
                    _ => self.reading.stray(table, unit_words(text, values)),
                }
                true
            }
            (Some(_), true) if short && self.in_header => {
                self.head(&[], text);
                false
            }
            _ => {
                self.remains.push(PlacedText { line: text.line, text: whole.to_owned() });
                values.iter().all(|value| value.line == text.line)
            }
        }
    }

    /// Values that no label stands directly before: those of a table across, or stray.
    fn values(&mut self, values: &[Value]) {
        let table = TableId::Proceedings;
        if self.in_header && across::has_lines(&self.header, table) {
            self.across(values);
            return;
        }
        match self.table {
            Some(table) => {
                let none = PlacedText {
                    line: values.first().map_or(0, |it| it.line),
                    text: String::new(),
                };
                self.reading.stray(table, unit_words(&none, values));
            }
            None => self.remains.extend(values.iter().cloned()),
        }
    }

    fn across(&mut self, values: &[Value]) {
        let table = TableId::Proceedings;
        let form = self.reading.edition.form().table(table);
        let Some(block) = form.and_then(|form| form.blocks.first()) else { return };
        let lines = across::lines(&self.header, table, block);
        let line = values.first().map_or(0, |it| it.line);
        let place = unit_words(&PlacedText { line, text: String::new() }, values);
        let found = across::cells(&self.header, table, block).filter(|it| it.sequential);
        self.in_header = false;
        let Some(found) = found else {
            self.reading.refuse_missing(table, RefusalReason::HeaderAmbiguous, &place);
            return;
        };
        let expected = found.cells.len();
        let per_line = printed(block.columns).len();
        let even = are_evenly_broken(values, expected, 0) || are_evenly_broken(values, per_line, 0);
        if values.len() != expected || !even {
            let reason = RefusalReason::CountMismatch { expected, found: values.len() };
            self.reading.refuse_missing(table, reason, &place);
            return;
        }
        let cells: Vec<Printed> = found
            .cells
            .iter()
            .zip(values)
            .map(|((cell, _), value)| {
                let (text, spot) = (value.clone(), Spot::default());
                Printed { cell: *cell, text, spot, unit: None }
            })
            .collect();
        for line in lines {
            let of_line = cells.iter().filter(|it| it.cell.line == line).cloned().collect();
            self.reading.place(line, of_line);
        }
    }
}

fn in_order(
    line: Line,
    block: &'static Block,
    values: &[Value],
    columns: &Columns,
) -> Vec<Printed> {
    let cell = |(column, value): (nianbao_domain::form::Column, &Value)| Printed {
        cell: CellId::new(line, column),
        text: value.clone(),
        spot: Spot::default(),
        unit: columns.columns.iter().find(|it| it.column == column).and_then(|it| it.unit),
    };
    printed(block.columns).into_iter().zip(values).map(cell).collect()
}

/// Whether values stand one on a line, or all of a unit on one line, maybe beside its label: then a
/// space within a number cannot have made two of one.
fn are_evenly_broken(values: &[Value], unit: usize, label_line: u32) -> bool {
    let mut at = 0;
    let mut sizes = Vec::new();
    while at < values.len() {
        let same = values[at..].iter().take_while(|it| it.line == values[at].line).count();
        sizes.push(same);
        at += same;
    }
    let beside_label = values.first().is_some_and(|first| first.line == label_line);
    sizes.iter().all(|size| *size == unit) || (!beside_label && sizes.iter().all(|size| *size == 1))
}

/// A label with its values, as they stand there.
fn unit_words(text: &PlacedText, values: &[Value]) -> PlacedText {
    let mut words = vec![text.text.as_str()];
    words.extend(values.iter().map(|value| value.text.as_str()));
    words.retain(|word| !word.is_empty());
    PlacedText { line: text.line, text: words.join(" ") }
}
