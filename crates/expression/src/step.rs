//! A part of an expression that was checked, with what it yields and what it costs.

use cel::IdedExpr;
use cel::common::ast::Expr;

use crate::kind::Kind;

/// A part of an expression, ready to be evaluated.
pub(crate) struct Step {
    pub(crate) expression: IdedExpr,
    pub(crate) kind: Kind,
    /// Most steps that evaluating it takes.
    pub(crate) cost: usize,
    /// Most elements, of a list.
    pub(crate) length: usize,
    /// How many parts lie within one another, itself included: how deep the evaluator recurses.
    pub(crate) depth: usize,
}

impl Step {
    /// A part that is evaluated in one step.
    pub(crate) fn single(id: u64, expr: Expr, kind: Kind) -> Self {
        Self { expression: IdedExpr { id, expr }, kind, cost: 1, length: 0, depth: 1 }
    }
}
