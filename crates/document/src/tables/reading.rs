//! What the readers found, unit by unit: a unit is a line of the form with all its cells.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_domain::evidence::{ForeignLabel, PlacedText, Refusal, RefusalReason};
use nianbao_domain::form::{
    Block, CellId, Column, Edition, Line, TableId, Unit, leaves, printed, prints,
};
use nianbao_domain::sheet::LocalRow;

use crate::lexicon::{Meaning, Term};
use crate::page::Spot;

/// The words in a cell of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Printed {
    /// The cell.
    pub cell: CellId,
    /// Its words; empty where it is blank.
    pub text: PlacedText,
    /// Where it stands in a table.
    pub spot: Spot,
    /// The unit of money that the label above states.
    pub unit: Option<Unit>,
}

/// A line that was found.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// With all its cells.
    Placed(Vec<Printed>),
    /// And could not be placed.
    Refused(RefusalReason, PlacedText),
}

/// A heading over lines with numbers of its own.
#[derive(Clone, Debug)]
pub(super) struct GroupValues {
    /// The lines under the heading.
    pub lines: Vec<Line>,
    /// The numbers as a local row, if there are as many as columns.
    pub row: LocalRow,
    /// What stands there.
    pub place: PlacedText,
}

/// Everything found so far.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub edition: Edition,
    pub found: BTreeMap<Line, Found>,
    pub lines: BTreeMap<Line, PlacedText>,
    /// The rows of tables that lines were found in.
    pub rows: BTreeMap<Line, Spot>,
    pub columns: BTreeSet<(TableId, Column)>,
    pub headings: BTreeSet<(TableId, usize)>,
    pub extra_blocks: Vec<PlacedText>,
    pub foreign: Vec<ForeignLabel>,
    pub local_rows: Vec<LocalRow>,
    pub groups: Vec<GroupValues>,
    /// Values that belong to no label, by table.
    pub stray: BTreeMap<TableId, PlacedText>,
    /// Lines placed by nothing but the number of values behind their label.
    pub in_sequence: BTreeSet<Line>,
    /// Cut-off labels that were completed.
    pub completed: Vec<PlacedText>,
}

/// So many strange labels of a kind are kept; the form has fewer.
const MOST_NOTES: usize = 200;
/// Every heading of a block begins so.
const ARTICLE: &str = "第二十条第";
/// No heading is longer, in bytes.
const LONGEST: usize = 200;

impl Reading {
    /// Nothing yet, of a page in this edition.
    pub(super) fn new(edition: Edition) -> Self {
        Self {
            edition,
            found: BTreeMap::new(),
            lines: BTreeMap::new(),
            rows: BTreeMap::new(),
            columns: BTreeSet::new(),
            headings: BTreeSet::new(),
            extra_blocks: Vec::new(),
            foreign: Vec::new(),
            local_rows: Vec::new(),
            groups: Vec::new(),
            stray: BTreeMap::new(),
            in_sequence: BTreeSet::new(),
            completed: Vec::new(),
        }
    }

