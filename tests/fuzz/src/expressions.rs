//! The gate, the parser, the checker and the evaluator of rules that users write.

/// Reads the bytes as the expression of a rule and runs it.
pub fn expressions(data: &[u8]) {
    if let Err(error) = nianbao_expression::exercise(data) {
        assert!(!error.message().zh.is_empty() && !error.message().en.is_empty());
    }
}
