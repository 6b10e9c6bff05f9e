//! The file of user rules for offline use: a JSON list of records, see `docs/rule-files.md`.

mod error;
mod record;

use std::collections::BTreeSet;

use nianbao_domain::user_rule::{MAX_ENABLED, UserRuleCode};

use self::record::Record;
use crate::CompiledRule;

pub use error::{FileError, FileProblem};

/// Most bytes of a file: more than the largest rules need.
const MAX_BYTES: usize = 4 << 20;

/// The rules of a file, read and checked.
#[derive(Debug)]
pub struct RuleFile {
    /// The rules, in the order of the file.
    pub rules: Vec<CompiledRule>,
}

impl RuleFile {
    /// Reads a file of rules.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it: the place in the file, or the rule and its field.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<FileError>> {
        let records = records(bytes).map_err(|problem| vec![FileError::of_file(problem)])?;
        let (mut rules, mut errors, mut codes) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (number, record) in (1..).zip(records) {
            let code = record.code.clone();
            match compiled(record, &mut codes) {
                Ok(rule) => rules.push(rule),
                Err(problems) => errors.extend(
                    problems.into_iter().map(|it| FileError::of_rule(number, code.clone(), it)),
                ),
            }
        }
        if errors.is_empty() { Ok(Self { rules }) } else { Err(errors) }
    }
}

fn records(bytes: &[u8]) -> Result<Vec<Record>, FileProblem> {
    if bytes.len() > MAX_BYTES {
        return Err(FileProblem::TooLarge);
    }
    let records: Vec<Record> = serde_json::from_slice(bytes).map_err(FileProblem::from)?;
    if records.len() > MAX_ENABLED { Err(FileProblem::TooMany(records.len())) } else { Ok(records) }
}

fn compiled(
    record: Record,
    codes: &mut BTreeSet<UserRuleCode>,
) -> Result<CompiledRule, Vec<FileProblem>> {
    let (code, definition) = record.into_definition()?;
    if !codes.insert(code.clone()) {
        return Err(vec![FileProblem::Twice]);
    }
    let faults: Vec<_> = definition.faults().into_iter().map(FileProblem::Fault).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    CompiledRule::compile(code, definition).map_err(|error| vec![FileProblem::Expression(error)])
}
