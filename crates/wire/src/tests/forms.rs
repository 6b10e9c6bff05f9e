use nianbao_domain::form::Edition;
use nianbao_proto::v1;

use crate::form;

fn leaves(nodes: &[v1::LineNode]) -> usize {
    nodes
        .iter()
        .map(|node| match node.kind() {
            v1::NodeKind::Leaf | v1::NodeKind::Total => 1,
            v1::NodeKind::Group => leaves(&node.children),
            v1::NodeKind::Unspecified => 0,
        })
        .sum()
}

#[test]
fn a_form_has_its_cells_equations_and_six_sections() {
    let counts = Edition::ALL.map(|edition| {
        let form = form(edition);
        (form.cells.len(), form.equations.len(), form.sections.len())
    });
    assert_eq!(counts, [(198, 40, 6), (200, 42, 6)]);
}

#[test]
fn the_cells_stand_in_the_frozen_order() {
    for edition in Edition::ALL {
        let codes = form(edition).cells.into_iter().map(|cell| cell.code);
        assert!(edition.layout().cells().iter().map(ToString::to_string).eq(codes));
    }
}

#[test]
fn table_3_has_23_lines_in_2019_and_25_since_2021() {
    let lines = Edition::ALL.map(|edition| {
        let requests = form(edition).sections.swap_remove(2).table.unwrap();
        leaves(&requests.blocks[0].lines)
    });
    assert_eq!(lines, [23, 25]);
}

#[test]
fn a_form_says_how_long_it_applies() {
    let years = Edition::ALL.map(form).map(|it| (it.first_report_year, it.last_report_year));
    assert_eq!(years, [(2019, 2020), (2021, 0)]);
    assert_eq!(form(Edition::E2021).name, "forms/2021");
}

#[test]
fn a_money_cell_says_the_printed_unit() {
    let form = form(Edition::E2021);
    let mut cells = form.cells.into_iter();
    let money = cells.find(|cell| cell.measure() == v1::Measure::Money).unwrap();
    assert_eq!(money.code, "administrative_charges.amount_collected");
    assert_eq!(money.unit(), v1::Unit::TenThousandYuan);
}
