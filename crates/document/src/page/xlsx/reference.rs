//! References to cells: `B7`, `A1:C3`.

/// A cell by its row and column, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub row: u32,
    pub column: u32,
}

/// A rectangle of cells, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Area {
    pub from: Place,
    pub to: Place,
}

/// The last row and the last column that a worksheet has, from 0.
const LAST_ROW: u32 = 1_048_575;
pub(super) const LAST_COLUMN: u32 = 16_383;

impl Place {
    /// Reads a reference like `B7`; dollar signs are allowed.
    pub(super) fn of(reference: &str) -> Option<Self> {
        let (mut row, mut column) = (0_u32, 0_u32);
        for byte in reference.bytes().filter(|byte| *byte != b'$') {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                    let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                    column = column.checked_mul(26)?.checked_add(letter)?;
                }
                b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
                _ => return None,
            }
        }
        Self { row: row.checked_sub(1)?, column: column.checked_sub(1)? }.on_the_sheet()
    }

    /// The place, if a worksheet has it.
    pub(super) fn on_the_sheet(self) -> Option<Self> {
        (self.row <= LAST_ROW && self.column <= LAST_COLUMN).then_some(self)
    }
}

impl Area {
    /// Reads a reference like `A1:C3`.
    pub(super) fn of(reference: &str) -> Option<Self> {
        let (from, to) = reference.split_once(':')?;
        let (a, b) = (Place::of(from)?, Place::of(to)?);
        Some(Self {
            from: Place { row: a.row.min(b.row), column: a.column.min(b.column) },
            to: Place { row: a.row.max(b.row), column: a.column.max(b.column) },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_letters_and_a_number() {
        assert_eq!(Place::of("A1"), Some(Place { row: 0, column: 0 }));
        assert_eq!(Place::of("$AB$12"), Some(Place { row: 11, column: 27 }));
        assert_eq!(Place::of("XFD1048576"), Some(Place { row: LAST_ROW, column: LAST_COLUMN }));
        for wrong in ["", "A", "1", "A0", "1A", "XFE1", "A1048577", "AAAAAAAAAA1", "A99999999999"] {
            assert_eq!(Place::of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_area_is_from_its_upper_left_to_its_lower_right() {
        let (from, to) = (Place { row: 0, column: 0 }, Place { row: 2, column: 1 });
        assert_eq!(Area::of("A1:B3"), Some(Area { from, to }));
        assert_eq!(Area::of("B1:A3"), Some(Area { from, to }));
        assert_eq!(Area::of("A1"), None);
    }
}
