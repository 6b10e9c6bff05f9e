//! Small organs and reports, derived from the form: no cell is listed by hand.

use nianbao_domain::form::{CellId, Column, Edition, EquationKind, Line};
use nianbao_domain::report::Provenance;
use nianbao_domain::sheet::{Cell, Sheet};
use nianbao_proto::v1;

/// A 统一社会信用代码 whose check digits hold.
pub const CREDIT_CODE: &str = "11370883004325769B";
/// The organ that most tests register.
pub const SIQIAN: &str = "organizations/siqian";

/// A township's office with this name.
pub fn organ(display_name: &str) -> v1::Organization {
    v1::Organization {
        display_name: display_name.to_owned(),
        level: v1::OrganizationLevel::Township.into(),
        organ_type: v1::OrganType::GovernmentOffice.into(),
        rule_power: v1::RulePower::Lacks.into(),
        ..Default::default()
    }
}

/// The report of [`organ`] for a year, on the form of 2021, that no rule objects to: every leaf is
/// one, but for 规章, which a township does not make.
pub fn report(year: i32) -> v1::Report {
    let mut sheet = sheet(Edition::E2021, 1);
    for row in sheet.rows.iter_mut().filter(|row| row.line() == v1::Line::GovernmentRules) {
        for cell in &mut row.cells {
            cell.number = Some(v1::cell::Number::Count(0));
        }
    }
    v1::Report {
        report_year: year,
        title: format!("司前镇人民政府办公室{year}年政府信息公开工作年度报告"),
        sheet: Some(sheet),
        narrative: Some(narrative(Edition::E2021)),
        ..Default::default()
    }
}

/// A sheet of an edition as a message: every leaf is this number, every total and balance holds.
pub fn sheet(edition: Edition, leaf: i64) -> v1::Sheet {
    nianbao_wire::sheet(&consistent(edition, leaf), &Provenance::default())
}

/// The six sections of an edition, with a sentence in each; the first speaks of its five topics, the
/// last of the notices of fees that the figures tell of.
pub fn narrative(edition: Edition) -> v1::Narrative {
    const OVERVIEW: &str = "主动公开、依申请公开、政府信息管理、平台建设、监督保障各项";
    let sections = edition.form().sections.iter().map(|section| v1::NarrativeSection {
        number: section.number.into(),
        title: section.title.to_owned(),
        text: match section.number {
            1 => format!("本年度我镇{OVERVIEW}工作已如实填报。"),
            6 => "本年度依规定发出信息处理费收费通知，其他事项已如实填报。".to_owned(),
            _ => format!("本年度{}已如实填报。", section.title),
        },
    });
    v1::Narrative { sections: sections.collect(), ..Default::default() }
}

/// What a cell of a sheet says.
pub fn cell(sheet: &v1::Sheet, line: v1::Line, column: v1::Column) -> Option<&v1::Cell> {
    let row = sheet.rows.iter().find(|row| row.line() == line)?;
    row.cells.iter().find(|cell| cell.column() == column)
}

/// A change of one cell to a count.
pub fn count(line: v1::Line, column: v1::Column, count: i64) -> v1::CellChange {
    let number = Some(v1::cell::Number::Count(count));
    let cell = v1::Cell { number, ..Default::default() };
    v1::CellChange { line: line.into(), column: column.into(), cell: Some(cell) }
}

fn consistent(edition: Edition, leaf: i64) -> Sheet {
    let mut sheet = Sheet::blank(edition);
    let equations = edition.layout().equations();
    for cell in edition.layout().cells() {
        if !equations.iter().any(|it| it.equation.left == [*cell]) {
            put(&mut sheet, *cell, leaf);
        }
    }
    let mut sheet = sheet.with_blanks_as_zero();
    for it in equations {
        if let EquationKind::Balance(column) = it.equation.kind {
            receive_what_was_handled(&mut sheet, column);
        }
    }
    for it in equations {
        if let (EquationKind::RowTotal(_), [total]) = (it.equation.kind, &it.equation.left[..]) {
            let sum = it.equation.right.iter().map(|cell| number(&sheet, *cell)).sum();
            put(&mut sheet, *total, sum);
        }
    }
    sheet
}

/// 新收 is what makes the balance 一 + 二 = 三 + 四 hold.
fn receive_what_was_handled(sheet: &mut Sheet, column: Column) {
    let of = |line| number(sheet, CellId::new(line, column));
    let new = of(Line::Handled) + of(Line::CarriedForward) - of(Line::CarriedOver);
    put(sheet, CellId::new(Line::NewRequests, column), new);
}

fn number(sheet: &Sheet, cell: CellId) -> i64 {
    sheet.number(cell).expect("a number")
}

fn put(sheet: &mut Sheet, cell: CellId, number: i64) {
    sheet.set(cell, Cell::Number(number)).expect("a cell of the edition");
}
