//! Lists: filtered, sorted, and cut behind the last item seen, whatever is inserted meanwhile.

use nianbao_application::query::{
    Direction, Field, ListQuery, Operator, OrganizationField, Predicate, ReportField, Value,
};
use sea_orm::sea_query::{Condition, Expr, Func, Order, SelectStatement};

use super::comparison::comparison;

/// A field with the column that holds it.
pub(super) trait Stored: Field {
    /// The column, never null.
    fn column(self) -> Expr;

    /// The column as an index knows it, where null makes no difference to this comparison.
    fn indexed(self, _: Operator, _: &Value) -> Expr {
        self.column()
    }
}

impl Stored for OrganizationField {
    fn column(self) -> Expr {
        let column = |name| Expr::col(("organization", name));
        match self {
            Self::Id => column("id"),
            Self::DisplayName => column("display_name"),
            Self::Level => column("level"),
            Self::OrganType => column("organ_type"),
            Self::Parent => Func::coalesce([column("parent_id"), Expr::val("")]).into(),
            Self::SourceKey => column("source_key"),
            Self::DivisionCode => column("division_code"),
            Self::CreditCode => column("credit_code"),
            Self::CreateTime => column("create_time"),
            Self::UpdateTime => column("update_time"),
        }
    }

    fn indexed(self, operator: Operator, value: &Value) -> Expr {
        match (self, operator, value) {
            (Self::Parent, Operator::Equal, Value::Text(id)) if !id.is_empty() => {
                Expr::col(("organization", "parent_id"))
            }
            (field, _, _) => field.column(),
        }
    }
}

impl Stored for ReportField {
    fn column(self) -> Expr {
        let column = |name| Expr::col(("report", name));
        match self {
            Self::Organization => column("organization_id"),
            Self::ReportYear => column("report_year"),
            Self::Kind => column("kind"),
            Self::State => column("state"),
            Self::Edition => Expr::col(("revision", "edition")),
            Self::SourceKey => column("source_key"),
            Self::RuleSet => column("rule_set"),
            Self::CreateTime => column("create_time"),
            Self::UpdateTime => column("update_time"),
        }
    }
}

/// Adds filter, order, place and length of a list to a statement.
pub(super) fn restrict<F: Stored>(select: &mut SelectStatement, query: &ListQuery<F>) {
    for Predicate { field, operator, value } in &query.predicates {
        select.and_where(compared(*field, *operator, value));
    }
    if let Some(after) = &query.after {
        select.cond_where(behind(&query.order, after));
    }
    for (field, direction) in &query.order {
        let order = match direction {
            Direction::Ascending => Order::Asc,
            Direction::Descending => Order::Desc,
        };
        select.order_by_expr(field.column(), order);
    }
    select.limit(u64::try_from(query.limit).unwrap_or(u64::MAX));
}

fn compared<F: Stored>(field: F, operator: Operator, value: &Value) -> Expr {
    comparison(field.indexed(operator, value), field.kind(), operator, value)
}

/// Behind the values in the order: `a >= 1 AND (a > 1 OR b <= 2 AND (b < 2 OR …))`. The outer
/// comparison is what an index can begin at.
fn behind<F: Stored>(order: &[(F, Direction)], after: &[Value]) -> Condition {
    let mut condition: Option<Condition> = None;
    for ((field, direction), value) in order.iter().zip(after).rev() {
        let (strictly, or_at) = match direction {
            Direction::Ascending => (Operator::Greater, Operator::GreaterOrEqual),
            Direction::Descending => (Operator::Less, Operator::LessOrEqual),
        };
        let strictly = Condition::any().add(compared(*field, strictly, value));
        condition = Some(match condition {
            None => strictly,
            Some(rest) => {
                let at = compared(*field, or_at, value);
                Condition::all().add(at).add(strictly.add(rest))
            }
        });
    }
    condition.unwrap_or_else(Condition::all)
}
