//! Testing rules on a server: on their own vectors and on reports.

use std::path::{Path, PathBuf};

use nianbao_domain::user_rule::Expectation;
use nianbao_proto::v1::test_rule_request::Target;
use nianbao_proto::v1::{self, Report, Rule, TestRuleRequest, TestRuleResponse};
use nianbao_wire as wire;
use nianbao_wire::Concept;

use super::{file, resource_name};
use crate::arguments::{DataFormat, TestRule};
use crate::client::Client;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Document, Source};
use crate::language::Language;
use crate::output::Output;
use crate::record;

const HEADER: [&str; 6] = ["rule", "subject", "expected", "found", "passes", "reason"];

/// Tests one stored rule, or those of a file.
pub async fn run(
    client: &Client,
    arguments: &TestRule,
    format: DataFormat,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let reports =
        arguments.report_files.iter().map(|path| report(path)).collect::<Result<Vec<_>, _>>()?;
    let mut exit = Exit::Clean;
    if format == DataFormat::Csv {
        record::write(output, &HEADER.map(str::to_owned))?;
    }
    for (name, target) in targets(arguments)? {
        let request = TestRuleRequest {
            target: Some(target),
            report_names: arguments.reports.clone(),
            reports: reports.clone(),
        };
        let test = async || client.rules().test_rule(request.clone()).await;
        let answer = client.call(test).await?;
        if !answer.passes {
            exit = exit.and(Exit::Unreadable);
        }
        match format {
            DataFormat::Text => write_text(&name, &answer, &arguments.report_files, output),
            DataFormat::Json => output.json_lines(&answer),
            DataFormat::Csv => write_records(&name, &answer, &arguments.report_files, output)?,
        }
    }
    Ok(exit)
}

fn targets(arguments: &TestRule) -> Result<Vec<(String, Target)>, Failure> {
    let Some(path) = &arguments.file else {
        let name = resource_name(arguments.name.as_deref().unwrap_or_default());
        return Ok(vec![(name.clone(), Target::Name(name))]);
    };
    let (rules, _) = file::read(&Source::named(path))?;
    let target = |rule: &nianbao_expression::CompiledRule| {
        let name = rule.code().resource_name();
        let message = Rule { name: name.clone(), ..wire::rule_definition(rule.definition()) };
        (name, Target::Rule(message))
    };
    Ok(rules.iter().map(target).collect())
}

fn report(path: &Path) -> Result<Report, Failure> {
    let source = Source::named(path);
    let bytes = source.read().map_err(|why| why.failure(&source))?;
    let document = Document::read(&bytes, &source).map_err(|why| why.failure(&source))?;
    Ok(document.to_parsed().to_message())
}

/// Where each report comes from: named ones tell it themselves, the others stand in their order.
fn sources<'a>(
    answer: &'a TestRuleResponse,
    files: &'a [PathBuf],
) -> impl Iterator<Item = (String, &'a v1::RuleTrial)> {
    let mut files = files.iter().map(|path| path.display().to_string());
    answer.reports.iter().map(move |trial| match trial.report.as_str() {
        "" => (files.next().unwrap_or_default(), trial),
        name => (name.to_owned(), trial),
    })
}

fn word(outcome: i32, language: Language) -> &'static str {
    match Expectation::from_wire(outcome) {
        Some(outcome) => language.pick(outcome.chinese(), outcome.code()),
        None => language.pick("不适用", "not for it"),
    }
}

fn reason(trial: &v1::RuleTrial, language: Language) -> String {
    let found = trial.finding.as_ref().map(|it| it.found.clone());
    let undecided = || {
        let rule = trial.not_assessed.as_ref()?;
        Some(language.pick(&rule.reason, &rule.reason_en).clone())
    };
    found.or_else(undecided).unwrap_or_default()
}

fn write_text(name: &str, answer: &TestRuleResponse, files: &[PathBuf], output: &mut Output) {
    let (language, paint) = (output.language, output.paint());
    output.line(paint.strong(name));
    for (number, vector) in (1..).zip(&answer.vectors) {
        let (expected, found) = (word(vector.expected, language), word(vector.found, language));
        let mark = if vector.passes { paint.green("✓") } else { paint.red("✗") };
        let reason = language.pick(&vector.reason_zh, &vector.reason_en);
        let line = format!("  {mark} {number} {}: {expected} → {found} {reason}", vector.name);
        output.line(line.trim_end());
    }
    for (source, trial) in sources(answer, files) {
        let (outcome, reason) = (word(trial.outcome, language), reason(trial, language));
        output.line(format!("  {source}: {outcome} {reason}").trim_end());
    }
}

fn write_records(
    name: &str,
    answer: &TestRuleResponse,
    files: &[PathBuf],
    output: &mut Output,
) -> Result<(), Failure> {
    let (language, code) = (output.language, |outcome| {
        Expectation::from_wire(outcome).map_or("", Expectation::code).to_owned()
    });
    for vector in &answer.vectors {
        let passes = vector.passes.to_string();
        let reason = language.pick(&vector.reason_zh, &vector.reason_en).clone();
        let (expected, found) = (code(vector.expected), code(vector.found));
        let fields = [name.to_owned(), vector.name.clone(), expected, found, passes, reason];
        record::write(output, &fields)?;
    }
    for (source, trial) in sources(answer, files) {
        let (found, reason) = (code(trial.outcome), reason(trial, language));
        let fields = [name.to_owned(), source, String::new(), found, String::new(), reason];
        record::write(output, &fields)?;
    }
    Ok(())
}
