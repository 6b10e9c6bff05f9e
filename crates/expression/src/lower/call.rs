//! The operators and functions that there are, and what they take.

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, operators};

use super::Lowering;
use crate::ExpressionError;
use crate::error::Problem;
use crate::kind::Kind;
use crate::step::Step;

impl Lowering<'_> {
    pub(super) fn call(&mut self, id: u64, call: CallExpr) -> Result<Step, ExpressionError> {
        let CallExpr { func_name, target, args } = call;
        let target = target.map(|target| self.part(*target)).transpose()?;
        let args = args.into_iter().map(|arg| self.part(arg)).collect::<Result<Vec<_>, _>>()?;
        let operands: Vec<_> = target.iter().chain(&args).map(|it| it.kind).collect();
        let kind = match (result(&func_name, target.is_some(), &operands), written(&func_name)) {
            (Yields::Kind(kind), _) => kind,
            (Yields::Nothing, shown) => return Err(self.error(id, Problem::Kinds(shown))),
            (Yields::Unknown, shown) => {
                return Err(self.error(id, Problem::UnknownFunction(shown)));
            }
        };
        let lengths = target.iter().chain(&args).map(|it| it.length).sum::<usize>();
        let costs = target.iter().chain(&args).map(|it| it.cost).sum::<usize>();
        let depth = target.iter().chain(&args).map(|it| it.depth).max().unwrap_or_default() + 1;
        let expression = |step: Step| step.expression;
        let target = target.map(expression).map(Box::new);
        let args = args.into_iter().map(expression).collect();
        let expr = Expr::Call(CallExpr { func_name, target, args });
        // Searching and joining lists takes a step an element.
        Ok(Step {
            expression: IdedExpr { id, expr },
            kind,
            cost: 1 + costs + lengths,
            length: lengths,
            depth,
        })
    }
}

/// What a function yields for its operands.
enum Yields {
    Kind(Kind),
    /// It does not take these.
    Nothing,
    /// There is no such function.
    Unknown,
}

fn result(name: &str, is_member: bool, operands: &[Kind]) -> Yields {
    let kind = match name {
        operators::CONDITIONAL => conditional(operands),
        operators::LOGICAL_AND
        | operators::LOGICAL_OR
        | operators::LOGICAL_NOT
        | operators::NOT_STRICTLY_FALSE => all(operands, Kind::TRUTH, Kind::TRUTH),
        operators::ADD => sum(operands),
        operators::SUBSTRACT
        | operators::MULTIPLY
        | operators::DIVIDE
        | operators::MODULO
        | operators::NEGATE => all(operands, Kind::NUMBER, Kind::NUMBER),
        operators::LESS
        | operators::LESS_EQUALS
        | operators::GREATER
        | operators::GREATER_EQUALS => all(operands, Kind::NUMBER, Kind::TRUTH),
        operators::EQUALS | operators::NOT_EQUALS => equality(operands),
        operators::IN => membership(operands),
        "size" => size(operands),
        "contains" | "startsWith" | "endsWith" if is_member && operands.len() == 2 => {
            all(operands, Kind::WORDS, Kind::TRUTH)
        }
        _ => return Yields::Unknown,
    };
    kind.map_or(Yields::Nothing, Yields::Kind)
}

fn all(operands: &[Kind], taken: Kind, yielded: Kind) -> Option<Kind> {
    operands.iter().all(|kind| *kind == taken).then_some(yielded)
}

fn conditional(operands: &[Kind]) -> Option<Kind> {
    match operands {
        [Kind::TRUTH, one, other] => one.with(*other),
        _ => None,
    }
}

/// Numbers are added, lists are joined; texts are not, so that none can grow.
fn sum(operands: &[Kind]) -> Option<Kind> {
    match operands {
        [one @ Kind::List(_), other] => one.with(*other),
        _ => all(operands, Kind::NUMBER, Kind::NUMBER),
    }
}

fn equality(operands: &[Kind]) -> Option<Kind> {
    match operands {
        [Kind::One(one), Kind::One(other)] if one == other => Some(Kind::TRUTH),
        _ => None,
    }
}

fn membership(operands: &[Kind]) -> Option<Kind> {
    match operands {
        [Kind::One(one), Kind::List(of)] if of.is_none_or(|of| of == *one) => Some(Kind::TRUTH),
        _ => None,
    }
}

fn size(operands: &[Kind]) -> Option<Kind> {
    match operands {
        [Kind::List(_) | Kind::WORDS] => Some(Kind::NUMBER),
        _ => None,
    }
}

/// The operator as people write it.
fn written(name: &str) -> String {
    match name {
        operators::CONDITIONAL => "?:".to_owned(),
        _ => name.trim_matches(['_', '@']).to_owned(),
    }
}
