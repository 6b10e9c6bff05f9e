//! The figures of a report as comma-separated values: one line a printed cell.
//!
//! `table` is the code of the table, `line` and `column` those of the cell's concepts, `cell` both
//! together, `label` the words on the form, `state` what the cell says, `value` an exact decimal,
//! `unit` the unit of money, `raw` what the page literally said where that is not the value.
//!
//! A row that the form does not have stands behind the cells, with `local:N` in `cell`, its own label,
//! in `line` the line of the form that it follows and in `column` the columns of the form, as far as
//! there are any. Its words are in `raw`; a row without cells has an empty `state`.

mod read;
mod write;

pub(crate) use read::read;
pub use write::write;

/// The first line, without its end.
pub const HEADER: &str =
    "organization,year,kind,edition,table,line,column,cell,label,state,value,unit,raw";

/// What `cell` begins with where it is no cell of the form.
const LOCAL: &str = "local:";
/// The fields of a record.
const FIELDS: usize = 13;

/// The codes of units; a count has none.
const UNITS: [(nianbao_domain::form::Unit, &str); 4] = [
    (nianbao_domain::form::Unit::None, ""),
    (nianbao_domain::form::Unit::Yuan, "yuan"),
    (nianbao_domain::form::Unit::TenThousandYuan, "ten_thousand_yuan"),
    (nianbao_domain::form::Unit::NotStated, "not_stated"),
];
