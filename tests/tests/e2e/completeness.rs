//! Whether every method of the contract was thought of.

use std::collections::BTreeSet;
use std::path::Path;

use nianbao_application::access::Method;
use nianbao_tests::contract::{Rpc, rpcs};

#[test]
fn every_method_has_a_row_with_the_permission_that_the_contract_names() {
    let contract: BTreeSet<_> = rpcs()
        .into_iter()
        .map(|rpc| {
            let permission =
                rpc.permission().unwrap_or_else(|| panic!("{} names none", rpc.path()));
            (rpc.service.clone(), rpc.name.clone(), permission.to_owned())
        })
        .collect();
    let row = |method: &Method| {
        let permission = method.permission().code().to_owned();
        (method.service().to_owned(), method.name().to_owned(), permission)
    };
    let rows: BTreeSet<_> = Method::ALL.iter().map(row).collect();
    assert_eq!(rows, contract);
    assert_eq!(Method::ALL.len(), rpcs().len(), "each once");
}

/// A method that can store something takes a `request_id`; its commits must be audited.
#[test]
fn a_method_is_audited_if_and_only_if_it_writes() {
    for method in Method::ALL {
        let writes =
            ["write", "delete", "acknowledge", "waive"].contains(&verb(method.permission().code()));
        assert_eq!(method.is_audited(), writes, "{}", method.name());
    }
}

#[test]
fn every_method_is_called_by_some_test() {
    let tests = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e"));
    let is_called = |rpc: &Rpc| tests.contains(&format!(".{}(", rpc.client_method()));
    let forgotten: Vec<_> = rpcs().into_iter().filter(|rpc| !is_called(rpc)).collect();
    assert!(forgotten.is_empty(), "{forgotten:#?}");
}

fn verb(permission: &str) -> &str {
    permission.rsplit('.').next().unwrap_or_default()
}

/// The text of every test.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    text
}
