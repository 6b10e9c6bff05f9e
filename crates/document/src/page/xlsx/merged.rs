//! Merged cells of a worksheet.

use super::reference::{Area, LAST_COLUMN, Place};
use crate::{MAX_CELLS, ReadError};

/// The merged areas of a worksheet, from top to bottom.
#[derive(Debug)]
pub(super) struct Merged {
    areas: Vec<Area>,
}

impl Merged {
    /// Sorts areas.
    pub(super) fn new(mut areas: Vec<Area>) -> Self {
        areas.sort_unstable();
        areas.dedup();
        Self { areas }
    }

    /// The areas, from top to bottom.
    pub(super) fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The area that begins in a cell.
    pub(super) fn from(&self, place: Place) -> Option<Area> {
        let at = self.areas.partition_point(|area| area.from < place);
        self.areas.get(at).copied().filter(|area| area.from == place)
    }

    /// Leaves out the cells that lie hidden below merged ones. The cells stand row by row.
    pub(super) fn uncover(&self, cells: &mut Vec<(Place, String)>) -> Result<(), ReadError> {
        let mut next = self.areas.iter().peekable();
        let mut covering: Vec<Option<Area>> = vec![None; LAST_COLUMN as usize + 1];
        let (mut covered, mut too_many) = (0, false);
        cells.retain(|(place, _)| {
            while let Some(area) = next.next_if(|area| area.from <= *place) {
                let columns = area.from.column as usize..=area.to.column as usize;
                covered += columns.clone().count();
                too_many |= covered > MAX_CELLS;
                if !too_many && !is_below(area.from, covering[area.from.column as usize]) {
                    covering[columns].fill(Some(*area));
                }
            }
            !is_below(*place, covering[place.column as usize])
        });
        if too_many { Err(ReadError::TooManyCells { limit: MAX_CELLS }) } else { Ok(()) }
    }
}

fn is_below(place: Place, area: Option<Area>) -> bool {
    area.is_some_and(|area| place.row <= area.to.row && place != area.from)
}
