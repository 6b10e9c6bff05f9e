use nianbao_domain::organization::{Level, RulePower, Standing};
use nianbao_domain::report::ReportKind;
use nianbao_domain::rules::{Previous, Related};
use nianbao_domain::sheet::Cell;

use super::*;

#[test]
fn a_cell_is_called_by_its_public_code() {
    let source = "granted.natural_person + granted.enterprise == granted.applicants";
    let cells =
        [("granted.natural_person", 2), ("granted.enterprise", 1), ("granted.applicants", 3)];
    assert_eq!(verdict(source, &cells), Verdict::Holds);
    let wrong =
        [("granted.natural_person", 2), ("granted.enterprise", 1), ("granted.applicants", 4)];
    assert_eq!(verdict(source, &wrong), Verdict::Fails);
}

#[test]
fn a_heading_is_the_sum_of_its_leaves() {
    let cells = [
        ("granted.enterprise", 1),
        ("granted.research_institution", 2),
        ("granted.public_interest_organization", 3),
        ("granted.legal_service_institution", 4),
        ("granted.other_legal_entity", 5),
    ];
    assert_eq!(verdict("granted.legal_entity == 15", &cells), Verdict::Holds);
}

fn missing(verdict: Verdict) -> Vec<String> {
    match verdict {
        Verdict::NotAssessable { missing, .. } => missing,
        Verdict::Holds | Verdict::Fails => panic!("{verdict:?}"),
    }
}

#[test]
fn a_blank_is_neither_zero_nor_false() {
    let found = verdict("granted.natural_person == 0", &[]);
    assert_eq!(missing(found), ["granted.natural_person"]);
}

#[test]
fn what_is_read_and_absent_leaves_it_open_whatever_the_rest_says() {
    for source in ["granted.natural_person > 0 || true", "granted.natural_person > 0 && false"] {
        assert_eq!(missing(verdict(source, &[])), ["granted.natural_person"], "{source}");
    }
}

#[test]
fn what_is_not_read_may_be_absent() {
    assert_eq!(verdict("kind == 'own' || granted.natural_person > 0", &[]), Verdict::Holds);
    assert_eq!(verdict("kind == 'own' ? true : granted.applicants > 0", &[]), Verdict::Holds);
}

#[test]
fn a_rule_can_ask_whether_a_cell_has_a_number() {
    let source = "!has(granted.natural_person) || granted.natural_person > 1";
    assert_eq!(verdict(source, &[]), Verdict::Holds);
    assert_eq!(verdict(source, &[("granted.natural_person", 1)]), Verdict::Fails);
}

#[test]
fn money_is_in_whole_millionths() {
    let cells = [("administrative_charges.amount_collected", 12_500_000)];
    let source = "administrative_charges.amount_collected == 12500000";
    assert_eq!(verdict(source, &cells), Verdict::Holds);
}

#[test]
fn money_in_another_unit_than_the_form_states_is_no_number() {
    let mut content = content(&[("administrative_charges.amount_collected", 1)]);
    let amount = cell("administrative_charges.amount_collected");
    content.sheet.set_unit(amount, nianbao_domain::form::Unit::Yuan).unwrap();
    let program = compiled("administrative_charges.amount_collected > 0").unwrap();
    assert_eq!(missing(program.evaluate(&Case::new(&content))), [amount.to_string()]);
}

#[test]
fn a_number_beyond_64_bits_and_a_division_by_zero_leave_it_open() {
    let cells = [("granted.applicants", 1_000_000_000_000_000), ("handled.applicants", 0)];
    for source in [
        "granted.applicants * granted.applicants > 0",
        "granted.applicants / handled.applicants > 0",
        "granted.applicants % handled.applicants > 0",
        "(-9223372036854775807 - 1) / (handled.applicants - 1) > 0",
        "(-9223372036854775807 - 1) % (handled.applicants - 1) > 0",
        "-(-9223372036854775807 - 1 - handled.applicants) > 0",
    ] {
        assert_eq!(verdict(source, &cells).outcome(), Expectation::NotAssessable, "{source}");
    }
}

#[test]
fn the_year_before_is_read_where_there_is_one() {
    let (now, before) =
        (content(&[("carried_over.applicants", 5)]), content(&[("carried_forward.applicants", 5)]));
    let program =
        compiled("carried_over.applicants == previous.carried_forward.applicants").unwrap();
    let mut case = Case::new(&now);
    assert_eq!(missing(program.evaluate(&case)), ["previous_year"]);
    case.previous = Previous::Report(related(&before));
    assert_eq!(program.evaluate(&case), Verdict::Holds);
    case.previous = Previous::Merged(vec![related(&before), related(&before)]);
    assert_eq!(program.evaluate(&case), Verdict::Fails);
    let blank = content(&[]);
    case.previous = Previous::Report(related(&blank));
    assert_eq!(missing(program.evaluate(&case)), ["previous.carried_forward.applicants"]);
}

fn related(content: &Content) -> Related<'_> {
    let (organization, level, organ_type, year) = ("", None, None, None);
    Related { organization, level, organ_type, year, kind: ReportKind::Own, content }
}

#[test]
fn the_report_and_its_organ_are_named() {
    let mut content = content(&[]);
    content.title = "司前镇人民政府2024年政府信息公开工作年度报告".to_owned();
    let mut case = Case::new(&content);
    case.year = "2024".parse().ok();
    case.standing = Standing {
        level: Some(Level::Township),
        rule_power: RulePower::Lacks,
        ..Standing::default()
    };
    for source in [
        "year == 2024",
        "kind == 'own'",
        "edition == \"2021\"",
        "organization.level == 'township' && organization.level in ['county', 'township']",
        "organization.rule_power == 'lacks'",
        "organization.name.contains('司前镇') && size(organization.name) == 7",
        "!has(organization.division_code)",
    ] {
        assert_eq!(compiled(source).unwrap().evaluate(&case), Verdict::Holds, "{source}");
    }
    let source = "organization.type == 'government'";
    assert_eq!(missing(compiled(source).unwrap().evaluate(&case)), ["organization.type"]);
}

#[test]
fn one_loop_looks_at_several_cells() {
    let cells = [("granted.natural_person", 2), ("handled.natural_person", 3)];
    for source in [
        "[granted.natural_person, handled.natural_person].all(x, x >= 2)",
        "[granted.natural_person, handled.natural_person].exists(x, x == 3)",
        "[granted.natural_person, handled.natural_person].exists_one(x, x > 2)",
        "size([granted.natural_person, handled.natural_person].filter(x, x > 2)) == 1",
        "3 in [granted.natural_person, handled.natural_person].map(x, x + 1)",
        "4 in ([granted.natural_person] + [handled.natural_person]).map(x, x > 2, x + 1)",
    ] {
        assert_eq!(verdict(source, &cells), Verdict::Holds, "{source}");
    }
}

#[test]
fn an_unreadable_cell_is_no_number() {
    let mut content = content(&[]);
    content.sheet.set(cell("granted.natural_person"), Cell::Unreadable).unwrap();
    let program = compiled("granted.natural_person >= 0").unwrap();
    assert_eq!(missing(program.evaluate(&Case::new(&content))), ["granted.natural_person"]);
}

#[test]
fn a_comment_says_what_it_wants() {
    assert_eq!(verdict("// ((((((((( 说明 '\ntrue", &[]), Verdict::Holds);
}
