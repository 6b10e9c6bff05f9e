use nianbao_domain::form::Edition;
use nianbao_domain::report::Content;
use nianbao_domain::sheet::Sheet;
use nianbao_proto::v1;
use pbjson_types::FieldMask;

use super::samples::{head, paths, waiver};
use crate::{Maskable, ReadMask, report};

fn mask(paths: &[&str]) -> FieldMask {
    FieldMask { paths: paths.iter().map(|path| (*path).to_owned()).collect() }
}

fn read(paths: &[&str]) -> ReadMask<v1::Report> {
    ReadMask::read(Some(&mask(paths)), ReadMask::without_content()).unwrap()
}

fn stored() -> v1::Report {
    let content = Content {
        title: "题".to_owned(),
        compiled_by: "办公室".to_owned(),
        publication: Some(Default::default()),
        ..Content::blank(Sheet::blank(Edition::E2021))
    };
    report(&head(), &content, 2, &[waiver()])
}

#[test]
fn a_mask_keeps_exactly_its_fields() {
    let given = read(&["title", "etag"]).apply(stored());
    let v1::Report { title, etag, .. } = stored();
    assert_eq!(given, v1::Report { title, etag, ..Default::default() });
}

#[test]
fn every_field_can_be_named_and_named_alone_it_stands_alone() {
    for (place, field) in v1::Report::FIELDS.iter().enumerate() {
        let given = read(&[field]).apply(stored());
        let expected: Vec<_> = (0..v1::Report::FIELDS.len()).map(|at| at == place).collect();
        assert_eq!(given.set(), expected, "{field}");
    }
}

#[test]
fn the_fields_are_those_of_the_contract() {
    let fields = |message: &str| match message {
        "Report" => v1::Report::FIELDS,
        "Revision" => v1::Revision::FIELDS,
        _ => v1::Organization::FIELDS,
    };
    for (message, file) in [
        ("Report", include_str!("../../../../proto/nianbao/v1/report.proto")),
        ("Revision", include_str!("../../../../proto/nianbao/v1/report.proto")),
        ("Organization", include_str!("../../../../proto/nianbao/v1/organization.proto")),
    ] {
        let body = file.split_once(&format!("message {message} {{")).unwrap().1;
        let body = body.split_once("\n}").unwrap().0;
        let lines = body.lines().filter(|line| !line.trim_start().starts_with("//"));
        let names = lines.filter_map(|line| line.split_once(" = "));
        let names: Vec<_> = names.map(|(left, _)| left.rsplit(' ').next().unwrap()).collect();
        assert_eq!(fields(message), names, "{message}");
    }
}

#[test]
fn a_star_is_everything_and_no_mask_what_the_method_says() {
    assert_eq!(read(&["*"]), ReadMask::all());
    assert_eq!(ReadMask::<v1::Report>::all().apply(stored()), stored());
    assert_eq!(read(&[]), ReadMask::without_content());
    assert_eq!(ReadMask::<v1::Report>::read(None, ReadMask::all()), Ok(ReadMask::all()));
}

#[test]
fn a_mask_tells_whether_the_content_is_wanted() {
    assert!(!ReadMask::<v1::Report>::without_content().wants_content());
    assert!(!ReadMask::<v1::Revision>::without_content().wants_content());
    assert!(read(&["narrative"]).wants_content());
    assert!(read(&["*"]).wants_content());
    assert!(!read(&["title"]).wants_content());
    assert!(ReadMask::<v1::Revision>::all().wants_content());
}

#[test]
fn a_path_that_names_no_field_is_refused() {
    let wrong = mask(&["titel", "title", "sheet.edition"]);
    let refused = ReadMask::<v1::Report>::read(Some(&wrong), ReadMask::all()).unwrap_err();
    assert_eq!(paths(&refused), ["read_mask.paths[0]", "read_mask.paths[2]"]);
    let [_, deep] = <[_; 2]>::try_from(refused.into_vec()).unwrap();
    assert_eq!(deep.description, r#""sheet.edition" goes too deep: paths end at sheet"#);
}
