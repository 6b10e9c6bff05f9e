//! AIP-132: fields separated by commas, each with `desc` if wanted.

use super::Field;

/// Which way a field is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// An order that names something that cannot be sorted by.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} cannot be sorted by")]
pub struct OrderError(pub String);

/// Reads an order and completes it with the identity of the items, so that it is total; `name`
/// stands for the identity.
pub(super) fn parse<F: Field>(order_by: &str) -> Result<Vec<(F, Direction)>, OrderError> {
    let mut order = Vec::new();
    for part in order_by.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (name, direction) = match part.strip_suffix(" desc") {
            Some(name) => (name.trim_end(), Direction::Descending),
            None => (part.strip_suffix(" asc").unwrap_or(part).trim_end(), Direction::Ascending),
        };
        if name == "name" {
            add_all(&mut order, F::IDENTITY, direction);
            continue;
        }
        let field =
            F::ALL.iter().copied().find(|field| field.name() == name && field.is_sortable());
        add_all(
            &mut order,
            &[field.ok_or_else(|| OrderError(part.chars().take(40).collect()))?],
            direction,
        );
    }
    add_all(&mut order, F::IDENTITY, Direction::Ascending);
    Ok(order)
}

/// A field that is sorted by already decides; a second mention changes nothing.
fn add_all<F: Field>(order: &mut Vec<(F, Direction)>, fields: &[F], direction: Direction) {
    for field in fields {
        if order.iter().all(|(known, _)| known != field) {
            order.push((*field, direction));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::ReportField as R;

    #[test]
    fn every_order_ends_with_the_identity() {
        let order = parse::<R>("update_time desc, report_year").unwrap();
        let fields: Vec<_> = order.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, [R::UpdateTime, R::ReportYear, R::Organization, R::Kind]);
        assert_eq!(order[0].1, Direction::Descending);
    }

    #[test]
    fn a_name_in_descending_order_is_the_identity_in_descending_order() {
        let order = parse::<R>("name desc").unwrap();
        assert!(order.iter().all(|(_, direction)| *direction == Direction::Descending));
    }

    #[test]
    fn what_cannot_be_sorted_by_is_named() {
        assert_eq!(parse::<R>("title"), Err(OrderError("title".to_owned())));
    }
}
