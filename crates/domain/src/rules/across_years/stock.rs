//! A stock of this year against what follows from the year before.

use super::whose;
use crate::finding::Message;
use crate::form::{CellId, Continuity, Edition, FlowYear};
use crate::rules::{Case, Related, Sink, comparable, naming};
use crate::sheet::Sheet;

/// A continuity with the numbers of both years.
pub(super) struct Stock {
    /// What follows from what.
    pub continuity: &'static Continuity,
    /// The stock of the year before.
    pub before: i128,
    /// What was added to it.
    pub gains: i128,
    /// What was taken from it.
    pub losses: i128,
    /// The stock of this year.
    pub found: i128,
}

/// The continuities of a rule: those that do not hold, and what stood in the way of the others.
#[derive(Default)]
pub(super) struct Stocks {
    /// Those that do not hold.
    pub broken: Vec<Stock>,
    missing: Vec<String>,
    inexpressible: Vec<(CellId, Edition)>,
}

/// Why a continuity cannot be judged.
enum Gap {
    /// Cells of this year or, with their mark, of the year before have no number.
    Numbers(Vec<String>),
    /// The form of the year before has no such column.
    Edition(CellId, Edition),
}

impl Stock {
    /// What the stock of this year has to be.
    pub fn expected(&self) -> i128 {
        self.before + self.gains - self.losses
    }

    fn read(
        case: &Case<'_>,
        reports: &[Related<'_>],
        continuity: &'static Continuity,
    ) -> Result<Self, Gap> {
        let Continuity { stock, before, gains, losses, .. } = continuity;
        let flows_before = continuity.flow_year() == FlowYear::Before;
        let before_cells = || {
            let flows = gains.iter().chain(losses).filter(|_| flows_before);
            std::iter::once(before).chain(flows)
        };
        for (cell, report) in
            before_cells().flat_map(|cell| reports.iter().map(move |it| (cell, it)))
        {
            if !comparable::is_expressed(&report.content.sheet, *cell) {
                return Err(Gap::Edition(*cell, report.content.sheet.edition()));
            }
        }
        let now = |cell: &CellId| comparable::number(&case.content.sheet, *cell);
        let past = |cell: &CellId| past(reports, *cell);
        let flow = |cell: &CellId| if flows_before { past(cell) } else { now(cell) };
        let sum = |cells: &[CellId]| cells.iter().map(flow).sum::<Option<i128>>();
        let read = || {
            Some(Self {
                continuity,
                before: past(before)?,
                gains: sum(gains)?,
                losses: sum(losses)?,
                found: now(stock)?,
            })
        };
        read().ok_or_else(|| {
            let of_now = std::iter::once(stock)
                .chain(gains.iter().chain(losses).filter(|_| !flows_before))
                .filter(|cell| now(cell).is_none());
            let of_before = before_cells().filter(|cell| past(cell).is_none());
            let codes = of_now.map(ToString::to_string);
            Gap::Numbers(codes.chain(of_before.map(|cell| code_before(*cell))).collect())
        })
    }
}

impl Stocks {
    /// Assesses the continuities of this year's form that a rule is about.
    pub fn of(
        case: &Case<'_>,
        reports: &[Related<'_>],
        applies: impl Fn(&Continuity) -> bool,
    ) -> Self {
        let mut stocks = Self::default();
        let all = case.content.sheet.layout().continuities().iter();
        for continuity in all.filter(|it| applies(it)) {
            match Stock::read(case, reports, continuity) {
                Ok(stock) if stock.expected() == stock.found => {}
                Ok(stock) => stocks.broken.push(stock),
                Err(Gap::Numbers(cells)) => stocks.missing.extend(cells),
                Err(Gap::Edition(cell, edition)) => stocks.inexpressible.push((cell, edition)),
            }
        }
        stocks
    }

    /// Says what could not be judged, and why.
    pub fn tell_gaps(&self, sheet: &Sheet, sink: &mut Sink<'_>) {
        if let Some((cell, edition)) = self.inexpressible.first() {
            sink.not_assessable(["previous_year"], not_comparable(sheet, *cell, *edition));
        }
        if !self.missing.is_empty() {
            let count = self.missing.len();
            let reason = Message::new(
                format!("本年或上年有 {count} 个单元格没有数字，前后年度无法核对"),
                format!("{count} cells of this year or the year before have no number"),
            );
            sink.not_assessable(&self.missing, reason);
        }
    }
}

/// What a cell said in the year before, added up over merged organs.
pub(super) fn past(reports: &[Related<'_>], cell: CellId) -> Option<i128> {
    reports.iter().map(|it| comparable::number(&it.content.sheet, cell)).sum()
}

/// The code of a cell in the report of the year before.
fn code_before(cell: CellId) -> String {
    format!("previous_year:{cell}")
}

fn not_comparable(sheet: &Sheet, cell: CellId, edition: Edition) -> Message {
    let label = naming::column(sheet.layout(), cell);
    Message::new(
        format!("上年报告用 {edition} 年版格式，没有“{label}”一栏，两年不可比"),
        format!(
            "last year's report is on the form of {edition}, which has no column {}",
            cell.column
        ),
    )
}

/// The numbers of a rolled stock in words: `上年报告的 100 加 2 减 1`.
pub(super) fn in_words(stock: &Stock, reports: &[Related<'_>], sheet: &Sheet) -> String {
    let Stock { continuity, before, gains, losses, .. } = stock;
    let layout = sheet.layout();
    let year = match continuity.flow_year() {
        FlowYear::This => "",
        FlowYear::Before => "上年的",
    };
    let mut words = format!("{}的 {before}", whose(reports).0);
    for (sign, cells, sum) in [("加", &continuity.gains, gains), ("减", &continuity.losses, losses)]
    {
        if !cells.is_empty() {
            let labels: Vec<_> = cells.iter().map(|it| naming::column(layout, *it)).collect();
            words.push_str(&format!("，{sign}{year}“{}”{sum}", labels.join("、")));
        }
    }
    words
}
