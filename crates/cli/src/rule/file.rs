//! Rules from a file, tested before any report is checked with them.

use std::path::Path;

use nianbao_domain::finding::Message;
use nianbao_domain::rules::{Case, RULE_SET, Validation, validate};
use nianbao_domain::user_rule::VectorResult;
use nianbao_expression::{CompiledRule, FileError, RuleFile, UserRules};
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::input::Source;

/// The rules beside the catalogue that documents are checked with.
pub struct Ruling {
    /// The rules.
    pub rules: UserRules,
    /// The version of the rule set with them.
    pub version: String,
}

impl Ruling {
    /// The catalogue alone.
    pub fn of_catalogue() -> Self {
        Self { rules: UserRules::default(), version: RULE_SET.to_owned() }
    }

    /// Checks a case against the catalogue and the rules beside it.
    pub fn validate(&self, case: &Case<'_>) -> Validation {
        let mut validation = validate(case);
        self.rules.check(case, &mut validation);
        validation
    }
}

/// Reads the rules of a file, which all pass their own vectors.
pub fn tested(path: &Path) -> Result<Ruling, Failure> {
    let source = Source::named(path);
    let (rules, version) = read(&source)?;
    let failures: Vec<_> = rules.iter().flat_map(failures).collect();
    if !failures.is_empty() {
        return Err(failure(&source, &failures));
    }
    Ok(Ruling { rules: UserRules::active(rules), version })
}

/// Reads the rules of a file, and names the rule set with them after its digest.
pub fn read(source: &Source) -> Result<(Vec<CompiledRule>, String), Failure> {
    let bytes = source.read().map_err(|why| why.failure(source))?;
    let file = RuleFile::read(&bytes).map_err(|errors| {
        failure(source, &errors.iter().map(FileError::message).collect::<Vec<_>>())
    })?;
    let digest = Sha256::digest(&bytes);
    let digest: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    Ok((file.rules, format!("{RULE_SET}+file.{digest}")))
}

/// What the vectors of a rule say against it, a sentence each.
fn failures(rule: &CompiledRule) -> Vec<Message> {
    let trial = rule.try_vectors();
    trial.failures().map(|(number, result)| sentence(rule, number, result)).collect()
}

fn sentence(rule: &CompiledRule, number: usize, result: &VectorResult) -> Message {
    let VectorResult { name, expected, found, reason } = result;
    let found_zh = found.map_or("无法运行", |found| found.chinese());
    let found_en = found.map_or("cannot be run", |found| found.code());
    let [because_zh, because_en] = [("：", &reason.zh), (": ", &reason.en)]
        .map(|(mark, why)| if why.is_empty() { String::new() } else { format!("{mark}{why}") });
    let code = rule.code();
    Message::new(
        format!(
            "{code} 的第{number}个例子“{name}”应为{}，实为{found_zh}{because_zh}",
            expected.chinese()
        ),
        format!(
            "{code}, vector {number} \"{name}\": {expected} expected, {found_en} found{because_en}"
        ),
    )
}

fn failure(source: &Source, what: &[Message]) -> Failure {
    let lines = |language: fn(&Message) -> &str| {
        what.iter().map(|it| format!("\n  {}", language(it))).collect::<String>()
    };
    Failure::unreadable(
        format!("{source} 中的规则不能使用：{}", lines(|it| &it.zh)),
        format!("the rules of {source} cannot be used:{}", lines(|it| &it.en)),
    )
}
