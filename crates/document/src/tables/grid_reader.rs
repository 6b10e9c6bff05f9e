//! Tables read row by row: headers, lines, rows of an organ's own.

use nianbao_domain::evidence::{PlacedText, RefusalReason};
use nianbao_domain::form::{Block, CellId, Column, Line, TableId, printed};
use nianbao_domain::sheet::{LocalCell, LocalRow};

use super::across;
use super::header::{Columns, Header, HeaderToken};
use super::matter::{Matter, TermedGrid};
use super::reading::{GroupValues, Printed, Reading};
use super::row::{self, Item, RowValues, Sequence};
use crate::lexicon::Meaning;
use crate::page::GridText;
use crate::value::is_meant_as_value;

/// Reads the tables of one part of a report, which may be torn into several.
pub(super) struct GridReader<'r> {
    reading: &'r mut Reading,
    header: Header,
    /// Whether the row before belonged to the header.
    in_header: bool,
    /// The line read last, by table.
    last_line: Option<(TableId, Line)>,
    /// Lines that only their places under the header speak for.
    by_place: Vec<(Line, Vec<Printed>)>,
    /// Whether some row of this table contradicted its places.
    misplaced: bool,
    /// A row without words under the header of a table across: its values, if no others come.
    blank_row: Vec<Printed>,
}

/// The label of an organ's own row is shorter, in characters; prose is not.
const LONGEST_LABEL: usize = 60;

impl<'r> GridReader<'r> {
    pub(super) fn new(reading: &'r mut Reading) -> Self {
        Self {
            reading,
            header: Header::new(true),
            in_header: false,
            last_line: None,
            by_place: Vec::new(),
            misplaced: false,
            blank_row: Vec::new(),
        }
    }

    pub(super) fn reading(&mut self) -> &mut Reading {
        self.reading
    }

    /// Reads a table; rows that are text of the report remain.
    pub(super) fn read(&mut self, table: &TermedGrid, remains: &mut Vec<Matter>) {
        for at in 0..table.grid.height() {
            let items = self.items(table, at);
            if !self.row(&items) {
                remains.extend(text_of(&items).map(Matter::Line));
            }
        }
        self.finish();
        self.header.forget_places();
    }

    /// Decides on the lines that only places speak for, and on values that never came.
    pub(super) fn finish(&mut self) {
        let blank_row = std::mem::take(&mut self.blank_row);
        self.place_across(blank_row);
        for (line, printed) in std::mem::take(&mut self.by_place) {
            if self.misplaced {
                let place = super::reading::words(&printed);
                self.reading.refuse(&[line], RefusalReason::HeaderAmbiguous, &place);
            } else {
                self.reading.place(line, printed);
            }
        }
        self.misplaced = false;
    }

