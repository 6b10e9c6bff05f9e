//! Documents compared with other reports.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{PAGE, nianbao, root};

const HEADER: &str =
    "organization,year,kind,edition,table,line,column,cell,label,state,value,unit,raw";
const SUQIAN: &str = "宿迁市人民政府";

/// A folder with reports to compare with.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &str {
        self.0.path().to_str().unwrap()
    }

    fn with(&self, name: &str, text: &str) -> String {
        let path: PathBuf = self.0.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Figures of a report on the form of 2021.
    fn figures(&self, name: &str, subject: &str, cells: &[(&str, i64)]) -> String {
        let line = |(cell, number): &(&str, i64)| {
            let (line, column) = cell.split_once('.').unwrap();
            format!("{subject},2021,,{line},{column},{cell},,number,{number},,\n")
        };
        let lines: String = cells.iter().map(line).collect();
        self.with(name, &format!("{HEADER}\n{lines}"))
    }

    /// The sample page as another organ's, or of another year.
    fn page(&self, name: &str, changes: &[(&str, &str)]) -> String {
        let page = fs::read_to_string(root().join(PAGE)).unwrap();
        let changed = changes.iter().fold(page, |page, (from, to)| page.replace(from, to));
        self.with(name, &changed)
    }
}

/// The figures that 宿迁 published for 2023.
fn suqian_2023() -> Vec<(String, i64)> {
    let figures = root().join("tests/fixtures/figures/suqian-2023.csv");
    let figures = fs::read_to_string(figures).unwrap();
    let lines = figures.lines().skip(1).map(|line| line.split_once(',').unwrap());
    lines.filter_map(|(cell, text)| Some((cell.to_owned(), text.parse().ok()?))).collect()
}

/// Its figures for 2024 as far as they follow from those: what was carried over, and its documents.
fn suqian_2024(folder: &Folder, carried: i64) -> String {
    let before = suqian_2023();
    let forward = before.iter().filter(|(cell, _)| cell.starts_with("carried_forward."));
    let mut cells: Vec<_> =
        forward.map(|(cell, n)| (cell.replace("carried_forward", "carried_over"), *n)).collect();
    cells.retain(|(cell, _)| !cell.ends_with(".applicants"));
    let more = [
        ("carried_over.applicants", carried),
        ("normative_documents.issued", 50),
        ("normative_documents.repealed", 227),
        ("normative_documents.in_force", 420),
    ];
    cells.extend(more.map(|(cell, number)| (cell.to_owned(), number)));
    let cells: Vec<_> = cells.iter().map(|(cell, number)| (cell.as_str(), *number)).collect();
    folder.figures("suqian-2024.csv", &format!("{SUQIAN},2024,consolidated"), &cells)
}

fn with_suqian_2023(folder: &Folder, organ: &str) -> String {
    let cells = suqian_2023();
    let cells: Vec<_> = cells.iter().map(|(cell, number)| (cell.as_str(), *number)).collect();
    folder.figures("suqian-2023.csv", &format!("{organ},2023,consolidated"), &cells)
}

/// The only document of a run in JSON.
fn checked(arguments: &[&str]) -> (i32, Value, String) {
    let run = nianbao(&[&["check", "--format", "json"], arguments].concat());
    let mut data: Value = serde_json::from_str(&run.data).unwrap();
    (run.code, data["documents"][0].take(), run.talk)
}

fn has(document: &Value, code: &str) -> bool {
    document["findings"].as_array().unwrap().iter().any(|it| it["code"] == code)
}

fn finding<'d>(document: &'d Value, code: &str) -> &'d Value {
    document["findings"].as_array().unwrap().iter().find(|it| it["code"] == code).unwrap()
}

/// Why a rule was not assessed, where it was not.
fn undecided<'d>(document: &'d Value, code: &str) -> Option<&'d str> {
    let rules = document["not_assessed"].as_array().unwrap();
    rules.iter().find(|it| it["code"] == code).map(|it| it["reason"].as_str().unwrap())
}

#[test]
fn last_years_report_is_found_by_organ_and_year_and_agrees() {
    let (before, now) = (Folder::new(), Folder::new());
    let previous = with_suqian_2023(&before, SUQIAN);
    before.figures("other.csv", "常州市人民政府,2023,consolidated", &[("granted.applicants", 1)]);
    before.figures(
        "older.csv",
        &format!("{SUQIAN},2022,consolidated"),
        &[("granted.applicants", 1)],
    );
    let report = suqian_2024(&now, 121);
    let (_, document, talk) = checked(&[&report, "--previous", before.path()]);
    assert_eq!(document["previous"]["source"], previous.as_str());
    assert_eq!(document["previous"]["year"], 2023);
    assert_eq!(talk, "");
    for code in ["XYR-001", "XYR-002", "XYR-003"] {
        assert!(!has(&document, code), "{code}");
    }
    assert_eq!(undecided(&document, "XYR-001"), None);
}

