//! What the contract itself says: its services and methods, and the comments on them.

use nianbao_proto::FILE_DESCRIPTOR_SET;
use prost::Message;
use prost_types::{FileDescriptorProto, FileDescriptorSet};
use serde_json::Value;

const PACKAGE: &str = "nianbao.v1";
/// Numbers of fields in `descriptor.proto`, which paths of comments are made of.
const SERVICES: i32 = 6;
const METHODS: i32 = 2;
const ENUMS: i32 = 5;
const VALUES: i32 = 2;

/// A method of the contract.
#[derive(Clone, Debug)]
pub struct Rpc {
    /// `ReportService`
    pub service: String,
    /// `CreateReport`
    pub name: String,
    /// The comment above it.
    pub comment: String,
}

/// A value of an enum of the contract.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// `ERROR_REASON_FIELD_INVALID`
    pub name: String,
    /// The comment above it.
    pub comment: String,
}

impl EnumValue {
    /// The JSON example in the comment.
    pub fn example(&self) -> Option<Value> {
        let (_, behind) = self.comment.split_once("```json")?;
        serde_json::from_str(behind.split_once("```")?.0).ok()
    }
}

impl Rpc {
    /// `/nianbao.v1.ReportService/CreateReport`
    pub fn path(&self) -> String {
        format!("/{PACKAGE}.{}/{}", self.service, self.name)
    }

    /// The method of the generated client: `create_report`.
    pub fn client_method(&self) -> String {
        let mut name = String::new();
        for c in self.name.chars() {
            if c.is_ascii_uppercase() && !name.is_empty() {
                name.push('_');
            }
            name.push(c.to_ascii_lowercase());
        }
        name
    }

    /// What the comment says a caller needs: `report.write`.
    pub fn permission(&self) -> Option<&str> {
        let (_, behind) = self.comment.split_once("Permission: `")?;
        Some(behind.split_once('`')?.0)
    }
}

/// Every method of every service.
pub fn rpcs() -> Vec<Rpc> {
    files().iter().flat_map(rpcs_of).collect()
}

/// The full names of the services: `nianbao.v1.ReportService`.
pub fn services() -> Vec<String> {
    let files = files();
    let services = files.iter().flat_map(|file| &file.service);
    services.map(|service| format!("{PACKAGE}.{}", service.name())).collect()
}

/// The values of an enum.
pub fn enum_values(name: &str) -> Vec<EnumValue> {
    files().iter().flat_map(|file| values_of(file, name)).collect()
}

fn files() -> Vec<FileDescriptorProto> {
    let set = FileDescriptorSet::decode(FILE_DESCRIPTOR_SET).expect("a descriptor set");
    set.file.into_iter().filter(|file| file.package() == PACKAGE).collect()
}

fn rpcs_of(file: &FileDescriptorProto) -> Vec<Rpc> {
    let mut rpcs = Vec::new();
    for (s, service) in (0..).zip(&file.service) {
        for (m, method) in (0..).zip(&service.method) {
            rpcs.push(Rpc {
                service: service.name().to_owned(),
                name: method.name().to_owned(),
                comment: comment(file, &[SERVICES, s, METHODS, m]),
            });
        }
    }
    rpcs
}

fn values_of(file: &FileDescriptorProto, name: &str) -> Vec<EnumValue> {
    let enums = (0..).zip(&file.enum_type).filter(|(_, it)| it.name() == name);
    enums
        .flat_map(|(e, it)| (0..).zip(&it.value).map(move |(v, value)| (e, v, value)))
        .map(|(e, v, value)| EnumValue {
            name: value.name().to_owned(),
            comment: comment(file, &[ENUMS, e, VALUES, v]),
        })
        .collect()
}

fn comment(file: &FileDescriptorProto, path: &[i32]) -> String {
    let locations = file.source_code_info.iter().flat_map(|info| &info.location);
    let found = locations.into_iter().find(|location| location.path == path);
    found.map(|location| location.leading_comments().to_owned()).unwrap_or_default()
}
