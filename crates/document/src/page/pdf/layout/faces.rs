//! The faces between ruling lines: the cells of a table.

use super::lattice::{Groups, Lattice, SAME};
use super::sheet::Stroke;

/// A table's lines with the cells between them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Faces {
    /// The distances of its upright lines from the left.
    pub xs: Vec<f32>,
    /// The distances of its level lines from the top.
    pub ys: Vec<f32>,
    /// Its cells, row by row.
    pub cells: Vec<Face>,
}

/// A cell: the first row and column, and how many it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Face {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
}

/// Lines that reach further than the outermost line across them: the table is open on that side.
const OPEN: f32 = 6.0;
/// No table is wider, in columns.
pub(super) const WIDEST: usize = 64;
/// No table on one page is taller, in rows.
const TALLEST: usize = 400;
/// Between these parts of a wall that are there, it is neither there nor not.
const ABSENT: f32 = 0.25;
const PRESENT: f32 = 0.75;

/// The faces of a lattice; none where it is no table, or its lines leave a choice.
pub(super) fn faces(lattice: &Lattice) -> Option<Faces> {
    let xs = places(&lattice.vertical, &lattice.horizontal);
    let ys = places(&lattice.horizontal, &lattice.vertical);
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns * rows < 2 || columns > WIDEST || rows > TALLEST {
        return None;
    }
    let (vertical, horizontal) =
        (by_place(&lattice.vertical, &xs), by_place(&lattice.horizontal, &ys));
    let mut groups = Groups::new(columns * rows);
    for (row, height) in ys.windows(2).enumerate() {
        for (column, lines) in vertical[..columns].iter().enumerate().skip(1) {
            if !wall(lines, (height[0], height[1]))? {
                groups.unite(row * columns + column - 1, row * columns + column);
            }
        }
    }
    for (row, lines) in horizontal[..rows].iter().enumerate().skip(1) {
        for (column, width) in xs.windows(2).enumerate() {
            if !wall(lines, (width[0], width[1]))? {
                groups.unite((row - 1) * columns + column, row * columns + column);
            }
        }
    }
    let cells = rectangles(&mut groups, columns, rows)?;
    (cells.len() >= 2).then_some(Faces { xs, ys, cells })
}

/// The places of lines, with the ends of those across them where these reach further.
fn places(lines: &[Stroke], across: &[Stroke]) -> Vec<f32> {
    let mut places: Vec<f32> = lines.iter().map(|line| line.at).collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() <= SAME / 2.0);
    let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else {
        return places;
    };
    let least = across.iter().map(|it| it.from).fold(f32::MAX, f32::min);
    let most = across.iter().map(|it| it.to).fold(f32::MIN, f32::max);
    if least < first - OPEN {
        places.insert(0, least);
    }
    if most > last + OPEN {
        places.push(most);
    }
    places
}

/// The lines at each place.
fn by_place(lines: &[Stroke], places: &[f32]) -> Vec<Vec<Stroke>> {
    let mut by_place = vec![Vec::new(); places.len()];
    for line in lines {
        let at = places.partition_point(|place| *place < line.at - SAME / 2.0);
        if let Some(at_place) = by_place.get_mut(at) {
            at_place.push(*line);
        }
    }
    by_place
}

/// Whether there is a line all along; none where there is half of one.
fn wall(lines: &[Stroke], (from, to): (f32, f32)) -> Option<bool> {
    let covered: f32 =
        lines.iter().map(|line| (line.to.min(to) - line.from.max(from)).max(0.0)).sum();
    match covered / (to - from).max(0.1) {
        part if part <= ABSENT => Some(false),
        part if part >= PRESENT => Some(true),
        _ => None,
    }
}

/// The groups of places as rectangles; none where one is not.
fn rectangles(groups: &mut Groups, columns: usize, rows: usize) -> Option<Vec<Face>> {
    let mut faces: Vec<Option<Face>> = vec![None; columns * rows];
    let mut sizes = vec![0_usize; columns * rows];
    for place in 0..columns * rows {
        let (row, column) = (place / columns, place % columns);
        let group = groups.find(place);
        sizes[group] += 1;
        let face = faces[group].get_or_insert(Face { row, column, rows: 1, columns: 1 });
        if column < face.column {
            return None;
        }
        face.rows = row - face.row + 1;
        face.columns = face.columns.max(column - face.column + 1);
    }
    let whole =
        |(face, size): (&Option<Face>, &usize)| face.is_none_or(|it| it.rows * it.columns == *size);
    let all_whole = faces.iter().zip(&sizes).all(whole);
    let mut cells: Vec<Face> = faces.into_iter().flatten().collect();
    cells.sort_by_key(|face| (face.row, face.column));
    all_whole.then_some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stroke(at: f32, from: f32, to: f32) -> Stroke {
        Stroke { at, from, to }
    }

    fn shape(lattice: &Lattice) -> Option<Vec<[usize; 4]>> {
        let cells = faces(lattice)?.cells;
        Some(cells.iter().map(|it| [it.row, it.column, it.rows, it.columns]).collect())
    }

    #[test]
    fn a_missing_stretch_of_a_line_merges_the_cells_beside_it() {
        let lattice = Lattice {
            horizontal: vec![stroke(0., 0., 200.), stroke(20., 0., 100.), stroke(40., 0., 200.)],
            vertical: vec![stroke(0., 0., 40.), stroke(100., 0., 40.), stroke(200., 0., 40.)],
        };
        assert_eq!(shape(&lattice).unwrap(), [[0, 0, 1, 1], [0, 1, 2, 1], [1, 0, 1, 1]]);
    }

    #[test]
    fn a_table_open_at_its_sides_ends_where_its_lines_end() {
        let lattice = Lattice {
            horizontal: vec![stroke(0., 0., 200.), stroke(20., 0., 200.)],
            vertical: vec![stroke(100., 0., 20.)],
        };
        assert_eq!(shape(&lattice).unwrap(), [[0, 0, 1, 1], [0, 1, 1, 1]]);
    }

    #[test]
    fn lines_that_leave_a_choice_and_corners_are_no_table() {
        let horizontal = vec![stroke(0., 0., 200.), stroke(20., 0., 150.), stroke(40., 0., 200.)];
        let vertical = vec![stroke(0., 0., 40.), stroke(100., 0., 40.), stroke(200., 0., 40.)];
        assert_eq!(shape(&Lattice { horizontal, vertical }), None);
        let horizontal = vec![stroke(0., 0., 200.), stroke(20., 0., 100.), stroke(40., 0., 200.)];
        let vertical = vec![stroke(0., 0., 40.), stroke(100., 20., 40.), stroke(200., 0., 40.)];
        let frame = Lattice { horizontal, vertical: vertical.clone() };
        assert_eq!(shape(&frame).map(|it| it.len()), None);
        let horizontal = vec![stroke(0., 0., 200.), stroke(40., 0., 200.)];
        let vertical = vec![vertical[0], vertical[2]];
        assert_eq!(shape(&Lattice { horizontal, vertical }), None);
    }
}
