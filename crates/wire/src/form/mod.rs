//! The form → the message: the tree of an edition with all that follows from it.

mod cells;
mod tree;

use nianbao_domain::form::{Edition, Form};
use nianbao_proto::v1;

use crate::concept::Concept;
use crate::name::form_name;

/// One edition of the form.
pub fn form(edition: Edition) -> v1::Form {
    let Form { edition: _, notice, title, first_year, last_year, sections } = edition.form();
    v1::Form {
        name: form_name(edition),
        edition: edition.to_wire(),
        notice: (*notice).to_owned(),
        title: (*title).to_owned(),
        first_report_year: i32::from(*first_year),
        last_report_year: last_year.map_or(0, i32::from),
        sections: sections.iter().map(tree::section).collect(),
        equations: edition.layout().equations().iter().map(cells::equation).collect(),
        cells: cells::cells(edition.layout()),
    }
}
