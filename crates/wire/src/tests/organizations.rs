use nianbao_domain::organization::{
    Level, OrganType, Organization, Particulars, ParticularsUpdate, RulePower, SuccessionKind,
    SuccessionLink,
};
use nianbao_proto::v1;
use pbjson_types::FieldMask;
use uuid::Uuid;

use super::samples::{moment, only, paths};
use crate::{limits, organization, particulars, particulars_update};

fn named(display_name: &str) -> v1::Organization {
    v1::Organization { display_name: display_name.to_owned(), ..Default::default() }
}

fn read(organ: v1::Organization) -> Result<Particulars, crate::Violations> {
    particulars(organ, "organization")
}

fn registered() -> Organization {
    Organization {
        id: "siqian".parse().unwrap(),
        uid: Uuid::from_u128(1),
        version: 1,
        source_key: "k".to_owned(),
        display_name: "司前镇人民政府".to_owned(),
        aliases: vec!["司前镇".to_owned()],
        level: Some(Level::Township),
        organ_type: Some(OrganType::Government),
        rule_power: RulePower::Lacks,
        credit_code: Some("11370883004325769B".parse().unwrap()),
        division_code: Some("440705103".parse().unwrap()),
        parent: Some("xinhui".parse().unwrap()),
        valid_from: "1983-01-01".parse().ok(),
        valid_to: None,
        predecessors: vec![SuccessionLink {
            organization: "jiangzhou".parse().unwrap(),
            kind: SuccessionKind::Merge,
            date: "2005-01-01".parse().unwrap(),
        }],
        successors: Vec::new(),
        create_time: moment("2025-01-20T00:00:00Z"),
        update_time: moment("2025-01-21T00:00:00Z"),
    }
}

#[test]
fn what_a_server_gives_of_an_organ_can_be_sent_back() {
    let organ = registered();
    let input = read(organization(&organ)).unwrap();
    let expected = Particulars {
        source_key: organ.source_key,
        display_name: organ.display_name,
        aliases: organ.aliases,
        level: organ.level,
        organ_type: organ.organ_type,
        rule_power: organ.rule_power,
        credit_code: organ.credit_code,
        division_code: organ.division_code,
        parent: organ.parent,
        valid_from: organ.valid_from,
        valid_to: organ.valid_to,
    };
    assert_eq!(input, expected);
}

#[test]
fn an_organ_is_told_with_name_uid_and_etag() {
    let organ = registered();
    let message = organization(&organ);
    assert_eq!(message.name, "organizations/siqian");
    assert_eq!((message.uid, message.etag), (organ.uid.to_string(), organ.etag()));
    assert_eq!(message.parent, "organizations/xinhui");
    assert_eq!((message.valid_from.as_str(), message.valid_to.as_str()), ("1983-01-01", ""));
}

#[test]
fn what_is_left_out_is_unknown() {
    let input = read(named("司前镇人民政府")).unwrap();
    assert_eq!((input.level, input.organ_type), (None, None));
    assert_eq!(input.rule_power, RulePower::Unknown);
}

#[test]
fn an_organ_has_a_name_of_bounded_length() {
    for name in ["", " "] {
        assert_eq!(only(read(named(name))).path, "organization.display_name");
    }
    assert!(read(named(&"镇".repeat(limits::DISPLAY_NAME))).is_ok());
    assert!(read(named(&"镇".repeat(limits::DISPLAY_NAME + 1))).is_err());
}

#[test]
fn aliases_are_bounded_and_each_is_there_once() {
    let with = |aliases: Vec<String>| read(v1::Organization { aliases, ..named("司前镇") });
    let many = (0..=limits::ALIASES).map(|at| at.to_string()).collect();
    assert_eq!(only(with(many)).path, "organization.aliases");
    let wrong = with(["司前", "", "司前"].map(str::to_owned).into()).unwrap_err();
    assert_eq!(paths(&wrong), ["organization.aliases[2]", "organization.aliases[1]"]);
}

#[test]
fn every_wrong_field_of_an_organ_is_named() {
    let organ = v1::Organization {
        level: 9,
        organ_type: 99,
        rule_power: 9,
        unified_social_credit_code: "11370883004325769C".to_owned(),
        division_code: "4407".repeat(1_000_000),
        parent: "xinhui".to_owned(),
        valid_from: "2025-01-02".to_owned(),
        valid_to: "2025-01-02".to_owned(),
        ..named("司前镇")
    };
    let wrong = read(organ).unwrap_err();
    let fields = [
        "level",
        "organ_type",
        "rule_power",
        "unified_social_credit_code",
        "division_code",
        "parent",
        "valid_to",
    ];
    assert_eq!(paths(&wrong), fields.map(|field| format!("organization.{field}")));
    assert!(wrong.to_string().len() < 2_000);
}

#[test]
fn an_update_changes_the_fields_of_its_mask_only() {
    let mask = FieldMask { paths: vec!["level".to_owned(), "parent".to_owned()] };
    let update = particulars_update(v1::Organization::default(), Some(&mask)).unwrap();
    let expected =
        ParticularsUpdate { level: Some(None), parent: Some(None), ..Default::default() };
    assert_eq!(update, expected);
}

#[test]
fn every_attribute_of_an_organ_can_be_changed() {
    let organ = registered();
    let mask = FieldMask { paths: vec!["*".to_owned()] };
    let update = particulars_update(organization(&organ), Some(&mask)).unwrap();
    let unknown = Particulars {
        source_key: String::new(),
        display_name: "另名".to_owned(),
        aliases: vec![],
        level: None,
        organ_type: None,
        rule_power: RulePower::Unknown,
        credit_code: None,
        division_code: None,
        parent: None,
        valid_from: None,
        valid_to: organ.valid_from,
    };
    let other = Organization::register(organ.id.clone(), organ.uid, unknown, organ.create_time);
    let changed = Organization {
        version: 1,
        predecessors: organ.predecessors.clone(),
        update_time: organ.update_time,
        ..update.applied_to(other)
    };
    assert_eq!(changed, organ);
}

#[test]
fn an_update_does_not_take_the_name_away() {
    let mask = FieldMask { paths: vec!["*".to_owned()] };
    let refused = only(particulars_update(v1::Organization::default(), Some(&mask)));
    assert_eq!(refused.path, "organization.display_name");
    let update = particulars_update(v1::Organization::default(), None).unwrap();
    assert_eq!(update, ParticularsUpdate::default());
}

#[test]
fn what_became_of_an_organ_is_told_with_its_days() {
    let told = organization(&registered());
    let expected = v1::SuccessionLink {
        organization: "organizations/jiangzhou".to_owned(),
        kind: v1::SuccessionKind::Merge.into(),
        date: "2005-01-01".to_owned(),
    };
    assert_eq!(told.predecessors, [expected]);
}