#[test]
fn a_total_that_does_not_follow_is_found_with_both_numbers() {
    let (before, now) = (Folder::new(), Folder::new());
    with_suqian_2023(&before, SUQIAN);
    let report = suqian_2024(&now, 119);
    let (code, document, _) = checked(&[&report, "--previous", before.path()]);
    let found = finding(&document, "XYR-001");
    assert_eq!((&found["expected"], &found["found"]), (&"121".into(), &"119".into()));
    assert_eq!(found["cells"], Value::from(vec!["carried_over.applicants"]));
    assert_ne!(code, 2);
}

#[test]
fn a_file_without_a_match_is_said_and_changes_no_exit_code() {
    let (before, now) = (Folder::new(), Folder::new());
    let other = with_suqian_2023(&before, "常州市人民政府");
    let report = suqian_2024(&now, 121);
    let (alone, _, _) = checked(&[&report]);
    let (code, document, talk) = checked(&[&report, "--previous", before.path()]);
    let reason = undecided(&document, "XYR-001").unwrap();
    assert!(reason.contains("文件夹里没有“宿迁市人民政府”2023 年的报告"), "{reason}");
    assert_eq!((code, talk.as_str(), &document["previous"]), (alone, "", &Value::Null));
    let (_, document, _) = checked(&[&report, "--previous", &other]);
    assert!(undecided(&document, "XYR-001").unwrap().contains("文件里没有"));
}

#[test]
fn two_candidates_are_an_error_and_none_is_guessed() {
    let (before, now) = (Folder::new(), Folder::new());
    let one = with_suqian_2023(&before, SUQIAN);
    let other = before.figures(
        "again.csv",
        &format!("{SUQIAN},2023,consolidated"),
        &[("carried_forward.applicants", 7)],
    );
    let report = suqian_2024(&now, 121);
    let (code, document, talk) = checked(&[&report, "--previous", before.path()]);
    assert_eq!((code, &document["previous"]), (2, &Value::Null));
    assert!(talk.contains("有 2 份") && talk.contains(&one) && talk.contains(&other), "{talk}");
    assert!(undecided(&document, "XYR-001").unwrap().contains("不知道用哪一份"));
}

#[test]
fn the_same_file_twice_is_one_candidate() {
    let (before, now) = (Folder::new(), Folder::new());
    let one = with_suqian_2023(&before, SUQIAN);
    fs::copy(&one, Path::new(before.path()).join("copy.csv")).unwrap();
    let report = suqian_2024(&now, 121);
    let (_, document, talk) = checked(&[&report, "--previous", before.path(), "--previous", &one]);
    assert_eq!((&document["previous"]["year"], talk.as_str()), (&2023.into(), ""));
}

#[test]
fn a_former_name_matches_as_an_alias() {
    let (before, now) = (Folder::new(), Folder::new());
    with_suqian_2023(&before, "宿迁市人民政府（筹）");
    let report = suqian_2024(&now, 121);
    let record = r#"{"displayName":"宿迁市人民政府","aliases":["宿迁市人民政府（筹）"]}"#;
    let record = now.with("organ.json", record);
    let arguments = [&report, "--previous", before.path(), "--organization", &record];
    let (_, document, _) = checked(&arguments);
    assert_eq!(document["previous"]["year"], 2023);
}

#[test]
fn a_file_to_compare_with_that_cannot_be_read_is_told_and_gives_2() {
    let (before, now) = (Folder::new(), Folder::new());
    let previous = with_suqian_2023(&before, SUQIAN);
    let page = before.with("scan.pdf", "%PDF-1.7");
    let nobody = before
        .with("nobody.csv", &format!("{HEADER}\n,,own,2021,,,,granted.applicants,,number,1,,\n"));
    let report = suqian_2024(&now, 121);
    let (code, document, talk) = checked(&[&report, "--previous", before.path()]);
    assert_eq!((code, &document["previous"]["source"]), (2, &previous.as_str().into()));
    assert!(talk.contains(&page) && talk.contains(&nobody), "{talk}");
    assert!(talk.contains("看不出是哪个机关、哪一年的报告"), "{talk}");
    assert!(!talk.contains(&previous), "{talk}");
}

#[test]
fn a_page_that_repeats_last_years_is_found_out() {
    let before = Folder::new();
    before.page("2023.txt", &[("2024年", "2023年")]);
    let (_, document, _) = checked(&[PAGE, "--previous", before.path()]);
    let words = finding(&document, "XYR-007");
    assert_eq!(words["quote"]["section"], 1);
    assert!(words["message"]["zh"].as_str().unwrap().contains("上年报告的相似度为 100%"));
    assert!(has(&document, "XYR-006"));
}

