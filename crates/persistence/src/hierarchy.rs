//! Superiors and what is below them, as queries. `UNION` forgets what it has seen, so that a cycle
//! among superiors ends the search and never hangs it.

use nianbao_domain::organization::OrganizationId;
use sea_orm::sea_query::{
    CommonTableExpression, Expr, ExprTrait, JoinType, Query, SelectStatement, UnionType, WithClause,
};

/// An organ and its superiors, each with its own superior, in no order.
pub(crate) fn chain(id: &OrganizationId) -> SelectStatement {
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
pub(crate) fn subtrees(roots: &[OrganizationId]) -> SelectStatement {
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

/// Those of the organs that are their own superiors, directly or through others.
pub(crate) fn cycles<'a>(organs: impl IntoIterator<Item = &'a str>) -> SelectStatement {
    let first = Query::select()
        .expr_as(Expr::col("id"), "organ")
        .columns(["id", "parent_id"])
        .from("organization")
        .and_where(Expr::col("id").is_in(organs))
        .take();
    let next = Query::select()
        .columns([("ascent", "organ"), ("organization", "id"), ("organization", "parent_id")])
        .from("organization")
        .join(
            JoinType::InnerJoin,
            "ascent",
            Expr::col(("organization", "id")).equals(("ascent", "parent_id")),
        )
        .take();
    let mut ascent = recursive("ascent", &["organ", "id", "parent_id"], first, next);
    ascent.clear_selects().column("organ").distinct();
    ascent.and_where(Expr::col("parent_id").equals("organ")).take()
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

/// Ids as values.
pub(crate) fn ids(organs: &[OrganizationId]) -> impl Iterator<Item = &str> {
    organs.iter().map(OrganizationId::as_str)
}
