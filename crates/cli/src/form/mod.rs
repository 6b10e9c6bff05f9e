//! `nianbao form`: the statutory form, edition by edition.

mod cells;
mod fill_in;
mod labels;
mod list;
mod tables;

use nianbao_domain::form::Edition;

use crate::arguments::{DataFormat, FormCommand};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

pub use tables::{corrected_table, filled_table, section_heading};

/// Shows the form.
pub fn run(
    command: &FormCommand,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    match (command, format) {
        (FormCommand::List, DataFormat::Text) => list::write_text(output),
        (FormCommand::List, DataFormat::Json) => list::write_json(output),
        (FormCommand::List, DataFormat::Csv) => list::write_records(output)?,
        (FormCommand::Show { edition }, DataFormat::Text) => show(*edition, output),
        (FormCommand::Show { edition }, DataFormat::Json) => {
            output.json_lines(&nianbao_wire::form(*edition));
        }
        (FormCommand::Show { edition }, DataFormat::Csv) => cells::write(*edition, output)?,
        (FormCommand::FillIn(arguments), _) => fill_in::write(arguments, output)?,
    }
    Ok(Exit::Clean)
}

fn show(edition: Edition, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    list::write_heading(edition, output);
    output.line(language.pick(
        "单元格代码 = 行代码.列代码，如 handled.applicants；代码印在标签下方",
        "the code of a cell is line.column, such as handled.applicants; codes stand below the labels",
    ));
    for section in edition.form().sections {
        output.line(format_args!("\n{}", paint.strong(section_heading(section))));
        if let Some(table) = &section.table {
            output.write(tables::empty_table(table));
        }
    }
}
