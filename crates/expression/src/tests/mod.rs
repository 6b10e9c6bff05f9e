//! Expressions against reports, as users write them.

mod anything;
mod bounds;
mod files;
mod meaning;
mod refusals;
mod running;

use nianbao_domain::finding::{Message, Severity};
use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::report::Content;
use nianbao_domain::rules::Case;
use nianbao_domain::sheet::{Cell, Sheet};
use nianbao_domain::user_rule::{Definition, Expectation, Given, TestVector};

use crate::{ExpressionError, Problem, Program, Verdict};

fn cell(code: &str) -> CellId {
    code.parse().unwrap()
}

fn content(cells: &[(&str, i64)]) -> Content {
    let mut sheet = Sheet::blank(Edition::E2021);
    for (code, number) in cells {
        sheet.set(cell(code), Cell::Number(*number)).unwrap();
    }
    Content::blank(sheet)
}

fn compiled(source: &str) -> Result<Program, ExpressionError> {
    Program::compile(source, &Edition::ALL)
}

fn problem(source: &str) -> Problem {
    compiled(source).unwrap_err().problem
}

/// What an expression says of a report with these numbers.
fn verdict(source: &str, cells: &[(&str, i64)]) -> Verdict {
    compiled(source).unwrap().evaluate(&Case::new(&content(cells)))
}

fn definition(expression: &str) -> Definition {
    let vector = |expected| TestVector { name: String::new(), given: Given::default(), expected };
    Definition {
        title: "标题".to_owned(),
        message: Message::new("消息", "message"),
        basis: String::new(),
        severity: Severity::Blocking,
        levels: Vec::new(),
        editions: Vec::new(),
        kinds: Vec::new(),
        expression: expression.to_owned(),
        vectors: [Expectation::Holds, Expectation::Fails].map(vector).to_vec(),
    }
}
