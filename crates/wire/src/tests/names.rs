use nianbao_domain::form::Edition;

use super::samples::{key, only};
use crate::name;

#[test]
fn names_read_back_as_what_they_name() {
    let revision = name::revision_name(&key(), 3);
    assert_eq!(name::revision(&revision, "name"), Ok((key(), 3)));
    let attachment = name::attachment_name(&key(), 1);
    assert_eq!(name::attachment(&attachment, "name"), Ok((key(), 1)));
    assert!(name::attachment(&revision, "name").is_err());
    assert_eq!(name::form(&name::form_name(Edition::E2021), "name"), Ok(Some(Edition::E2021)));
    assert_eq!(name::report(&key().to_string(), "name"), Ok(key()));
    assert_eq!(name::report_id("2024", "report_id"), Ok((key().year, key().kind)));
    assert_eq!(name::organization_id("siqian", "organization_id"), Ok(key().organization));
}

#[test]
fn a_hyphen_stands_for_every_organ() {
    assert_eq!(name::organization_or_any("organizations/-", "parent"), Ok(None));
    let one = name::organization_or_any("organizations/siqian", "parent");
    assert_eq!(one, Ok(Some(key().organization)));
}

#[test]
fn a_hyphen_stands_for_every_report() {
    let read = |name: &str| name::report_or_any(name, "parent");
    let (organ, report) = (Some(key().organization), Some((key().year, key().kind)));
    assert_eq!(read(&key().to_string()), Ok((organ.clone(), report)));
    assert_eq!(read("organizations/siqian/reports/-"), Ok((organ, None)));
    assert_eq!(read("organizations/-/reports/2024"), Ok((None, report)));
    assert_eq!(read("organizations/-/reports/-"), Ok((None, None)));
    assert!(read("organizations/-").is_err());
    assert!(read("organizations/-/reports/").is_err());
}

#[test]
fn a_name_of_another_form_is_refused_with_the_form_expected() {
    let refused = only(name::organization("siqian", "parent"));
    assert_eq!(refused.path, "parent");
    assert_eq!(refused.description, r#""siqian" is not organizations/{organization}"#);
    assert!(only(name::report("", "name")).description.starts_with("missing"));
    assert!(name::report_id("2024-both", "report_id").is_err());
    assert!(name::organization_id("Siqian", "organization_id").is_err());
    for revision in ["0", "01", "+1", "x", "", "4294967296"] {
        let name = format!("organizations/siqian/reports/2024/revisions/{revision}");
        assert!(name::revision(&name, "name").is_err(), "{revision}");
    }
}

#[test]
fn an_edition_that_is_not_known_is_no_malformed_name() {
    assert_eq!(name::form("forms/2035", "name"), Ok(None));
    assert!(name::form("forms/latest", "name").is_err());
}

#[test]
fn a_long_name_is_not_repeated_whole() {
    let refused = only(name::report(&"年".repeat(100_000), "name"));
    assert!(refused.description.len() < 400);
}
