//! Checks what the parser read: names become places in a table, kinds fit, steps are counted.
//!
//! The tree that comes out holds nothing but integers, texts, truth values, lists of them, the
//! operators and functions named here, and at most one loop over a list of known length.

mod call;
mod looping;
mod sum;

use cel::IdedExpr;
use cel::common::ast::{Expr, ListExpr, LiteralValue, SelectExpr, SourceInfo};
use nianbao_domain::form::Edition;

use crate::error::Problem;
use crate::kind::{Kind, Scalar};
use crate::step::Step;
use crate::variable::{Unnamed, Variable};
use crate::{ExpressionError, Position};

/// Most steps that one evaluation may take.
pub(crate) const MAX_STEPS: usize = 4000;

/// How many parts may lie within one another: the evaluator recurses, with large frames.
pub(crate) const MAX_DEPTH: usize = 24;

/// Checks the parts of one expression.
pub(crate) struct Lowering<'a> {
    info: &'a SourceInfo,
    editions: &'a [Edition],
    /// What the names stand for, in the order of their first use.
    variables: Vec<Variable>,
    /// The loop's own names, innermost last.
    bound: Vec<(String, Kind)>,
    loops: usize,
}

/// An expression that was checked.
pub(crate) struct Lowered {
    pub(crate) expression: IdedExpr,
    pub(crate) variables: Vec<Variable>,
}

/// Checks a whole expression.
pub(crate) fn lower(
    expression: IdedExpr,
    info: &SourceInfo,
    editions: &[Edition],
) -> Result<Lowered, ExpressionError> {
    let mut lowering =
        Lowering { info, editions, variables: Vec::new(), bound: Vec::new(), loops: 0 };
    let step = lowering.part(expression)?;
    if step.kind != Kind::TRUTH {
        return Err(ExpressionError::nowhere(Problem::NotATruthValue));
    }
    if step.cost > MAX_STEPS {
        return Err(ExpressionError::nowhere(Problem::TooManySteps(step.cost)));
    }
    Ok(Lowered { expression: step.expression, variables: lowering.variables })
}

impl Lowering<'_> {
    pub(crate) fn part(&mut self, part: IdedExpr) -> Result<Step, ExpressionError> {
        let id = part.id;
        let step = self.any_part(id, part.expr)?;
        if step.depth > MAX_DEPTH { Err(self.error(id, Problem::TooDeep)) } else { Ok(step) }
    }

    fn any_part(&mut self, id: u64, part: Expr) -> Result<Step, ExpressionError> {
        match part {
            Expr::Call(call) if sum::is_sum(&call) => self.sum(id, call),
            Expr::Literal(literal) => self.literal(id, literal),
            Expr::Ident(name) => self.name(id, name),
            Expr::Select(select) => self.selection(id, select),
            Expr::List(list) => self.list(id, list),
            Expr::Call(call) => self.call(id, call),
            Expr::Comprehension(comprehension) => self.comprehension(id, *comprehension),
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                Err(self.error(id, Problem::Literal))
            }
        }
    }

    pub(crate) fn error(&self, id: u64, problem: Problem) -> ExpressionError {
        let place = self.info.offset_for(id).and_then(|(start, _)| usize::try_from(start).ok());
        match place {
            Some(at) => ExpressionError::at(Position::of_byte(&self.info.source, at), problem),
            None => ExpressionError::nowhere(problem),
        }
    }

    fn literal(&self, id: u64, literal: LiteralValue) -> Result<Step, ExpressionError> {
        let kind = match &literal {
            LiteralValue::Boolean(_) => Kind::TRUTH,
            LiteralValue::Int(_) => Kind::NUMBER,
            LiteralValue::String(_) => Kind::WORDS,
            LiteralValue::Bytes(_)
            | LiteralValue::Double(_)
            | LiteralValue::Null
            | LiteralValue::UInt(_) => return Err(self.error(id, Problem::Literal)),
        };
        Ok(Step::single(id, Expr::Literal(literal), kind))
    }

    fn name(&mut self, id: u64, name: String) -> Result<Step, ExpressionError> {
        match self.bound.iter().rev().find(|(bound, _)| *bound == name) {
            Some((_, kind)) => Ok(Step::single(id, Expr::Ident(name), *kind)),
            None => self.variable(id, &[&name], false),
        }
    }

    fn selection(&mut self, id: u64, select: SelectExpr) -> Result<Step, ExpressionError> {
        let test = select.test;
        let mut path = vec![select.field.as_str()];
        let mut operand = &select.operand.expr;
        loop {
            match operand {
                Expr::Select(inner) if !inner.test => {
                    path.push(&inner.field);
                    operand = &inner.operand.expr;
                }
                Expr::Ident(root) if self.bound.iter().all(|(bound, _)| bound != root) => {
                    path.push(root);
                    break;
                }
                _ => return Err(self.error(id, Problem::Access)),
            }
        }
        path.reverse();
        self.variable(id, &path, test)
    }

    /// A name becomes its place in the table of variables.
    fn variable(&mut self, id: u64, path: &[&str], test: bool) -> Result<Step, ExpressionError> {
        let variable = Variable::named(path, self.editions).map_err(|why| {
            let name = path.join(".");
            self.error(
                id,
                match why {
                    Unnamed::Unknown => Problem::UnknownName(name),
                    Unnamed::NotOnForm => Problem::NotOnForm(name),
                },
            )
        })?;
        let variable = if test { Variable::Presence(Box::new(variable)) } else { variable };
        let kind = variable.kind();
        let known = self.variables.iter().position(|it| *it == variable);
        let at = known.unwrap_or(self.variables.len());
        if known.is_none() {
            self.variables.push(variable);
        }
        Ok(Step::single(id, Expr::Ident(at.to_string()), kind))
    }

    fn list(&mut self, id: u64, list: ListExpr) -> Result<Step, ExpressionError> {
        let (mut elements, mut kind, mut cost, mut depth) = (Vec::new(), None::<Scalar>, 1, 0);
        for element in list.elements {
            let at = element.id;
            let step = self.part(element)?;
            let Kind::One(scalar) = step.kind else { return Err(self.error(at, Problem::Literal)) };
            if *kind.get_or_insert(scalar) != scalar {
                return Err(self.error(at, Problem::Kinds("[…]".to_owned())));
            }
            cost += step.cost;
            depth = depth.max(step.depth);
            elements.push(step.expression);
        }
        let length = elements.len();
        let expr = Expr::List(ListExpr::new(elements));
        Ok(Step { cost, length, depth: depth + 1, ..Step::single(id, expr, Kind::List(kind)) })
    }
}
