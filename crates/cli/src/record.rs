//! Records of a table, as CSV.

use crate::failure::Failure;
use crate::output::Output;

/// Writes a record.
pub fn write(output: &mut Output, fields: &[String]) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(fields).map_err(|error| error.to_string());
    let bytes = written.and_then(|()| writer.into_inner().map_err(|error| error.to_string()));
    let bytes = bytes.map_err(|error| {
        Failure::unreadable(format!("无法写出 CSV：{error}"), format!("cannot write CSV: {error}"))
    })?;
    output.write(bytes);
    Ok(())
}