#[test]
fn siblings_are_the_other_organs_of_the_year() {
    let beside = Folder::new();
    beside.page("own.txt", &[]);
    beside.page("white.txt", &[("司前镇", "白河镇")]);
    beside.page("older.txt", &[("司前镇", "云山镇"), ("2024年", "2023年")]);
    let (_, document, _) = checked(&[PAGE, "--siblings", beside.path()]);
    assert_eq!(document["siblings"], 1);
    let words = finding(&document, "XYR-007")["message"]["zh"].as_str().unwrap();
    assert!(words.contains("“白河镇人民政府办公室”的相似度为 100%"), "{words}");
    assert!(undecided(&document, "PLA-001").unwrap().contains("不足 3 份"));
}

#[test]
fn people_are_told_what_was_compared() {
    let (before, beside) = (Folder::new(), Folder::new());
    let previous = before.page("2023.txt", &[("2024年", "2023年")]);
    beside.page("white.txt", &[("司前镇", "白河镇")]);
    let run = nianbao(&["check", PAGE, "--previous", before.path(), "--siblings", beside.path()]);
    let told = format!("  比较：上年 {previous}（2023 年度）；同级机关 1 份\n");
    assert!(run.data.contains(&told), "{}", run.data);
    assert!(!nianbao(&["check", PAGE]).data.contains("\n  比较："));
}

/// A county with two units; what it says of penalties and of new requests.
fn county(folder: &Folder, penalties: i64, requests: i64) -> String {
    let cells =
        [("administrative_penalties.decisions", penalties), ("new_requests.applicants", requests)];
    folder.figures("county.csv", "青石县人民政府,2024,consolidated", &cells)
}

fn unit(folder: &Folder, organ: &str, year: u16, penalties: i64, requests: i64) {
    let cells =
        [("administrative_penalties.decisions", penalties), ("new_requests.applicants", requests)];
    folder.figures(&format!("{organ}{year}.csv"), &format!("{organ},{year},own"), &cells);
}

#[test]
fn a_consolidated_report_is_the_sum_of_its_units() {
    let (above, below) = (Folder::new(), Folder::new());
    unit(&below, "青石县公安局", 2024, 100, 3);
    unit(&below, "青石县财政局", 2024, 0, 2);
    let report = county(&above, 100, 5);
    let (_, document, _) = checked(&[&report, "--children", below.path()]);
    assert_eq!(document["children"], 2);
    assert!(!has(&document, "HIR-001") && !has(&document, "HIR-002") && !has(&document, "HIR-003"));
    let report = county(&above, 90, 5);
    let (_, document, _) = checked(&[&report, "--children", below.path()]);
    assert_eq!(finding(&document, "HIR-001")["expected"], ">=100");
    assert_eq!(finding(&document, "HIR-002")["expected"], "100");
}

#[test]
fn a_unit_of_last_year_without_a_report_is_missing_and_so_is_an_unreadable_one() {
    let (above, below) = (Folder::new(), Folder::new());
    unit(&below, "青石县公安局", 2024, 100, 3);
    unit(&below, "青石县财政局", 2023, 0, 2);
    below.with("白河镇.pdf", "%PDF-1.7");
    let report = county(&above, 90, 5);
    let (code, document, _) = checked(&[&report, "--children", below.path()]);
    assert_eq!(finding(&document, "HIR-003")["found"], "白河镇.pdf、青石县财政局");
    assert!(undecided(&document, "HIR-002").unwrap().contains("青石县财政局"));
    assert!(has(&document, "HIR-001"));
    assert_eq!(code, 2);
}

#[test]
fn a_unit_with_two_reports_is_an_error_and_not_counted_twice() {
    let (above, below) = (Folder::new(), Folder::new());
    unit(&below, "青石县公安局", 2024, 100, 3);
    below.figures("again.csv", "青石县公安局,2024,own", &[("new_requests.applicants", 4)]);
    let report = county(&above, 90, 5);
    let (code, document, talk) = checked(&[&report, "--children", below.path()]);
    assert_eq!((code, &document["children"]), (2, &Value::Null));
    assert!(talk.contains("“青石县公安局”2024 年的报告有 2 份"), "{talk}");
}

#[test]
fn an_own_report_has_no_units() {
    let (above, below) = (Folder::new(), Folder::new());
    unit(&below, "青石县公安局", 2024, 100, 3);
    unit(&above, "青石县财政局", 2024, 0, 2);
    let (_, document, _) = checked(&[above.path(), "--children", below.path()]);
    assert_eq!(document["children"], Value::Null);
    assert_eq!(undecided(&document, "HIR-002"), None);
}
