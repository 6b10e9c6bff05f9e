//! An expression that was read and checked once, to be evaluated for many reports.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, LazyLock};

use cel::common::types::CelBool;
use cel::{Context, Env, ExecutionError, IdedExpr, Value};
use nianbao_domain::form::{CellId, Edition};
use nianbao_domain::rules::{Case, Previous};

use crate::compile::compile;
use crate::lower::Lowered;
use crate::values::Values;
use crate::variable::Variable;
use crate::{ExpressionError, Verdict};

/// The functions of the language, made once.
static FUNCTIONS: LazyLock<Arc<Env>> = LazyLock::new(|| Arc::new(Env::stdlib()));

/// An expression that was read and checked once, to be evaluated for many reports.
#[derive(Debug)]
pub struct Program {
    source: String,
    expression: IdedExpr,
    variables: Vec<Variable>,
}

impl Program {
    /// Reads an expression for sheets of these editions; in bounded time, whatever it is.
    ///
    /// # Errors
    ///
    /// Where it is too long, too deep, not grammatical, or names or combines what does not exist.
    pub fn compile(source: &str, editions: &[Edition]) -> Result<Self, ExpressionError> {
        let Lowered { expression, variables } = compile(source, editions)?;
        Ok(Self { source: source.trim().to_owned(), expression, variables })
    }

    /// The expression as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What it says of a report; a value that is read and not there leaves it undecided, and so does
    /// a number beyond 64 bits or a division by zero.
    pub fn evaluate(&self, case: &Case<'_>) -> Verdict {
        self.judge(case, &Values::of(&self.variables, case))
    }

    /// The verdict, and the numbers that it looks at for people.
    pub(crate) fn evaluate_shown(&self, case: &Case<'_>) -> (Verdict, String) {
        let values = Values::of(&self.variables, case);
        let verdict = self.judge(case, &values);
        let shown =
            if verdict == Verdict::Fails { values.shown(&self.variables) } else { String::new() };
        (verdict, shown)
    }

    /// The printed cells of this report that it looks at.
    pub(crate) fn cells(&self, edition: Edition) -> Vec<CellId> {
        let mut cells = Vec::new();
        for variable in &self.variables {
            let Variable::Number(figure) = variable else { continue };
            let places = figure.places(edition).filter(|_| !figure.previous).unwrap_or_default();
            let at = |place: &u8| edition.layout().cells().get(usize::from(*place)).copied();
            cells.extend(
                places
                    .iter()
                    .filter_map(at)
                    .filter(|cell| !cells.contains(cell))
                    .collect::<Vec<_>>(),
            );
        }
        cells
    }

    fn judge(&self, case: &Case<'_>, values: &Values<'_>) -> Verdict {
        let truth = catch_unwind(AssertUnwindSafe(|| truth(&self.expression, values)));
        let missing = values.missing(&self.variables);
        if !missing.is_empty() {
            return absent(&missing, case);
        }
        match truth {
            Ok(Ok(true)) => Verdict::Holds,
            Ok(Ok(false)) => Verdict::Fails,
            Ok(Err(error)) => failed(&error),
            Err(_) => Verdict::undecided(Vec::new(), "表达式计算失败", "the evaluator failed"),
        }
    }
}

fn truth(expression: &IdedExpr, values: &Values<'_>) -> Result<bool, ExecutionError> {
    let mut context = Context::with_env(Arc::clone(&FUNCTIONS));
    context.set_variable_resolver(values);
    let value = Value::resolve_val(expression, &context)?;
    let truth = value.downcast_ref::<CelBool>().map(|truth| *truth.inner());
    truth.ok_or_else(|| ExecutionError::InternalError("no truth value".to_owned()))
}

fn absent(missing: &[&Variable], case: &Case<'_>) -> Verdict {
    let no_previous = matches!(case.previous, Previous::Unknown | Previous::None(_));
    let is_previous = |variable: &Variable| matches!(variable, Variable::Number(it) if it.previous);
    let mut names: Vec<_> = missing
        .iter()
        .map(|it| {
            if no_previous && is_previous(it) { "previous_year".to_owned() } else { it.evidence() }
        })
        .collect();
    names.dedup();
    let (zh, en) = (names.join("、"), names.join(", "));
    Verdict::undecided(
        names,
        format!("规则要用的 {zh} 没有值"),
        format!("the rule reads {en}, which has no value"),
    )
}

fn failed(error: &ExecutionError) -> Verdict {
    let (zh, en) = match error {
        ExecutionError::Overflow(..) => ("计算超出64位整数的范围", "a number beyond 64 bits"),
        ExecutionError::DivisionByZero(_) | ExecutionError::RemainderByZero(_) => {
            ("除数为零", "a division by zero")
        }
        _ => ("表达式计算失败", "the evaluator failed"),
    };
    Verdict::undecided(Vec::new(), zh, en)
}
