//! The messages whose fields a mask can name.

use nianbao_proto::v1;

/// A message whose top-level fields masks name.
pub trait Maskable: Sized {
    /// The fields, as the contract names them.
    const FIELDS: &'static [&'static str];
    /// Those that an update may change.
    const UPDATABLE: &'static [&'static str];
    /// Those that are large, and left out of lists unless they are asked for.
    const CONTENT: &'static [&'static str];

    /// Empties every field that is not kept; one answer a field, in the order of [`Maskable::FIELDS`].
    fn retain(self, kept: &[bool]) -> Self;

    /// Whether a field is set; one answer a field, in the order of [`Maskable::FIELDS`].
    fn set(&self) -> Vec<bool>;
}

/// Lists the fields of a message, in any order; destructuring makes sure that none is forgotten.
macro_rules! maskable {
    (
        $message:ident { $($field:ident),+ $(,)? }
        updates { $($updatable:ident),* $(,)? }
        content { $($content:ident),* $(,)? }
    ) => {
        impl Maskable for v1::$message {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];
            const UPDATABLE: &'static [&'static str] = &[$(stringify!($updatable)),*];
            const CONTENT: &'static [&'static str] = &[$(stringify!($content)),*];

            fn retain(self, kept: &[bool]) -> Self {
                let Self { $($field),+ } = self;
                let mut kept = kept.iter();
                Self { $($field: retained(kept.next(), $field)),+ }
            }

            fn set(&self) -> Vec<bool> {
                let Self { $($field),+ } = self;
                vec![$(is_set($field)),+]
            }
        }
    };
}

maskable! {
    Report {
        name, uid, source_key, report_year, kind, compiled_by, title, sheet, narrative, state,
        revision, published_revision, publication, etag, validation, create_time, update_time,
        decisions,
    }
    updates { sheet, narrative, publication, title, compiled_by, source_key }
    content { sheet, narrative, decisions }
}

maskable! {
    Revision { name, number, kind, report, create_time, author }
    updates {}
    content { report }
}

maskable! {
    Organization {
        name, uid, source_key, display_name, aliases, level, organ_type, rule_power,
        unified_social_credit_code, division_code, parent, etag, valid_from, valid_to,
        predecessors, successors, create_time, update_time,
    }
    updates {
        source_key, display_name, aliases, level, organ_type, rule_power,
        unified_social_credit_code, division_code, parent, valid_from, valid_to,
    }
    content {}
}

maskable! {
    Rule {
        name, uid, origin, title_zh, title_en, severity, severities, levels, editions, kinds, basis,
        state, message_zh, message_en, expression, vectors, hit_reports, etag, create_time,
        update_time, catalogue,
    }
    updates {
        title_zh, severity, levels, editions, kinds, basis, message_zh, message_en, expression,
        vectors,
    }
    content {}
}

fn retained<T: Default>(kept: Option<&bool>, value: T) -> T {
    match kept {
        Some(true) => value,
        Some(false) | None => T::default(),
    }
}

fn is_set<T: Default + PartialEq>(value: &T) -> bool {
    *value != T::default()
}
