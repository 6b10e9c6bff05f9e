use std::fs;
use std::io::pipe;

use serde_json::Value;

use crate::program::{PAGE, nianbao, nianbao_reading, program, root};

/// The documents of `check --format json`.
fn documents(data: &str) -> Vec<Value> {
    let data: Value = serde_json::from_str(data).unwrap();
    data["documents"].as_array().unwrap().clone()
}

fn codes(findings: &Value, severity: &str) -> Vec<String> {
    let findings = findings.as_array().unwrap().iter();
    let findings = findings.filter(|finding| finding["severity"] == severity);
    findings.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_sample_page_is_judged_as_a_township_that_used_an_old_form() {
    let run = nianbao(&["check", "--format", "json", PAGE]);
    let document = &documents(&run.data)[0];
    assert_eq!(run.code, 1);
    assert_eq!((&document["edition"], &document["year"]), (&"2019".into(), &2024.into()));
    assert_eq!(document["organization"], "司前镇人民政府办公室");
    assert_eq!(document["level"]["value"], "township");
    assert_eq!(document["level"]["source"], "name");
    assert_eq!(document["outcome"], "invalid");
    assert_eq!(codes(&document["findings"], "blocking"), ["EDN-001", "SEM-001"]);
    let mut others = codes(&document["findings"], "warning");
    others.extend(codes(&document["findings"], "info"));
    assert!(others.contains(&"UNT-002".to_owned()) && others.contains(&"CNT-006".to_owned()));
    assert!(!others.iter().any(|code| code.starts_with("T3-") || code.starts_with("T4-")));
}

#[test]
fn findings_for_people() {
    let run = nianbao(&["check", PAGE]);
    assert_eq!((run.code, run.talk.as_str()), (1, ""));
    insta::assert_snapshot!(run.data);
}

#[test]
fn findings_for_people_in_english() {
    insta::assert_snapshot!(nianbao(&["check", "--lang", "en", PAGE]).data);
}

#[test]
fn findings_for_programs() {
    let data = nianbao(&["check", "--format", "json", PAGE]).data;
    let digest = documents(&data)[0]["digest"].as_str().unwrap().to_owned();
    assert!(digest.starts_with("sha256:") && digest.len() == 71);
    let shown = data.replace(&digest, "sha256:[digest]");
    let shown: Value = serde_json::from_str(&shown).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&shown).unwrap());
}

#[test]
fn findings_for_tables() {
    let data = nianbao(&["check", "--format", "csv", PAGE]).data;
    assert!(data.starts_with("source,organization,year,kind,edition,code,severity,cells,"));
    assert!(data.contains(&format!("{PAGE},司前镇人民政府办公室,2024,own,2019,EDN-001,blocking,")));
    assert!(data.contains(",IDN-003,not_assessed,"));
}

#[test]
fn standard_input_is_checked_like_a_file() {
    let page = fs::read(root().join(PAGE)).unwrap();
    let read = nianbao_reading(&page, &["check", "--format", "json", "-"]);
    let file = nianbao(&["check", "--format", "json", PAGE]);
    let (read_document, document) = (&documents(&read.data)[0], &documents(&file.data)[0]);
    assert_eq!((read.code, &read_document["source"]), (1, &"-".into()));
    assert_eq!(read_document["findings"], document["findings"]);
    assert_eq!(read_document["digest"], document["digest"]);
}

#[test]
fn a_pdf_file_is_checked_like_a_page() {
    let file = "tests/fuzz/corpus/pdf/table.pdf";
    let run = nianbao(&["check", "--format", "json", file]);
    let document = &documents(&run.data)[0];
    assert_eq!(
        (&document["organization"], &document["year"]),
        (&"甲县财政局".into(), &2023.into())
    );
    let cells = nianbao(&["convert", file, "--to", "csv"]).data;
    assert!(cells.contains(",government_rules.issued,规章 / 本年制发件数,number,2,,\n"), "{cells}");
    assert!(
        cells.contains(",government_rules.in_force,规章 / 现行有效件数,number,11,,\n"),
        "{cells}"
    );
}

