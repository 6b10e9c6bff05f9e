use std::process::{Command, Output};

use crate::register::{ETAG, Register};

fn nianbao(register: &Register, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao"));
    command.env_clear().env("NIANBAO_SERVER", &register.address).env("NIANBAO_TOKEN", "secret");
    command.args(arguments).output().unwrap()
}

#[test]
fn a_call_that_is_repeated_keeps_its_request_id() {
    let register = Register::away_for(2);
    let output = nianbao(&register, &["organization", "create", "siqian", "--display-name", "甲"]);
    assert_eq!(output.status.code(), Some(0));
    let ids = &register.log.lock().unwrap().request_ids;
    assert_eq!(ids.len(), 3);
    assert!(ids[0].len() == 36 && ids.iter().all(|id| id == &ids[0]), "{ids:?}");
}

#[test]
fn a_request_id_that_was_given_is_sent_as_it_is() {
    let register = Register::away_for(0);
    let id = "0b9f2c1e-5d0a-4c6e-9a53-0f1f4c8a7d11";
    nianbao(
        &register,
        &["organization", "create", "a", "--display-name", "甲", "--request-id", id],
    );
    assert_eq!(register.log.lock().unwrap().request_ids, [id]);
}

#[test]
fn the_token_goes_along_and_is_never_shown() {
    let register = Register::away_for(9);
    let output = nianbao(&register, &["organization", "create", "siqian", "--display-name", "甲"]);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(register.log.lock().unwrap().authorizations[0], "Bearer secret");
    let said = [output.stdout, output.stderr].concat();
    assert!(!String::from_utf8(said).unwrap().contains("secret"));
}

#[test]
fn an_update_reads_the_etag_unless_it_was_given() {
    let register = Register::away_for(0);
    let update = ["organization", "update", "siqian", "--level", "township"];
    assert_eq!(nianbao(&register, &update).status.code(), Some(0));
    let stale = nianbao(&register, &[&update[..], &["--etag", "0"]].concat());
    assert_eq!(stale.status.code(), Some(3));
    let talk = String::from_utf8(stale.stderr).unwrap();
    assert!(talk.contains("已被修改（ABORTED，ETAG_MISMATCH）"), "{talk}");
    assert!(talk.contains(&format!("当前 etag：{ETAG}")), "{talk}");
    let updates = &register.log.lock().unwrap().updates;
    assert_eq!(updates[0].update_mask.as_ref().unwrap().paths, ["level"]);
}

#[test]
fn a_list_goes_on_to_its_end_where_that_is_asked_for() {
    let register = Register::away_for(0);
    let names = |arguments: &[&str]| {
        let data = nianbao(&register, arguments).stdout;
        let data = String::from_utf8(data).unwrap();
        data.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
    };
    let list = ["organization", "list", "--format", "csv"];
    let page: Vec<String> = names(&list);
    let all: Vec<String> = names(&[&list[..], &["--all"]].concat());
    assert_eq!((page, all), (vec!["a".to_owned()], vec!["a".to_owned(), "b".to_owned()]));
}

#[test]
fn a_succession_names_every_organ_with_the_etag_that_was_read() {
    let register = Register::away_for(0);
    let succeed = ["organization", "succeed", "merge", "--from", "a", "--from", "organizations/b"];
    let arguments = [&succeed[..], &["--to", "c", "--date", "2024-03-01"]].concat();
    let output = nianbao(&register, &arguments);
    assert_eq!(output.status.code(), Some(0));
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(["a", "b", "c"].iter().all(|id| shown.contains(&format!("organizations/{id}"))));
    let log = register.log.lock().unwrap();
    let request = &log.successions[0];
    let names: Vec<_> = request.predecessors.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["organizations/a", "organizations/b"]);
    assert_eq!(request.successors[0].etag, ETAG);
    assert_eq!((request.kind, request.date.as_str()), (2, "2024-03-01"));
    assert_eq!(request.request_id.len(), 36);
}

#[test]
fn an_end_is_sent_with_its_day() {
    let register = Register::away_for(0);
    let close = ["organization", "close", "siqian", "--date", "2024-03-01"];
    assert_eq!(nianbao(&register, &close).status.code(), Some(0));
    assert_eq!(nianbao(&register, &[&close[..], &["--etag", "7"]].concat()).status.code(), Some(0));
    let log = register.log.lock().unwrap();
    let told: Vec<_> =
        log.closures.iter().map(|it| (&*it.name, &*it.etag, &*it.valid_to)).collect();
    let name = "organizations/siqian";
    assert_eq!(told, [(name, ETAG, "2024-03-01"), (name, "7", "2024-03-01")]);
}
