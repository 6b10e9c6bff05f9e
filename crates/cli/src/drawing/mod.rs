//! Tables with merged cells, drawn as text.

mod canvas;
mod measure;
mod placement;
mod wrap;

use canvas::Canvas;
use measure::Measures;
pub use placement::{Placed, placed};

/// The side of its cell that a text keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A cell of a drawing.
#[derive(Clone, Debug)]
pub struct DrawnCell {
    /// Where it stands, and how far it reaches.
    pub placed: Placed,
    /// Its text.
    pub text: String,
    /// The side its text keeps to.
    pub side: Side,
    /// How wide its column may get for it; a piece that cannot be broken may still be wider.
    pub most: usize,
}

/// Draws cells that do not overlap.
pub fn draw(cells: &[DrawnCell]) -> String {
    let measures = Measures::of(cells);
    let mut canvas = Canvas::new(measures.width(), measures.height());
    for cell in cells {
        let frame = measures.frame(&cell.placed);
        canvas.frame(frame);
        let lines = wrap::wrap(&cell.text, frame.inner_width());
        for (line, y) in lines.iter().zip(frame.top + 1..frame.bottom) {
            let room = frame.inner_width().saturating_sub(wrap::width(line));
            let indent = if cell.side == Side::Right { room } else { 0 };
            canvas.write(frame.left + 2 + indent, y, line);
        }
    }
    canvas.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(at: (usize, usize), spans: (usize, usize), text: &str, side: Side) -> DrawnCell {
        let placed = Placed { row: at.0, column: at.1, rows: spans.0, columns: spans.1 };
        DrawnCell { placed, text: text.to_owned(), side, most: 24 }
    }

    #[test]
    fn merged_cells_keep_their_place() {
        let drawn = draw(&[
            cell((0, 0), (1, 2), "申请人情况", Side::Left),
            cell((1, 0), (1, 1), "自然人", Side::Left),
            cell((1, 1), (1, 1), "12", Side::Right),
        ]);
        let expected = "\
┌─────────────┐
│ 申请人情况  │
├────────┬────┤
│ 自然人 │ 12 │
└────────┴────┘
";
        assert_eq!(drawn, expected);
    }
}
