//! The part of the hierarchy that a caller may see, as conditions.

use nianbao_application::access::Scope;
use nianbao_domain::organization::OrganizationId;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, IntoColumnRef};

use crate::hierarchy::{chain, ids, subtrees};

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
