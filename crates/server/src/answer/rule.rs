//! What stands in the way of a user rule.

use nianbao_application::rules::RuleError;
use nianbao_domain::user_rule::VectorResult;
use nianbao_proto::v1::{ErrorReason, RuleState};
use tonic::{Code, Status};

use super::bound::cut;
use super::status::{answer, details, quota};

/// More vectors do not help anybody at once.
const MAX_SHOWN: usize = 10;

/// The status of a rule that cannot be written or enabled.
pub(super) fn status(error: &RuleError, en: &str, zh: String) -> Status {
    match error {
        RuleError::Expression(error) => {
            let (line, column) = error.position.map_or((0, 0), |it| (it.line, it.column));
            let metadata = vec![
                ("field", "rule.expression".to_owned()),
                ("line", line.to_string()),
                ("column", column.to_string()),
            ];
            let mut details = details(ErrorReason::RuleExpressionInvalid, metadata, zh);
            details.add_bad_request_violation("rule.expression", cut(&error.message().en));
            answer(Code::InvalidArgument, en, details)
        }
        RuleError::VectorsFail(failures) => vectors(failures, en, zh),
        RuleError::IllegalState { rule, state } => {
            let state = RuleState::try_from(i32::from(state.number())).unwrap_or_default();
            let (name, state) = (rule.resource_name(), state.as_str_name().to_owned());
            let metadata = vec![("name", name.clone()), ("state", state)];
            let mut details = details(ErrorReason::RuleStateIllegal, metadata, zh);
            details.add_precondition_failure_violation("STATE", name, en);
            answer(Code::FailedPrecondition, en, details)
        }
        RuleError::TooMany { limit } => quota(ErrorReason::RuleLimitReached, *limit, None, en, zh),
        RuleError::OfCatalogue(name) => {
            let metadata = vec![("name", name.clone())];
            let mut details = details(ErrorReason::RuleOfCatalogue, metadata, zh);
            details.add_precondition_failure_violation("CATALOGUE", name, en);
            answer(Code::FailedPrecondition, en, details)
        }
    }
}

fn vectors(failures: &[(usize, VectorResult)], en: &str, zh: String) -> Status {
    let metadata = vec![("failures", failures.len().to_string()), ("vectors", numbers(failures))];
    let mut details = details(ErrorReason::RuleVectorsFail, metadata, zh);
    for (number, result) in failures.iter().take(MAX_SHOWN) {
        let what = told(result);
        details.add_precondition_failure_violation("VECTOR", number.to_string(), cut(&what));
    }
    answer(Code::FailedPrecondition, en, details)
}

fn numbers(failures: &[(usize, VectorResult)]) -> String {
    let shown = failures.iter().take(MAX_SHOWN).map(|(number, _)| number.to_string());
    shown.collect::<Vec<_>>().join(", ")
}

fn told(result: &VectorResult) -> String {
    let VectorResult { name, expected, found, reason } = result;
    let found = found.map_or("cannot be run", |found| found.code());
    format!("{name}: {expected} expected, {found} found. {}", reason.en)
}

/// What stands in the way, in Chinese.
pub(super) fn sentence(error: &RuleError) -> String {
    match error {
        RuleError::Expression(error) => {
            format!("表达式不能使用：{}", cut(&error.message().zh))
        }
        RuleError::VectorsFail(failures) => {
            let numbers = numbers(failures);
            format!("规则自己的例子有 {} 个不符（第 {numbers} 个），请改正后再启用", failures.len())
        }
        RuleError::IllegalState { rule, state } => {
            let (name, state) = (rule.resource_name(), state.chinese());
            format!(
                "{name} 的状态是“{state}”，不能执行此操作：草稿先试运行，试运行后才能启用，停用的不再恢复"
            )
        }
        RuleError::TooMany { limit } => {
            format!("规则已有 {limit} 条，达到上限，请先停用一些")
        }
        RuleError::OfCatalogue(name) => format!("{name} 是目录中的规则，不能修改、启用或停用"),
    }
}
