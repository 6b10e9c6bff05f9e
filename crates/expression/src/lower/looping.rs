//! The one loop that an expression may have: `all`, `exists`, `exists_one`, `filter`, `map`.

use cel::IdedExpr;
use cel::common::ast::{ComprehensionExpr, Expr};

use super::Lowering;
use crate::ExpressionError;
use crate::error::Problem;
use crate::kind::Kind;
use crate::step::Step;
use crate::variable::Variable;

/// The names that the loop binds within its parts.
struct Names {
    element: String,
    result: String,
}

impl Lowering<'_> {
    pub(super) fn comprehension(
        &mut self,
        id: u64,
        parts: ComprehensionExpr,
    ) -> Result<Step, ExpressionError> {
        self.loops += 1;
        if self.loops > 1 {
            return Err(self.error(id, Problem::SecondLoop));
        }
        let ComprehensionExpr {
            iter_range,
            iter_var,
            iter_var2,
            accu_var,
            accu_init,
            loop_cond,
            loop_step,
            result,
        } = parts;
        if iter_var2.is_some() || Variable::is_taken(&iter_var) {
            return Err(self.error(id, Problem::NameTaken(iter_var)));
        }
        let range = self.part(iter_range)?;
        let Kind::List(Some(element)) = range.kind else {
            return Err(self.error(id, Problem::Kinds("all/exists/filter/map".to_owned())));
        };
        let init = self.part(accu_init)?;
        let names = Names { element: iter_var, result: accu_var };
        self.bound.push((names.element.clone(), Kind::One(element)));
        let condition = self.within(&names, init.kind, loop_cond)?;
        let step = self.within(&names, init.kind, loop_step)?;
        let Some(kind) = init.kind.with(step.kind) else {
            return Err(self.error(id, Problem::Kinds("all/exists/filter/map".to_owned())));
        };
        let result = self.within(&names, kind, result)?;
        self.bound.pop();
        let length = range.length;
        // A list that grows may be copied at every turn.
        let copied = if matches!(kind, Kind::List(_)) { length } else { 0 };
        let turn = condition.cost + step.cost + copied + 1;
        let cost = range.cost + init.cost + result.cost + length.saturating_mul(turn);
        let depths = [range.depth, init.depth, condition.depth, step.depth, result.depth];
        let depth = depths.into_iter().max().unwrap_or_default() + 2;
        let expr = Expr::Comprehension(Box::new(ComprehensionExpr {
            iter_range: range.expression,
            iter_var: names.element,
            iter_var2: None,
            accu_var: names.result,
            accu_init: init.expression,
            loop_cond: condition.expression,
            loop_step: step.expression,
            result: result.expression,
        }));
        Ok(Step { expression: IdedExpr { id, expr }, kind: result.kind, cost, length, depth })
    }

    /// A part of the loop, in which its result so far has a kind.
    fn within(
        &mut self,
        names: &Names,
        result: Kind,
        part: IdedExpr,
    ) -> Result<Step, ExpressionError> {
        self.bound.push((names.result.clone(), result));
        let step = self.part(part);
        self.bound.pop();
        step
    }
}