    fn items<'a>(&self, table: &'a TermedGrid, at: usize) -> Vec<Item<'a>> {
        let item = |it: crate::page::RowCell<'a>| {
            let term = table.terms[it.index];
            let meanings = term.map(|term| term.meanings(self.reading.edition)).unwrap_or_default();
            let is_value = meanings.is_empty() && is_meant_as_value(&it.cell.text);
            Item {
                cell: it.cell,
                first: it.first,
                last: it.last,
                own: it.own,
                term,
                meanings,
                is_value,
            }
        };
        table.grid.row(at).into_iter().map(item).collect()
    }

    /// Reads a row; false where it is text of the report.
    fn row(&mut self, items: &[Item<'_>]) -> bool {
        let shape = Shape::of(items);
        let consumed = self.consume(items, &shape);
        if consumed {
            for item in items.iter().filter(|item| item.own && !item.is_empty() && !item.is_value) {
                self.reading.note(item.term, &item.meanings, &placed(item.cell));
            }
        }
        consumed
    }

    fn consume(&mut self, items: &[Item<'_>], shape: &Shape) -> bool {
        let was_header = std::mem::replace(&mut self.in_header, false);
        if let Some((at, table, line)) = shape.line {
            self.line(items, at, table, line);
            return true;
        }
        if shape.is_empty {
            self.in_header = was_header;
            self.remember_blank_row(items);
            return true;
        }
        if shape.has_value {
            return self.values_without_line(items, shape);
        }
        if let Some((at, table, line)) = shape.line_across {
            if self.has_columns_only(table) {
                self.line(items, at, table, line);
            } else {
                self.head(items, was_header);
            }
            return true;
        }
        let either =
            shape.either.filter(|(_, table, _)| !shape.is_head && self.is_complete(*table));
        if let Some((at, table, line)) = either {
            self.line(items, at, table, line);
            return true;
        }
        if shape.is_head || shape.either.is_some() || shape.is_either_column {
            self.head(items, was_header);
            return true;
        }
        self.words(items, shape, was_header)
    }

    /// A row of words only, none of them a line or a column.
    fn words(&mut self, items: &[Item<'_>], shape: &Shape, was_header: bool) -> bool {
        if shape.is_block_heading {
            self.finish();
            self.header = Header::new(true);
            return true;
        }
        if shape.group.is_some() {
            return true;
        }
        if was_header && !self.table().is_some_and(|table| self.is_complete(table)) {
            self.head(items, true);
            return true;
        }
        self.local_row_of_blanks(items)
    }

    /// Takes the labels of a row into the header, a new one unless the row before was one too.
    fn head(&mut self, items: &[Item<'_>], continues: bool) {
        if continues {
            self.header.next_row();
        } else {
            self.finish();
            self.header = Header::new(true);
        }
        self.in_header = true;
        for item in items.iter().filter(|item| item.own && !item.is_empty()) {
            if item.meanings.iter().any(|it| matches!(it, Meaning::BlockHeading(..))) {
                continue;
            }
            let places = (item.first, item.last);
            let token = HeaderToken::new(item.meanings.clone(), placed(item.cell), places);
            self.header.push(token, self.reading.edition);
        }
    }

    fn columns(&self, table: TableId, line: Line) -> Option<Columns> {
        self.header.columns(table, self.reading.block(table, line)?)
    }

    /// Whether the header shows all columns of a table with one block.
    fn is_complete(&self, table: TableId) -> bool {
        let form = self.reading.edition.form().table(table);
        form.is_some_and(|form| {
            form.blocks.iter().any(|block| self.header.columns(table, block).is_some())
        })
    }

    /// Whether the header has columns and no lines: then lines of table 4 stand below one another.
    fn has_columns_only(&self, table: TableId) -> bool {
        !across::has_lines(&self.header, table) && self.is_complete(table)
    }

    fn line(&mut self, items: &[Item<'_>], at: usize, table: TableId, line: Line) {
        let label = &items[at];
        self.reading.line_is_there(line, &placed(label.cell));
        self.last_line = Some((table, line));
        let place = row_words(items);
        let Some(block) = self.reading.block(table, line) else { return };
        let Some(columns) = self.columns(table, line) else {
            self.reading.refuse(&[line], RefusalReason::HeaderAmbiguous, &place);
            return;
        };
        let repeats = |item: &Item<'_>| item.cell.text == label.cell.text && !item.is_empty();
        let label_at = at + items[at + 1..].iter().take_while(|item| repeats(item)).count();
        let in_place = self.is_in_place(&items[at], &items[label_at], &columns, (table, line));
        match row::values(items, label_at, in_place, &columns, block) {
            RowValues::Certain(cells) => {
                self.reading.complete(columns.completed.clone());
                let printed = self.printed(line, cells, &columns, label);
                self.reading.place(line, printed);
            }
            RowValues::AgainstPlace(cells) => {
                self.misplaced = true;
                self.reading.complete(columns.completed.clone());
                let printed = self.printed(line, cells, &columns, label);
                self.reading.place(line, printed);
            }
            RowValues::ByPlace(cells) => {
                let printed = self.printed(line, cells, &columns, label);
                self.by_place.push((line, printed));
            }
            RowValues::Refused { found } => {
                let expected = printed(block.columns).len();
                let reason = if found == expected {
                    RefusalReason::HeaderAmbiguous
                } else {
                    RefusalReason::CountMismatch { expected, found }
                };
                self.reading.refuse(&[line], reason, &place);
            }
        }
    }

    /// Whether a label stands where the form has it: so many columns in as it is deep, or merged up
    /// to the values.
    fn is_in_place(
        &self,
        label: &Item<'_>,
        last: &Item<'_>,
        columns: &Columns,
        (table, line): (TableId, Line),
    ) -> bool {
        let Some(first_value) = columns.columns.iter().map(|column| column.first).min() else {
            return false;
        };
        let corner = self.header.tokens().iter().find(|it| it.meanings.contains(&Meaning::Corner));
        let start = corner.map_or(0, |corner| corner.first);
        let depth = self.reading.block(table, line).and_then(|block| depth_of(block.rows, line));
        last.last + 1 == first_value || depth.is_some_and(|depth| label.first == start + depth)
    }

    fn printed(
        &self,
        line: Line,
        cells: Vec<(Column, Option<&GridText>)>,
        columns: &Columns,
        label: &Item<'_>,
    ) -> Vec<Printed> {
        let unit = |column: Column| {
            columns.columns.iter().find(|it| it.column == column).and_then(|it| it.unit)
        };
        let cell = |(column, cell): (Column, Option<&GridText>)| Printed {
            cell: CellId::new(line, column),
            text: cell.map_or(PlacedText { line: label.cell.line, text: String::new() }, placed),
            unit: unit(column),
        };
        cells.into_iter().map(cell).collect()
    }

    /// Values that no line of the form stands before.
    fn values_without_line(&mut self, items: &[Item<'_>], shape: &Shape) -> bool {
        if let Some((at, table, line)) = shape.either.or(shape.line_across) {
            self.line(items, at, table, line);
            return true;
        }
        if let Some((table, group)) = shape.group {
            self.group(items, table, group);
            return true;
        }
        if self.across(items) {
            return true;
        }
        let Some(table) = self.table() else { return false };
        match shape.unknown_label {
            Some(label) => self.local_row(items, label, table),
            None => self.reading.stray(table, row_words(items)),
        }
        true
    }

    /// The table whose header or lines were read last.
    fn table(&self) -> Option<TableId> {
        let of_header = self.header.tokens().iter().find_map(|token| {
            token.meanings.iter().find_map(|meaning| match meaning {
                Meaning::Column(table, _) | Meaning::ColumnGroup(table, _) => Some(*table),
                _ => None,
            })
        });
        of_header.or(self.last_line.map(|(table, _)| table))
    }

    fn group(&mut self, items: &[Item<'_>], table: TableId, group: Line) {
        let is_label = |item: &Item<'_>| item.meanings.contains(&Meaning::LineGroup(table, group));
        let Some(label) = items.iter().rposition(is_label) else { return };
        let place = row_words(items);
        let row = self.local(items, label, table);
        let lines = self.reading.lines_under(table, group);
        self.reading.groups.push(GroupValues { lines, row, place });
    }

    fn local_row(&mut self, items: &[Item<'_>], label: usize, table: TableId) {
        let row = self.local(items, label, table);
        self.reading.local_rows.push(row);
    }

    fn local(&self, items: &[Item<'_>], label: usize, table: TableId) -> LocalRow {
        let under = |item: &Item<'_>| {
            let form = self.reading.edition.form().table(table)?;
            let found = form.blocks.iter().find_map(|block| self.header.columns(table, block))?;
            let covers = |first: usize, last: usize| item.first >= first && item.last <= last;
            let mut columns = found.columns.iter().filter(|_| found.placed);
            columns.find(|it| covers(it.first, it.last)).map(|it| it.column)
        };
        let behind = items[label + 1..].iter().filter(|item| item.own);
        let cells = behind
            .map(|item| LocalCell { column: under(item), raw: item.cell.text.clone() })
            .collect();
        let after = self.last_line.filter(|(of, _)| *of == table).map(|(_, line)| line);
        LocalRow { table, label: items[label].cell.text.clone(), after, cells }
    }

    /// A label that nobody knows with empty cells under a header.
    fn local_row_of_blanks(&mut self, items: &[Item<'_>]) -> bool {
        let own: Vec<usize> = (0..items.len()).filter(|at| items[*at].own).collect();
        let with_words: Vec<usize> =
            own.iter().copied().filter(|at| !items[*at].is_empty()).collect();
        let ([label], Some(table)) = (with_words.as_slice(), self.table()) else { return false };
        let cells = own.iter().filter(|at| *at > label).count();
        let short = items[*label].cell.text.chars().count() <= LONGEST_LABEL;
        let in_header = self.header.tokens().iter().filter(|it| it.column(table).is_some()).count();
        if !short || cells == 0 || cells < in_header {
            return false;
        }
        self.local_row(items, *label, table);
        true
    }

    /// Reads the one row of values of a table printed across; false where there is none.
    fn across(&mut self, items: &[Item<'_>]) -> bool {
        let Some((block, lines)) = self.block_across() else { return false };
        let place = row_words(items);
        lines.iter().for_each(|line| self.reading.line_is_there(*line, &place));
        match self.cells_across(items, block) {
            Ok(cells) => self.place_across(cells),
            Err(reason) => self.reading.refuse(&lines, reason, &place),
        }
        self.blank_row.clear();
        self.header = Header::new(true);
        true
    }

    fn remember_blank_row(&mut self, items: &[Item<'_>]) {
        if let Some((block, _)) = self.block_across() {
            self.blank_row = self.cells_across(items, block).unwrap_or_default();
        }
    }

    /// The block of the table across, if the header shows its lines side by side.
    fn block_across(&self) -> Option<(&'static Block, Vec<Line>)> {
        let form = self.reading.edition.form().table(TableId::Proceedings)?;
        let block = form.blocks.first()?;
        let shown = across::has_lines(&self.header, TableId::Proceedings);
        shown.then(|| (block, printed(block.rows)))
    }

    fn cells_across(
        &self,
        items: &[Item<'_>],
        block: &'static Block,
    ) -> Result<Vec<Printed>, RefusalReason> {
        let own: Vec<&Item<'_>> = items.iter().filter(|item| item.own).collect();
        let label = own.iter().take_while(|item| !item.is_empty() && !item.is_value).count();
        let found = across::cells(&self.header, TableId::Proceedings, block)
            .ok_or(RefusalReason::HeaderAmbiguous)?;
        let values = across_values(&found, &own[label..])?;
        let cell =
            |(cell, text): (CellId, &GridText)| Printed { cell, text: placed(text), unit: None };
        Ok(values.into_iter().map(cell).collect())
    }

    fn place_across(&mut self, cells: Vec<Printed>) {
        let mut lines: Vec<Line> = cells.iter().map(|it| it.cell.line).collect();
        lines.dedup();
        for line in lines {
            let of_line = cells.iter().filter(|it| it.cell.line == line).cloned().collect();
            self.reading.place(line, of_line);
        }
    }
}

/// The values of a row across: in sequence, under their labels, or both and the same.
fn across_values<'a>(
    found: &across::Across,
    own: &[&Item<'a>],
) -> Result<Vec<(CellId, &'a GridText)>, RefusalReason> {
    let count = found.cells.len();
    let cells: Vec<&str> = own.iter().map(|item| item.cell.text.as_str()).collect();
    let by_place = || -> Option<Vec<(CellId, &'a GridText)>> {
        let under =
            |place: usize| own.iter().find(|item| item.first == place).map(|item| item.cell);
        let placed: Option<Vec<_>> =
            found.cells.iter().map(|(cell, place)| Some((*cell, under((*place)?)?))).collect();
        let all = own.iter().filter(|item| !item.is_empty()).count();
        placed.filter(|it| it.iter().filter(|(_, cell)| !cell.text.is_empty()).count() == all)
    };
    match (row::sequence(&cells, count), found.sequential) {
        (Sequence::Exact { from }, true) => {
            let sequence: Vec<_> = found
                .cells
                .iter()
                .map(|(cell, _)| *cell)
                .zip(own[from..].iter().map(|item| item.cell))
                .collect();
            match by_place() {
                Some(placed) if placed != sequence => Err(RefusalReason::HeaderAmbiguous),
                _ => Ok(sequence),
            }
        }
        (Sequence::Exact { .. }, false) => by_place().ok_or(RefusalReason::HeaderAmbiguous),
        (Sequence::Ambiguous, _) => Err(RefusalReason::HeaderAmbiguous),
        (Sequence::Mismatch { found }, _) => {
            Err(RefusalReason::CountMismatch { expected: count, found })
        }
    }
}

/// What the own cells of a row are.
#[derive(Debug, Default)]
struct Shape {
    is_empty: bool,
    has_value: bool,
    /// A line of a table printed down, by words that mean nothing else.
    line: Option<(usize, TableId, Line)>,
    /// A line of a table printed across.
    line_across: Option<(usize, TableId, Line)>,
    /// Words that mean a line or a column: 总计, 其他.
    either: Option<(usize, TableId, Line)>,
    /// Words that mean a column, or a line in another edition.
    is_either_column: bool,
    group: Option<(TableId, Line)>,
    is_head: bool,
    is_block_heading: bool,
    unknown_label: Option<usize>,
}

impl Shape {
    fn of(items: &[Item<'_>]) -> Self {
        let mut shape = Self { is_empty: true, ..Self::default() };
        for (at, item) in items.iter().enumerate().filter(|(_, item)| item.own && !item.is_empty())
        {
            shape.is_empty = false;
            if item.is_value {
                shape.has_value = true;
                continue;
            }
            if item.meanings.is_empty() {
                let labels = !shape.has_value;
                shape.unknown_label = if labels { Some(at) } else { shape.unknown_label };
            }
            shape.add(at, &item.meanings);
        }
        shape
    }

    fn add(&mut self, at: usize, meanings: &[Meaning]) {
        let heads = meanings.iter().any(|meaning| meaning.is_head());
        for meaning in meanings {
            match meaning {
                Meaning::Line(TableId::Proceedings, line) if self.line_across.is_none() => {
                    self.line_across = Some((at, TableId::Proceedings, *line));
                }
                Meaning::Line(TableId::Proceedings, _) => {}
                Meaning::Line(table, line) if heads => {
                    self.either = self.either.or(Some((at, *table, *line)));
                }
                Meaning::Line(table, line) => self.line = self.line.or(Some((at, *table, *line))),
                Meaning::LineGroup(TableId::Proceedings, _) => self.is_head = true,
                Meaning::LineGroup(table, line) => self.group = Some((*table, *line)),
                Meaning::BlockHeading(..) => self.is_block_heading = true,
                _ if meanings.iter().any(|it| it.is_line()) => self.is_either_column = true,
                _ => self.is_head = true,
            }
        }
    }
}

fn depth_of(axis: &'static [nianbao_domain::form::Node<Line>], line: Line) -> Option<usize> {
    axis.iter().find_map(|node| match node.children() {
        [] => (node.key() == line).then_some(0),
        inner => depth_of(inner, line).map(|depth| depth + 1),
    })
}

fn placed(cell: &GridText) -> PlacedText {
    PlacedText { line: cell.line, text: cell.text.clone() }
}

/// The words of a row, as they stand there.
fn row_words(items: &[Item<'_>]) -> PlacedText {
    let own = || items.iter().filter(|item| item.own && !item.is_empty());
    let texts: Vec<&str> = own().map(|item| item.cell.text.as_str()).collect();
    PlacedText { line: own().next().map_or(0, |item| item.cell.line), text: texts.join(" ") }
}

fn text_of(items: &[Item<'_>]) -> impl Iterator<Item = PlacedText> {
    let words = row_words(items);
    Some(words).filter(|words| !words.text.is_empty()).into_iter()
}
