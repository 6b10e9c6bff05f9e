//! The editions, one after the other.

use nianbao_domain::form::{Edition, Form};
use nianbao_proto::v1;

use crate::failure::Failure;
use crate::output::Output;
use crate::record;

/// Writes every edition for people.
pub fn write_text(output: &mut Output) {
    for edition in Edition::ALL {
        write_heading(edition, output);
    }
}

/// Writes an edition in two lines: its notice and years, and what it prints.
pub fn write_heading(edition: Edition, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    let Form { notice, title, .. } = edition.form();
    output.line(format_args!("{}  {title}", paint.strong(edition)));
    let years = match years(edition) {
        (first, Some(last)) if first == last => format!("{first}"),
        (first, Some(last)) => format!("{first}–{last}"),
        (first, None) => language.pick(format!("{first} 起"), format!("from {first} on")),
    };
    let layout = edition.layout();
    let (cells, equations) = (layout.cells().len(), layout.equations().len());
    output.line(language.pick(
        format!("      {notice}，适用报告年度 {years}，{cells} 个单元格，{equations} 条勾稽关系"),
        format!("      {notice}, report years {years}, {cells} cells, {equations} equations"),
    ));
}

/// Writes `nianbao.v1.ListFormsResponse`.
pub fn write_json(output: &mut Output) {
    let forms = Edition::ALL.map(nianbao_wire::form).to_vec();
    output.json_lines(&v1::ListFormsResponse { forms });
}

/// Writes a record an edition.
pub fn write_records(output: &mut Output) -> Result<(), Failure> {
    let header =
        ["edition", "notice", "first_report_year", "last_report_year", "cells", "equations"];
    record::write(output, &header.map(str::to_owned))?;
    for edition in Edition::ALL {
        let (first, last) = years(edition);
        let fields = [
            edition.to_string(),
            edition.form().notice.to_owned(),
            first.to_string(),
            last.map(|last| last.to_string()).unwrap_or_default(),
            edition.layout().cells().len().to_string(),
            edition.layout().equations().len().to_string(),
        ];
        record::write(output, &fields)?;
    }
    Ok(())
}

fn years(edition: Edition) -> (u16, Option<u16>) {
    (edition.form().first_year, edition.form().last_year)
}
