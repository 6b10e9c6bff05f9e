use super::*;

#[test]
fn an_expression_is_at_most_two_kibibytes() {
    let padded = |length: usize| format!("{:length$}", "true");
    assert!(compiled(&padded(2048)).is_ok());
    assert_eq!(problem(&padded(2049)), Problem::TooLong(2049));
}

#[test]
fn nesting_is_at_most_eight_deep_and_counted_before_parsing() {
    let brackets = |depth: usize| format!("{}1{} > 0", "(".repeat(depth), ")".repeat(depth));
    let negations = |depth: usize| format!("{}true", "!".repeat(depth));
    let conditions = |depth: usize| format!("{}true", "true ? true : ".repeat(depth));
    let lists = |depth: usize| format!("{}1{} > 0", "[".repeat(depth), "]".repeat(depth));
    for nested in [brackets, negations, conditions] {
        assert!(compiled(&nested(8)).is_ok(), "{}", nested(8));
        assert_eq!(problem(&nested(9)), Problem::TooDeep, "{}", nested(9));
    }
    assert_ne!(problem(&lists(8)), Problem::TooDeep);
    assert_eq!(problem(&lists(9)), Problem::TooDeep);
    assert_eq!(
        problem(&format!("{}{}", "!(".repeat(5), "true".to_owned() + &")".repeat(5))),
        Problem::TooDeep
    );
    assert_eq!(problem(&"(".repeat(2000)), Problem::TooDeep);
    assert_eq!(problem(&format!("1 > {}1", "- ".repeat(1000))), Problem::TooDeep);
}

#[test]
fn brackets_in_quotes_and_comments_do_not_nest() {
    assert!(compiled("kind == '((((((((((' // ((((((((((").is_ok());
    assert!(compiled("kind == \"[[[[[[[[[[\\\"[[\"").is_ok());
}

#[test]
fn a_chain_has_at_most_a_hundred_operators() {
    let chain = |operators: usize| format!("1{} > 0", " + 1".repeat(operators - 1));
    assert_eq!(verdict(&chain(100), &[]), Verdict::Holds);
    assert_eq!(verdict(&format!("true{}", " && true".repeat(100)), &[]), Verdict::Holds);
    assert_eq!(problem(&chain(101)), Problem::TooManyOperators);
    assert_eq!(problem(&format!("{}true", "a.b() || ".repeat(101))), Problem::TooManyOperators);
    assert_eq!(problem(&format!("[1]{} == 1", ".size()".repeat(200))), Problem::Access);
}

#[test]
fn there_is_one_loop_and_none_within_it() {
    for source in [
        "[1].all(x, [2].all(y, x < y))",
        "[1].all(x, x > 0) && [2].exists(x, x > 0)",
        "[1].map(x, x).all(x, x > 0)",
    ] {
        assert_eq!(problem(source), Problem::SecondLoop, "{source}");
    }
}

#[test]
fn the_steps_of_a_loop_are_counted_before_it_runs() {
    let over = |length: usize, each: usize| {
        format!("[1{}].all(x, x > 0{})", ", 1".repeat(length - 1), " && x > 0".repeat(each - 1))
    };
    assert_eq!(verdict(&over(40, 10), &[]), Verdict::Holds);
    assert!(matches!(problem(&over(100, 30)), Problem::TooManySteps(_)));
}

/// The deepest expressions there can be, evaluated and dropped on a stack that is smaller than any
/// that a server or a program gives its threads.
#[test]
fn the_deepest_expression_needs_little_stack() {
    let chain = format!("1{} > 0", " - (1".repeat(8) + &" - 1 + 1".repeat(40) + &")".repeat(8));
    let negated = format!("{}(true{})", "!".repeat(7), " == true".repeat(15));
    for source in [chain, negated] {
        let program = compiled(&source).unwrap();
        let run = move || program.evaluate(&Case::new(&content(&[]))).outcome();
        let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap();
        assert_ne!(thread.join().unwrap(), Expectation::NotAssessable, "{source}");
    }
}

#[test]
fn what_cannot_be_balanced_nests_at_most_24_deep() {
    let equalities = |count: usize| format!("true{}", " == true".repeat(count));
    assert_eq!(verdict(&equalities(23), &[]), Verdict::Holds);
    assert_eq!(problem(&equalities(24)), Problem::TooDeep);
    assert_eq!(problem(&format!("1{} > 0", " * 1".repeat(30))), Problem::TooDeep);
}
