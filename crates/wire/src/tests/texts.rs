use super::samples::only;
use crate::{field, limits};

#[test]
fn a_key_is_counted_in_characters() {
    let fits = "键".repeat(limits::SOURCE_KEY);
    assert_eq!(field::source_key(fits.clone(), "source_key"), Ok(fits.clone()));
    let refused = only(field::source_key(fits + "键", "source_key"));
    assert_eq!(refused.description, "longer than 128 characters");
}

#[test]
fn the_null_character_is_refused() {
    let refused = only(field::source_key("a\0b".to_owned(), "source_key"));
    assert!(refused.description.contains("U+0000"));
}

#[test]
fn a_year_that_nobody_reports_on_is_refused() {
    assert_eq!(field::report_year(0, "report_year"), Ok(None));
    for year in [2007, 2100, -1, i32::MIN] {
        assert!(field::report_year(year, "report_year").is_err(), "{year}");
    }
}

#[test]
fn an_enum_that_is_required_is_neither_left_out_nor_unknown() {
    use nianbao_domain::form::Edition;
    assert_eq!(field::required_concept(2, "edition"), Ok(Edition::E2021));
    let missing = only(field::required_concept::<Edition>(0, "edition"));
    assert_eq!(missing.description, "missing: name a value of nianbao.v1.Edition");
    let unknown = only(field::concept::<Edition>(7, "edition"));
    assert_eq!(unknown.description, "7 is no value of nianbao.v1.Edition that is known here");
    assert_eq!(field::concept::<Edition>(0, "edition"), Ok(None));
}

#[test]
fn an_address_of_a_page_is_http_or_https() {
    for uri in ["", "http://a.gov.cn", "HTTPS://a.gov.cn/年报?x=1"] {
        assert_eq!(field::uri(uri.to_owned(), "uri"), Ok(uri.to_owned()));
    }
    for uri in ["ftp://a", "a.gov.cn", "https://", "https:///x", "http://a b", "javascript:x"] {
        assert!(field::uri(uri.to_owned(), "uri").is_err(), "{uri}");
    }
    assert!(field::uri(format!("http://{}", "a".repeat(limits::URI)), "uri").is_err());
}
