//! The part of the hierarchy that a caller may see, as conditions. `UNION` forgets what it has seen,
//! so that a cycle among superiors ends the search and never hangs it.

use nianbao_application::access::Scope;
use nianbao_domain::organization::OrganizationId;
use sea_orm::sea_query::{
    CommonTableExpression, Condition, Expr, ExprTrait, IntoColumnRef, JoinType, Query,
    SelectStatement, UnionType, WithClause,
};

/// The organ in `column` is in the scope: for lists.
pub(super) fn visible(scope: &Scope, column: impl IntoColumnRef) -> Condition {
    match scope {
        Scope::All => Condition::all(),
        Scope::Subtrees(roots) => {
            Condition::all().add(Expr::col(column).in_subquery(subtrees(roots)))
        }
    }
}

/// The organ with this id is in the scope: for single ones, whose superiors are few.
pub(super) fn holds(scope: &Scope, id: &OrganizationId) -> Condition {
    match scope {
        Scope::All => Condition::all(),
        Scope::Subtrees(roots) => {
            let mut chain = chain(id);
            chain.clear_selects().expr(Expr::val(1)).and_where(Expr::col("id").is_in(ids(roots)));
            Condition::all().add(Expr::exists(chain))
        }
    }
}

/// An organ and its superiors, each with its own superior, in no order.
pub(super) fn chain(id: &OrganizationId) -> SelectStatement {
    let first = Query::select()
        .columns(["id", "parent_id"])
        .from("organization")
        .and_where(Expr::col("id").eq(id.as_str()))
        .take();
    let next = Query::select()
        .columns([("organization", "id"), ("organization", "parent_id")])
        .from("organization")
        .join(
            JoinType::InnerJoin,
            "chain",
            Expr::col(("organization", "id")).equals(("chain", "parent_id")),
        )
        .take();
    recursive("chain", &["id", "parent_id"], first, next)
}

/// The roots and everything below them.
fn subtrees(roots: &[OrganizationId]) -> SelectStatement {
    let first = Query::select()
        .column("id")
        .from("organization")
        .and_where(Expr::col("id").is_in(ids(roots)))
        .take();
    let next = Query::select()
        .column(("organization", "id"))
        .from("organization")
        .join(
            JoinType::InnerJoin,
            "subtree",
            Expr::col(("organization", "parent_id")).equals(("subtree", "id")),
        )
        .take();
    recursive("subtree", &["id"], first, next)
}

fn recursive(
    name: &'static str,
    columns: &[&'static str],
    mut first: SelectStatement,
    next: SelectStatement,
) -> SelectStatement {
    let table = CommonTableExpression::new()
        .table_name(name)
        .columns(columns.iter().copied())
        .query(first.union(UnionType::Distinct, next).take())
        .to_owned();
    let with = WithClause::new().recursive(true).cte(table).to_owned();
    Query::select().columns(columns.iter().copied()).from(name).with_cte(with).take()
}

fn ids(organs: &[OrganizationId]) -> impl Iterator<Item = &str> {
    organs.iter().map(OrganizationId::as_str)
}
