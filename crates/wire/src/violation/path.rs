//! Where in a message a field stands, without an allocation until something is wrong with it.

use std::fmt;

/// The path of a field, as a chain on the stack: `report.sheet.rows[3].cells[0].amount`.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Path<'a> {
    /// The path of the message itself within the request; empty where it is the whole.
    Root(&'a str),
    /// A field of a message.
    Field(&'a Path<'a>, &'static str),
    /// An item of a repeated field.
    Item(&'a Path<'a>, &'static str, usize),
}

impl<'a> Path<'a> {
    /// A field of the message here.
    pub(crate) fn field(&'a self, name: &'static str) -> Self {
        Self::Field(self, name)
    }

    /// An item of a repeated field of the message here.
    pub(crate) fn item(&'a self, name: &'static str, at: usize) -> Self {
        Self::Item(self, name, at)
    }

    /// The path and the dot behind it; nothing where the message is the whole.
    fn write_before(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root("") => Ok(()),
            Self::Root(_) | Self::Field(..) | Self::Item(..) => write!(f, "{self}."),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(root) => f.write_str(root),
            Self::Field(parent, name) => {
                parent.write_before(f)?;
                f.write_str(name)
            }
            Self::Item(parent, name, at) => {
                parent.write_before(f)?;
                write!(f, "{name}[{at}]")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_fields_and_items_from_the_root() {
        let root = Path::Root("report");
        let row = root.item("rows", 3);
        assert_eq!(row.field("line").to_string(), "report.rows[3].line");
    }

    #[test]
    fn a_message_that_is_the_whole_has_no_name_in_front() {
        let whole = Path::Root("");
        assert_eq!(whole.field("title").to_string(), "title");
        assert_eq!(whole.item("rows", 0).field("line").to_string(), "rows[0].line");
    }
}
