//! How wide the columns of a table are and how large its letters, so that it fits the page.

use super::paper::{AREA_HEIGHT, AREA_WIDTH};
use super::{Slot, slots};
use crate::printed::{PrintedCell, PrintedTable};

/// How a table fits the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitting {
    /// Whether the page must lie on its side.
    pub landscape: bool,
    /// The size of the letters, in points.
    pub size: f64,
    /// The width of each column, in points; together as wide as the type area.
    pub widths: Vec<f64>,
    /// About how high the table is, in points.
    pub height: f64,
}

/// Sizes for a page that stands upright, from 五号 to 小六号, in points.
const UPRIGHT: [f64; 4] = [10.5, 9.0, 7.5, 6.5];
/// Further sizes for a page on its side.
const ON_ITS_SIDE: [f64; 4] = [9.0, 7.5, 6.5, 5.5];
/// The smallest size: what does not fit so has words that must be broken anywhere.
const SMALLEST: f64 = 4.5;
/// A table of more rows begins with the second size, so that it stands on one page where it can.
const MANY_ROWS: usize = 20;
/// What is left free at either side of a cell, in ems.
pub const PADDING: f64 = 0.35;
/// What is left free above and below in a cell, in ems.
pub const INSET: f64 = 0.4;
/// From one line of a cell to the next, in ems.
pub const LEADING: f64 = 1.3;
/// In how many lines a text may be written before its column becomes wider.
const TEXT_LINES: f64 = 3.0;
/// How wide a column is at least, in ems: two characters.
const NARROWEST: f64 = 2.0 + SLACK;
/// What a word has more than its width, in ems: programs measure letters differently.
const SLACK: f64 = 0.4;

impl Fitting {
    /// Fits a table: upright in the largest size that its words allow, else on its side.
    pub fn of(table: &PrintedTable) -> Self {
        let demands = Demand::of_columns(table);
        let needed: f64 = demands.iter().map(|it| it.least + 2.0 * PADDING).sum();
        let fits = |sizes: &[f64], room| sizes.iter().copied().find(|size| needed * size <= room);
        let first = usize::from(table.rows.len() > MANY_ROWS);
        let upright = fits(&UPRIGHT[first..], AREA_WIDTH);
        let landscape = upright.is_none();
        let room = if landscape { AREA_HEIGHT } else { AREA_WIDTH };
        let size = upright.or_else(|| fits(&ON_ITS_SIDE, room)).unwrap_or(SMALLEST);
        let widths = shared(&demands, room / size, size);
        let height = height(table, &widths, size);
        Self { landscape, size, widths, height }
    }
}

/// What a column asks for, in ems without padding.
#[derive(Clone, Copy, Debug)]
struct Demand {
    /// It must have this.
    least: f64,
    /// With this its texts stand in one line.
    whole: f64,
}

impl Demand {
    fn of_columns(table: &PrintedTable) -> Vec<Self> {
        let mut columns = vec![Self { least: NARROWEST, whole: NARROWEST }; table.full_width()];
        let slots: Vec<_> = slots(table).into_iter().flatten().collect();
        let cells = || slots.iter().filter_map(|slot| Some((slot, Self::of(slot.begins?))));
        for (slot, demand) in cells().filter(|(slot, _)| slot.span == 1) {
            let column = &mut columns[slot.column];
            column.least = column.least.max(demand.least);
            column.whole = column.whole.max(demand.whole);
        }
        for (slot, demand) in cells().filter(|(slot, _)| slot.span > 1) {
            widen(&mut columns[slot.column..slot.column + slot.span], demand.least);
        }
        columns
    }

    /// A cell over many rows has many lines.
    fn of(cell: &PrintedCell) -> Self {
        let (text, rows) = (cell.content.text(), cell.row_span.max(1) as f64);
        let whole = width(text);
        let least = longest_run(text).max(whole / (TEXT_LINES * rows)) + SLACK;
        Self { least, whole: least.max(whole / rows) }
    }
}

/// Widens columns together until they have room for a cell over all of them.
fn widen(columns: &mut [Demand], least: f64) {
    let present: f64 = columns.iter().map(|it| it.least + 2.0 * PADDING).sum();
    let missing = (least + 2.0 * PADDING - present).max(0.0) / columns.len() as f64;
    for column in columns {
        column.least += missing;
        column.whole = column.whole.max(column.least);
    }
}

