//! What is matter of a report in a workbook, and what is not.

use nianbao_document::{Draft, Format, read};
use nianbao_domain::form::CellId;
use nianbao_domain::sheet::Cell;

use super::xlsx::{Numbers, Sheets, Workbook, workbook};
use crate::article::page;
use crate::figures;

const FORMULAS: Workbook = Workbook::new(Numbers::Formulas);

fn excel(sheets: &[(&str, &str)], strings: &[&str]) -> Draft {
    let strings: Vec<String> = strings.iter().map(|it| (*it).to_owned()).collect();
    read(&workbook(sheets, &strings), Format::Xlsx).unwrap()
}

fn text(words: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{words}</t></is></c>")
}

fn sheet(rows: &[&[&str]]) -> String {
    let cell = |cell: &&str| if cell.starts_with("<c") { (*cell).to_owned() } else { text(cell) };
    let row = |row: &&[&str]| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        rows.iter().map(row).collect::<String>()
    )
}

const HEAD: [&[&str]; 4] = [
    &["甲县财政局2023年政府信息公开工作年度报告"],
    &["二、主动公开政府信息情况"],
    &["第二十条第（一）项"],
    &["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
];

/// What is read of three cells in the first line of table 2.
fn government_rules(cells: [&str; 3]) -> Draft {
    let row = ["规章", cells[0], cells[1], cells[2]];
    let rows: Vec<&[&str]> = HEAD.into_iter().chain([row.as_slice()]).collect();
    excel(&[("a", &sheet(&rows))], &[])
}

fn cell(draft: &Draft, name: &str) -> (Cell, Option<String>) {
    let id: CellId = name.parse().unwrap();
    let source = draft.content.provenance.cells.get(&id);
    (draft.content.sheet.get(id).unwrap(), source.and_then(|source| source.refusal.clone()))
}

#[test]
fn a_formula_without_a_result_is_refused_and_never_zero() {
    for formula in [
        "<c><f>SUM(A1:A9)</f></c>",
        "<c><f>SUM(A1:A9)</f><v/></c>",
        "<c t=\"e\"><f>B9</f><v>#REF!</v></c>",
    ] {
        let draft = government_rules(["<c><v>3</v></c>", formula, "<c><f>1+4</f><v>5</v></c>"]);
        assert_eq!(cell(&draft, "government_rules.issued"), (Cell::Number(3), None));
        let (said, refusal) = cell(&draft, "government_rules.repealed");
        assert_eq!(said, Cell::Unreadable, "{formula}");
        assert!(refusal.unwrap().starts_with("公式没有计算结果"), "{formula}");
        assert_eq!(cell(&draft, "government_rules.in_force"), (Cell::Number(5), None));
    }
}

#[test]
fn a_cell_of_another_kind_is_read_or_refused() {
    let draft = government_rules([
        "<c t=\"b\"><v>1</v></c>",
        "<c t=\"s\"><v>77</v></c>",
        "<c><v>0.5</v></c>",
    ]);
    for name in ["issued", "repealed", "in_force"] {
        let (said, refusal) = cell(&draft, &format!("government_rules.{name}"));
        assert_eq!(said, Cell::Unreadable, "{name}");
        assert!(refusal.is_some());
    }
    let draft = government_rules(["<c t=\"str\"><f>T(A1)</f><v>3</v></c>", "/", "<c/>"]);
    assert_eq!(cell(&draft, "government_rules.issued").0, Cell::Number(3));
    assert_eq!(cell(&draft, "government_rules.repealed").0, Cell::NotApplicable);
    assert_eq!(cell(&draft, "government_rules.in_force").0, Cell::Blank);
}

#[test]
fn hidden_worksheets_rows_and_columns_are_not_read() {
    let figures = figures::siqian();
    let shown = page(&figures, &FORMULAS);
    assert_eq!(read(&shown, Format::Xlsx).unwrap().content.sheet, figures.sheet());
    let rows: Vec<&[&str]> = HEAD.into_iter().chain([["规章", "1", "2", "3"].as_slice()]).collect();
    let matter = sheet(&rows);
    let columns = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>";
    let hidden_column = matter.replace("<sheetData>", &format!("{columns}<sheetData>"));
    let with_column = hidden_column.replace("</c><c", "</c><c/><c");
    let hidden_row = matter.replace(
        "</sheetData>",
        &format!("<row hidden=\"1\">{}{}</row></sheetData>", text("规章"), text("9")),
    );
    for (name, sheets) in [
        (
            "worksheet",
            vec![
                ("a", matter.as_str()),
                ("~b", "<worksheet><row><c><v>9</v></c></row></worksheet>"),
            ],
        ),
        ("column", vec![("a", with_column.as_str())]),
        ("row", vec![("a", hidden_row.as_str())]),
    ] {
        let draft = excel(&sheets, &[]);
        assert_eq!(cell(&draft, "government_rules.issued").0, Cell::Number(1), "{name}");
        assert_eq!(cell(&draft, "government_rules.in_force").0, Cell::Number(3), "{name}");
        assert_eq!(draft.content.narrative.preamble, "", "{name}");
    }
}

#[test]
fn a_worksheet_that_is_called_after_a_section_is_that_section() {
    let title = sheet(&[HEAD[0]]);
    let words = sheet(&[&["全年公开信息3条。&#10;没有收到申请。"]]);
    let draft = excel(&[("封面", &title), ("一、总体情况", &words)], &[]);
    let section = &draft.content.narrative.sections[0];
    assert_eq!((section.number, section.text.as_str()), (1, "全年公开信息3条。\n没有收到申请。"));
}

#[test]
fn a_row_of_an_organ_s_own_stays_in_its_table() {
    let own = ["其他规定", "<c/>", "<c/>", "<c/>"];
    let rows: Vec<&[&str]> = HEAD
        .into_iter()
        .chain([
            ["规章", "1", "2", "3"].as_slice(),
            own.as_slice(),
            ["行政规范性文件", "4", "5", "6"].as_slice(),
        ])
        .collect();
    let draft = excel(&[("a", &sheet(&rows))], &[]);
    assert_eq!(cell(&draft, "government_rules.issued").0, Cell::Number(1));
    assert_eq!(cell(&draft, "normative_documents.in_force").0, Cell::Number(6));
    assert_eq!(draft.content.narrative.sections[0].text, "");
    let own: Vec<&str> =
        draft.content.sheet.local_rows.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(own, ["其他规定"]);
}

#[test]
fn every_cell_says_where_on_its_worksheet_it_stood() {
    let figures = figures::siqian();
    let place = |layout: Workbook| {
        let draft = read(&page(&figures, &layout), Format::Xlsx).unwrap();
        let cell = "government_rules.newly_made".parse().unwrap();
        draft.content.provenance.cells[&cell].place.clone()
    };
    let each = Workbook { sheets: Sheets::Each, ..FORMULAS };
    assert_eq!(place(each), "Sheet!B4");
    assert_eq!(place(Workbook { margin: 26, ..each }), "Sheet!AB4");
    assert_eq!(place(FORMULAS), "Sheet!B7");
}

#[test]
fn words_below_merged_cells_are_not_seen() {
    let rows: Vec<&[&str]> = HEAD.into_iter().chain([["规章", "1", "2", "3"].as_slice()]).collect();
    let mut matter = sheet(&rows);
    matter = matter.replacen(
        &text("第二十条第（一）项"),
        &format!("{}{}", text("第二十条第（一）项"), text("9")),
        1,
    );
    matter = matter
        .replace("</worksheet>", "<mergeCells><mergeCell ref=\"A3:D3\"/></mergeCells></worksheet>");
    let draft = excel(&[("a", &matter)], &[]);
    assert_eq!(cell(&draft, "government_rules.issued").0, Cell::Number(1));
    assert!(draft.evidence.refusals.is_empty(), "{:?}", draft.evidence.refusals);
}
