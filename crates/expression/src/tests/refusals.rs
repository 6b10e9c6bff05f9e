use super::*;
use crate::Position;

#[test]
fn an_error_says_what_and_where_in_both_languages() {
    let error = compiled("kind == '年' &&\n  granted.martian > 0").unwrap_err();
    assert_eq!(error.problem, Problem::UnknownName("granted.martian".to_owned()));
    assert_eq!(error.position.map(|at| at.line), Some(2));
    let message = error.message();
    assert!(message.zh.starts_with("第2行第") && message.zh.contains("granted.martian"));
    assert!(message.en.starts_with("line 2, column ") && message.en.contains("nianbao form show"));
}

#[test]
fn the_place_is_counted_in_characters() {
    let error = compiled("'年年' == kind && 年 > 1").unwrap_err();
    assert_eq!(error.problem, Problem::Character('年'));
    assert_eq!(error.position, Some(Position { line: 1, column: 17 }));
    let error = compiled("'年年' == kind && yaer > 1").unwrap_err();
    assert_eq!(error.position, Some(Position { line: 1, column: 17 }));
}

#[test]
fn what_is_not_grammatical_is_told_with_its_place() {
    let error = compiled("year ==\n == 1").unwrap_err();
    assert!(matches!(error.problem, Problem::Grammar(_)), "{error:?}");
    assert_eq!(error.position, Some(Position { line: 2, column: 2 }));
    let error = compiled("'年年' == == 1").unwrap_err();
    assert_eq!(error.position, Some(Position { line: 1, column: 9 }));
}

#[test]
fn only_what_is_needed_can_be_written() {
    for (source, expected) in [
        ("1.5 > 1", Problem::NotAnInteger),
        ("0x10 > 1", Problem::NotAnInteger),
        ("1u > 1", Problem::NotAnInteger),
        ("null == null", Problem::Literal),
        ("{'a': 1}.a == 1", Problem::Character('{')),
        ("r'\\' == kind", Problem::Quotation),
        ("'''a''' == kind", Problem::Quotation),
        ("'a\\n' == kind", Problem::Quotation),
        ("'a", Problem::Quotation),
        ("[1][0] == 1", Problem::Access),
        (".year == 1", Problem::Access),
        ("(year == 1", Problem::Bracket),
        ("(year == 1]", Problem::Bracket),
        ("[[1], [2]].all(x, true)", Problem::Literal),
        ("", Problem::Empty),
        (" \n ", Problem::Empty),
    ] {
        assert_eq!(problem(source), expected, "{source}");
    }
}

#[test]
fn names_and_functions_that_do_not_exist_are_named() {
    for source in [
        "yaer == 1",
        "granted == 1",
        "granted.natural_person.x == 1",
        "granted.a == 1",
        "year.x == 1",
        "type(year) == int",
    ] {
        assert!(
            matches!(problem(source), Problem::UnknownName(_) | Problem::UnknownFunction(_)),
            "{source}"
        );
    }
    for source in [
        "kind.matches('a')",
        "int(kind) == 1",
        "kind.split(',') == []",
        "duration('1s') == 1",
        "contains(kind, 'a')",
        "kind.size(1) == 1",
    ] {
        assert!(
            matches!(problem(source), Problem::UnknownFunction(_) | Problem::Kinds(_)),
            "{source}"
        );
    }
}

#[test]
fn a_cell_that_no_edition_of_the_rule_has_is_refused() {
    let refused = Program::compile("government_rules.newly_made > 0", &[Edition::E2021]);
    let expected = Problem::NotOnForm("government_rules.newly_made".to_owned());
    assert_eq!(refused.unwrap_err().problem, expected);
    assert!(Program::compile("government_rules.newly_made > 0", &[Edition::E2019]).is_ok());
}

#[test]
fn kinds_that_do_not_go_together_are_refused() {
    for source in [
        "year == '2024'",
        "kind > 'a'",
        "kind + 'a' == kind",
        "!year",
        "year && true",
        "-kind == 1",
        "year in ['a']",
        "[1, 'a'].all(x, true)",
        "[1] == [1]",
        "year ? true : false",
        "[].all(x, true)",
        "size(year) == 1",
        "[1].map(x, x > 0) + [1] == [1]",
    ] {
        assert!(matches!(problem(source), Problem::Kinds(_)), "{source}: {:?}", problem(source));
    }
    assert_eq!(problem("year + 1"), Problem::NotATruthValue);
}

#[test]
fn a_loop_variable_has_a_name_of_its_own() {
    for source in ["[1].all(year, year > 0)", "[1].all(granted, granted > 0)"] {
        assert!(matches!(problem(source), Problem::NameTaken(_)), "{source}");
    }
    assert_eq!(problem("[1].all(x, x.y > 0)"), Problem::Access);
}
