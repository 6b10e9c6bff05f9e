//! From units that were found to a sheet, its provenance and the evidence.

use std::collections::BTreeSet;

use nianbao_domain::evidence::{
    DocumentEvidence, PlacedText, RefusalReason, TableEvidence, TablePresence,
};
use nianbao_domain::form::{Block, CellId, Line, Node, Table, TableId, printed};
use nianbao_domain::report::limits::RAW;
use nianbao_domain::report::{CellSource, Provenance};
use nianbao_domain::sheet::{Cell, Sheet};

use super::reading::{Found, Printed, Reading};
use crate::page::Spot;
use crate::value;

/// What the tables say, and what was strange about them.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub sheet: Sheet,
    pub provenance: Provenance,
    pub evidence: DocumentEvidence,
}

impl Reading {
    /// Closes the books: decides on what is missing, and fills the sheet.
    pub(super) fn finish(mut self) -> Outcome {
        self.settle_groups();
        self.refuse_lines_without_values();
        self.refuse_lines_before_lost_labels();
        self.refuse_lines_without_labels();
        let mut sheet = Sheet::blank(self.edition);
        let mut provenance = Provenance::default();
        for (line, found) in &self.found {
            match found {
                Found::Placed(cells) => {
                    cells.iter().for_each(|it| fill(&mut sheet, &mut provenance, it));
                }
                Found::Refused(reason, place) => {
                    let row = self.rows.get(line);
                    for cell in self.cells(*line) {
                        refuse(&mut sheet, &mut provenance, cell, (*reason, place), row);
                    }
                }
            }
        }
        let tables = self.edition.form().tables().map(|table| self.evidence(table)).collect();
        let refusals = self.refusals();
        sheet.local_rows = self.local_rows;
        let evidence = DocumentEvidence {
            tables,
            refusals,
            foreign_labels: self.foreign,
            ..DocumentEvidence::default()
        };
        Outcome { sheet, provenance, evidence }
    }

    /// Numbers beside a heading are a local row where every line under it is there with its own;
    /// else they may be those of lines whose labels are lost.
    fn settle_groups(&mut self) {
        for group in std::mem::take(&mut self.groups) {
            let mut lost = group.lines.clone();
            lost.retain(|line| !self.lines.contains_key(line));
            if lost.is_empty() && !group.row.cells.is_empty() {
                self.local_rows.push(group.row);
            } else if lost.is_empty() {
                self.refuse(&group.lines, RefusalReason::LabelLost, &group.place);
            } else {
                self.refuse(&lost, RefusalReason::LabelLost, &group.place);
            }
        }
    }

    fn refuse_lines_without_values(&mut self) {
        for (line, place) in self.lines.clone() {
            if !self.found.contains_key(&line) {
                let expected = self.cells(line).len();
                let reason = RefusalReason::CountMismatch { expected, found: 0 };
                self.refuse(&[line], reason, &place);
            }
        }
    }

    /// Where cells stand one on a line and a label is missing, values of its line may have closed up
    /// with those of the line before.
    fn refuse_lines_before_lost_labels(&mut self) {
        for block in self.edition.form().tables().flat_map(|table| table.blocks) {
            for pair in neighbours(block.rows) {
                let lost = !self.lines.contains_key(&pair[1]);
                let closes_up = self.in_sequence.contains(&pair[0]);
                if let Some(place) = self.lines.get(&pair[0]).filter(|_| lost && closes_up).cloned()
                {
                    self.refuse(&pair, RefusalReason::LabelLost, &place);
                }
            }
        }
    }

    /// Where a table has values without a label, or rows of labels that nobody knows, a line that
    /// seems to be missing may be one of them.
    fn refuse_lines_without_labels(&mut self) {
        for table in self.edition.form().tables() {
            let unknown = self
                .local_rows
                .iter()
                .find(|row| row.table == table.id)
                .map(|row| PlacedText { line: 0, text: row.label.clone() });
            let overfull = || {
                let of_table = |line: &Line| self.table(*line) == Some(table.id);
                self.found.iter().find_map(|(line, found)| match found {
                    Found::Refused(RefusalReason::CountMismatch { expected, found }, place)
                        if of_table(line) && found > expected =>
                    {
                        Some(place.clone())
                    }
                    _ => None,
                })
            };
            let Some(place) = self.stray.get(&table.id).cloned().or(unknown).or_else(overfull)
            else {
                continue;
            };
            let lines = table.blocks.iter().flat_map(|block| printed(block.rows));
            let missing: Vec<Line> = lines.filter(|line| !self.found.contains_key(line)).collect();
            self.refuse(&missing, RefusalReason::LabelLost, &place);
        }
    }

    fn table(&self, line: Line) -> Option<TableId> {
        let layout = self.edition.layout();
        layout.table(*self.cells(line).first()?)
    }

