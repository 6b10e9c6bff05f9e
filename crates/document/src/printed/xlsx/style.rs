//! How worksheets look on the screen and on paper.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// The formats of a workbook.
pub(crate) struct Style {
    /// The title of the report.
    pub title: Format,
    /// The heading of a section.
    pub heading: Format,
    /// A paragraph.
    pub paragraph: Format,
    /// Signature and date.
    pub signature: Format,
    /// A label above columns, and a heading of a block.
    pub label: Format,
    /// A label before values.
    pub row_label: Format,
    /// A value.
    pub value: Format,
    /// A value that is filled in.
    pub input: Format,
    /// A paragraph that is filled in.
    pub words_input: Format,
}

const A4: u8 = 9;

impl Style {
    /// The formats of every workbook.
    pub(crate) fn new() -> Self {
        let words = Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter);
        let framed = words.clone().set_border(FormatBorder::Thin).set_font_size(10);
        let centred = framed.clone().set_align(FormatAlign::Center);
        let value = centred.clone();
        let paragraph = words.clone().set_font_size(12).set_align(FormatAlign::Top).set_indent(2);
        let filled = |format: &Format| {
            format.clone().set_unlocked().set_background_color(Color::RGB(0x00FF_F8E1))
        };
        Self {
            title: words.clone().set_bold().set_font_size(18).set_align(FormatAlign::Center),
            heading: words.clone().set_bold().set_font_size(14),
            words_input: filled(&paragraph),
            paragraph,
            signature: words.set_font_size(12).set_align(FormatAlign::Right),
            label: centred.set_background_color(Color::RGB(0x00F2_F2F2)),
            row_label: framed.set_align(FormatAlign::Left),
            input: filled(&value),
            value,
        }
    }
}

/// Names a worksheet and sets it up for printing on A4, as wide as one page.
pub(crate) fn prepare(worksheet: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
    worksheet.set_name(name)?;
    worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    worksheet.set_margins(0.7, 0.7, 0.9, 0.9, 0.4, 0.4).set_print_center_horizontally(true);
    worksheet.set_footer("&C— &P —");
    Ok(())
}

/// How tall a row must be for words on lines of so many characters, in points.
pub(super) fn height(words: &str, characters: usize, line: f64) -> f64 {
    // No row of a worksheet is taller than 409 points.
    const TALLEST: usize = 23;
    let lines = words.chars().count().div_ceil(characters.max(1)).clamp(1, TALLEST);
    f64::from(u32::try_from(lines).unwrap_or(1)) * line + 4.0
}
