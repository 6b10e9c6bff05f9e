//! How a workbook shows numbers, as far as that changes what they say: 45296 as a day, 1 as 100%.

use std::collections::BTreeMap;

use super::number;
use crate::package::{MAX_LISTED, PackageError, Xml, check_listed};

/// How the numbers of a cell are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Shown {
    /// As numbers.
    #[default]
    Plain,
    /// As a day or a time of day.
    Date,
    /// In hundredths.
    Percent,
    /// With a unit behind them.
    With(String),
}

/// The formats of a workbook, by the number by which cells name them.
#[derive(Debug, Default)]
pub(super) struct Formats {
    formats: Vec<Shown>,
}

/// Characters of units of money, which formats put behind numbers.
const UNITS: [char; 3] = ['元', '万', '亿'];

impl Formats {
    /// Reads the part with the styles.
    pub(super) fn read(text: &str, part: &str) -> Result<Self, PackageError> {
        let (mut codes, mut formats) = (BTreeMap::new(), Vec::new());
        let mut in_cells = false;
        let mut xml = Xml::new(text, part);
        while let Some(tag) = xml.next_element()? {
            check_listed(part, formats.len().max(codes.len()), MAX_LISTED)?;
            match tag.name() {
                "numFmt" => {
                    let code = tag.attribute("formatCode").unwrap_or_default();
                    codes.insert(tag.number("numFmtId").unwrap_or(0_u32), of_code(&code));
                }
                "cellXfs" | "cellStyleXfs" | "cellStyles" => in_cells = tag.name() == "cellXfs",
                "xf" if in_cells => {
                    let id = tag.number("numFmtId").unwrap_or(0_u32);
                    formats.push(codes.get(&id).cloned().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            }
        }
        if formats.iter().all(|shown| *shown == Shown::Plain) {
            formats.clear();
        }
        Ok(Self { formats })
    }

    /// Whether all numbers are shown as they are.
    pub(super) fn are_plain(&self) -> bool {
        self.formats.is_empty()
    }

    /// A number as the format with that number shows it.
    pub(super) fn shown(&self, format: usize, written: &str) -> String {
        let number = number::canonical(written);
        match self.formats.get(format).unwrap_or(&Shown::Plain) {
            Shown::Plain => number,
            Shown::Date => format!("{number}（日期）"),
            Shown::Percent => match number.parse::<f64>() {
                Ok(part) => format!("{}%", number::canonical(&format!("{:.6}", part * 100.0))),
                Err(_) => number,
            },
            Shown::With(unit) => number + unit,
        }
    }
}

/// The formats that every office program has (ISO/IEC 29500-1, 18.8.30).
fn built_in(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Date,
        _ => Shown::Plain,
    }
}

/// A format by its code, of which the first part is for positive numbers.
fn of_code(code: &str) -> Shown {
    let (mut marks, mut literal) = (String::new(), String::new());
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        match c {
            ';' => break,
            '"' => literal.extend(rest.by_ref().take_while(|c| *c != '"')),
            '\\' | '_' | '*' => literal.extend(rest.next().filter(|_| c == '\\')),
            '[' => rest.by_ref().take_while(|c| *c != ']').for_each(drop),
            c if c.is_ascii() => marks.push(c.to_ascii_lowercase()),
            c => literal.push(c),
        }
    }
    let is_general = marks.contains("general");
    match literal.trim() {
        _ if marks.contains('%') => Shown::Percent,
        _ if !is_general && marks.contains(['y', 'm', 'd', 'h', 's']) => Shown::Date,
        unit if unit.contains(UNITS) => Shown::With(unit.to_owned()),
        _ => Shown::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, number: &str) -> String {
        let styles = format!(
            "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"{code}\"/></numFmts>\
             <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
             <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
        );
        Formats::read(&styles, "styles").unwrap().shown(1, number)
    }

    #[test]
    fn a_day_a_share_and_an_amount_are_no_bare_numbers() {
        for (code, number, words) in [
            ("yyyy\\-m\\-d", "45296", "45296（日期）"),
            ("[$-804]m&quot;月&quot;d&quot;日&quot;", "45296", "45296（日期）"),
            ("0.00%", "0.125", "12.5%"),
            ("#,##0.00&quot;元&quot;", "251000.5", "251000.5元"),
            ("#,##0.00万元", "12", "12万元"),
            ("#,##0_);[Red]\\(#,##0\\)", "12", "12"),
            ("General", "12", "12"),
            ("0&quot;件&quot;", "12", "12"),
            ("@", "12", "12"),
        ] {
            assert_eq!(shown(code, number), words, "{code}");
        }
    }

    #[test]
    fn a_workbook_without_styles_shows_numbers_as_they_are() {
        let formats = Formats::read("<styleSheet/>", "styles").unwrap();
        assert!(formats.are_plain() && formats.shown(3, "1.50") == "1.5");
    }
}