    fn evidence(&self, table: &'static Table) -> TableEvidence {
        let lines = || table.blocks.iter().flat_map(|block| printed(block.rows));
        let seen = lines().any(|line| self.lines.contains_key(&line));
        let read = lines().any(|line| matches!(self.found.get(&line), Some(Found::Placed(_))));
        let presence = match (seen, read) {
            (_, true) => TablePresence::Present,
            (true, false) => TablePresence::Unreadable,
            (false, false) if self.stray.contains_key(&table.id) => TablePresence::Unreadable,
            (false, false) => TablePresence::Missing,
        };
        let missing_labels = match presence {
            TablePresence::Missing => Vec::new(),
            _ => self.missing_labels(table),
        };
        let extra_blocks = match table.id {
            TableId::ProactiveDisclosure => self.extra_blocks.clone(),
            TableId::Requests | TableId::Proceedings => Vec::new(),
        };
        TableEvidence { table: table.id, presence, missing_labels, extra_blocks }
    }

    fn missing_labels(&self, table: &'static Table) -> Vec<String> {
        let mut missing = Vec::new();
        for (at, block) in table.blocks.iter().enumerate() {
            let heading = block.heading.filter(|_| !self.headings.contains(&(table.id, at)));
            missing.extend(heading.map(str::to_owned));
            missing.extend(self.missing_axis_labels(table.id, block));
        }
        missing
    }

    fn missing_axis_labels(&self, table: TableId, block: &'static Block) -> Vec<String> {
        let line = |line: &Line| !self.lines.contains_key(line);
        let read = |line: &Line| matches!(self.found.get(line), Some(Found::Placed(_)));
        let is_read = printed(block.rows).iter().any(read);
        let mut labels = labels(block.rows, &line);
        // Cut-off labels of columns that were completed are there.
        labels.extend(super::outcome::labels(block.columns, &|column| {
            !is_read && !self.columns.contains(&(table, *column))
        }));
        labels
    }
}

/// Lines that follow one another with no heading between them.
fn neighbours(axis: &'static [Node<Line>]) -> Vec<[Line; 2]> {
    let is_printed = |node: &Node<Line>| node.children().is_empty();
    let both = |pair: &&[Node<Line>]| pair.iter().all(is_printed);
    let mut found: Vec<[Line; 2]> =
        axis.windows(2).filter(both).map(|pair| [pair[0].key(), pair[1].key()]).collect();
    found.extend(axis.iter().flat_map(|node| neighbours(node.children())));
    found
}

/// The labels of the printed keys of an axis that `wanted` asks for.
fn labels<K: Copy>(axis: &'static [Node<K>], wanted: &impl Fn(&K) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for node in axis {
        if node.children().is_empty() && wanted(&node.key()) {
            found.push(node.label().text.to_owned());
        }
        found.extend(labels(node.children(), wanted));
    }
    found
}

fn fill(sheet: &mut Sheet, provenance: &mut Provenance, printed: &Printed) {
    let value = value::read(&printed.text.text, printed.cell.measure());
    let placed = sheet.set(printed.cell, value.cell);
    let unit = value.unit.or(printed.unit.filter(|_| value.cell.number().is_some()));
    let placed = placed.and(unit.map_or(Ok(()), |unit| sheet.set_unit(printed.cell, unit)));
    debug_assert!(placed.is_ok(), "the reading holds cells of its edition only");
    let raw = Some(&printed.text.text).filter(|_| !value.canonical);
    let source = CellSource {
        raw: raw.map(|words| bounded(value::without_mark(words))).unwrap_or_default(),
        normalized: value.normalized,
        line: Some(printed.text.line).filter(|line| *line > 0),
        place: printed.spot.to_string(),
        refusal: value.problem.map(str::to_owned),
    };
    provenance.cells.insert(printed.cell, source);
}

fn refuse(
    sheet: &mut Sheet,
    provenance: &mut Provenance,
    cell: CellId,
    (reason, place): (RefusalReason, &PlacedText),
    row: Option<&Spot>,
) {
    let placed = sheet.set(cell, Cell::Unreadable);
    debug_assert!(placed.is_ok(), "the reading holds cells of its edition only");
    let source = CellSource {
        raw: bounded(&place.text),
        normalized: BTreeSet::new(),
        line: Some(place.line).filter(|line| *line > 0),
        place: row.map(Spot::to_string).unwrap_or_default(),
        refusal: Some(sentence(reason)),
    };
    provenance.cells.insert(cell, source);
}

/// Words as a cell may keep them: of more, the first, with how many there were. No value is so long.
fn bounded(words: &str) -> String {
    let all = words.chars().count();
    if all <= RAW {
        return words.to_owned();
    }
    let mark = format!("……（共 {all} 字）");
    let kept = words.chars().take(RAW - mark.chars().count());
    kept.chain(mark.chars()).collect()
}

fn sentence(reason: RefusalReason) -> String {
    match reason {
        RefusalReason::CountMismatch { expected, found } => {
            format!("这一行应有 {expected} 个值，页面上有 {found} 个，无法逐格对应")
        }
        RefusalReason::LabelLost => "数值没有对应的项目名称，无法确定属于哪一行".to_owned(),
        RefusalReason::HeaderAmbiguous => "表头缺失或者不完整，无法确定数值属于哪一列".to_owned(),
        RefusalReason::Duplicate => "同一项目出现两次，数值不同".to_owned(),
    }
}