/// Shares a room among columns: first what each must have, then what makes its texts stand in one
/// line, then the rest alike. Room in ems, answer in points.
fn shared(demands: &[Demand], room: f64, size: f64) -> Vec<f64> {
    let room = room - 2.0 * PADDING * demands.len() as f64;
    let sum = |of: fn(&Demand) -> f64| demands.iter().map(of).sum::<f64>();
    let (least, wish) = (sum(|it| it.least), sum(|it| it.whole - it.least));
    let pressed = (room / least).min(1.0);
    let spare = (room - least).max(0.0);
    let granted = if wish > 0.0 { (spare / wish).min(1.0) } else { 0.0 };
    let rest = (spare - wish * granted) / demands.len() as f64;
    let width = |it: &Demand| it.least * pressed + (it.whole - it.least) * granted + rest;
    demands.iter().map(|it| (width(it) + 2.0 * PADDING) * size).collect()
}

/// The sum of the rows, each as high as the highest of its cells, in points.
fn height(table: &PrintedTable, widths: &[f64], size: f64) -> f64 {
    let cell = |slot: &Slot<'_>| {
        let cell = slot.begins?;
        let room = widths[slot.column..slot.column + slot.span].iter().sum::<f64>() / size;
        let lines = (width(cell.content.text()) / (room - 2.0 * PADDING)).ceil().max(1.0);
        Some((lines * LEADING + 2.0 * INSET) / cell.row_span.max(1) as f64)
    };
    let row = |row: Vec<Slot<'_>>| row.iter().filter_map(cell).fold(0.0, f64::max);
    slots(table).into_iter().map(row).sum::<f64>() * size
}

/// How wide a text is, in ems.
fn width(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

fn advance(it: char) -> f64 {
    if it.is_ascii() { 0.65 } else { 1.0 }
}

/// The widest part of a text that no line may break, in ems.
fn longest_run(text: &str) -> f64 {
    let (mut longest, mut run, mut before) = (0.0_f64, 0.0, '\u{3000}');
    for it in text.chars() {
        if breaks(before, it) {
            run = 0.0;
        }
        run += advance(it);
        longest = longest.max(run);
        before = it;
    }
    longest
}

/// Whether a line may end between two characters.
fn breaks(before: char, after: char) -> bool {
    const OPENING: &str = "（《“‘〔【([";
    const CLOSING: &str = "）》”’〕】)]、，。；：？！,.;:%";
    let one_word = before.is_ascii() && after.is_ascii() && !after.is_whitespace();
    !one_word && !OPENING.contains(before) && !CLOSING.contains(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Subject;
    use crate::printed::{Printed, PrintedContent};
    use nianbao_domain::form::{Edition, TableId};
    use nianbao_domain::report::{Content, ReportKind};
    use nianbao_domain::sheet::Sheet;

    fn table(id: TableId) -> PrintedTable {
        let subject = Subject {
            organization_id: None,
            organization_name: "",
            year: None,
            kind: ReportKind::Own,
        };
        let printed = Printed::of(&subject, &Content::blank(Sheet::blank(Edition::E2021)));
        printed.sections.into_iter().filter_map(|it| it.table).find(|it| it.id == id).unwrap()
    }

    fn say(table: &mut PrintedTable, words: &str) {
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let PrintedContent::Value { text, .. } = &mut cell.content {
                words.clone_into(text);
            }
        }
    }

    #[test]
    fn every_table_fills_the_width_of_the_type_area_upright() {
        for id in [TableId::ProactiveDisclosure, TableId::Requests, TableId::Proceedings] {
            let fitting = Fitting::of(&table(id));
            assert!(!fitting.landscape, "{id:?}");
            assert!((fitting.widths.iter().sum::<f64>() - AREA_WIDTH).abs() < 0.01, "{id:?}");
        }
    }

    #[test]
    fn larger_numbers_take_smaller_letters_and_then_a_page_on_its_side() {
        let mut table = table(TableId::Requests);
        let small = Fitting::of(&table);
        say(&mut table, "123456");
        let large = Fitting::of(&table);
        assert!(large.size <= small.size && !large.landscape);
        say(&mut table, "123456789012345");
        assert!(Fitting::of(&table).landscape);
    }

    #[test]
    fn a_number_has_room_in_its_column() {
        let mut table = table(TableId::Requests);
        say(&mut table, "123456789012345");
        let Fitting { size, widths, .. } = Fitting::of(&table);
        assert!(widths.last().unwrap() / size >= 15.0 * 0.65);
    }

    #[test]
    fn a_line_ends_between_chinese_characters_but_not_within_a_number_or_before_a_comma() {
        assert!(breaks('公', '开') && breaks('公', '3') && breaks('3', '件'));
        assert!(!breaks('1', '2') && !breaks('开', '，') && !breaks('（', '公'));
    }
}
