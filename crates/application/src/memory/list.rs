//! Lists, filtered, sorted and cut as the query says.

use std::cmp::Ordering;

use crate::query::{Direction, Field, ListQuery, Operator, Value};
use crate::store::Positioned;

pub(super) fn page<'a, T: Clone + 'a, F: Field>(
    items: impl Iterator<Item = &'a T>,
    query: &ListQuery<F>,
    value: impl Fn(&T, F) -> Value,
) -> Vec<T> {
    let holds = |item: &&T| {
        query.predicates.iter().all(|it| compare(it.operator, &value(item, it.field), &it.value))
    };
    let key =
        |item: &T| query.order.iter().map(|(field, _)| value(item, *field)).collect::<Vec<_>>();
    let mut found: Vec<_> = items.filter(holds).map(|item| (key(item), item)).collect();
    found.sort_by(|(a, _), (b, _)| in_order(query, a, b));
    let behind = |key: &[Value]| {
        query.after.as_ref().is_none_or(|after| in_order(query, key, after).is_gt())
    };
    found
        .into_iter()
        .filter(|(key, _)| behind(key))
        .take(query.limit)
        .map(|(_, item)| item.clone())
        .collect()
}

fn in_order<F: Field>(query: &ListQuery<F>, a: &[Value], b: &[Value]) -> Ordering {
    let mut fields =
        query.order.iter().zip(a.iter().zip(b)).map(|((_, direction), (a, b))| match direction {
            Direction::Ascending => a.cmp(b),
            Direction::Descending => b.cmp(a),
        });
    fields.find(|ordering| ordering.is_ne()).unwrap_or(Ordering::Equal)
}

fn compare(operator: Operator, found: &Value, wanted: &Value) -> bool {
    let ordering = found.cmp(wanted);
    match operator {
        Operator::Equal => ordering.is_eq(),
        Operator::NotEqual => ordering.is_ne(),
        Operator::Less => ordering.is_lt(),
        Operator::LessOrEqual => ordering.is_le(),
        Operator::Greater => ordering.is_gt(),
        Operator::GreaterOrEqual => ordering.is_ge(),
    }
}

pub(super) fn behind<T: Clone>(
    entries: &[Positioned<T>],
    after: u64,
    limit: usize,
) -> Vec<Positioned<T>> {
    entries.iter().filter(|it| it.position > after).take(limit).cloned().collect()
}
