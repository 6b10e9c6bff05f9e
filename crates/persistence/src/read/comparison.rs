//! Comparisons of fields with values from outside, as conditions: what the memory store compares in
//! Rust, compared by the database.

use std::cmp::Ordering;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use nianbao_application::query::{FieldKind, Operator, Value};
use sea_orm::Value as SqlValue;
use sea_orm::sea_query::{Expr, ExprTrait};

use crate::mapping;

/// A value as the column of a field can be compared with it.
enum Wanted {
    /// As it is.
    Value(SqlValue),
    /// Directly behind this value: nothing that the database can hold stands between.
    Behind(SqlValue),
    /// Of another kind than the field: the same answer for every row.
    Elsewhere(Ordering),
}

/// The comparison of a column, which holds a field of this kind, with a value.
pub(super) fn comparison(column: Expr, kind: FieldKind, operator: Operator, value: &Value) -> Expr {
    match wanted(kind, value) {
        Wanted::Value(value) => match operator {
            Operator::Equal => column.eq(value),
            Operator::NotEqual => column.ne(value),
            Operator::Less => column.lt(value),
            Operator::LessOrEqual => column.lte(value),
            Operator::Greater => column.gt(value),
            Operator::GreaterOrEqual => column.gte(value),
        },
        Wanted::Behind(value) => match operator {
            Operator::Less | Operator::LessOrEqual => column.lte(value),
            Operator::Greater | Operator::GreaterOrEqual => column.gt(value),
            Operator::Equal | Operator::NotEqual => always(operator == Operator::NotEqual),
        },
        Wanted::Elsewhere(ordering) => always(match operator {
            Operator::Equal => false,
            Operator::NotEqual => true,
            Operator::Less | Operator::LessOrEqual => ordering.is_lt(),
            Operator::Greater | Operator::GreaterOrEqual => ordering.is_gt(),
        }),
    }
}

fn always(holds: bool) -> Expr {
    Expr::cust(if holds { "1 = 1" } else { "1 = 0" })
}

fn wanted(kind: FieldKind, value: &Value) -> Wanted {
    let like_the_field = match kind {
        FieldKind::Text | FieldKind::Label | FieldKind::Organization | FieldKind::Digest => {
            Value::Text(String::new())
        }
        FieldKind::Number | FieldKind::Enum { .. } => Value::Number(0),
        FieldKind::Time => Value::Time(DateTime::UNIX_EPOCH),
    };
    match (like_the_field, value) {
        (Value::Text(_), Value::Text(words)) => text(words),
        (Value::Number(_), Value::Number(number)) => Wanted::Value((*number).into()),
        (Value::Time(_), Value::Time(time)) => moment(*time),
        (field, value) => Wanted::Elsewhere(field.cmp(value)),
    }
}

/// PostgreSQL holds no U+0000; whatever it holds is before or behind such words, never equal.
fn text(words: &str) -> Wanted {
    match words.split_once('\0') {
        None => Wanted::Value(words.into()),
        Some((before, _)) => Wanted::Behind(before.into()),
    }
}

/// Stored times have whole microseconds.
fn moment(time: DateTime<Utc>) -> Wanted {
    let (time, stored) = (storable(time), mapping::time(storable(time)));
    if stored == time { Wanted::Value(time.into()) } else { Wanted::Behind(stored.into()) }
}

/// Times beyond the four-digit years compare like their ends: no stored time lies there.
fn storable(time: DateTime<Utc>) -> DateTime<Utc> {
    let start =
        |year| NaiveDate::from_yo_opt(year, 1).map(|day| day.and_time(NaiveTime::MIN).and_utc());
    match (start(1), start(9999)) {
        (Some(first), Some(last)) => time.clamp(first, last),
        _ => time,
    }
}
