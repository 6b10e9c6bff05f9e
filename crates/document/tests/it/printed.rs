//! The one walk over the form that renderers start from.

use nianbao_document::Subject;
use nianbao_document::printed::{Printed, PrintedContent, PrintedRow, PrintedTable};
use nianbao_domain::form::{Column, Edition, Line, TableId, Unit};
use nianbao_domain::report::{CellSource, Content, ReportKind, SectionText};
use nianbao_domain::sheet::{Cell, LocalCell, LocalRow, Sheet};

fn printed(content: &Content) -> Printed {
    let subject = Subject {
        organization_id: None,
        organization_name: "甲县财政局",
        year: "2024".parse().ok(),
        kind: ReportKind::Own,
    };
    Printed::of(&subject, content)
}

fn blank(edition: Edition) -> Content {
    Content::blank(Sheet::blank(edition))
}

fn table(content: &Content, id: TableId) -> PrintedTable {
    let mut tables = printed(content).sections.into_iter().filter_map(|it| it.table);
    tables.find(|table| table.id == id).unwrap()
}

fn said(row: &PrintedRow) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.content.text()).collect()
}

/// Every place of the table is covered by one cell, whatever is merged.
fn is_rectangular(table: &PrintedTable) -> bool {
    let mut covered = vec![0; table.rows.len()];
    for (at, row) in table.rows.iter().enumerate() {
        for cell in &row.cells {
            covered[at..at + cell.row_span].iter_mut().for_each(|it| *it += cell.column_span);
        }
    }
    covered.iter().all(|width| *width == table.width)
}

fn local_row(table: TableId, after: Option<Line>, cells: &[(Option<Column>, &str)]) -> LocalRow {
    let cell = |(column, raw): &(Option<Column>, &str)| LocalCell {
        column: *column,
        raw: (*raw).to_owned(),
    };
    LocalRow {
        table,
        label: "其中：本级".to_owned(),
        after,
        cells: cells.iter().map(cell).collect(),
    }
}

#[test]
fn every_cell_of_the_form_is_printed_once() {
    for edition in Edition::ALL {
        let printed = printed(&blank(edition));
        let rows =
            printed.sections.iter().filter_map(|it| it.table.as_ref()).flat_map(|it| &it.rows);
        let cells = rows.flat_map(|row| &row.cells).filter_map(|cell| match &cell.content {
            PrintedContent::Value { cell, .. } => Some(*cell),
            _ => None,
        });
        let mut cells: Vec<_> = cells.collect();
        let mut expected = edition.layout().cells().to_vec();
        cells.sort_unstable();
        expected.sort_unstable();
        assert_eq!(cells, expected);
    }
}

#[test]
fn what_a_cell_says_can_be_told_apart() {
    let mut content = blank(Edition::E2021);
    let cells = content.sheet.layout().cells().to_vec();
    let amount = "administrative_charges.amount_collected".parse().unwrap();
    content.sheet.set(cells[0], Cell::Number(12)).unwrap();
    content.sheet.set(cells[1], Cell::NotApplicable).unwrap();
    content.sheet.set(cells[2], Cell::Unreadable).unwrap();
    content.sheet.set(amount, Cell::Number(251_000_000_000)).unwrap();
    let source = CellSource { raw: "约\n3".to_owned(), ..CellSource::default() };
    content.provenance.cells.insert(cells[2], source);
    let rows = |content: &Content| table(content, TableId::ProactiveDisclosure).rows;
    assert_eq!(said(&rows(&content)[2]), ["规章", "12", "/", "无法识别：约 3"]);
    assert_eq!(said(&rows(&content)[3]), ["行政规范性文件", "", "", ""]);
    for (unit, words) in [
        (Unit::TenThousandYuan, "251000"),
        (Unit::Yuan, "251000元"),
        (Unit::NotStated, "251000（未注明单位）"),
    ] {
        content.sheet.set_unit(amount, unit).unwrap();
        assert_eq!(said(rows(&content).last().unwrap()), ["行政事业性收费", words]);
    }
}

#[test]
fn a_row_of_the_organ_s_own_stands_behind_its_line_and_within_its_groups() {
    let mut content = blank(Edition::E2021);
    let cells = [(Some(Column::NaturalPerson), "3"), (Some(Column::Applicants), "4")];
    let requests = TableId::Requests;
    let last = Some(Line::AdministrativeInquiry);
    content.sheet.local_rows =
        vec![local_row(requests, None, &[]), local_row(requests, last, &cells)];
    let printed = table(&content, requests);
    assert!(is_rectangular(&printed));
    let own: Vec<_> = printed
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| said(row).contains(&"其中：本级"))
        .map(|(at, row)| (at, said(row)))
        .collect();
    assert_eq!(own[0], (3, vec!["其中：本级", "", "", "", "", "", "", ""]));
    assert_eq!(own[1], (16, vec!["其中：本级", "3", "", "", "", "", "", "4"]));
    let group = |words: &str| {
        let mut cells = printed.rows.iter().flat_map(|row| &row.cells);
        cells.find(|cell| cell.content.text() == words).unwrap().row_span
    };
    assert_eq!((group("三、本年度办理结果"), group("（三）不予公开")), (23, 9));
    assert_eq!(group("（四）无法提供"), 3);
}

#[test]
fn cells_that_stand_under_no_column_follow_behind_the_last() {
    let mut content = blank(Edition::E2021);
    let cells = [(None, "甲"), (Some(Column::Decisions), "1"), (Some(Column::Decisions), "2")];
    let (two, four) = (TableId::ProactiveDisclosure, TableId::Proceedings);
    content.sheet.local_rows = vec![
        local_row(two, Some(Line::AdministrativeLicensing), &cells),
        local_row(four, Some(Line::LitigationAfterReconsideration), &cells),
    ];
    let table_2 = table(&content, two);
    let own = table_2.rows.iter().find(|row| said(row)[0] == "其中：本级").unwrap();
    assert_eq!(said(own), ["其中：本级", "1", "2", "甲"]);
    assert_eq!(own.cells.iter().map(|it| it.column_span).collect::<Vec<_>>(), [1, 1, 2, 1]);
    assert_eq!((table_2.width, table_2.full_width()), (4, 5));
    let table_4 = table(&content, four);
    assert_eq!(said(table_4.rows.last().unwrap()), ["其中：本级", "甲", "1", "2"]);
}

#[test]
fn the_sections_with_tables_are_printed_whatever_the_narrative_has() {
    let mut content = blank(Edition::E2021);
    let text = |number, title: &str| SectionText {
        number,
        title: title.to_owned(),
        text: "第一段。\n\n 第二段。".to_owned(),
    };
    content.narrative.sections = vec![text(1, "概述"), text(4, ""), text(6, "")];
    let printed = printed(&content);
    assert_eq!(printed.title, "甲县财政局2024年政府信息公开工作年度报告");
    let headings: Vec<_> = printed.sections.iter().map(|it| it.heading.as_str()).collect();
    assert_eq!(
        headings,
        [
            "一、概述",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "六、其他需要报告的事项"
        ]
    );
    let tables: Vec<_> = printed.sections.iter().map(|it| it.table.is_some()).collect();
    assert_eq!(tables, [false, true, true, true, false]);
    assert_eq!(printed.sections[0].paragraphs, ["第一段。", "第二段。"]);
}
