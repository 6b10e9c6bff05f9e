//! `nianbao rule check`: a file of rules and what its vectors came to.

use nianbao_domain::user_rule::VectorResult;
use nianbao_expression::CompiledRule;
use serde::Serialize;

use super::file;
use crate::arguments::{CheckRules, DataFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::finding::Words;
use crate::input::Source;
use crate::output::Output;
use crate::record;

/// A file that was tested.
#[derive(Serialize)]
struct Tried {
    passes: bool,
    rule_set: String,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
struct Rule {
    code: String,
    title: String,
    severity: &'static str,
    expression: String,
    passes: bool,
    vectors: Vec<Vector>,
}

#[derive(Serialize)]
struct Vector {
    name: String,
    expected: &'static str,
    /// Nothing where it could not be run.
    found: Option<&'static str>,
    passes: bool,
    reason: Words,
}

const HEADER: [&str; 8] =
    ["code", "title", "severity", "vector", "expected", "found", "passes", "reason"];

/// Reads and tests a file of rules.
pub fn run(
    arguments: &CheckRules,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let (rules, rule_set) = file::read(&Source::named(&arguments.file))?;
    let rules: Vec<_> = rules.iter().map(Rule::tried).collect();
    let tried = Tried { passes: rules.iter().all(|rule| rule.passes), rule_set, rules };
    match format {
        DataFormat::Text => write_text(&tried, output),
        DataFormat::Json => output.json_lines(&tried),
        DataFormat::Csv => write_records(&tried, output)?,
    }
    Ok(if tried.passes { Exit::Clean } else { Exit::Unreadable })
}

impl Rule {
    fn tried(rule: &CompiledRule) -> Self {
        let (trial, definition) = (rule.try_vectors(), rule.definition());
        Self {
            code: rule.code().to_string(),
            title: definition.title.clone(),
            severity: definition.severity.code(),
            expression: definition.expression.clone(),
            passes: trial.passes(),
            vectors: trial.results.into_iter().map(Vector::from).collect(),
        }
    }
}

impl From<VectorResult> for Vector {
    fn from(result: VectorResult) -> Self {
        Self {
            passes: result.passes(),
            name: result.name,
            expected: result.expected.code(),
            found: result.found.map(|found| found.code()),
            reason: result.reason.into(),
        }
    }
}

fn write_text(tried: &Tried, output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    for Rule { code, title, severity, expression, passes, vectors } in &tried.rules {
        output.line(format_args!("{}  {title} [{severity}]", paint.strong(code)));
        output.line(format_args!("      {}", paint.faint(expression.replace('\n', "\n      "))));
        for (number, vector) in (1..).zip(vectors).filter(|(_, vector)| !vector.passes) {
            let label = paint.red(language.pick("例子不符", "vector fails"));
            let found = vector.found.unwrap_or("-");
            let reason = language.pick(&vector.reason.zh, &vector.reason.en);
            output.line(format_args!(
                "      {label} {number} {}: {} → {found} {reason}",
                vector.name, vector.expected
            ));
        }
        if *passes {
            let count = vectors.len();
            let told = language
                .pick(format!("{count}个例子全部符合"), format!("all {count} vectors pass"));
            output.line(format_args!("      {}", paint.green(told)));
        }
    }
    let (count, version) = (tried.rules.len(), &tried.rule_set);
    let bad = tried.rules.iter().filter(|rule| !rule.passes).count();
    output.line(language.pick(
        format!("共{count}条规则，{bad}条的例子不符；规则集 {version}"),
        format!("{count} rules, {bad} with failing vectors; rule set {version}"),
    ));
}

fn write_records(tried: &Tried, output: &mut Output) -> Result<(), Failure> {
    record::write(output, &HEADER.map(str::to_owned))?;
    for rule in &tried.rules {
        for vector in &rule.vectors {
            let reason = output.language.pick(&vector.reason.zh, &vector.reason.en);
            let fields = [
                rule.code.as_str(),
                &rule.title,
                rule.severity,
                &vector.name,
                vector.expected,
                vector.found.unwrap_or_default(),
                if vector.passes { "true" } else { "false" },
                reason,
            ];
            record::write(output, &fields.map(str::to_owned))?;
        }
    }
    Ok(())
}
