//! Sums and differences of many terms, balanced: `a + b - c + d` nests two deep, not four.

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, operators};

use super::Lowering;
use crate::ExpressionError;
use crate::error::Problem;
use crate::kind::Kind;
use crate::step::Step;

/// Whether a call adds or subtracts what is itself such a call.
pub(super) fn is_sum(call: &CallExpr) -> bool {
    is_additive(call) && call.args.first().is_some_and(is_term_of_terms)
}

fn is_additive(call: &CallExpr) -> bool {
    matches!(call.func_name.as_str(), operators::ADD | operators::SUBSTRACT) && call.args.len() == 2
}

fn is_term_of_terms(part: &IdedExpr) -> bool {
    matches!(&part.expr, Expr::Call(call) if is_additive(call))
}

impl Lowering<'_> {
    /// Checks the terms from left to right and joins them in pairs. Which partial sums leave 64 bits
    /// depends on the order; such numbers are not assessable either way.
    pub(super) fn sum(&mut self, id: u64, call: CallExpr) -> Result<Step, ExpressionError> {
        let mut terms = Vec::new();
        for Term { is_negative, id: of, part } in terms_of(id, call) {
            let step = self.part(part)?;
            terms.push(match (is_negative, step.kind) {
                (false, _) => step,
                (true, Kind::NUMBER) => negated(of, step),
                (true, _) => return Err(self.error(of, Problem::Kinds("-".to_owned()))),
            });
        }
        while terms.len() > 1 {
            let mut pairs = Vec::with_capacity(terms.len().div_ceil(2));
            let mut rest = terms.into_iter();
            while let Some(one) = rest.next() {
                pairs.push(match rest.next() {
                    Some(other) => self.joined(id, one, other)?,
                    None => one,
                });
            }
            terms = pairs;
        }
        terms.pop().ok_or_else(|| self.error(id, Problem::Parser))
    }

    /// The sum of two numbers, or two lists as one.
    fn joined(&self, id: u64, one: Step, other: Step) -> Result<Step, ExpressionError> {
        let kind = one.kind.with(other.kind);
        let Some(kind @ (Kind::NUMBER | Kind::List(_))) = kind else {
            return Err(self.error(id, Problem::Kinds("+".to_owned())));
        };
        let length = one.length + other.length;
        let (cost, depth) = (one.cost + other.cost + length + 1, one.depth.max(other.depth) + 1);
        let expression = called(id, operators::ADD, vec![one.expression, other.expression]);
        Ok(Step { expression, kind, cost, length, depth })
    }
}

/// A term of a sum, with the operator before it.
struct Term {
    is_negative: bool,
    id: u64,
    part: IdedExpr,
}

/// The terms of a sum, from left to right.
fn terms_of(id: u64, call: CallExpr) -> Vec<Term> {
    let (mut terms, mut id, mut call) = (Vec::new(), id, call);
    loop {
        let is_negative = call.func_name == operators::SUBSTRACT;
        let (right, left) = (call.args.pop(), call.args.pop());
        terms.extend(right.map(|part| Term { is_negative, id, part }));
        match left {
            Some(IdedExpr { id: of, expr: Expr::Call(inner) }) if is_additive(&inner) => {
                (id, call) = (of, inner);
            }
            left => {
                terms.extend(left.map(|part| Term { is_negative: false, id, part }));
                break;
            }
        }
    }
    terms.reverse();
    terms
}

fn negated(id: u64, step: Step) -> Step {
    let expression = called(id, operators::NEGATE, vec![step.expression]);
    Step { expression, cost: step.cost + 1, depth: step.depth + 1, ..step }
}

fn called(id: u64, name: &str, args: Vec<IdedExpr>) -> IdedExpr {
    let call = CallExpr { func_name: name.to_owned(), target: None, args };
    IdedExpr { id, expr: Expr::Call(call) }
}
