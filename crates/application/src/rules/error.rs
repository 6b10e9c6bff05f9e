//! Why a user rule cannot be written or put into force.

use nianbao_domain::user_rule::{RuleState, UserRuleCode, VectorResult};
use nianbao_expression::ExpressionError;

/// Why a user rule cannot be written or put into force.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// The expression cannot be used.
    #[error("the expression cannot be used: {0}")]
    Expression(ExpressionError),
    /// The rule says otherwise of its own vectors than they expect.
    #[error("{} of the rule's own vectors fail", .0.len())]
    VectorsFail(Vec<(usize, VectorResult)>),
    /// The state of the rule does not admit the call.
    #[error("{} is {state}", .rule.resource_name())]
    IllegalState {
        /// The rule.
        rule: UserRuleCode,
        /// Its state.
        state: RuleState,
    },
    /// As many rules as there may be are there already.
    #[error("there are {limit} rules already, which is the most")]
    TooMany {
        /// Most rules.
        limit: usize,
    },
    /// The rule is one of the catalogue, which nobody changes.
    #[error("{0} is a rule of the catalogue, which cannot be changed")]
    OfCatalogue(String),
}
