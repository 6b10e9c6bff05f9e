//! The public contract read from its own descriptor set: self-contained and documented to the last value.

use nianbao_proto::FILE_DESCRIPTOR_SET;
use nianbao_proto::v1::ErrorReason;
use prost::Message;
use prost_types::source_code_info::Location;
use prost_types::{
    DescriptorProto, EnumDescriptorProto, FileDescriptorProto, FileDescriptorSet,
    ServiceDescriptorProto,
};

/// Something in a file that needs a comment: its full name, and its path in the source information.
struct Element {
    name: String,
    path: Vec<i32>,
}

impl Element {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), path: Vec::new() }
    }

    /// The element `name` that is number `index` of the repeated field `tag` of the descriptor.
    fn child(&self, name: &str, tag: i32, index: i32) -> Self {
        let mut path = self.path.clone();
        path.extend([tag, index]);
        Self { name: format!("{}.{name}", self.name), path }
    }
}

#[expect(clippy::unwrap_used, reason = "without the set there is nothing to test")]
fn files() -> Vec<FileDescriptorProto> {
    FileDescriptorSet::decode(FILE_DESCRIPTOR_SET).unwrap().file
}

fn own_files() -> impl Iterator<Item = FileDescriptorProto> {
    files().into_iter().filter(|file| file.package() == "nianbao.v1")
}

fn elements(file: &FileDescriptorProto) -> Vec<Element> {
    let root = Element::new(file.package());
    let mut found = Vec::new();
    for (index, message) in (0..).zip(&file.message_type) {
        add_message(message, root.child(message.name(), 4, index), &mut found);
    }
    for (index, values) in (0..).zip(&file.enum_type) {
        add_enum(values, root.child(values.name(), 5, index), &mut found);
    }
    for (index, service) in (0..).zip(&file.service) {
        add_service(service, root.child(service.name(), 6, index), &mut found);
    }
    found
}

fn add_message(message: &DescriptorProto, element: Element, found: &mut Vec<Element>) {
    for (index, field) in (0..).zip(&message.field) {
        found.push(element.child(field.name(), 2, index));
    }
    for (index, inner) in (0..).zip(&message.nested_type) {
        add_message(inner, element.child(inner.name(), 3, index), found);
    }
    for (index, values) in (0..).zip(&message.enum_type) {
        add_enum(values, element.child(values.name(), 4, index), found);
    }
    for (index, oneof) in (0..).zip(&message.oneof_decl) {
        found.push(element.child(oneof.name(), 8, index));
    }
    found.push(element);
}

fn add_enum(values: &EnumDescriptorProto, element: Element, found: &mut Vec<Element>) {
    for (index, value) in (0..).zip(&values.value) {
        found.push(element.child(value.name(), 2, index));
    }
    found.push(element);
}

fn add_service(service: &ServiceDescriptorProto, element: Element, found: &mut Vec<Element>) {
    for (index, method) in (0..).zip(&service.method) {
        found.push(element.child(method.name(), 2, index));
    }
    found.push(element);
}

/// The comment that stands before an element; empty where there is none.
fn comment<'a>(file: &'a FileDescriptorProto, element: &Element) -> &'a str {
    let locations: &[Location] =
        file.source_code_info.as_ref().map_or(&[], |source| &source.location);
    let location = locations.iter().find(|location| location.path == element.path);
    location.map_or("", |location| location.leading_comments()).trim()
}

/// Every element of the package with its comment.
fn commented() -> Vec<(String, String)> {
    let of_file = |file: FileDescriptorProto| {
        let pair = |element: Element| {
            let text = comment(&file, &element).to_owned();
            (element.name, text)
        };
        elements(&file).into_iter().map(pair).collect::<Vec<_>>()
    };
    own_files().flat_map(of_file).collect()
}

#[test]
fn every_import_is_a_well_known_type_or_our_own() {
    let imports: Vec<String> = own_files().flat_map(|file| file.dependency).collect();
    assert!(!imports.is_empty());
    for import in imports {
        let known = import.starts_with("google/protobuf/") || import.starts_with("nianbao/v1/");
        assert!(known, "{import}");
    }
}

#[test]
fn the_set_contains_every_file_that_it_imports() {
    let files = files();
    for import in files.iter().flat_map(|file| &file.dependency) {
        assert!(files.iter().any(|file| file.name() == import), "{import}");
    }
}

#[test]
fn every_element_of_the_contract_has_a_comment() {
    let commented = commented();
    assert!(commented.len() > 300, "only {} elements were found", commented.len());
    let bare: Vec<&String> =
        commented.iter().filter(|(_, text)| text.is_empty()).map(|(name, _)| name).collect();
    assert!(bare.is_empty(), "no comment: {bare:#?}");
}

#[test]
fn every_method_states_its_permission_and_its_errors() {
    for file in own_files() {
        let methods =
            elements(&file).into_iter().filter(|it| it.path.len() == 4 && it.path[0] == 6);
        for method in methods {
            let text = comment(&file, &method);
            assert!(text.contains("Permission: `"), "{}", method.name);
            assert!(text.contains("Errors: "), "{}", method.name);
        }
    }
}

#[test]
fn every_error_reason_has_an_example_of_itself() {
    let reasons = commented().into_iter().filter(|(name, _)| name.contains(".ERROR_REASON_"));
    for (name, text) in reasons.filter(|(name, _)| !name.ends_with("_UNSPECIFIED")) {
        let example = text.split("```json").nth(1).and_then(|rest| rest.split("```").next());
        let info: serde_json::Value = serde_json::from_str(example.unwrap_or(&name)).unwrap();
        let reason = ErrorReason::from_reason(info["reason"].as_str().unwrap()).unwrap();
        assert!(name.ends_with(reason.as_str_name()), "{name}");
        assert_eq!(info["domain"], ErrorReason::DOMAIN);
        assert!(info["metadata"].is_object(), "{name}");
    }
}
