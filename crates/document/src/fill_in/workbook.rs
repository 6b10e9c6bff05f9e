//! The workbook to be filled in.

use nianbao_domain::form::{Section, TableId};
use nianbao_domain::sheet::Sheet;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::{FillIn, IDENTITY, cells};
use crate::identity::Property;
use crate::printed::xlsx::{
    GUIDE, Kind, Places, Style, TableSheet, WIDTH, describe, prepare, sheet_name, write_checks,
};
use crate::printed::{PrintedSection, heading_of};

/// How many paragraphs there is room for in a section, and how many lines for the signature.
const PARAGRAPHS: u32 = 30;
const SIGNATURE: u32 = 2;
const GUIDE_LINES: [&str; 7] = [
    "一、只有浅黄色的单元格需要填写，其余单元格已经锁定。",
    "二、没有发生的填 0，不适用的填“/”；空白表示没有填报，不等于 0。",
    "三、“总计”“（七）总计”由公式自动求和，不必填写。",
    "四、“二、上年结转政府信息公开申请数量”取自上一年度报告的“结转下年度继续办理”，已经填好的不必再填。",
    "五、每一段文字填一行；表格前如有文字说明，请写在“总体情况”或“问题及其他”中。",
    "六、“校验”工作表列出各项勾稽关系；“不一致”的请核对后再报送。",
    "七、请不要删除、改名或者移动工作表。填好后直接导入即可，系统从文件本身识别机关、年度和格式版本。",
];

/// The workbook to be filled in: cells that are not to be filled in are locked, without a password.
///
/// # Errors
/// [`XlsxError`] where the name of the organ is longer than a cell of a workbook may be.
pub(super) fn workbook(fill_in: &FillIn) -> Result<Vec<u8>, XlsxError> {
    let (style, printed) = (Style::new(), fill_in.printed());
    let known = fill_in.known();
    let places = Places::of(&printed);
    let mut workbook = Workbook::new();
    let properties = fill_in.properties();
    describe(&mut workbook, &printed.title, &properties)?;
    guide(workbook.add_worksheet(), &style, &printed.title)?;
    let sections = fill_in.edition.form().sections;
    let (before, behind): (Vec<&Section>, Vec<&Section>) = sections
        .iter()
        .filter(|section| section.table.is_none())
        .partition(|section| section.number < TableId::ProactiveDisclosure.section());
    words(workbook.add_worksheet(), &style, ("总体情况", Some(printed.title.as_str())), &before)?;
    for section in printed.sections.iter().filter(|section| section.table.is_some()) {
        table(workbook.add_worksheet(), &style, section, &places, &known)?;
    }
    words(workbook.add_worksheet(), &style, ("问题及其他", None), &behind)?;
    write_checks(&mut workbook, &style, &places, &known)?;
    identity(workbook.add_worksheet(), &properties)?;
    workbook.save_to_buffer()
}

fn guide(worksheet: &mut Worksheet, style: &Style, title: &str) -> Result<(), XlsxError> {
    prepare(worksheet, GUIDE)?;
    worksheet.set_column_width(0, WIDTH)?.protect();
    Kind::Title.write(worksheet, style, 0, &format!("{title}填报说明"))?;
    for (line, row) in GUIDE_LINES.iter().zip(1..) {
        Kind::Paragraph.write(worksheet, style, row, line)?;
    }
    Ok(())
}

/// A worksheet with the headings of sections and room for their paragraphs.
fn words(
    worksheet: &mut Worksheet,
    style: &Style,
    (name, title): (&str, Option<&str>),
    sections: &[&Section],
) -> Result<(), XlsxError> {
    prepare(worksheet, name)?;
    worksheet.set_column_width(0, WIDTH)?.protect();
    let mut row = 0;
    if let Some(title) = title {
        Kind::Title.write(worksheet, style, row, title)?;
        row += 1;
    }
    for section in sections {
        Kind::Heading.write(worksheet, style, row, &heading_of(section))?;
        row = room(worksheet, style, row + 1, PARAGRAPHS)?;
    }
    if title.is_none() {
        room(worksheet, style, row, SIGNATURE)?;
    }
    Ok(())
}

/// Unlocked rows from there on; the row behind them.
fn room(worksheet: &mut Worksheet, style: &Style, from: u32, rows: u32) -> Result<u32, XlsxError> {
    for row in from..from + rows {
        worksheet.write_blank(row, 0, &style.words_input)?;
    }
    Ok(from + rows)
}

fn table(
    worksheet: &mut Worksheet,
    style: &Style,
    section: &PrintedSection,
    places: &Places,
    known: &Sheet,
) -> Result<(), XlsxError> {
    let Some(table) = &section.table else { return Ok(()) };
    prepare(worksheet, sheet_name(table.id))?;
    // A total of cells that are not yet filled in is blank, and no zero.
    worksheet.set_formula_result_default("").protect();
    let sheet = TableSheet { section, table, first_row: places.first_row(section) };
    sheet.write(worksheet, style, |worksheet, place, cell, _| {
        cells::write(worksheet, style, place, cell, places, known)
    })
}

fn identity(worksheet: &mut Worksheet, properties: &[Property]) -> Result<(), XlsxError> {
    worksheet.set_name(IDENTITY)?.set_very_hidden(true);
    for ((name, value), row) in properties.iter().zip(0..) {
        worksheet.write_string(row, 0, *name)?;
        worksheet.write_string(row, 1, value)?;
    }
    Ok(())
}