    /// The block of a table that prints a line.
    pub(super) fn block(&self, table: TableId, line: Line) -> Option<&'static Block> {
        let table = self.edition.form().table(table)?;
        table.blocks.iter().find(|block| prints(block.rows, line))
    }

    /// All lines of a table.
    pub(super) fn printed_lines(&self, table: TableId) -> Vec<Line> {
        let blocks = self.edition.form().table(table).map_or(&[][..], |table| table.blocks);
        blocks.iter().flat_map(|block| printed(block.rows)).collect()
    }

    /// Whether a line of a table was not found.
    pub(super) fn lacks_lines(&self, table: TableId) -> bool {
        self.printed_lines(table).iter().any(|line| !self.lines.contains_key(line))
    }

    /// The lines under a heading.
    pub(super) fn lines_under(&self, table: TableId, group: Line) -> Vec<Line> {
        let blocks = self.edition.form().table(table).map_or(&[][..], |table| table.blocks);
        blocks.iter().find_map(|block| lines_under(block.rows, group)).unwrap_or_default()
    }

    /// Takes note of a label: that it is there, and whose edition it is of.
    pub(super) fn note(&mut self, term: Option<Term>, meanings: &[Meaning], text: &PlacedText) {
        if let Some(edition) = term.and_then(|term| term.foreign_to(self.edition)) {
            let label = ForeignLabel { label: text.clone(), edition };
            let is_new = || !self.foreign.iter().any(|known| known.label.text == text.text);
            if self.foreign.len() < MOST_NOTES && is_new() {
                self.foreign.push(label);
            }
        }
        let mut is_heading = false;
        for meaning in meanings {
            match meaning {
                Meaning::BlockHeading(table, at) => {
                    is_heading = true;
                    self.headings.insert((*table, *at));
                }
                Meaning::Column(table, column) => {
                    self.columns.insert((*table, *column));
                }
                _ => {}
            }
        }
        if !is_heading && is_block_heading(&text.text) {
            self.extra_blocks.push(text.clone());
        }
    }

    /// Takes note of labels that were cut off and completed.
    pub(super) fn complete(&mut self, stumps: Vec<PlacedText>) {
        for stump in stumps {
            if self.completed.len() < MOST_NOTES && !self.completed.contains(&stump) {
                self.completed.push(stump);
            }
        }
    }

    /// Takes note that the label of a line is there.
    pub(super) fn line_is_there(&mut self, line: Line, text: &PlacedText) {
        self.lines.entry(line).or_insert_with(|| text.clone());
    }

    /// Places a line. The same again is the same; something else is refused.
    pub(super) fn place(&mut self, line: Line, printed: Vec<Printed>) {
        let said = |of: &[Printed]| -> Vec<(CellId, String)> {
            of.iter().map(|it| (it.cell, it.text.text.clone())).collect()
        };
        match self.found.get(&line) {
            None => {
                self.found.insert(line, Found::Placed(printed));
            }
            Some(Found::Placed(known)) if said(known) == said(&printed) => {}
            Some(Found::Placed(_)) => {
                self.found.insert(line, Found::Refused(RefusalReason::Duplicate, words(&printed)));
            }
            Some(Found::Refused(..)) => {}
        }
    }

    /// Refuses lines, whatever was read of them before.
    pub(super) fn refuse(&mut self, lines: &[Line], reason: RefusalReason, place: &PlacedText) {
        for line in lines {
            if !matches!(self.found.get(line), Some(Found::Refused(..))) {
                self.found.insert(*line, Found::Refused(reason, place.clone()));
            }
        }
    }

    /// Refuses the lines of a table that were not read: some of their labels may be lost.
    pub(super) fn refuse_missing(
        &mut self,
        table: TableId,
        reason: RefusalReason,
        place: &PlacedText,
    ) {
        let mut lines = self.printed_lines(table);
        lines.retain(|line| !self.found.contains_key(line));
        self.refuse(&lines, reason, place);
    }

    /// Takes note of values that belong to no label.
    pub(super) fn stray(&mut self, table: TableId, place: PlacedText) {
        self.stray.entry(table).or_insert(place);
    }

    /// What could not be placed, one refusal for all lines of one place and reason.
    pub(super) fn refusals(&self) -> Vec<Refusal> {
        let mut refusals: Vec<Refusal> = Vec::new();
        for (line, found) in &self.found {
            let Found::Refused(reason, place) = found else { continue };
            let cells = self.cells(*line);
            match refusals.iter_mut().find(|it| it.reason == *reason && it.place == *place) {
                Some(known) => known.cells.extend(cells),
                None => refusals.push(Refusal { reason: *reason, cells, place: place.clone() }),
            }
        }
        let completed = self.completed.iter().map(|place| Refusal {
            reason: RefusalReason::HeaderAmbiguous,
            cells: Vec::new(),
            place: place.clone(),
        });
        refusals.extend(completed);
        let unknown = |place: &&PlacedText| refusals.iter().all(|it| it.place != **place);
        let stray: Vec<PlacedText> = self.stray.values().filter(unknown).cloned().collect();
        refusals.extend(stray.into_iter().map(|place| Refusal {
            reason: RefusalReason::LabelLost,
            cells: Vec::new(),
            place,
        }));
        refusals
    }

    /// The cells of a line.
    pub(super) fn cells(&self, line: Line) -> Vec<CellId> {
        let layout = self.edition.layout();
        layout.cells().iter().copied().filter(|cell| cell.line == line).collect()
    }
}

/// Whether words are the heading of a block of table 2, of whatever item.
pub(super) fn is_block_heading(words: &str) -> bool {
    if words.len() > LONGEST || !words.contains(['条', '條']) {
        return false;
    }
    let folded = crate::lexicon::folded(words);
    folded.chars().count() <= ARTICLE.chars().count() + 3 && folded.starts_with(ARTICLE)
}

fn lines_under(
    axis: &'static [nianbao_domain::form::Node<Line>],
    group: Line,
) -> Option<Vec<Line>> {
    axis.iter().filter(|node| !node.children().is_empty()).find_map(|node| {
        if node.key() == group {
            return Some(leaves(node.children()));
        }
        lines_under(node.children(), group)
    })
}

/// The words of cells together, where the first of them stands.
pub(super) fn words(printed: &[Printed]) -> PlacedText {
    let line = printed.first().map_or(0, |first| first.text.line);
    let texts: Vec<&str> = printed.iter().map(|it| it.text.text.as_str()).collect();
    PlacedText { line, text: texts.join(" ") }
}
