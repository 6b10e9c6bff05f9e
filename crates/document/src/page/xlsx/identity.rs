//! Whose report a workbook to be filled in is, where its properties are lost: some programs keep
//! worksheets and drop the properties.

use std::collections::BTreeMap;

use super::sheet::Sheet;
use crate::identity::PREFIX;

/// The properties on the worksheet that nobody sees: a name and its value in each row.
pub(super) fn read(sheet: &Sheet) -> BTreeMap<String, String> {
    let rows = sheet.cells.chunk_by(|(a, _), (b, _)| a.row == b.row);
    let property = |row: &[(_, String)]| match row {
        [(_, name), (_, value)] if name.starts_with(PREFIX) => Some((name.clone(), value.clone())),
        _ => None,
    };
    rows.filter_map(property).collect()
}
