//! How wide the columns and how high the rows of a drawing are.

use super::{DrawnCell, Placed, Side, wrap};

/// The narrowest a column of labels gets.
const LEAST: usize = 8;

/// Widths and heights without the lines between them.
pub struct Measures {
    widths: Vec<usize>,
    heights: Vec<usize>,
}

/// The lines around a cell.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The column of its left line.
    pub left: usize,
    /// The column of its right line.
    pub right: usize,
    /// The row of its upper line.
    pub top: usize,
    /// The row of its lower line.
    pub bottom: usize,
}

impl Frame {
    /// Room for text, with a space on either side.
    pub fn inner_width(&self) -> usize {
        (self.right - self.left).saturating_sub(3)
    }
}

impl Measures {
    /// Measures that show every text whole.
    pub fn of(cells: &[DrawnCell]) -> Self {
        let columns = cells.iter().map(|it| it.placed.column + it.placed.columns).max();
        let rows = cells.iter().map(|it| it.placed.row + it.placed.rows).max();
        let mut measures =
            Self { widths: vec![1; columns.unwrap_or(0)], heights: vec![1; rows.unwrap_or(0)] };
        let single = |cell: &&DrawnCell| cell.placed.columns == 1;
        cells.iter().filter(single).for_each(|cell| measures.widen(cell));
        cells.iter().filter(|cell| !single(cell)).for_each(|cell| measures.widen(cell));
        let single = |cell: &&DrawnCell| cell.placed.rows == 1;
        cells.iter().filter(single).for_each(|cell| measures.heighten(cell));
        cells.iter().filter(|cell| !single(cell)).for_each(|cell| measures.heighten(cell));
        measures
    }

    /// How wide the drawing is.
    pub fn width(&self) -> usize {
        self.x(self.widths.len()) + 1
    }

    /// How high the drawing is.
    pub fn height(&self) -> usize {
        self.y(self.heights.len()) + 1
    }

    /// The lines around a cell.
    pub fn frame(&self, placed: &Placed) -> Frame {
        Frame {
            left: self.x(placed.column),
            right: self.x(placed.column + placed.columns),
            top: self.y(placed.row),
            bottom: self.y(placed.row + placed.rows),
        }
    }

    fn x(&self, column: usize) -> usize {
        self.widths.iter().take(column).map(|width| width + 3).sum()
    }

    fn y(&self, row: usize) -> usize {
        self.heights.iter().take(row).map(|height| height + 1).sum()
    }

    fn widen(&mut self, cell: &DrawnCell) {
        let wanted = wanted_width(cell);
        let present = self.frame(&cell.placed).inner_width();
        let last = cell.placed.column + cell.placed.columns - 1;
        self.widths[last] += wanted.saturating_sub(present);
    }

    fn heighten(&mut self, cell: &DrawnCell) {
        let frame = self.frame(&cell.placed);
        let lines = wrap::wrap(&cell.text, frame.inner_width()).len();
        let present = frame.bottom - frame.top - 1;
        let last = cell.placed.row + cell.placed.rows - 1;
        self.heights[last] += lines.saturating_sub(present);
    }
}

/// A number is shown in one line; a label over several, the more the more rows it covers.
fn wanted_width(cell: &DrawnCell) -> usize {
    let whole = cell.text.lines().map(wrap::width).max().unwrap_or(0);
    if cell.side == Side::Right {
        return whole;
    }
    let lines = 2 * cell.placed.rows - 1;
    let wanted = whole.div_ceil(lines).clamp(LEAST, cell.most).min(whole);
    wanted.max(wrap::widest_piece(&cell.text))
}
