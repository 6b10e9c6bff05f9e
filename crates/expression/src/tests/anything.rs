use nianbao_domain::user_rule::MAX_EXPRESSION;
use proptest::prelude::*;

use crate::fuzzing::exercise;

/// Words of the language in any order, so that many texts come past the gate.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "granted.natural_person",
        "handled.applicants",
        "previous.granted.applicants",
        "year",
        "kind",
        "edition",
        "organization.name",
        "x",
        "1",
        "0",
        "9223372036854775807",
        "'a'",
        "\"年\"",
        "true",
        "false",
        "has(",
        "size(",
        "[",
        "]",
        "(",
        ")",
        ".all(x, ",
        ".exists(x, ",
        ".map(x, ",
        ".filter(x, ",
        ".contains(",
        ",",
        "+",
        "-",
        "*",
        "/",
        "%",
        "==",
        "!=",
        "<",
        ">=",
        "&&",
        "||",
        "!",
        "?",
        ":",
        " in ",
        ".",
        "//",
        "\n",
        " ",
        "null",
        "r",
        "{",
        "}",
        "\\",
        "'",
        "`",
        "@",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Sentences of the grammar, most of which compile.
fn sentences() -> impl Strategy<Value = String> {
    let number = prop::sample::select(vec![
        "granted.natural_person",
        "handled.applicants",
        "year",
        "7",
        "-1",
        "9223372036854775807",
        "size(organization.name)",
        "granted.legal_entity",
    ]);
    let compared = (
        number.clone(),
        prop::sample::select(vec!["+", "-", "*", "/", "%"]),
        number.clone(),
        prop::sample::select(vec!["==", "!=", "<", ">="]),
        number,
    )
        .prop_map(|(a, o, b, c, d)| format!("{a} {o} {b} {c} {d}"));
    compared.prop_recursive(3, 12, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} && {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} || {b})")),
            inner.prop_map(|a| format!("!({a})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..MAX_EXPRESSION + 10)) {
        let _ = exercise(&bytes);
    }

    #[test]
    fn any_pieces_of_the_language_are_answered(text in pieces()) {
        let _ = exercise(text.as_bytes());
    }

    #[test]
    fn every_sentence_of_the_grammar_has_a_verdict(text in sentences()) {
        prop_assert!(exercise(text.as_bytes()).is_ok(), "{}: {:?}", text, exercise(text.as_bytes()));
    }
}
