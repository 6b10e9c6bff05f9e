//! The crate table of `ARCHITECTURE.md` against what cargo knows.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

const PREFIX: &str = "nianbao-";
const HEADER: &str = "| crate | purpose | may depend on |";

type Edges = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_crate_depends_on_what_the_table_allows_and_on_nothing_else_of_ours() {
    let (allowed, actual) = (table(), workspace());
    let crates = |edges: &Edges| edges.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(crates(&actual), crates(&allowed), "the table names every crate and no other");
    for (name, dependencies) in &actual {
        let beyond: Vec<_> = dependencies.difference(&allowed[name]).collect();
        assert!(beyond.is_empty(), "{name} depends on {beyond:?}, which the table does not allow");
    }
}

#[test]
fn the_table_allows_nothing_that_no_crate_needs() {
    let actual = workspace();
    for (name, allowed) in table() {
        let unused: Vec<_> = allowed.difference(&actual[&name]).collect();
        assert!(
            unused.is_empty(),
            "{name} does not depend on {unused:?}: take it out of the table"
        );
    }
}

#[test]
fn only_persistence_and_what_serves_it_know_a_database() {
    let with_database = |name: &&str| tree(name).contains("sea-orm");
    let found: Vec<_> = CRATES.into_iter().filter(with_database).collect();
    assert_eq!(found, ["persistence", "server"]);
    for name in CRATES.into_iter().filter(|name| *name != "persistence") {
        assert!(!direct(name).contains("sea-orm"), "{name} names sea-orm in its manifest");
    }
}

#[test]
fn nobody_pays_for_typesetting_who_does_not_ask_for_it() {
    for name in CRATES {
        assert!(!tree(name).contains("typst"), "{name} links typst without its feature pdf");
    }
}

#[test]
fn what_is_pure_has_neither_runtime_nor_transport() {
    for name in ["domain", "document", "expression", "wire", "proto"] {
        let tree = tree(name);
        for world in ["tokio", "tonic", "sea-orm", "hyper"] {
            assert!(!tree.contains(world), "{name} depends on {world}");
        }
    }
}

const CRATES: [&str; 10] = [
    "domain",
    "document",
    "typeset",
    "expression",
    "application",
    "persistence",
    "proto",
    "wire",
    "server",
    "cli",
];

#[test]
fn these_tests_look_at_every_crate() {
    let listed = CRATES.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(listed, workspace().into_keys().collect());
}

/// The rows below the header, with the words in backticks of the last column.
fn table() -> Edges {
    let drawn = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = drawn.lines().skip_while(|line| *line != HEADER).skip(2);
    let rows: Edges = rows.take_while(|line| line.starts_with('|')).map(row).collect();
    assert!(!rows.is_empty(), "ARCHITECTURE.md has no table under {HEADER}");
    rows
}

fn row(line: &str) -> (String, BTreeSet<String>) {
    let columns: Vec<_> = line.trim_matches('|').split(" | ").collect();
    let [name, _, dependencies] = columns[..] else { panic!("not three columns: {line}") };
    (quoted(name).next().unwrap(), quoted(dependencies).collect())
}

fn quoted(words: &str) -> impl Iterator<Item = String> {
    words.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// The crates under `crates/` with those they need of one another; tests and benches may use anything.
fn workspace() -> Edges {
    let packages = metadata();
    let ours = packages.iter().filter_map(|package| Some((name_of(package)?, package)));
    ours.filter(|(name, _)| name != "tests").map(|(name, package)| (name, edges(package))).collect()
}

fn edges(package: &Value) -> BTreeSet<String> {
    let normal = dependencies(package).filter(|it| it["kind"].is_null());
    normal.filter_map(name_of).collect()
}

/// What a manifest names, whatever for.
fn direct(name: &str) -> BTreeSet<String> {
    let packages = metadata();
    let package =
        packages.iter().find(|package| name_of(package).as_deref() == Some(name)).unwrap();
    dependencies(package).map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

fn dependencies(package: &Value) -> impl Iterator<Item = &Value> {
    package["dependencies"].as_array().unwrap().iter()
}

fn name_of(package: &Value) -> Option<String> {
    package["name"].as_str()?.strip_prefix(PREFIX).map(str::to_owned)
}

fn metadata() -> Vec<Value> {
    let described = cargo(&["metadata", "--format-version=1", "--no-deps", "--locked"]);
    let mut described: Value = serde_json::from_str(&described).unwrap();
    serde_json::from_value(described["packages"].take()).unwrap()
}

/// Everything that a crate links, by name.
fn tree(name: &str) -> BTreeSet<String> {
    let package = format!("{PREFIX}{name}");
    let tree =
        cargo(&["tree", "--package", &package, "--edges=normal", "--prefix=none", "--locked"]);
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn cargo(arguments: &[&str]) -> String {
    let run = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(run.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
