//! `nianbao explain`: what a rule says, why, and what it rests on.

mod nearest;
mod page;

use nianbao_domain::rules::{catalogue, explanation};

use crate::arguments::{DataFormat, Explain};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

/// Shows the page of a rule.
pub fn run(arguments: &Explain, format: DataFormat, output: &mut Output) -> Result<Exit, Failure> {
    let code = arguments.code.trim();
    let explanation = explanation(code).ok_or_else(|| unknown(code))?;
    match format {
        DataFormat::Text => page::write_text(&explanation, output),
        DataFormat::Json => output.json_lines(&page::Page::of(explanation)),
        DataFormat::Csv => page::write_record(explanation, output)?,
    }
    Ok(Exit::Clean)
}

fn unknown(code: &str) -> Failure {
    let code = code.to_ascii_uppercase();
    let codes: Vec<_> = catalogue().map(|entry| entry.code).collect();
    let nearest = nearest::to(&code, &codes);
    Failure::usage(
        format!("没有规则 {code}；相近的有：{}", nearest.join("、")),
        format!("there is no rule {code}; the nearest are {}", nearest.join(", ")),
    )
}
