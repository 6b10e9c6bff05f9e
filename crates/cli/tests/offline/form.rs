use serde_json::Value;

use crate::program::nianbao;

#[test]
fn the_editions_are_listed() {
    insta::assert_snapshot!(nianbao(&["form", "list"]).data);
}

#[test]
fn the_form_of_2019_is_drawn_with_its_codes() {
    insta::assert_snapshot!(nianbao(&["form", "show", "2019"]).data);
}

#[test]
fn the_form_of_2021_is_drawn_with_its_codes() {
    insta::assert_snapshot!(nianbao(&["form", "show", "2021"]).data);
}

#[test]
fn programs_get_the_message_of_the_contract() {
    let form: Value =
        serde_json::from_str(&nianbao(&["form", "show", "--format", "json", "2021"]).data).unwrap();
    assert_eq!(form["name"], "forms/2021");
    assert_eq!(form["cells"].as_array().unwrap().len(), 200);
    let list: Value =
        serde_json::from_str(&nianbao(&["form", "list", "--format", "json"]).data).unwrap();
    assert_eq!(list["forms"].as_array().unwrap().len(), 2);
}

#[test]
fn tables_get_a_line_a_cell() {
    let csv = nianbao(&["form", "show", "--format", "csv", "2019"]).data;
    assert_eq!(csv.lines().count(), 199);
    let money = "2019,proactive_disclosure,government_procurement,procurement_amount,\
                 government_procurement.procurement_amount,政府集中采购 / 采购总金额,money,flow";
    assert!(csv.lines().any(|line| line == money), "{csv}");
}

#[test]
fn an_unknown_edition_is_wrong_usage() {
    let run = nianbao(&["form", "show", "2014"]);
    assert_eq!(run.code, 2);
    assert!(run.talk.contains("2019、2021"), "{}", run.talk);
}