#[test]
fn a_folder_is_checked_file_by_file_and_what_cannot_be_read_does_not_stop_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(root().join(PAGE), folder.path().join("b.txt")).unwrap();
    fs::write(folder.path().join("a.pdf"), b"%PDF-1.7").unwrap();
    fs::write(folder.path().join("c.html"), b"").unwrap();
    let run = nianbao(&["check", "--format", "json", folder.path().to_str().unwrap()]);
    let outcomes: Vec<_> = documents(&run.data).iter().map(|it| it["outcome"].clone()).collect();
    assert_eq!(outcomes, ["unreadable", "invalid", "unreadable"]);
    assert_eq!(run.code, 2);
    let run = nianbao(&["check", folder.path().to_str().unwrap()]);
    assert!(run.data.ends_with("共 3 份：没有问题 0，有警告 0，有阻断性问题 1，无法读取 2\n"));
}

#[test]
fn what_is_not_there_is_told_and_is_no_success() {
    let run = nianbao(&["check", "missing.html"]);
    assert_eq!(run.code, 2);
    assert!(run.data.contains("无法读取：文件不存在"), "{}", run.data);
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(nianbao(&["check", folder.path().to_str().unwrap()]).code, 2);
}

#[test]
fn a_level_that_was_said_goes_before_the_name() {
    let run = nianbao(&["check", "--format", "json", "--level", "prefecture", PAGE]);
    let document = &documents(&run.data)[0];
    assert_eq!(document["level"]["value"], "prefecture");
    assert_eq!(document["level"]["source"], "flag");
    assert_eq!(codes(&document["findings"], "blocking"), ["EDN-001"]);
    let undecided = document["not_assessed"].as_array().unwrap();
    assert!(undecided.iter().any(|rule| rule["code"] == "SEM-001"));
}

#[test]
fn a_registered_organ_decides_what_its_name_cannot() {
    let folder = tempfile::tempdir().unwrap();
    let organ = folder.path().join("organ.json");
    let record = r#"{"displayName":"司前镇人民政府办公室","level":"ORGANIZATION_LEVEL_COUNTY","rulePower":"RULE_POWER_HAS"}"#;
    fs::write(&organ, record).unwrap();
    let organ = organ.to_str().unwrap();
    let run = nianbao(&["check", "--format", "json", "--organization", organ, PAGE]);
    let document = &documents(&run.data)[0];
    assert_eq!(document["level"]["source"], "record");
    assert_eq!(codes(&document["findings"], "blocking"), ["EDN-001"]);
    let undecided = document["not_assessed"].as_array().unwrap();
    assert!(undecided.iter().all(|rule| rule["code"] != "SEM-001" && rule["code"] != "IDN-003"));
}

#[test]
fn an_organ_that_cannot_be_read_is_told() {
    let run = nianbao(&["check", "--organization", PAGE, PAGE]);
    assert_eq!((run.code, run.data.as_str()), (2, ""));
    assert!(run.talk.contains("nianbao.v1.Organization"), "{}", run.talk);
}

#[test]
fn a_reader_that_leaves_changes_no_exit_code() {
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let mut command = program(&["check", PAGE]);
    let output = command.stdout(writer).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn office_documents_are_judged_like_the_page_with_the_same_figures() {
    for name in ["siqian-2024.docx", "siqian-2024.xlsx"] {
        let run = nianbao(&["check", "--format", "json", &format!("tests/fixtures/pages/{name}")]);
        let document = &documents(&run.data)[0];
        assert_eq!((run.code, &document["edition"]), (1, &"2019".into()), "{name}");
        assert_eq!(document["organization"], "司前镇人民政府办公室", "{name}");
        assert_eq!(codes(&document["findings"], "blocking"), ["EDN-001", "SEM-001"], "{name}");
    }
}
