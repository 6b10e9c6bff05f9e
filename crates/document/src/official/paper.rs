//! The measures of GB/T 9704-2012.
//!
//! 5.1: A4, 210 mm × 297 mm. 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm. 5.2.3: 22 lines a page
//! of 28 characters a line. 5.2.2: body 3号 仿宋. 7.5: page numbers 4号 with dashes, the dash 7 mm
//! below the type area. The type sizes are those of Chinese printing: 2号 is 22 pt, 3号 16 pt, 4号 14 pt.

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// The width of the page, in points.
pub const PAGE_WIDTH: f64 = 210.0 * POINTS;
/// The height of the page, in points.
pub const PAGE_HEIGHT: f64 = 297.0 * POINTS;
/// 天头, the margin above, in points.
pub const TOP: f64 = 37.0 * POINTS;
/// The margin below, in points: what head and type area leave.
pub const BOTTOM: f64 = 35.0 * POINTS;
/// 订口, the margin at the spine, in points.
pub const INSIDE: f64 = 28.0 * POINTS;
/// The margin at the edge, in points.
pub const OUTSIDE: f64 = 26.0 * POINTS;
/// The width of 版心, the type area, in points.
pub const AREA_WIDTH: f64 = 156.0 * POINTS;
/// The height of the type area, in points.
pub const AREA_HEIGHT: f64 = 225.0 * POINTS;
/// How many lines stand on a page.
pub const LINES: u32 = 22;
/// How many characters stand in a line.
pub const CHARACTERS: u32 = 28;
/// From one line to the next, in points: a little less than a twenty-second of the type area, so
/// that rounding never costs the last line.
pub const LINE_PITCH: f64 = 28.95;
/// From one character of the body to the next, in points: 28 of 16 pt are wider than 156 mm.
pub const CHARACTER_PITCH: f64 = 15.78;
/// 2号, the size of the title, in points.
pub const TITLE_SIZE: f64 = 22.0;
/// 3号, the size of body and headings, in points.
pub const BODY_SIZE: f64 = 16.0;
/// 4号, the size of page numbers, in points.
pub const PAGE_NUMBER_SIZE: f64 = 14.0;
/// From the type area down to the page number, in points.
pub const PAGE_NUMBER_DROP: f64 = 7.0 * POINTS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_and_type_area_make_the_page() {
        assert!((INSIDE + AREA_WIDTH + OUTSIDE - PAGE_WIDTH).abs() < 0.01);
        assert!((TOP + AREA_HEIGHT + BOTTOM - PAGE_HEIGHT).abs() < 0.01);
    }

    #[test]
    fn as_many_lines_and_characters_fit_as_the_standard_says_and_no_more() {
        let fit = |room: f64, each: f64| (room / each).floor();
        assert_eq!(fit(AREA_HEIGHT, LINE_PITCH), f64::from(LINES));
        assert_eq!(fit(AREA_WIDTH, CHARACTER_PITCH), f64::from(CHARACTERS));
    }
}
